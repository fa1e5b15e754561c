"""An article goes with all its rows and no other, and may be replaced, in a database that the migrations made."""

from __future__ import annotations

import pytest
from schema_rows import (
    ARTICLES,
    COLUMNS,
    GROUPS,
    ROWS,
    SORTED,
    Contents,
    contents,
    dangling,
    full,
    insert,
    refusal,
    tuples,
)
from sqlalchemy import (
    Connection,
)


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
