"""Promises of table pages at any size: counts of whole tables are read, later pages go by index, pages stay short."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode

import pytest

from benchmarks.filled import fill
from website.answers import HEADER
from website.keyset import in_index_order
from website.metadata import DATABASE
from website.serve import application
from website.stored_answers import answers_file
from website.tables import PAGES, sortable

ARTICLES = 120


class Site:
    """Datasette over a filled database; all requests go through one event loop."""

    def __init__(self, file: Path) -> None:
        self.datasette = application(file)
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.close()

    def ask(self, path: str) -> Any:
        """Return the response to a request."""
        return self._runner.run(self.datasette.client.get(f"/{DATABASE}/{path}"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented corpus of some size."""
    made = tmp_path_factory.mktemp("pages") / "filled.db"
    fill(made, ARTICLES, state="published")
    return made


@pytest.fixture(scope="module")
def site(file: Path) -> Iterator[Site]:
    """Serve it."""
    with Site(file) as site:
        yield site


@pytest.mark.parametrize("table", [name for name, page in PAGES.items() if page.facets])
def test_counts_of_a_whole_table_are_those_of_its_rows(site: Site, table: str) -> None:
    """What was counted once is what Datasette counts, value for value, in its order and with its labels."""
    stored = site.ask(f"{table}.json").json()["facet_results"]
    # A filter that every row passes has Datasette count by itself.
    counted = site.ask(f"{table}.json?_where=1").json()["facet_results"]
    assert list(stored) == list(PAGES[table].facets)

    def told(facets: Any) -> Any:
        return {
            name: [(value["value"], value["label"], value["count"]) for value in facet["results"]]
            for name, facet in facets.items()
        }

    assert told(stored) == told(counted)
    for name, facet in stored.items():
        assert facet["truncated"] == counted[name]["truncated"]


def test_counts_of_a_whole_table_are_read_and_not_counted(file: Path, tmp_path: Path) -> None:
    """Pages show the stored counts of a whole table and of one value; what else is left is counted."""
    copy = shutil.copyfile(file, tmp_path / "copy.db")
    shutil.copyfile(answers_file(file), answers_file(copy))
    with Site(copy) as site:
        stored = answers_file(copy)
        site.datasette.get_database(DATABASE).close()
        with closing(sqlite3.connect(stored)) as connection, connection:
            connection.execute("UPDATE facets SET rows = 987654 WHERE table_name = 'mentions'")
        assert "987,654" in site.ask("mentions").text
        assert site.ask("mentions.json?reading=literal").json()["filtered_table_rows_count"] == 987654
        assert "987,654" not in site.ask("mentions?reading=literal&form=name").text


@pytest.mark.parametrize("table", [name for name, page in PAGES.items() if page.facets])
def test_the_rows_with_one_value_are_as_many_as_are_told(site: Site, file: Path, table: str) -> None:
    """The number that a narrowed table tells is that of its rows, of a value that no row has too."""
    with closing(sqlite3.connect(file)) as connection:
        for column in PAGES[table].facets:
            sql = f"SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC"
            for value, count in [*connection.execute(sql).fetchmany(3), ("no such", 0)]:
                address = f"{table}.json?_size=0&{urlencode({column: value})}"
                assert site.ask(address).json()["filtered_table_rows_count"] == count


@pytest.mark.parametrize("query", ["persons.json?", "articles.json?", "figures.json?", "paragraphs.json?"])
def test_sorted_tables_lose_no_row_between_pages(site: Site, query: str) -> None:
    """Page after page of a sorted table, also from last to first, gives every row once."""
    table = query.partition(".")[0]
    for sort in ("", "_sort_desc=id&", "_sort=id&"):
        found: list[str] = []
        after = ""
        while True:
            answer = site.ask(f"{query}{sort}_size=50&_shape=objects{after}").json()
            found += [row["id"] for row in answer["rows"]]
            if not answer["next"]:
                break
            after = f"&_next={answer['next']}"
        assert len(found) == len(set(found)) == answer["filtered_table_rows_count"], (table, sort)


def test_what_comes_after_a_row_is_found_in_the_order_of_an_index(file: Path) -> None:
    """The SQL of a later page reads an index from one place on; nothing that is left of the table is sorted."""
    for sql in (
        'select id, name from persons where ("name" > :p0 or ("name" = :p0 and ("id" > :p1))) '
        "order by name, id limit 51",
        "select id, title from articles where (published_latest < :p0 or published_latest is null or "
        "(published_latest = :p0 and (id > :p1))) order by published_latest desc, id limit 51",
    ):
        with closing(sqlite3.connect(file)) as connection:
            values = {"p0": "2023-06-06", "p1": "invented-00000009"}
            plan = str(connection.execute(f"EXPLAIN QUERY PLAN {in_index_order(sql)}", values).fetchall())
            assert "MULTI-INDEX OR" not in plan
            assert "FOR ORDER BY" not in plan
            assert "INDEX ix_" in plan
            rows = connection.execute(in_index_order(sql), values).fetchall()
            assert rows == connection.execute(sql, values).fetchall() != []


def test_a_page_shows_the_first_rows_of_an_answer(site: Site) -> None:
    """Of a long answer a page lays out 100 rows and says so; JSON has 2,000, the CSV all."""
    page = site.ask("how-do-we-know-the-dates")
    assert page.text.count("<tr>") == 101
    assert "only the first 100 rows" in page.text
    assert page.headers[HEADER].startswith("no; cut off after 100 rows")
    assert len(site.ask("how-do-we-know-the-dates.json").json()["rows"]) > 100
    answer = site.ask("how-do-we-know-the-dates.csv?_stream=on")
    assert answer.headers[HEADER] == "yes"
    assert answer.text.count("\n") > 100


def test_great_tables_are_sorted_only_where_an_index_goes(site: Site) -> None:
    """A small table can be sorted by every column, a great one by its own order and its key."""
    assert sortable("mentions", 1_000) is None
    assert sortable("figures", 1_000_000) == ["measure_id", "id"]
    assert sortable("figure_claims", 1_000_000) == ["measure"]
    assert "_sort=form" in site.ask("mentions").text
