"""Valid rows of every table, from cases/refusals.yaml, and what tests of the schema do with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import IntegrityError

from schema.base import Base

Row = dict[str, Any]
Contents = dict[str, set[tuple[Any, ...]]]

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("refusals.yaml").read_text("utf-8"))
GROUPS: dict[str, dict[str, list[Row]]] = CASES["rows"]
SORTED = Base.metadata.sorted_tables
ROWS = {
    table.name: list(chain(*(group.get(table.name, []) for group in GROUPS.values()))) for table in SORTED
}
COLUMNS = [column for table in SORTED for column in table.columns]
# Tables hold their constraints in a set; tests want one order.
CONSTRAINTS = [
    rule for table in SORTED for rule in sorted(table.constraints, key=lambda rule: str(rule.name))
]
FOREIGN_KEYS = [key for key in CONSTRAINTS if isinstance(key, ForeignKeyConstraint)]
UNIQUES = [key for key in CONSTRAINTS if isinstance(key, UniqueConstraint)]
KEYS = [*UNIQUES, *(table.primary_key for table in SORTED)]
TABLE_OF_CHECK = {
    str(rule.name): rule.table.name for rule in CONSTRAINTS if isinstance(rule, CheckConstraint)
}
ARTICLES = [row["id"] for row in ROWS["articles"]]


class Case(NamedTuple):
    """Changes to a valid row of a table that break one rule."""

    rule: str
    table: str
    changes: Row


def full(column: Column[Any]) -> str:
    """Return the name of a column with its table's."""
    return f"{column.table.name}.{column.name}"


def is_rowid(column: Column[Any]) -> bool:
    """Tell whether SQLite keeps the column as the number of the row itself."""
    return column.info["form"] == "number_key" and len(column.table.primary_key) == 1


def names_of(columns: Any) -> list[str]:
    """Return the names of columns, of rows of a PRAGMA, and the like."""
    return [column.name for column in columns]


def tuples(table: Table, rows: list[Row]) -> list[tuple[Any, ...]]:
    """Return rows as tuples of all columns of their table."""
    return [tuple(row.get(column.name) for column in table.columns) for row in rows]


def insert(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """Insert whole rows."""
    marks = ", ".join("?" for _ in table.columns)
    connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({marks})", rows)


def change(connection: Connection, table: str, changes: Row) -> int:
    """Change the n-th valid row, else the first with values in all changed columns, else the first."""
    values = {name: value for name, value in changes.items() if name != "row"}
    rows = [row for row in ROWS[table] if all(row.get(name) is not None for name in values)] + ROWS[table]
    row = ROWS[table][changes["row"]] if "row" in changes else rows[0]
    key = names_of(Base.metadata.tables[table].primary_key)
    setting, where = ", ".join(f"{name} = ?" for name in values), " AND ".join(f"{name} = ?" for name in key)
    parameters = (*values.values(), *(row[name] for name in key))
    return connection.exec_driver_sql(f"UPDATE {table} SET {setting} WHERE {where}", parameters).rowcount


def refusal(action: Callable[..., object], *arguments: object) -> str:
    """Do what must be refused, and return SQLite's words."""
    with pytest.raises(IntegrityError) as caught:
        action(*arguments)
    assert isinstance(caught.value.orig, sqlite3.IntegrityError)
    return str(caught.value.orig)


def dangling(connection: Connection, table: str) -> set[tuple[str, ...]]:
    """Return the columns of the foreign keys of a table that some row breaks."""
    keys: dict[int, list[str]] = {}
    for number, position, _, column, *_ in connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})"):
        keys.setdefault(number, []).insert(position, column)
    broken = connection.exec_driver_sql(f"PRAGMA foreign_key_check({table})").all()
    return {tuple(keys[number]) for _, _, _, number in broken}


def contents(connection: Connection) -> Contents:
    """Return all rows of all tables."""
    return {
        name: {tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")} for name in ROWS
    }


def name_of(value: object) -> str:
    """Return a readable name for a parameter of a test."""
    if isinstance(value, Case):
        return f"{value.rule}: {value.changes!a}"
    return full(value) if isinstance(value, Column) else str(getattr(value, "name", value))
