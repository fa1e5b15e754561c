"""Open SQLite files properly: foreign keys, transactions and waiting as each use needs them.

The driver's own transaction handling leaves half-applied migrations and lost writes; here it is switched off,
and every transaction starts with BEGIN IMMEDIATE.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

_BUSY_MILLISECONDS = 30_000
# KiB of pages that a writer keeps in memory: of SQLite's own 2 MiB, indexes of a large file are read over and over.
_CACHE = 65_536


def writer(file: Path, *, small_steps: bool = False) -> Engine:
    """Return an engine whose connections enforce foreign keys; for everything but migrations.

    `small_steps` is for work in many savepoints, none of them large: what one may take back is then kept in memory.
    Sorts and VACUUM would be too, so it is not for work on whole files.
    """
    pragmas = [f"PRAGMA cache_size={-_CACHE}"]
    if small_steps:
        # In a temporary file, SQLite writes each page again for each row and savepoint that touches it.
        pragmas.append("PRAGMA temp_store=MEMORY")
    return _engine(file, *pragmas, foreign_keys=True)


def migrator(file: Path) -> Engine:
    """Return an engine for migrations: foreign keys off, and renames leave views and triggers alone.

    Foreign keys can only be switched off before a transaction; inside one the PRAGMA does nothing,
    and rebuilding a table would then delete the rows that refer to it.
    """
    return _engine(file, "PRAGMA legacy_alter_table=ON", foreign_keys=False)


def reader(file: Path) -> Engine:
    """Return an engine that cannot write."""
    return _engine(file, "PRAGMA query_only=ON", foreign_keys=True, begin="BEGIN")


def _engine(file: Path, *pragmas: str, foreign_keys: bool, begin: str = "BEGIN IMMEDIATE") -> Engine:
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
        connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")
        for pragma in pragmas:
            connection.execute(pragma)
        if connection.execute("PRAGMA foreign_keys").fetchone() != (int(foreign_keys),):
            raise RuntimeError(
                f"SQLite did not set foreign_keys to {foreign_keys}; no transaction was started"
            )

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
