"""Promises of digests.py: equal rows have equal digests, whatever their order; anything else has another."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from loaders.digests import driver, table_digests
from schema.base import Base
from schema.digests import STORED, table_digest
from schema.engine import reader

Cell = str | int | float | None
# -0.0 is stored as 0.0.
reals = st.floats(allow_nan=False).map(lambda real: real + 0.0)
cells = st.none() | st.text(st.characters(codec="utf-8"), max_size=4) | st.integers(-5, 5) | reals
rows_of_two = st.lists(st.tuples(cells, cells), max_size=5)


def digest(*rows: tuple[Cell, ...]) -> str:
    """The digest of a table of untyped columns that holds these rows, in this order."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a, b)")
        for row in rows:
            connection.exec_driver_sql("INSERT INTO t VALUES (?, ?)", row)
        found = f"{table_digest(driver(connection), 't', ('a', 'b')):064x}"
    engine.dispose()
    return found


def test_the_order_of_rows_does_not_matter() -> None:
    """Every order of the same rows gives one digest."""
    rows: list[tuple[Cell, ...]] = [("a", 1), ("b", 2), ("a", 2), (None, 1)]
    assert len({digest(*order) for order in itertools.permutations(rows)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param([("1", 0)], [(1, 0)], id="text and number"),
        pytest.param([(1, 0)], [(1.0, 0)], id="whole and real number"),
        pytest.param([("", 0)], [(None, 0)], id="empty and NULL"),
        pytest.param([("None", 0)], [(None, 0)], id="the word None and NULL"),
        pytest.param([("ab", "c")], [("a", "bc")], id="neighbours"),
        pytest.param([("a", None)], [(None, "a")], id="columns changed over"),
        pytest.param([("a", "b")], [("a", "b"), ("a", "b")], id="a row twice"),
        pytest.param([], [(None, None)], id="a row of NULLs"),
        pytest.param(
            [("a", "b"), ("c", "d")], [("a", "d"), ("c", "b")], id="cells changed over between rows"
        ),
        pytest.param([("a\0b", 0)], [("a\0c", 0)], id="behind a NUL"),
        pytest.param([("é", 0)], [("e\u0301", 0)], id="composition"),
        pytest.param([("str:1:a", 0)], [("a", 0)], id="text that looks like an encoding"),
        pytest.param([(b"a", 0)], [("a", 0)], id="bytes and text"),
    ],
)
def test_other_rows_have_another_digest(one: list[tuple[Cell, ...]], other: list[tuple[Cell, ...]]) -> None:
    """Type, bytes, column, number of rows: a change in any of them shows."""
    assert digest(*one) != digest(*other)


@settings(deadline=None, max_examples=60)
@given(rows_of_two, rows_of_two)
def test_digests_are_equal_just_where_rows_are(
    one: list[tuple[Cell, ...]], other: list[tuple[Cell, ...]]
) -> None:
    """Any two tables have one digest if they hold the same rows, each as often and of the same types, and else not."""

    def counted(rows: list[tuple[Cell, ...]]) -> list[str]:
        return sorted(repr([(type(cell).__name__, cell) for cell in row]) for row in rows)

    assert (digest(*one) == digest(*other)) == (counted(one) == counted(other))


def test_a_digest_stays_as_it_is() -> None:
    """Golden value: a manifest written today is understood by every later version; no rows have the digest nought."""
    assert digest(("a", 1), (None, 2.5)) == "b79e9abacf442a09378f910b7b2b11f69ec87f2c03a5ccc2e45079b9ff58a0a3"
    assert digest() == "0" * 64


def test_every_table_of_ours_has_a_digest(connection: Connection) -> None:
    """All tables but that of the digests are covered, empty ones too; a user's own is not ours to judge."""
    connection.exec_driver_sql("CREATE TABLE notes (a)")
    found = table_digests(connection)
    assert set(found) == set(Base.metadata.tables) - {STORED}
    assert set(found.values()) == {"0" * 64}


def test_a_change_of_one_cell_changes_one_table(tmp_path: Path) -> None:
    """Of a built database, the table in which a cell changed has another digest, and no other table has."""
    file = invented.published(tmp_path)
    with reader(file).connect() as connection:
        before = table_digests(connection)
    with sqlite3.connect(file) as changed:
        changed.execute("UPDATE figures SET value = 1300 WHERE value = 1200")
    changed.close()
    with reader(file).connect() as connection:
        after = table_digests(connection)
    assert [table for table in before if before[table] != after[table]] == ["figures"]
