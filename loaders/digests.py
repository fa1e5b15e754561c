"""Digests of all tables of a file, and of those that another program has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection

from schema.base import Base
from schema.digests import STORED, digested_tables, found_digests, store, stored_digests
from schema.digests import table_digest as digest_of


def table_digest(connection: Connection, table: str) -> str:
    """Return the digest of the rows of a table of ours in hexadecimal."""
    columns = Base.metadata.tables[table].columns.keys()
    return f"{digest_of(driver(connection), table, columns):064x}"


def table_digests(connection: Connection) -> dict[str, str]:
    """Return the digest of the rows of each table that is digested, by name, in hexadecimal."""
    return {name: table_digest(connection, name) for name in digested_tables()}


def store_digests(connection: Connection) -> list[str]:
    """Store the digests of the rows that are there, in the transaction that the caller opened; return what changed."""
    raw = driver(connection)
    stored, found = stored_digests(raw), found_digests(raw)
    raw.execute(f"DELETE FROM {STORED}")
    store(raw, found)
    return [table for table in sorted({*stored, *found}) if stored.get(table) != found.get(table)]


def changed_tables(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield each table whose rows are not those that our programs left, and why it is told."""
    raw = driver(connection)
    stored, found = stored_digests(raw), found_digests(raw)
    for table in sorted({*stored, *digested_tables()}):
        was, now = stored.get(table), found.get(table)
        if was is None or now is None or was.columns != now.columns:
            yield table, "what its rows were is not stored as it should be"
        elif was != now:
            yield table, "its rows are not as they were left"


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101
    return raw
