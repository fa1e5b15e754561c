"""The law of names (docs/naming.md): everything is described, and named, typed and indexed alike."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import pytest
from schema_rows import (
    CASES,
    COLUMNS,
    FOREIGN_KEYS,
    ROWS,
    SORTED,
    TABLE_OF_CHECK,
    UNIQUES,
    full,
    name_of,
    names_of,
)
from sqlalchemy import (
    Connection,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)

from schema import TABLES, vocabularies
from schema.views import views


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
