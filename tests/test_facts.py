"""Promises of the data: single facts of the bundled articles, asked through SQL as a user would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loaders import yaml_source

_FACTS, _ = yaml_source.read(Path(__file__).parent / "cases" / "facts.yaml")


@pytest.mark.parametrize("case", _FACTS, ids=[case["fact"] for case in _FACTS])
def test_the_fact_is_as_the_article_has_it(case: dict[str, object], built: Path) -> None:
    """A fact that an editor would look up is in the rows just so; one that no article states is not."""
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        rows = connection.execute(str(case["sql"])).fetchall()
    assert [" | ".join("-" if cell is None else str(cell) for cell in row) for row in rows] == case["expect"]


_COUNTED = (
    *("paragraphs", "passages", "mentions", "dates", "statements", "figures", "person_attributes"),
    *("event_reports", "event_participants", "event_places", "event_details", "event_relations"),
    *("article_dates", "article_topics", "issues", "evidence"),
)


def test_each_article_has_the_rows_that_its_editor_counted(built: Path) -> None:
    """A row that an article gains or loses is a change of the seeds that somebody has looked at."""
    counts, _ = yaml_source.read(Path(__file__).parent / "cases" / "counts.yaml")
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        found = {article: _counts(connection, article) for article in counts}
        articles = {row[0] for row in connection.execute("SELECT id FROM articles WHERE kind = 'held'")}
    assert articles == set(counts)
    assert found == {
        article: {table: int(n) for table, n in tables.items()} for article, tables in counts.items()
    }


def _counts(connection: sqlite3.Connection, article: str) -> dict[str, int]:
    """Count an article's rows; a table without article_id is reached through its passage or its report."""
    counts = {}
    for table in _COUNTED:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if "article_id" in columns:
            where = "article_id = ?1"
        elif "paragraph_id" in columns:
            where = "paragraph_id IN (SELECT id FROM paragraphs WHERE article_id = ?1)"
        elif "event_report_id" in columns:
            where = "event_report_id IN (SELECT id FROM event_reports WHERE article_id = ?1)"
        else:
            where = (
                "passage_id IN (SELECT s.id FROM passages AS s JOIN paragraphs AS g ON g.id = s.paragraph_id "
                "WHERE g.article_id = ?1)"
            )
        counts[table] = connection.execute(
            f"SELECT count(*) FROM {table} WHERE {where}", (article,)
        ).fetchone()[0]
    return counts
