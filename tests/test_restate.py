"""Promises of migrations/restate.py: a CHECK in other words, nothing else of the file changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations

from migrations.restate import restate
from schema.engine import migrator

OLD, NEW = r"length\((\w+)\) < 5", r"length(\1) <= 4"
SHIPS = """CREATE TABLE ships (
    name TEXT, flag TEXT,
    CONSTRAINT ck_ships_short CHECK (length(name) < 5 AND length(flag) < 5),
    CONSTRAINT ck_ships_flag CHECK (length(flag) < 5)
)"""
SAID, RESTATED = "length(name) < 5 AND length(flag) < 5", "length(name) <= 4 AND length(flag) <= 4"
SHORT = {"ships": "ck_ships_short"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a table, a column and a CHECK of the user's own on it, and a row."""
    file = tmp_path / "port.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(SHIPS)
        connection.execute('ALTER TABLE ships ADD COLUMN "my, mark" TEXT CHECK (length(name) < 5)')
        connection.execute("INSERT INTO ships VALUES ('Nora', 'PL', 'x')")
    return file


@contextmanager
def migrating(file: Path) -> Iterator[None]:
    """Have `op` write to a file, in one transaction."""
    with (
        migrator(file).connect() as connection,
        connection.begin(),
        Operations.context(MigrationContext.configure(connection)),
    ):
        yield


def text_of(file: Path) -> str:
    """The text of the table as the file has it."""
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'ships'").fetchone()[0])


def test_only_the_constraint_is_said_otherwise(file: Path) -> None:
    """All else of the text stays, the user's own part too; whoever reads or writes next goes by the new words."""
    before = text_of(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("SELECT name FROM ships").fetchall()
        with migrating(file):
            restate(SHORT, OLD, NEW)
        assert other.execute("SELECT * FROM ships").fetchall() == [("Nora", "PL", "x")]
        with pytest.raises(sqlite3.IntegrityError, match="ck_ships_short"):
            other.execute("INSERT INTO ships VALUES ('Nora', 'Poland', 'x')")
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert text_of(file) == before.replace(SAID, RESTATED) != before


@pytest.mark.parametrize(
    ("constraints", "pattern", "replacement", "message"),
    [
        ({"ships": "ck_ships_long"}, OLD, NEW, "ck_ships_long is not what the migration expects"),
        ({"boats": "ck_ships_short"}, OLD, NEW, "boats: ck_ships_short is not what the migration expects"),
        (SHORT, r"octet_length\((\w+)\)", NEW, "ck_ships_short is not what the migration expects"),
        (SHORT, OLD, r"length(\1) < 3", "ships: CHECK constraint failed"),
    ],
    ids=["no such constraint", "no such table", "other words", "a row does not pass"],
)
def test_what_is_not_as_expected_changes_nothing(
    file: Path, constraints: dict[str, str], pattern: str, replacement: str, message: str
) -> None:
    """Where words or rows are not as the migration expects, it stops, and not a byte of the file is changed."""
    before = file.read_bytes()
    with pytest.raises(RuntimeError, match=message), migrating(file):
        restate(constraints, pattern, replacement)
    assert file.read_bytes() == before
