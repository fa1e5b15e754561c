"""All that a database file holds, read in another way than the guard reads it, to compare two files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

Contents = dict[str, list[tuple[object, ...]]]
_NOT_HELD = ("sqlite_autoindex", "sqlite_schema", "sqlite_stat", "alembic_version")


def contents(file: Path) -> Contents:
    """Return the SQL of all objects, and of each table the rows, every value with its type and bytes.

    Rows of a table without a key of its own begin with their row id; search is held by tables of its own.
    """
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        found: Contents = {
            f"{kind} {name}": [(sql,)]
            for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
            if not name.startswith(_NOT_HELD)
        }
        for _, table, kind, *_ in connection.execute("PRAGMA main.table_list").fetchall():
            if kind in {"table", "shadow"} and not table.startswith(_NOT_HELD):
                columns = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
                shown = [f'typeof("{column[1]}") || hex(CAST("{column[1]}" AS BLOB))' for column in columns]
                shown = shown if any(column[5] for column in columns) else ["rowid", *shown]
                found[table] = sorted(
                    connection.execute(f'SELECT {", ".join(shown)} FROM "{table}"').fetchall()
                )
    return found
