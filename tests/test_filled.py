"""The filled databases of the benchmarks: as whole as loaded ones, and filled where pages read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.filled import fill

# What no invented article has.
_EMPTY = {
    "article_authors",
    "loads",
    "paragraph_relations",
    "place_claims",
    "repairs",
    "retired_ids",
}


def test_a_filled_database_is_whole_and_has_rows_in_every_table(tmp_path: Path) -> None:
    """No reference leads nowhere, every index is there, and every table that pages read has rows."""
    file = tmp_path / "filled.db"
    fill(file, 60, state="published")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        empty = {name for name in tables if connection.execute(f"SELECT 1 FROM {name}").fetchone() is None}
        assert empty <= _EMPTY, sorted(empty - _EMPTY)
        (invented,) = connection.execute("SELECT count(*) FROM articles WHERE kind = 'held'").fetchone()
        assert invented == 60
        indexes = "SELECT count(*) FROM sqlite_schema WHERE name = 'ix_mentions_party_id'"
        assert connection.execute(indexes).fetchone() == (1,)
