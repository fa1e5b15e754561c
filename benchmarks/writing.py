"""How much writing costs over what SQLite itself needs: rows, constraints, full-text search.

`python -m benchmarks.writing` prints the ratios.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import articles
from benchmarks.filled import common_rows, rows_of
from benchmarks.measure import Ratio, machine, ratios
from loaders import authorities, paths
from loaders.authority_rows import authority_rows
from loaders.database import upgrade
from loaders.rows import Rows
from loaders.write import insert, rebuild_search
from schema.engine import writer
from schema.search import SEARCH_INDEXES

# A line of a CREATE TABLE that declares a rule other than a key, and words that declare one within a line.
_RULE_LINE = re.compile(r",?\n\s*CONSTRAINT \S+ (?:CHECK|FOREIGN KEY)[^\n]*?(?=,?\n)")
_RULE_WORDS = re.compile(r"\bNOT NULL\b|,?\s*\bSTRICT\b(?=\s*;?\s*$)")


def measure(count: int = 1_000, rounds: int = 5) -> list[Ratio]:
    """Return the ratios of writing an invented corpus of `count` articles."""
    parts = (
        authority_rows(authorities.load(paths.SEEDS / paths.AUTHORITIES)),
        common_rows(),
        rows_of(articles(count), set()),
    )
    with tempfile.TemporaryDirectory() as name:
        made, bare, filled = (Path(name, file) for file in ("made.db", "bare.db", "filled.db"))
        upgrade(made)
        _without_rules(made, bare)
        shutil.copy(made, filled)
        _ours(parts, filled)
        values = [(_statement(table), rows) for part in parts for table, rows in part.tables()]
        raw, bare_raw = partial(_raw, values), partial(_raw, values)
        ours = partial(_ours, parts)
        return [
            *ratios(
                {"raw executemany of the same rows": _on(made, raw), "rows": _on(made, ours)},
                {"rows": 1.15},
                rounds,
            ),
            *ratios(
                {"tables with keys and indexes alone": _on(bare, bare_raw), "all rules": _on(made, raw)},
                {"all rules": 1.35},
                rounds,
            ),
            *ratios(
                {
                    "default rebuild of search": _on(filled, _default_rebuild),
                    "search": _on(filled, _our_rebuild),
                },
                {"search": 0.75},
                rounds,
            ),
        ]


def _on(template: Path, action: Callable[[Path], None]) -> Callable[[], None]:
    """Return what does the action on a fresh copy of a file, so that every round starts alike."""
    return partial(_on_copy, template, action)


def _on_copy(template: Path, action: Callable[[Path], None]) -> None:
    copy = template.with_name(f"copy-{template.name}")
    shutil.copy(template, copy)
    action(copy)


def _without_rules(made: Path, bare: Path) -> None:
    """Make a file with the same tables, keys and indexes, and without any other rule."""
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(bare)) as target:
        query = "SELECT type, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        for kind, sql in source.execute(f"{query} AND name NOT LIKE '%search%' ORDER BY type DESC"):
            target.execute(_RULE_WORDS.sub("", _RULE_LINE.sub("", sql)) if kind == "table" else sql)


def _statement(table: Any) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"


def _raw(values: Iterable[tuple[str, list[tuple[Any, ...]]]], file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        for statement, rows in values:
            connection.executemany(statement, rows)
        connection.execute("COMMIT")


def _ours(parts: Iterable[Rows], file: Path) -> None:
    with writer(file).connect() as connection, connection.begin():
        for part in parts:
            insert(connection, part)


def _default_rebuild(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for index in SEARCH_INDEXES:
            connection.execute(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")


def _our_rebuild(file: Path) -> None:
    with writer(file).connect() as connection, connection.begin():
        rebuild_search(connection)


if __name__ == "__main__":
    sys.stdout.write(f"{machine()}\n")
    for ratio in measure():
        span = f"{ratio.lowest:.2f} to {ratio.highest:.2f}, target {ratio.target}"
        sys.stdout.write(f"{ratio.what} / {ratio.against}: {ratio.median:.2f} ({span})\n")
