"""How much writing costs over what SQLite itself needs: rows, constraints, full-text search."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import articles
from benchmarks.filled import common_rows, rows_of
from benchmarks.measure import Measured, ratios
from loaders import authorities, paths
from loaders.authority_rows import authority_rows
from loaders.database import upgrade
from loaders.rows import Rows
from loaders.write import insert, rebuild_search
from schema.engine import writer
from schema.search import SEARCH_INDEXES

TITLE = "Writing"

# A line of a CREATE TABLE that declares a rule other than a key, and words that declare one within a line.
_RULE_LINE = re.compile(r",?\n\s*CONSTRAINT \S+ (?:CHECK|FOREIGN KEY)[^\n]*?(?=,?\n)")
_RULE_WORDS = re.compile(r"\bNOT NULL\b|,?\s*\bSTRICT\b(?=\s*;?\s*$)")


def measure(*, quick: bool) -> list[Measured]:
    """Return what writing the rows of an invented corpus costs, and building its search."""
    count, searched, rounds = (500, 5_000, 3) if quick else (1_000, 20_000, 5)
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
        _paragraphs(filled, searched)
        values = [(_statement(table), rows) for part in parts for table, rows in part.tables()]
        raw, at_end = partial(_raw, values, at_end=False), partial(_raw, values, at_end=True)
        rows, rules = f"rows of {count:,} articles", "all rules, keys checked at the end as by fill and merge"
        search = f"search of {searched:,} articles, tidied"
        return [
            *ratios(
                {"raw executemany of the same rows": _on(made, raw), rows: _on(made, partial(_ours, parts))},
                {rows: 1.15},
                rounds,
            ),
            *ratios(
                {
                    "tables with primary keys and indexes alone": _on(bare, raw),
                    rules: _on(made, at_end),
                    "all rules, keys checked row by row as by load": _on(made, raw),
                },
                {rules: 1.35},
                rounds,
            ),
            *ratios(
                {
                    "default rebuild of search": _on(filled, _default_rebuild),
                    search: _on(filled, _our_rebuild),
                },
                {search: 0.75},
                rounds,
            ),
        ]


def _paragraphs(file: Path, count: int) -> None:
    """Put the texts of so many articles into a file, and nothing else: search needs no more."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        columns = "article_id, number, role, text, word_count"
        connection.executemany(
            f"INSERT INTO paragraphs ({columns}) VALUES (?, ?, 'body', ?, 1)",
            (
                (item.name, number, text)
                for item in articles(count)
                for number, text in enumerate(item.paragraphs, start=1)
            ),
        )
        connection.execute("COMMIT")


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


def _raw(values: Iterable[tuple[str, list[tuple[Any, ...]]]], file: Path, *, at_end: bool) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA foreign_keys = {int(not at_end)}")
        connection.execute("BEGIN IMMEDIATE")
        for statement, rows in values:
            connection.executemany(statement, rows)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone() if at_end else None
        assert broken is None, broken
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
