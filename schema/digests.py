"""Digests of rows: what a table says, whatever the order in which it was written, and what it was left to say.

The digest of a table is the sum, modulo 2^256, of a hash of each row, so rows that come and go change it by their own
hashes alone. The table `table_digests` holds those that our programs left; whoever writes with another program leaves
them as they were, which `relokanty check` then tells.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Self

from schema.base import Base

STORED: Final = "table_digests"
_MODULUS: Final = 1 << 256
_HEX: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored of a table: the columns that are digested, in order, and the digest."""

    columns: tuple[str, ...]
    digest: int

    def changed_by(self, change: int) -> Self:
        """Return what is to be stored once hashes of rows have been added and taken away."""
        return type(self)(self.columns, (self.digest + change) % _MODULUS)

    @property
    def text(self) -> str:
        """The digest in 64 hexadecimal digits."""
        return f"{self.digest:064x}"


def row_hash(values: Sequence[Any]) -> int:
    """Return the SHA-256 of a row as a number: of the type and every bit of each value.

    >>> row_hash((1, "a")) == row_hash((1, "a")), row_hash((1,)) == row_hash((1.0,))
    (True, False)
    """
    # ascii() tells types apart, keeps all digits of a number, and does not depend on a version of Unicode.
    return int.from_bytes(hashlib.sha256(ascii(tuple(values)).encode("ascii")).digest(), "big")


def digested_tables() -> dict[str, tuple[str, ...]]:
    """Return the tables of which digests are stored, each with the columns that are ours, in order."""
    tables = sorted(Base.metadata.tables.items())
    return {name: tuple(table.columns.keys()) for name, table in tables if name != STORED}


def table_digest(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> int:
    """Return the digest of a table's rows; columns that are not named, which users may have added, do not count."""
    try:
        return _digest(connection, table, columns)
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
    # Text that is not UTF-8, written by another program, counts by its bytes.
    text_factory = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        return _digest(connection, table, columns)
    finally:
        connection.text_factory = text_factory


def stored_digests(connection: sqlite3.Connection) -> dict[str, Stored]:
    """Return the digests that are stored in a file, of tables and columns that it has."""
    if not _columns(connection, STORED):
        return {}
    found = {}
    for table, columns, digest in connection.execute(
        f"SELECT table_name, column_names, digest FROM {STORED}"
    ):
        names = tuple(columns.split(","))
        # Whoever wrote it by hand may have written anything.
        if table in digested_tables() and {*names} <= _columns(connection, table) and _HEX.fullmatch(digest):
            found[table] = Stored(names, int(digest, 16))
    return found


def store(connection: sqlite3.Connection, digests: dict[str, Stored]) -> None:
    """Put digests into a file, in the transaction that the caller opened."""
    connection.executemany(
        f"INSERT INTO {STORED} (table_name, column_names, digest) VALUES (?, ?, ?) "
        "ON CONFLICT (table_name) DO UPDATE SET column_names = excluded.column_names, digest = excluded.digest",
        [(table, ",".join(found.columns), found.text) for table, found in digests.items()],
    )


def found_digests(connection: sqlite3.Connection) -> dict[str, Stored]:
    """Return the digests of the rows that are there, of each table of ours that the file has."""
    found = {}
    for table, ours in digested_tables().items():
        columns = tuple(name for name in ours if name in _columns(connection, table))
        if columns:
            found[table] = Stored(columns, table_digest(connection, table, columns))
    return found


@contextmanager
def carried_over(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a migration change rows and columns within its transaction; what did not agree before does not after."""
    before = {
        table: (stored.digest, table_digest(connection, table, stored.columns))
        for table, stored in stored_digests(connection).items()
    }
    yield
    if not _columns(connection, STORED):
        return
    found = found_digests(connection)
    for table, (stored, actual) in before.items():
        if table in found:
            found[table] = found[table].changed_by(stored - actual)
    connection.execute(f"DELETE FROM {STORED}")
    store(connection, found)


def _digest(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> int:
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
    return sum(map(row_hash, rows)) % _MODULUS


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the columns of a table that may be ours, by their names; none where there is no such table."""
    found = connection.execute(f"PRAGMA main.table_info({table})")
    return {name for _, name, *_ in found if name.isidentifier()}
