"""No page of a table, view or question sorts or searches all of what grows with the corpus: SQLite's plans say so."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from benchmarks.filled import fill
from schema import Base
from website.keyset import in_index_order
from website.metadata import DATABASE
from website.questions import questions
from website.serve import application
from website.spelling import teach
from website.stored_answers import StoredAnswers, attach
from website.tables import PAGES

# A reference leaves few rows, which are sorted as they are read.
NARROWED = [
    (table, column)
    for table, page in PAGES.items()
    for column in page.facets
    if table not in Base.metadata.tables or not Base.metadata.tables[table].columns[column].foreign_keys
]
# Of a few thousand rows SQLite rightly sorts all; of 100,000 articles it reads the index, as was measured.
SMALL = {"articles"}
# SQLite's statistics of dates over 100,000 articles: some hundreds of rows fall on each day.
DAYS = {"ix_articles_published_latest": "100001 125", "ix_events_date_earliest": "249922 312"}
# What somebody typed is sorted where few rows are found, which cannot be told from the plan.
SORTED_AS_FOUND = {"one-person-step-by-step", "who-says-what"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that SQLite takes for one of 90,000 articles: of few rows it rightly reads all."""
    made = tmp_path_factory.mktemp("plans") / "filled.db"
    fill(made, 300, state="published")
    with closing(sqlite3.connect(made)) as connection, connection:
        found = connection.execute("SELECT rowid, stat FROM sqlite_stat1").fetchall()
        changed = [(_at_scale(stat), rowid) for rowid, stat in found]
        connection.executemany("UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?", changed)
        days = [(stat, index) for index, stat in DAYS.items()]
        connection.executemany("UPDATE sqlite_stat1 SET stat = ? WHERE idx = ?", days)
    return made


def _at_scale(stat: str) -> str:
    """Return SQLite's statistics of an index as they would be of 300 times as many rows, with the same few values."""
    rows, *alike = (int(number) for number in stat.split() if number.isdigit())
    return " ".join(str(number) for number in [rows * 300, *(n * 300 if n > 1 else n for n in alike)])


@pytest.fixture(scope="module")
def datasette(file: Path) -> Any:
    """Serve it."""
    return application(file)


@pytest.fixture(scope="module")
def connection(datasette: Any, file: Path) -> Iterator[sqlite3.Connection]:
    """Open it as the site does."""
    answers: StoredAnswers = datasette.get_database(DATABASE).answers
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as opened:
        attach(opened, answers)
        teach(opened)
        yield opened


def plan(connection: sqlite3.Connection, sql: str, values: Any) -> str:
    """Return SQLite's plan as text."""
    return "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))


def plan_of_all_rows(connection: sqlite3.Connection, sql: str, values: Any) -> str:
    """Return SQLite's plan without what it does for a single row, whose parts are few."""
    found: list[str] = []
    of_a_row: set[int] = set()
    for number, parent, _, words in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values):
        if parent in of_a_row or words.startswith("CORRELATED"):
            of_a_row.add(number)
        else:
            found.append(words)
    return "\n".join(found)


def asked(datasette: Any, path: str) -> tuple[str, dict[str, Any]]:
    """Return the SQL with which Datasette fills a page, as our database gets it, and its values."""
    query = asyncio.run(datasette.client.get(f"/{DATABASE}/{path}")).json()["query"]
    return in_index_order(query["sql"]), query["params"]


@pytest.mark.parametrize("name", [name for name in PAGES if not PAGES[name].hidden and name not in SMALL])
def test_the_rows_of_a_page_are_read_off(datasette: Any, connection: sqlite3.Connection, name: str) -> None:
    """A table's or view's page takes its rows from an index or from their own order, and so does the next page."""
    following = asyncio.run(datasette.client.get(f"/{DATABASE}/{name}.json?_size=1")).json()["next"]
    for path in (f"{name}.json", f"{name}.json?_size=1&_next={following}"):
        found = plan(connection, *asked(datasette, path if following else f"{name}.json"))
        assert "TEMP B-TREE FOR ORDER BY" not in found, found
        assert "MULTI-INDEX OR" not in found, found


@pytest.mark.parametrize(("name", "column"), NARROWED)
def test_a_page_that_is_narrowed_down_goes_by_an_index(
    connection: sqlite3.Connection, name: str, column: str
) -> None:
    """The rows with one value of a facet, and their number, are found by an index that begins with it."""
    (values,) = connection.execute(f"SELECT count(DISTINCT {column}) FROM {name}").fetchone()
    if values == 1:
        return  # One value leaves all rows, which no index can make fewer.
    order = PAGES[name].sort or (f"{PAGES[name].sort_desc} desc" if PAGES[name].sort_desc else None)
    where = f"from {name} where {column} = :p0"
    for sql in (f"select count(*) {where}", f"select * {where}" + (f" order by {order}" if order else "")):
        found = plan(connection, sql, {"p0": "value"})
        table = name if name in Base.metadata.tables else f"stored.{name}"
        searched = f"SEARCH {table} USING" in found
        # Of a value that nearly all rows have, it reads the rows in their order and passes over others.
        in_order = f"SCAN {table}" in found and "count" not in sql
        assert searched or in_order, found
        assert "TEMP B-TREE" not in found, found


@pytest.mark.parametrize("question", [q for q in questions() if q.group != "Search"], ids=lambda q: q.name)
def test_an_answer_is_read_in_its_order(
    datasette: Any, connection: sqlite3.Connection, question: Any
) -> None:
    """Where nothing is typed, an answer is read off; where something is, only what was found may be sorted."""
    instead = datasette.get_database(DATABASE).answers.instead[question.sql]
    found = plan_of_all_rows(connection, instead.of({}), {})
    assert "TEMP B-TREE" not in found, found
    assert "AUTOMATIC" not in found, found
    typed = dict.fromkeys(question.parameters, "typed")
    found = plan_of_all_rows(connection, instead.of(typed), typed)
    assert question.name in SORTED_AS_FOUND or "TEMP B-TREE" not in found, found
    assert "AUTOMATIC" not in found, found


def test_searches_look_at_no_more_than_can_be_read(connection: sqlite3.Connection) -> None:
    """Both searches find words by the full-text index, and rank only where few hold them."""
    for question in (question for question in questions() if question.group == "Search"):
        found = plan(connection, question.sql.replace("escape_fts(:q)", ":q"), {"q": "border"})
        assert "VIRTUAL TABLE INDEX" in found
        assert "SCAN g" not in found
        assert "SCAN n" not in found
