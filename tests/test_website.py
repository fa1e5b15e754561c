"""The website shows all of the data, in every form, under names that people understand, and leads nowhere wrong.

Requests go to Datasette in this process, over the database that the bundled seeds make.
"""

from __future__ import annotations

import asyncio
import csv
import html
import io
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
import yaml

from loaders.dates_in_words import date_in_words
from schema import TABLES as MODELS
from schema.views import views
from website.answers import HEADER
from website.metadata import FILE, as_yaml, metadata
from website.questions import Question, questions
from website.serve import application
from website.wording import headline, with_code

MAIN = ("articles", "persons", "places", "figures", "events")
NAMES = [*(model.__tablename__ for model in MODELS), *(view.name for view in views())]
QUESTIONS = [question.name for question in questions()]


class Site:
    """A database file, and Datasette over it; all requests go through one event loop."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._datasette = application(file)
        self._runner = asyncio.Runner()
        self._pages: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.close()

    def ask(self, path: str, method: str = "get") -> Any:
        """Return the response to a request."""
        return self._runner.run(self._datasette.client.request(method, path))

    def page(self, path: str) -> str:
        """Return a page that must exist; each is asked for once."""
        if path not in self._pages:
            response = self.ask(path)
            assert response.status_code == 200, (path, response.text)
            self._pages[path] = response.text
        return self._pages[path]

    def ask_database(self, question: Callable[[sqlite3.Connection], Any]) -> Any:
        """Return what a function finds on a connection as the site has it."""
        return self._runner.run(self._datasette.get_database("relokanty").execute_fn(question))

    def rows(self, sql: str) -> list[Any]:
        """Return rows straight from the file."""
        with closing(sqlite3.connect(f"file:{self.file}?immutable=1", uri=True)) as connection:
            return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds from a file with a name of its own: addresses stay the same."""
    with Site(shutil.copyfile(built, tmp_path_factory.mktemp("website") / "of.other-name.db")) as site:
        yield site


def records(text: str) -> list[list[str]]:
    """Read CSV."""
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", [*NAMES, *QUESTIONS])
def test_every_page_answers_in_every_form(site: Site, name: str) -> None:
    """Each table, view and question answers as a page, as JSON and as CSV, and the CSV says that it is whole."""
    page = site.page(f"/relokanty/{name}")
    assert f'href="/relokanty/{name}.json' in page or "No rows." in page
    assert f'href="/relokanty/{name}.csv?_stream=on' in page or "No rows." in page
    rows = site.ask(
        f"/relokanty/{name}.json?_shape=array&_size=max" if name in NAMES else f"/relokanty/{name}.json"
    )
    assert rows.status_code == 200
    answer = site.ask(f"/relokanty/{name}.csv?_stream=on&_labels=on")
    assert (answer.status_code, answer.headers[HEADER]) == (200, "yes")
    if name in NAMES:
        assert len(records(answer.text)) - 1 == site.rows(f"SELECT count(*) FROM {name}")[0][0]


@pytest.mark.parametrize("table", MAIN)
def test_every_row_of_the_main_tables_has_a_page(site: Site, table: str) -> None:
    """Each row has a page under its label, JSON, and CSV; what a figure or an event rests on is shown."""
    label = metadata()["databases"]["relokanty"]["tables"][table]["label_column"]  # type: ignore[index]
    for key, name in site.rows(f"SELECT id, {label} FROM {table}"):
        page = html.unescape(site.page(f"/relokanty/{table}/{key}"))
        assert "<h1>" + (name or headline(None, key))[:100] in page
        assert table not in {"figures", "events"} or "<mark>" in page
        for form in ("json", "csv"):
            assert site.ask(f"/relokanty/{table}/{key}.{form}").status_code == 200


def test_a_csv_holds_every_value_and_what_it_refers_to(site: Site) -> None:
    """The CSV of a table gives its values in order and, with labels, the name of what each id refers to."""
    rows = site.rows(
        "SELECT figure_id, f.claim, role, place_id, p.name FROM figure_places AS fp "
        "JOIN figures AS f ON f.id = fp.figure_id JOIN places AS p ON p.id = fp.place_id "
        "ORDER BY figure_id, role, place_id"
    )
    head, *answer = records(site.ask("/relokanty/figure_places.csv?_labels=on").text)
    assert head == ["figure_id", "figure_id_label", "role", "place_id", "place_id_label"]
    assert answer == [list(row) for row in rows]
    assert len(records(site.ask("/relokanty/figure_places.csv?_size=2").text)) == 3


def test_a_row_shows_its_words_and_how_the_rest_is_known(site: Site) -> None:
    """A row whose value is not printed shows the words in their paragraph, the basis and the reasoning."""
    key, words, before, reasoning = site.rows(
        "SELECT r.id, w.words, substr(g.text, 1, w.start_offset), e.reasoning FROM event_reports AS r "
        "JOIN passages AS w ON w.id = r.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id "
        "JOIN evidence AS e ON e.table_name = 'event_reports' AND e.row_id = r.id AND e.basis = 'inferred' "
        "WHERE w.start_offset > 0 ORDER BY r.id"
    )[0]
    page = html.unescape(site.page(f"/relokanty/event_reports/{key}"))
    assert f"{before}<mark>{words}</mark>" in page
    assert "<strong>inferred</strong>" in page
    assert reasoning in page


def test_references_on_a_row_are_labelled_links(site: Site) -> None:
    """A figure names its measure and its article, not their ids."""
    key, measure, name, article = site.rows(
        "SELECT f.id, m.id, m.name, f.article_id FROM figures AS f JOIN measures AS m ON m.id = f.measure_id"
    )[0]
    page = html.unescape(site.page(f"/relokanty/figures/{key}"))
    assert f'<a href="/relokanty/measures/{measure}" title="{measure}">{name}</a>' in page
    assert f'<a href="/relokanty/articles/{article}" title="{article}">' in page


def test_no_link_leads_nowhere(site: Site) -> None:
    """All internal links of home, database, table, view and question pages are good.

    Links to rows are looked up in the file; of the others, one of each page and sort of parameters is followed.
    """
    rows: dict[str, set[str]] = {}
    shapes: dict[tuple[str, ...], str] = {}
    for path in ["/", "/relokanty", *(f"/relokanty/{name}" for name in [*NAMES, *QUESTIONS])]:
        for href in map(html.unescape, re.findall(r'href="([^"]*)"', site.page(path))):
            link = path + href if href.startswith("?") else href.removeprefix("http://localhost")
            parts = urlsplit(link)
            if parts.path.count("/") == 3 and not parts.query and "." not in parts.path:
                _, _, table, key = parts.path.split("/")
                rows.setdefault(table, set()).add(key)
            elif parts.path.endswith((".csv", ".json")):
                continue  # asked for above
            elif link.startswith("/"):
                asked = {name if name.startswith("_") else "filter" for name in parse_qs(parts.query)}
                shapes[parts.path, *sorted(asked)] = link
            else:
                assert href.startswith("#") or parts.scheme == "https", (path, href)
    assert len(rows) > 20
    for table, keys in rows.items():
        columns = [str(row[1]) for row in site.rows(f"PRAGMA table_info({table})") if row[5]]
        known = {",".join(map(str, row)) for row in site.rows(f"SELECT {', '.join(columns)} FROM {table}")}
        assert {re.sub("~([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), key) for key in keys} <= known, table
    for link in shapes.values():
        fewer = f"{'&' if '?' in link else '?'}_size=1" if link.startswith("/relokanty/") else ""
        assert site.ask(link + fewer).status_code == 200, link


@pytest.mark.parametrize("question", questions(), ids=QUESTIONS)
def test_every_question_has_an_answer_for_people(site: Site, question: Question) -> None:
    """Asked without parameters it gives rows; its columns have names, and ids stand last."""
    answer = site.ask(f"/relokanty/{question.name}.json").json()
    assert answer["rows"]
    assert all(re.fullmatch("[a-z][a-z_]*", column) for column in answer["columns"])
    ids = [column.endswith("_id") for column in answer["columns"]]
    assert ids == sorted(ids)
    assert set(question.choices) <= set(question.parameters)
    page = html.unescape(site.page(f"/relokanty/{question.name}"))
    for meaning in question.parameters.values():
        assert f'<label for="parameter-1">{meaning}</label>' in page
    for parameter in question.choices:
        choice = re.findall(r'<option value="([^"]+)">', page)[0]
        path = f"/relokanty/{question.name}.json?{parameter}={quote_plus(choice)}"
        assert 0 < len(site.ask(path).json()["rows"]) <= len(answer["rows"])


@pytest.mark.parametrize("search", ["search-paragraphs", "search-names"])
def test_search_takes_whatever_is_typed(site: Site, search: str) -> None:
    """Quotes, operators, signs and nothing at all give rows, help or no rows, never an error."""
    for typed in ("", " ", '"', '""', "*", "(", "a AND", "NEAR(x", "-", "'", "\0", "“", "x" * 3000):
        assert site.ask(f"/relokanty/{search}.json?q={quote_plus(typed)}").status_code == 200, typed
    assert "Type " in site.page(f"/relokanty/{search}")


def test_names_are_found_by_any_beginning_and_without_accents(site: Site) -> None:
    """A variant, its beginning, and the plain letters for accented ones find the same place."""
    for typed in ("Türkiye", "turki", "TURKEY"):
        found = site.ask(f"/relokanty/search-names.json?q={quote_plus(typed)}").json()["rows"]
        assert "turkiye" in [row[-1] for row in found], typed


@pytest.mark.parametrize(("name", "key"), [("figures", "id"), ("figure_claims", "figure_id")])
def test_sorted_tables_lose_no_row_between_pages(site: Site, name: str, key: str) -> None:
    """Following the next page of a table or view sorted by any column, either way, shows every row once."""
    columns = [row[1] for row in site.rows(f"PRAGMA table_info({name})")]
    keys = sorted(row[0] for row in site.rows(f"SELECT {key} FROM {name}"))
    for order in [f"{way}={column}" for way in ("_sort", "_sort_desc") for column in columns]:
        path = f"/relokanty/{name}.json?_shape=objects&_size=20&_col={key}&_nofacet=1&_nocount=1&{order}"
        seen: list[str] = []
        while path:
            page = site.ask(path).json()
            seen += [row[key] for row in page["rows"]]
            path = (page["next_url"] or "").removeprefix("http://localhost")
        assert sorted(seen) == keys, order


def test_pages_ask_nobody_else_and_run_only_files(site: Site) -> None:
    """No page loads anything from another host, and none has a script, style or event handler of its own."""
    for path in [
        "/",
        "/relokanty",
        "/relokanty/figures",
        "/relokanty/figure_claims",
        "/relokanty?sql=select+1",
    ]:
        page = site.page(path)
        assert '<html lang="en">' in page
        assert '<main id="content"' in page
        assert not re.search(
            r"<(script|img|iframe)[^>]*src=.?(https?:)?//|<link[^>]*stylesheet[^>]*//|@import", page
        )
        assert not re.search(r"<script>|<style|\sstyle=|\son[a-z]+=", page)
        inputs = re.findall(r"<(?:input|select|textarea)(?![^>]*hidden)[^>]*>", page)
        unlabelled = [field for field in inputs if "aria-label" not in field and " id=" not in field]
        assert [field for field in unlabelled if "checkbox" not in field] == []


def test_the_home_page_names_the_build(site: Site) -> None:
    """Every page's footer has the build id; home has the file's hash, licence, and the articles by headline."""
    (build,) = site.rows("SELECT content FROM about_file WHERE name = 'build_id'")[0]
    home = html.unescape(site.page("/"))
    assert build in home
    assert build in site.ask("/nothing").text
    assert "creativecommons.org/licenses/by/4.0" in home
    for (title,) in site.rows("SELECT title FROM articles WHERE title IS NOT NULL"):
        assert title in home


def test_the_metadata_file_is_fresh_and_complete(site: Site) -> None:
    """`website/metadata.yaml` is what the models say; every table and column of the file is described."""
    assert FILE.read_text(encoding="utf-8") == as_yaml(), "run `make docs`"
    tables = yaml.safe_load(as_yaml())["databases"]["relokanty"]["tables"]
    shadows = tuple(f"{name}_" for name, table in tables.items() if table.get("hidden"))
    names = [row[0] for row in site.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    for name in names:
        if not name.startswith((*shadows, "sqlite_")):
            columns = [row[1] for row in site.rows(f"PRAGMA table_info({name})")]
            assert list(tables[name]["columns"]) == columns, name
            assert all([tables[name]["description"], *tables[name]["columns"].values()]), name
            settings = tables[name]
            used = [settings.get(key) for key in ("label_column", "sort", "sort_desc")]
            assert {column for column in [*used, *settings.get("facets", [])] if column} <= set(columns), name
    assert set(tables) <= set(names)


def test_dates_and_code_read_as_words() -> None:
    """EDTF intervals, seasons and doubts are put in words; text between backticks becomes code, the rest text."""
    dates = {
        "2022": "2022",
        "../2022": "2022 or earlier",
        "2022-22?": "perhaps summer 2022",
        "2022~/..": "about 2022 or later",
    }
    assert {date: date_in_words(date) for date in dates} == dates
    assert with_code("a `b` <c>") == "a <code>b</code> &lt;c&gt;"
    assert with_code("one ` only") == "one ` only"
