"""Every rule of the schema refuses a row that breaks it, by name, in a database that the migrations made.

Rules that follow from a column's declaration have their cases made here; the others have theirs in
`cases/refusals.yaml`, beside the valid rows that the cases change.
"""

from __future__ import annotations

import math
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
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
    Index,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import IntegrityError

from schema import TABLES, vocabularies
from schema.base import Base
from schema.engine import writer
from schema.views import views

Row = dict[str, Any]
Contents = dict[str, set[tuple[Any, ...]]]

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("refusals.yaml").read_text("utf-8"))
GROUPS: dict[str, dict[str, list[Row]]] = CASES["rows"]
SORTED = Base.metadata.sorted_tables
ROWS = {
    table.name: list(chain(*(group.get(table.name, []) for group in GROUPS.values()))) for table in SORTED
}
COLUMNS = [column for table in SORTED for column in table.columns]
CONSTRAINTS = [
    constraint
    for table in SORTED
    for constraint in sorted(table.constraints, key=lambda constraint: str(constraint.name))
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


@pytest.fixture(scope="module")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database that holds the valid rows."""
    file = shutil.copyfile(migrated, tmp_path_factory.mktemp("filled") / "filled.db")
    with writer(file).begin() as connection:
        for table in SORTED:
            insert(connection, table, tuples(table, ROWS[table.name]))
    return file


@pytest.fixture(scope="module")
def opened(filled: Path) -> Iterator[Connection]:
    """Open that database, once for all tests."""
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


def name_of(value: object) -> str:
    """Return a readable name for a parameter of a test."""
    if isinstance(value, Case):
        return f"{value.rule}: {value.changes!a}"
    return full(value) if isinstance(value, Column) else str(getattr(value, "name", value))


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


# --- articles go and come back ------------------------------------------------------------------------------


def rows_without(article: str) -> Contents:
    """Return the valid rows of all tables that do not belong to an article."""
    kept = [tables for group, tables in GROUPS.items() if article not in group.split(" and ")]
    return {t.name: {row for tables in kept for row in tuples(t, tables.get(t.name, []))} for t in SORTED}


def test_the_valid_rows_fill_every_table_and_column() -> None:
    """Every table has a valid row, every column a value; the first article has rows in all its tables."""
    assert not [full(c) for c in COLUMNS if all(row.get(c.name) is None for row in ROWS[c.table.name])]
    owned = {table for group, tables in GROUPS.items() if group != "authorities" for table in tables}
    assert owned == {table for group, tables in GROUPS.items() if ARTICLES[0] in group for table in tables}
    assert owned & GROUPS["authorities"].keys() == {"evidence"}


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_goes_with_all_its_rows_and_no_other(valid: Connection, article: str) -> None:
    """Deleting an article deletes the rows read out of it in every table, and nothing else."""
    valid.exec_driver_sql("DELETE FROM articles WHERE id = ?", (article,))
    assert contents(valid) == rows_without(article)


def test_an_article_to_which_another_refers_cannot_go_alone(own: Connection) -> None:
    """The commit that would leave another article's references dangling is refused, and everything stays."""
    before = contents(own)
    own.exec_driver_sql("DELETE FROM articles WHERE id = 'harbour-strike'")
    assert dangling(own, "article_relations") == {("other_article_id",)}
    assert dangling(own, "figure_relations") == {("other_figure_id",)}
    assert refusal(own.exec_driver_sql, "COMMIT") == "FOREIGN KEY constraint failed"
    own.rollback()
    assert contents(own) == before


def test_an_article_to_which_nothing_refers_can_go(own: Connection) -> None:
    """The commit that takes out an article is accepted where no other refers to it."""
    own.exec_driver_sql("DELETE FROM articles WHERE id = 'strike-again'")
    own.commit()
    assert contents(own) == rows_without("strike-again")


def test_an_article_can_be_replaced_in_one_transaction(own: Connection) -> None:
    """An article that goes and comes back before the commit keeps the references of others to it."""
    before = contents(own)
    own.exec_driver_sql("DELETE FROM articles WHERE id = 'harbour-strike'")
    left = contents(own)
    for table in SORTED:
        if gone := before[table.name] - left[table.name]:
            insert(own, table, list(gone))
    own.commit()
    assert contents(own) == before != left


# --- the law of names ---------------------------------------------------------------------------------------


def test_everything_is_described() -> None:
    """Every table, column, view and column of a view has a description that ends with a full stop."""
    described = {full(column): column.comment for column in COLUMNS}
    described |= {table.name: table.comment for table in SORTED}
    for view in views():
        described |= {view.name: view.description}
        described |= {f"{view.name}.{column}": words for column, words in view.columns.items()}
    assert not [name for name, words in described.items() if not re.fullmatch(r".+[^.]\.", words or "")]


def test_views_have_the_columns_that_are_described(valid: Connection) -> None:
    """The columns of each view in the database are those described, in the same order."""
    for view in views():
        assert list(valid.exec_driver_sql(f"SELECT * FROM {view.name} LIMIT 0").keys()) == list(view.columns)


def test_the_tables_are_listed_once() -> None:
    """`schema.TABLES`, which readers follow, has every table once."""
    assert sorted(model.__tablename__ for model in TABLES) == sorted(ROWS)


def test_one_name_has_one_type() -> None:
    """Columns of one name have one type in every table, but for the exceptions that are written down."""
    types: dict[str, set[str]] = {}
    for column in COLUMNS:
        types.setdefault(column.name, set()).add(str(column.type))
    assert {name for name in types if len(types[name]) > 1} == CASES["two_types"].keys()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=name_of)
def test_every_foreign_key_is_indexed(valid: Connection, key: ForeignKeyConstraint) -> None:
    """The columns of a foreign key start an index or a key of the database, so that deleting stays fast."""
    indexes = names_of(valid.exec_driver_sql(f"PRAGMA index_list({key.table.name})"))
    starts = [names_of(valid.exec_driver_sql(f"PRAGMA index_info({name})")) for name in indexes]
    assert names_of(key.columns) in [start[: len(key.columns)] for start in starts]


def test_constraints_and_indexes_follow_the_law_of_names(valid: Connection) -> None:
    """In the database, constraints and indexes have the names that the law gives them, each once."""
    keys: list[Any] = [*FOREIGN_KEYS, *UNIQUES, *chain(*(table.indexes for table in SORTED))]
    kind = {ForeignKeyConstraint: "fk", UniqueConstraint: "uq", Index: "ix"}
    expected = [f"{kind[type(key)]}_{key.table.name}_{'_'.join(names_of(key.columns))}" for key in keys]
    expected += [*TABLE_OF_CHECK, *(f"pk_{name}" for name in ROWS)]
    assert all(rule.startswith(f"ck_{table}_") for rule, table in TABLE_OF_CHECK.items())
    constraint = r"(?:CONSTRAINT (\w+) )?(?:CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY) ?\("
    objects = valid.exec_driver_sql(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql > ''"
    ).all()
    found = [row.name for row in objects if row.type == "index"]
    found += chain(*(re.findall(constraint, row.sql) for row in objects if row.name in ROWS))
    assert sorted(found) == sorted(expected)
    assert len(found) == len(set(found))


def test_dates_have_their_two_days() -> None:
    """Beside every date in EDTF stand its first and its last day, and no first day stands without a last."""
    for table in SORTED:
        dates = {column.name for column in table.columns if column.info["form"] == "edtf"}
        days = {column.name for column in table.columns if column.info["form"] == "day"}
        stems = dates | {name.rpartition("_")[0] for name in days}
        assert days == {f"{stem}_{end}" for stem in stems for end in ("earliest", "latest")}


def test_every_term_has_a_meaning() -> None:
    """Terms are lower case with underscores, with a meaning without a full stop; each list is used."""
    lists = [
        value for name, value in vars(vocabularies).items() if name.isupper() and isinstance(value, dict)
    ]
    used = [column.info["vocabulary"] for column in COLUMNS if "vocabulary" in column.info]
    assert not [terms for terms in lists if not any(terms is other for other in used)]
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", term) for terms in used for term in terms)
    meanings = chain(*(terms.values() for terms in [*lists, *used] if len(terms) > 1))
    assert not [meaning for meaning in meanings if not re.fullmatch(r".*[^.\s]", meaning)]
