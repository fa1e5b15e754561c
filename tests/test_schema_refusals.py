"""Every rule of the schema refuses a row that breaks it, by name, in a database that the migrations made.

Rules that follow from a column's declaration have their cases made here; the others have theirs in
`cases/refusals.yaml`, beside the valid rows that the cases change.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from schema_rows import (
    CASES,
    COLUMNS,
    FOREIGN_KEYS,
    KEYS,
    ROWS,
    TABLE_OF_CHECK,
    UNIQUES,
    Case,
    Row,
    change,
    dangling,
    full,
    insert,
    is_rowid,
    name_of,
    names_of,
    refusal,
    tuples,
)
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Table,
    UniqueConstraint,
)

from schema import TABLES
from schema.base import Base

# --- cases made from the declarations -----------------------------------------------------------------------


def cases_of(column: Column[Any]) -> Iterator[tuple[str, Row]]:
    """Yield, for the rules that follow from a column's declaration, the rule's ending and what breaks it."""
    name, info = column.name, column.info
    ending, wrong = info["form"], list[Any]()
    match info["form"]:
        case "term":
            wrong = ["no such term", "", next(iter(info["vocabulary"])).upper()]
        case "slug":
            wrong = ["", "Upper", "two words", "under_score", "caf\u00e9", "dot.", "-", "-a", "a-"]
        case "day":
            wrong = [
                "9999-19-39",
                "9999-04-31",
                "9999-02-29",
                "9999-1-1",
                "9999-01",
                "9999-20-01",
                "9999-01-40",
            ]
            wrong += ["9999-01-01T00", "9999-01-01\0"]
            wrong += [f"{'9999-11-11'[:n]}x{'9999-11-11'[n + 1 :]}" for n in range(10)]
        case "sha256":
            wrong = ["a" * 63, "a" * 65, "A" * 64, "g" * 64, ""]
        case "number_key":
            ending, wrong = "bits", [-1, 2**53]
        case "number":
            ending, wrong = "range", list(outside(column))
        case "text" | "edtf":
            ending, wrong = "not_blank", ["", "  ", "\n\t", "\u00a0"]
        case "as_printed":
            ending, wrong = "length", [""] if info["minimum"] else []
    if info["form"] in {"text", "as_printed", "edtf", "slug", "sha256"}:
        present = next(row[name] for row in ROWS[column.table.name] if row.get(name))
        yield from (("no_nul", {name: present + end}) for end in ("\0", "\0 and more"))
    yield from ((f"{name}_{ending}", {name: value}) for value in wrong)
    if info["form"] == "edtf":
        for days in ((), ("earliest",), ("latest",)):
            yield f"{name}_has_days", {name: None, **{f"{name}_{day}": None for day in days}}
        yield f"{name}_has_days", {f"{name}_earliest": None, f"{name}_latest": None}
    if name.endswith("_earliest"):
        yield name.replace("_earliest", "_order"), {name: "9999-12-31"}
        yield name.replace("_earliest", "_order"), {name.replace("_earliest", "_latest"): "0000-01-01"}


def outside(column: Column[Any]) -> Iterator[float]:
    """Yield the numbers nearest to a column's bounds outside them, and the infinities of a real."""
    low, high, finite = column.info["minimum"], column.info["maximum"], column.info.get("finite")
    if low is not None:
        yield math.nextafter(low, -math.inf) if finite else low - 1
    if high is not None:
        yield math.nextafter(high, math.inf) if finite else high + 1
    if finite:
        yield from (math.inf, -math.inf)


def allowed(column: Column[Any]) -> tuple[str, list[Any]]:
    """Return the ending of the rule that a column's declaration makes, and values just inside it."""
    info = column.info
    bounds = [bound for bound in (info.get("minimum"), info.get("maximum")) if bound is not None]
    kinds: dict[str, tuple[str, list[Any]]] = {
        "term": ("term", list(info.get("vocabulary", ()))),
        "slug": ("slug", ["a", "0", "z9--a"]),
        "day": ("day", ["0000-01-01", "1999-12-31"]),
        "sha256": ("sha256", ["0123456789abcdef" * 4]),
        "number_key": ("bits", [0, 2**53 - 1]),
        "number": ("range", bounds or [-1e300, 1e300]),
        "text": ("not_blank", ["x", " x"]),
        "edtf": ("not_blank", ["x"]),
        "as_printed": ("length", ["x", "\u00a0"] if info.get("minimum") else []),
    }
    return kinds.get(info["form"], ("", []))


def made_cases() -> Iterator[Case]:
    """Yield the cases that follow from the declarations, but for rules whose cases are given."""
    for table, column in ((column.table.name, column) for column in COLUMNS):
        cases = (Case(f"ck_{table}_{ending}", table, changes) for ending, changes in cases_of(column))
        yield from (case for case in cases if case.rule not in CASES["refusals"])


GIVEN = [
    Case(rule, TABLE_OF_CHECK[rule], change) for rule, cases in CASES["refusals"].items() for change in cases
]
CHECK_CASES = GIVEN + [case for case in made_cases() if case.rule not in CASES["implied"]]


# --- refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CHECK_CASES, ids=name_of)
def test_a_broken_check_is_refused_by_name(valid: Connection, case: Case) -> None:
    """A row that breaks a CHECK is refused, and the message names the CHECK."""
    assert refusal(change, valid, case.table, case.changes) == f"CHECK constraint failed: {case.rule}"


@pytest.mark.parametrize(
    "case", [case for case in made_cases() if case.rule in CASES["implied"]], ids=name_of
)
def test_an_implied_rule_is_kept_by_the_others(valid: Connection, case: Case) -> None:
    """A row that breaks a rule said to be implied by others is refused, by one of them."""
    assert case.rule not in refusal(change, valid, case.table, case.changes)


def test_every_check_has_a_case() -> None:
    """Every CHECK has a case, or is said to be implied by others; no case is of a rule that is gone."""
    cases = {case.rule for case in CHECK_CASES}
    assert sorted(TABLE_OF_CHECK) == sorted(cases | CASES["implied"].keys())
    assert not cases & CASES["implied"].keys()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=name_of)
def test_a_dangling_reference_is_refused(valid: Connection, key: ForeignKeyConstraint) -> None:
    """A reference to no row is refused: at once, or at the commit where the key is deferred."""
    table, column = key.table.name, list(key.columns)[-1]
    changes = {column.name: "no-such-row" if str(column.type) == "TEXT" else 2**53 - 1}
    if not key.deferrable:
        assert refusal(change, valid, table, changes) == "FOREIGN KEY constraint failed"
        valid.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    assert change(valid, table, changes) == 1
    assert tuple(key.column_keys) in dangling(valid, table)
    assert refusal(valid.exec_driver_sql, "COMMIT") == "FOREIGN KEY constraint failed"


def is_wider(key: Any) -> bool:
    """Tell whether a UNIQUE holds its table's whole primary key, so that it is never broken alone."""
    return key in UNIQUES and set(key.columns) >= set(key.table.primary_key.columns)


def column_terms(column: Column[Any]) -> list[str]:
    """Return the terms of a column of a closed list; none for others."""
    return list(column.info.get("vocabulary", ()))


@pytest.mark.parametrize("key", [key for key in KEYS if not is_wider(key)], ids=name_of)
def test_a_second_row_of_one_key_is_refused(valid: Connection, key: Any) -> None:
    """A row that has the key of another is refused for just that key, its other keys being new."""
    row, easiest = dict(ROWS[key.table.name][0]), {"text": 0, "reference": 1}
    for other in (other for other in KEYS if other.table is key.table and other is not key):
        parts = set(other.columns) - set(key.columns)
        part = min(parts, key=lambda column: easiest.get(column.info["form"], 2))
        terms = [term for term in column_terms(part) if term != row[part.name]]
        row[part.name] = terms[0] if terms else "other" if str(part.type) == "TEXT" else 77
    names = ", ".join(full(column) for column in key.columns)
    message = refusal(insert, valid, key.table, tuples(key.table, [row]))
    assert message == f"UNIQUE constraint failed: {names}"


@pytest.mark.parametrize("key", [key for key in KEYS if is_wider(key)], ids=name_of)
def test_a_wider_key_is_there_to_be_referred_to(valid: Connection, key: UniqueConstraint) -> None:
    """A UNIQUE that contains the primary key is one in the database, and a composite foreign key needs it."""
    assert any([part.column for part in foreign.elements] == list(key.columns) for foreign in FOREIGN_KEYS)
    indexes = valid.exec_driver_sql(f"PRAGMA index_list({key.table.name})").all()
    parts = [valid.exec_driver_sql(f"PRAGMA index_info({row.name})").all() for row in indexes if row.unique]
    assert names_of(key.columns) in [names_of(columns) for columns in parts]


@pytest.mark.parametrize("column", [column for column in COLUMNS if not column.nullable], ids=name_of)
def test_null_is_refused_where_a_value_is_needed(valid: Connection, column: Column[Any]) -> None:
    """A column that must have a value refuses NULL."""
    message = f"NOT NULL constraint failed: {full(column)}"
    if is_rowid(column):  # on INSERT, SQLite makes up a number where it is NULL
        message = "datatype mismatch"
    assert refusal(change, valid, column.table.name, {column.name: None}) == message


@pytest.mark.parametrize("column", COLUMNS, ids=name_of)
def test_a_value_of_another_type_is_refused(valid: Connection, column: Column[Any]) -> None:
    """Tables are STRICT: words are no number, a fraction is no integer, bytes are no text."""
    declared = str(column.type)
    wrong = {"INTEGER": {"TEXT": "many", "REAL": 1.5}, "REAL": {"TEXT": "many"}, "TEXT": {"BLOB": b"words"}}
    values: dict[str, Any] = wrong[declared]  # type: ignore[assignment]
    for given, value in values.items():
        message = f"cannot store {given} value in {declared} column {full(column)}"
        expected = "datatype mismatch" if is_rowid(column) else message
        assert refusal(change, valid, column.table.name, {column.name: value}) == expected


# NaN reads as NULL, which here means an open end.
OPEN_ENDS = {"interval_low", "interval_high"}
REALS = [column for column in COLUMNS if str(column.type) == "REAL" and column.name not in OPEN_ENDS]


@pytest.mark.parametrize("column", REALS, ids=name_of)
def test_nan_is_refused(valid: Connection, column: Column[Any]) -> None:
    """NaN, which SQLite takes as NULL, does not pass for the number that a row needs."""
    refusal(change, valid, column.table.name, {column.name: math.nan})


STEMS = [(column.table.name, column.name[:-9]) for column in COLUMNS if column.name.endswith("_earliest")]
VARIANTS = [Case("valid", table, row) for table, rows in CASES["accepted"].items() for row in rows]
VARIANTS += [
    Case("one day", t, dict.fromkeys([f"{s}_earliest", f"{s}_latest"], "2000-01-01")) for t, s in STEMS
]


@pytest.mark.parametrize("case", VARIANTS, ids=name_of)
def test_a_valid_variant_is_accepted(valid: Connection, case: Case) -> None:
    """A row on the near side of the rules is accepted, and leaves no reference dangling."""
    assert change(valid, case.table, case.changes) == 1
    assert not dangling(valid, case.table)


@pytest.mark.parametrize("column", [column for column in COLUMNS if allowed(column)[1]], ids=name_of)
def test_what_a_declaration_allows_is_accepted(valid: Connection, column: Column[Any]) -> None:
    """Every term, the bounds themselves and the shortest text satisfy the column's CHECK in the database."""
    ending, values = allowed(column)
    rule = f"ck_{column.table.name}_{column.name}_{ending}"
    query = "SELECT sql FROM sqlite_schema WHERE name = ?"
    sql = str(valid.exec_driver_sql(query, (column.table.name,)).scalar_one())
    found = re.search(rf"CONSTRAINT {rule} CHECK \((.*)\),?$", sql, re.MULTILINE)
    assert found
    for value in [*values, None]:
        query = f"SELECT ({found[1]}) FROM (SELECT ? AS {column.name})"
        held = valid.exec_driver_sql(query, (value,)).scalar_one()
        assert held in ({None, 1} if value is None else {1}), value


def rules_left_unknown(table: Table, rules: dict[str, str]) -> Iterator[str]:
    """Yield those rules of a table that some row leaves unknown while it breaks none of the others.

    Every combination of a few values of the columns is tried; SQLite lets a row pass where a CHECK is NULL.
    """
    domains, text = [], " ".join(rules.values())
    for column in (column for name, column in table.columns.items() if re.search(rf"\b{name}\b", text)):
        terms = [f"'{term}'" for term in column.info.get("vocabulary", ()) if f"'{term}'" in text]
        values = ["'a'", "'b'", *terms] if str(column.type) == "TEXT" else ["0", "0.5", "9"]
        rows = ", ".join(f"({value})" for value in values + ["NULL"] * bool(column.nullable))
        domains.append(f"(SELECT column1 AS {column.name} FROM (VALUES {rows}))")
    for rule, sql in rules.items():
        others = [f"coalesce(({other}), 1)" for name, other in rules.items() if name != rule]
        where = " AND ".join([f"({sql}) IS NULL", *others])
        with closing(sqlite3.connect(":memory:")) as memory:
            if memory.execute(f"SELECT 1 FROM {', '.join(domains)} WHERE {where}").fetchone():
                yield rule


def test_no_rule_is_left_unknown() -> None:
    """No NULL makes a rule over several columns unknown, save where the rule is meant to pass then."""
    unknown: list[str] = []
    for table, model in ((Base.metadata.tables[model.__tablename__], model) for model in TABLES):
        rules = {
            str(rule.name): str(rule.sqltext) for rule in model.rules if isinstance(rule, CheckConstraint)
        }
        words = {rule: re.findall(r"\w+", sql) for rule, sql in rules.items()}
        several = {rule for rule in rules if len({*words[rule]} & {*table.columns.keys()}) > 1}
        unknown += rules_left_unknown(table, {rule: sql for rule, sql in rules.items() if rule in several})
    assert set(unknown) == CASES["unknown"].keys()
