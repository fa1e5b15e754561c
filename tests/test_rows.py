"""Promises of rows.py: rows are whole, of known columns, each once, and come out in an order of their own."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import Connection

from loaders.annotation import Basis
from loaders.identifiers import derived_number
from loaders.rows import Rows
from loaders.write import insert
from schema.basis import Evidence, Issue, Maker
from schema.claims import Measure
from schema.places import Place
from schema.text import Paragraph


def makers(*numbers: int) -> Rows:
    """Rows of makers, added in the order given."""
    rows = Rows()
    for number in numbers:
        rows.add(Maker, id=f"m-{number}", kind="reviewer", name=f"Maker {number}")
    return rows


def test_a_row_has_every_column_of_its_table() -> None:
    """Columns that are not named are NULL, and the order of the names does not matter."""
    rows = Rows()
    rows.add(Maker, name="Ewa", kind="reviewer", id="ewa")
    ((table, values),) = rows.tables()
    assert dict(zip(table.columns.keys(), values[0], strict=True)) == {
        "id": "ewa",
        "kind": "reviewer",
        "name": "Ewa",
        "version": None,
    }


def test_an_unknown_column_is_an_error() -> None:
    """A misspelt column is told with its table, not dropped."""
    with pytest.raises(KeyError, match=r"makers has no column nane, vers"):
        Rows().add(Maker, id="ewa", nane="Ewa", vers="1")


def test_the_same_row_twice_is_one() -> None:
    """Adding a row again changes nothing, so that shared passages need no care."""
    assert [len(values) for _, values in makers(1, 2, 1).tables()] == [2]


def test_two_rows_of_one_key_are_an_error() -> None:
    """Two different rows that claim one id are told both; neither wins in silence."""
    rows = makers(1)
    with pytest.raises(ValueError, match=r"two different rows of makers have the key .*Maker 1.*Other"):
        rows.add(Maker, id="m-1", kind="reviewer", name="Other")


def test_rows_come_in_order_of_key_whatever_order_they_were_added_in() -> None:
    """Numbers are ordered as numbers, text as text; the order of adding leaves no trace."""
    numbers = list(range(30))
    random.Random(1).shuffle(numbers)
    assert list(makers(*numbers).tables()) == list(makers(*sorted(numbers)).tables())
    rows = Rows()
    for number in (10, 9, 2**53 - 1, 0):
        rows.add(Issue, id=number, article_id="a", kind="unread", item="x", reason="y")
    assert [row[0] for _, values in rows.tables() for row in values] == [0, 9, 10, 2**53 - 1]


def test_parents_come_before_children() -> None:
    """Tables come in an order in which every reference to another table finds its row."""
    rows = Rows()
    rows.add(Evidence, id=1, table_name="makers", row_id="a", column_name="name", basis="stated")
    rows.add(Issue, id=1, article_id="a", paragraph_id=1, kind="unread", item="x", reason="y")
    rows.add(Paragraph, id=1, article_id="a", number=1, text="x", word_count=1)
    names = [table.name for table, _ in rows.tables()]
    assert names.index("paragraphs") < names.index("issues")
    assert sorted(names) == ["evidence", "issues", "paragraphs"]


def test_rows_of_one_table_may_refer_to_each_other(connection: Connection) -> None:
    """A part may come before its whole: such references are checked at the end of the transaction."""
    rows = Rows()
    rows.add(Measure, id="a-part", name="part", meaning="part", unit="person", parent_id="z-whole")
    rows.add(Measure, id="z-whole", name="whole", meaning="whole", unit="person")
    with connection.begin():
        insert(connection, rows)
    assert connection.exec_driver_sql("SELECT count(*) FROM measures").scalar() == 2


def test_evidence_is_of_a_column_that_exists() -> None:
    """Evidence for a column that its table does not have is an error, not a row that explains nothing."""
    known = Basis(basis="inferred", reasoning="because")
    rows = Rows()
    with pytest.raises(KeyError, match=r"evidence for places\.colour, which does not exist"):
        rows.add_evidence(Place, "gdynia", "colour", known)
    rows.add_evidence_for_all(Place, "gdynia", {"kind": known, "status": known})
    ((_, values),) = rows.tables()
    assert {row[0] for row in values} == {
        derived_number("gdynia", "places", "gdynia", c) for c in ("kind", "status")
    }


def test_evidence_keeps_everything_that_is_known() -> None:
    """Table, row, column, basis, reasoning, source, other value, article and passage all stand in the row."""
    rows = Rows()
    known = Basis(basis="external", reasoning="why", source="where", other="else")
    rows.add_evidence(Place, 7, "kind", known, article="port", passage=3)
    ((table, values),) = rows.tables()
    row = dict(zip(table.columns.keys(), values[0], strict=True))
    assert row.pop("id") == derived_number("port", "places", "7", "kind")
    assert row == {
        "article_id": "port",
        "table_name": "places",
        "row_id": "7",
        "column_name": "kind",
        "basis": "external",
        "reasoning": "why",
        "source": "where",
        "other_value": "else",
        "passage_id": 3,
    }
