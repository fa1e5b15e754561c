"""Digests of rows: what a database says, whatever the order in which it was written."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from schema.base import Base

_MODULUS = 1 << 256


def table_digest(connection: Connection, table: str) -> str:
    """Return the digest of a table's rows: the sum, modulo 2^256, of the SHA-256 of each, in hexadecimal.

    A row's hash covers the type and the bytes of every value, so text and number are never mistaken for each other.
    """
    total = 0
    for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
        data = b"".join(_encode(value) for value in row)
        total += int.from_bytes(hashlib.sha256(data).digest(), "big")
    return f"{total % _MODULUS:064x}"


def table_digests(connection: Connection) -> dict[str, str]:
    """Return the digest of every table of ours, by name."""
    return {table: table_digest(connection, table) for table in sorted(Base.metadata.tables)}


def _encode(value: object) -> bytes:
    """Encode one value with its type and length, so that neighbours cannot run together."""
    data = (
        b""
        if value is None
        else value.encode("utf-8")
        if isinstance(value, str)
        else repr(value).encode("ascii")
    )
    return f"{type(value).__name__}:{len(data)}:".encode("ascii") + data
