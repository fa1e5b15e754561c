"""No CSV of ours holds a cell that a spreadsheet program takes for a formula, and no number is touched."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote_plus

import invented
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_website import Site, records

from website.downloads import Select, write_csv
from website.formulas import guarded

FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "-", "+7 900 000", "-5%+1"),
    *('=HYPERLINK("https://example.org", "x")', "=cmd|' /C calc'!A0", "--5", "-5-5", "+a", "-1e", "=5"),
)
HARMLESS = ("-5", "+7", "-1,200", "-0.5", "-5%", "-1e-05", "a=1", "", "'=1", " - ", "1+1", "\u2212 5")


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    """Text that begins as a formula does gets an apostrophe, and is else as it was."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("cell", [*HARMLESS, -5, -0.5, None])
def test_numbers_and_other_text_stay_as_they_are(cell: object) -> None:
    """Numbers, numbers printed as text, and text that is no formula are the same in a CSV as in the file."""
    assert guarded(cell) == cell


@given(st.lists(st.text(alphabet="=+-@\t\r\n\uff1d'\",;a1 "), min_size=1, max_size=4))
def test_no_record_of_a_csv_begins_a_formula(cells: list[str]) -> None:
    """Whatever the text, and whatever the heading, no cell begins as a formula does, and all text is still there."""
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        sql = f"SELECT {', '.join('?' for _ in cells)}"
        write_csv(connection, Select(sql, cells, cells, 60_000, 10**6), file)
    found = list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))
    assert len(found) == 2
    for record in found:
        assert [cell.removeprefix("'") for cell in record] == [cell.removeprefix("'") for cell in cells]
        assert not any(cell[:1] in set("=@\t\r\n\uff1d") for cell in record)
        assert not any(cell[:1] in set("+-") and not cell[1:2].isdigit() for cell in record)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The invented port, of which every text that a page shows begins as a formula does."""
    folder = tmp_path_factory.mktemp("formulas")
    file = shutil.copyfile(invented.published(folder), folder / "formulas.db")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE articles SET title = '=1+' || title")
        connection.execute("UPDATE figures SET claim = '@' || claim")
        connection.execute("UPDATE measures SET name = '+' || name")
    with Site(file) as site:
        yield site


@pytest.mark.parametrize(
    "path",
    [
        "/relokanty/articles.csv",
        "/relokanty/articles.csv?_dl=on",
        "/relokanty/articles.csv?_size=1",
        "/relokanty/articles.csv?_stream=on&_labels=on",
        "/relokanty/articles/harbour-strike.csv",
        "/relokanty/figures.csv?_labels=on&_size=2",
        "/relokanty/figures.csv?_labels=on",
        "/relokanty/figure_claims.csv",
        "/relokanty/article_overview.csv?_size=2",
        "/relokanty/who-says-what.csv?speaker=",
        f"/relokanty.csv?sql={quote_plus('select title from articles')}",
        f"/relokanty.csv?sql={quote_plus('select title, 1 from articles')}&_size=2",
        f"/relokanty.csv?sql={quote_plus('select 1 as [=1+1]')}",
    ],
)
def test_every_csv_of_the_site_is_guarded(site: Site, path: str) -> None:
    """Whole tables, pages of them, single rows, views, questions and queries: no cell begins a formula."""
    answer = site.ask(path)
    assert answer.status_code == 200
    found = records(answer.text)
    assert len(found) > 1
    assert not [cell for record in found for cell in record if cell.startswith(("=", "@", "+"))]
    guards = [cell for record in found for cell in record if cell.startswith(("'=", "'@", "'+"))]
    assert guards or path.startswith("/relokanty/who-says-what")


def test_other_forms_hold_text_as_it_is(site: Site) -> None:
    """JSON has the text of the file, without an apostrophe; Datasette's page that debugs a CSV is shut."""
    row = site.ask("/relokanty/articles/harbour-strike.json").json()["rows"][0]
    assert any(isinstance(cell, str) and cell.startswith("=1+") for cell in row)
    assert site.ask("/relokanty/articles.csv?_trace=1&_size=1").status_code == 404


def test_a_page_of_long_cells_is_whole(site: Site) -> None:
    """A cell longer than Python's reader of CSV takes by itself is in the answer."""
    sql = "select '=' || printf('%.*c', 200000, 'x')"
    path = f"/relokanty.csv?_size=2&sql={quote_plus(sql)}"
    assert site.ask(path).text.splitlines()[1] == "'=" + "x" * 200_000
