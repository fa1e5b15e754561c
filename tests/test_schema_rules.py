"""Every rule of the schema refuses a row that breaks it, by name, in a database that the migrations made.

Rules that follow from a column's declaration have their cases made here; the others have theirs in
`cases/refusals.yaml`, beside the valid rows that the cases change.
"""

from __future__ import annotations

import math
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain, combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import IntegrityError

from schema import TABLES, vocabularies
from schema.base import Base
from schema.engine import writer
from schema.views import views

Row = dict[str, Any]
Key = PrimaryKeyConstraint | UniqueConstraint

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("cases").joinpath("refusals.yaml").read_text("utf-8")
)
GROUPS: dict[str, dict[str, list[Row]]] = CASES["rows"]
ROWS = {
    table.name: [row for group in GROUPS.values() for row in group.get(table.name, [])]
    for table in Base.metadata.sorted_tables
}
TABLE_LIST = list(Base.metadata.sorted_tables)
COLUMNS = [column for table in TABLE_LIST for column in table.columns]
CONSTRAINTS = [constraint for table in TABLE_LIST for constraint in table.constraints]
FOREIGN_KEYS = [key for key in CONSTRAINTS if isinstance(key, ForeignKeyConstraint)]
KEYS = [key for key in CONSTRAINTS if isinstance(key, PrimaryKeyConstraint | UniqueConstraint)]
DANGLING = {"TEXT": "no-such-row", "INTEGER": 2**53 - 1}


class Case(NamedTuple):
    """Changes to a valid row of a table that break one rule."""

    rule: str
    table: str
    changes: Row


def full(column: Column[Any]) -> str:
    """Return the name of a column with its table's."""
    return f"{column.table.name}.{column.name}"


def place(table: str, changes: Row) -> int:
    """Return which valid row to change: the first that has values in all changed columns, else the first."""
    rows = (
        number for number, row in enumerate(ROWS[table]) if all(row.get(name) is not None for name in changes)
    )
    return next(rows, 0)


def rows_of(table: Table, rows: list[Row]) -> list[tuple[Any, ...]]:
    """Return rows as tuples of all columns of their table."""
    return [tuple(row.get(column.name) for column in table.columns) for row in rows]


def insert(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """Insert whole rows."""
    marks = ", ".join("?" for _ in table.columns)
    connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({marks})", rows)


def change(connection: Connection, table: str, changes: Row) -> int:
    """Change one valid row of a table; return how many were changed."""
    values = {name: value for name, value in changes.items() if name != "row"}
    row = ROWS[table][changes.get("row", place(table, values))]
    key = [column.name for column in Base.metadata.tables[table].primary_key.columns]
    setting = ", ".join(f"{name} = ?" for name in values)
    where = " AND ".join(f"{name} = ?" for name in key)
    return connection.exec_driver_sql(
        f"UPDATE {table} SET {setting} WHERE {where}", (*values.values(), *(row[name] for name in key))
    ).rowcount


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


def contents(connection: Connection) -> dict[str, set[tuple[Any, ...]]]:
    """Return all rows of all tables."""
    return {
        table.name: {tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}")}
        for table in TABLE_LIST
    }


@pytest.fixture(scope="module")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database that holds the valid rows; copy it, never commit to it."""
    file = shutil.copyfile(migrated, tmp_path_factory.mktemp("filled") / "filled.db")
    with writer(file).begin() as connection:
        for table in TABLE_LIST:
            insert(connection, table, rows_of(table, ROWS[table.name]))
    return file


@pytest.fixture(scope="module")
def opened(filled: Path) -> Iterator[Connection]:
    """Open that database once."""
    with writer(filled).connect() as connection:
        yield connection


@pytest.fixture
def valid(opened: Connection) -> Iterator[Connection]:
    """Return a connection to the valid rows, whose changes are undone."""
    yield opened
    opened.rollback()


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[Connection]:
    """Return a connection to a copy of the valid rows, which a test may commit to."""
    with writer(shutil.copyfile(filled, tmp_path / "own.db")).connect() as connection:
        yield connection


# --- cases made from the declarations -----------------------------------------------------------------------


def cases_of(column: Column[Any]) -> Iterator[tuple[str, Row]]:
    """Yield, for the rules that follow from a column's declaration, the rule's ending and what breaks it."""
    name, info = column.name, column.info
    form, wrong = info["form"], list[Any]()
    match form:
        case "term":
            wrong = ["no such term", "", next(iter(info["vocabulary"])).upper()]
        case "slug":
            wrong = ["", "Upper", "two words", "under_score", "caf\u00e9", "dot."]
        case "day":
            wrong = ["9999-1-1", "9999-01", "9999-20-01", "9999-01-40", "9999-01-01T00", "soon"]
        case "sha256":
            wrong = ["a" * 63, "a" * 65, "A" * 64, "g" * 64, ""]
        case "number_key":
            form, wrong = "bits", [-1, 2**53]
        case "number":
            form, wrong = "range", list(outside(column))
        case "text" | "edtf":
            yield f"{name}_not_blank", {name: ""}
            yield f"{name}_not_blank", {name: "  "}
            present = next(row[name] for row in ROWS[column.table.name] if row.get(name))
            yield "no_nul", {name: f"{present}\0"}
            yield "no_nul", {name: f"{present}\0 and more"}
    for value in wrong:
        yield f"{name}_{form}", {name: value}
    if form == "edtf":
        earliest, latest = f"{name}_earliest", f"{name}_latest"
        yield f"{name}_before_days", {name: None}
        yield f"{name}_before_days", {name: None, earliest: None}
        yield f"{name}_before_days", {name: None, latest: None}
    if form == "day" and name.endswith("_earliest"):
        stem = name.removesuffix("_earliest")
        yield f"{stem}_order", {name: "9999-12-31"}
        yield f"{stem}_order", {f"{stem}_latest": "0000-01-01"}


def outside(column: Column[Any]) -> Iterator[float]:
    """Yield the numbers nearest to a column's bounds outside them, and the infinities of a real."""
    low, high, finite = column.info["minimum"], column.info["maximum"], column.info.get("finite")
    if low is not None:
        yield math.nextafter(low, -math.inf) if finite else low - 1
    if high is not None:
        yield math.nextafter(high, math.inf) if finite else high + 1
    if finite:
        yield from (math.inf, -math.inf)


def check_cases() -> list[Case]:
    """Return the cases of all CHECKs: those of the case file, and those made for the other rules."""
    tables = {str(rule.name): rule.table.name for rule in CONSTRAINTS if isinstance(rule, CheckConstraint)}
    given = [
        Case(rule, tables[rule], changes) for rule, cases in CASES["refusals"].items() for changes in cases
    ]
    made = (
        Case(f"ck_{column.table.name}_{ending}", column.table.name, changes)
        for column in COLUMNS
        for ending, changes in cases_of(column)
    )
    elsewhere = CASES["refusals"].keys() | CASES["implied"].keys()
    return given + [case for case in made if case.rule not in elsewhere]


CHECK_CASES = check_cases()


def name_of(value: object) -> str | None:
    """Return a readable name for a parameter of a test."""
    if isinstance(value, Case):
        return f"{value.rule}: {ascii(value.changes)}"
    return full(value) if isinstance(value, Column) else str(getattr(value, "name", value))


# --- refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CHECK_CASES, ids=name_of)
def test_a_broken_check_is_refused_by_name(valid: Connection, case: Case) -> None:
    """A row that breaks a CHECK is refused, and the message names the CHECK."""
    assert refusal(change, valid, case.table, case.changes) == f"CHECK constraint failed: {case.rule}"


def test_every_check_has_a_case() -> None:
    """Every CHECK has a case, or says by which other rules it is implied; no case is of a rule that is gone."""
    checks = [str(rule.name) for rule in CONSTRAINTS if isinstance(rule, CheckConstraint)]
    cases = {case.rule for case in CHECK_CASES}
    assert sorted(checks) == sorted(cases | CASES["implied"].keys())
    assert not cases & CASES["implied"].keys()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=name_of)
def test_a_dangling_reference_is_refused(valid: Connection, key: ForeignKeyConstraint) -> None:
    """A reference to no row is refused: at once, or at the commit where the key is deferred."""
    table, column = key.table.name, list(key.columns)[-1]
    changes = {column.name: DANGLING[str(column.type)]}
    if not key.deferrable:
        assert refusal(change, valid, table, changes) == "FOREIGN KEY constraint failed"
        valid.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    assert change(valid, table, changes) == 1
    assert tuple(key.column_keys) in dangling(valid, table)
    assert refusal(valid.exec_driver_sql, "COMMIT") == "FOREIGN KEY constraint failed"


def contains_key(key: Key) -> bool:
    """Tell whether a UNIQUE holds all columns of its table's primary key, so that it is broken with that only."""
    return isinstance(key, UniqueConstraint) and set(key.columns) >= set(key.table.primary_key.columns)


@pytest.mark.parametrize("key", [key for key in KEYS if not contains_key(key)], ids=name_of)
def test_a_second_row_of_one_key_is_refused(valid: Connection, key: Key) -> None:
    """A row that has the key of another is refused for just that key, its other keys being new."""
    row = {column.name: ROWS[key.table.name][0].get(column.name) for column in key.table.columns}
    others = (other for other in KEYS if other.table is key.table and other is not key)
    for column in (set(other.columns) - set(key.columns) for other in others):
        changed = sorted(column, key=lambda column: column.name)[-1]
        row[changed.name] = "other" if str(changed.type) == "TEXT" else 77
    names = ", ".join(full(column) for column in key.columns)
    values = rows_of(key.table, [row])
    assert refusal(insert, valid, key.table, values) == f"UNIQUE constraint failed: {names}"


@pytest.mark.parametrize("key", [key for key in KEYS if contains_key(key)], ids=name_of)
def test_a_wider_key_is_there_to_be_referred_to(valid: Connection, key: Key) -> None:
    """A UNIQUE that contains the primary key is a key of the database, and a composite foreign key needs it."""
    columns = [column.name for column in key.columns]
    assert any([part.column for part in foreign.elements] == list(key.columns) for foreign in FOREIGN_KEYS)
    indexes = valid.exec_driver_sql(f"PRAGMA index_list({key.table.name})").all()
    found = [valid.exec_driver_sql(f"PRAGMA index_info({row.name})").all() for row in indexes if row.unique]
    assert columns in [[part.name for part in parts] for parts in found]


@pytest.mark.parametrize("column", [column for column in COLUMNS if not column.nullable], ids=name_of)
def test_null_is_refused_where_a_value_is_needed(valid: Connection, column: Column[Any]) -> None:
    """A column that must have a value refuses NULL."""
    # SQLite's quirk: an INSERT without an integer key is given one, so only an UPDATE can show the refusal.
    message = (
        "datatype mismatch"
        if column.info["form"] == "number_key"
        else f"NOT NULL constraint failed: {full(column)}"
    )
    assert refusal(change, valid, column.table.name, {column.name: None}) == message


@pytest.mark.parametrize("column", COLUMNS, ids=name_of)
def test_a_value_of_another_type_is_refused(valid: Connection, column: Column[Any]) -> None:
    """Tables are STRICT: words are no number, a fraction is no integer, bytes are no text."""
    declared = str(column.type)
    wrong = {"INTEGER": {"TEXT": "many", "REAL": 1.5}, "REAL": {"TEXT": "many"}, "TEXT": {"BLOB": b"words"}}
    for given, value in wrong[declared].items():
        message = f"cannot store {given} value in {declared} column {full(column)}"
        expected = "datatype mismatch" if column.info["form"] == "number_key" else message
        assert refusal(change, valid, column.table.name, {column.name: value}) == expected


BOUNDED = [
    (column, bound)
    for column in COLUMNS
    for bound in (column.info.get("minimum"), column.info.get("maximum"))
    if bound is not None and column.table.name != "passages"  # whose offsets depend on its words
]


@pytest.mark.parametrize(("column", "bound"), BOUNDED, ids=name_of)
def test_a_bound_itself_is_accepted(valid: Connection, column: Column[Any], bound: float) -> None:
    """The lowest and the highest number that a column declares are within its range."""
    assert change(valid, column.table.name, {column.name: bound}) == 1


