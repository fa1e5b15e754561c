"""Promises of questions.py: what is asked of stored rows is the question's own SQL but for the clauses that say so."""

from __future__ import annotations

import pytest

from website.questions import with_clauses

SQL = "WITH one AS (\n    SELECT 1 AS a\n    WHERE TRUE\n)\nSELECT a\nFROM one\nWHERE a\n    OR 1\nORDER BY\n    a"


def test_a_clause_takes_the_place_of_the_whole_one_of_the_same_name() -> None:
    """Indented lines belong to the clause before them, and what stands in brackets stays."""
    found = with_clauses(SQL, "FROM stored.one\n    AS one\nWHERE one.a\nORDER BY one.rowid")
    expected = SQL.replace("\nFROM one", "\nFROM stored.one\n    AS one").replace(
        "WHERE a\n    OR 1", "WHERE one.a"
    )
    assert found == expected.replace("ORDER BY\n    a", "ORDER BY one.rowid")


def test_a_select_of_its_own_stands_for_itself() -> None:
    """A file that says what is selected replaces all."""
    assert with_clauses(SQL, "SELECT * FROM stored.one") == "SELECT * FROM stored.one"


def test_a_clause_that_the_question_lacks_is_refused() -> None:
    """A clause that would replace nothing is a mistake in the file, not nothing."""
    with pytest.raises(ValueError, match="ORDER BY does not stand once"):
        with_clauses("SELECT a\nFROM one", "ORDER BY a")
