"""Files hold the whole answer or say where it ends, and text in them stays text."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import math
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import invented
import pytest

from website.answers import HEADER
from website.downloads import Select, write_csv, write_geojson, write_workbook
from website.serve import application

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = ["=1+1", "+7", "-2", "@sum", "https://example.org/", "a\tb", "-5"]


def select(sql: str, *headings: str) -> Select:
    """What to select, with all the time and room there is."""
    return Select(sql, (), headings, 60_000, math.inf)


def cells(data: bytes) -> list[list[str | float | None]]:
    """Return the rows of a workbook; fails on any formula or link."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [
            name for name in archive.namelist() if "sharedStrings" not in name and "_rels/sheet" in name
        ]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - made by ourselves
    assert sheet.findall(f".//{SHEET}f") == sheet.findall(f".//{SHEET}hyperlink") == []
    return [
        [
            "".join(cell.itertext())
            if cell.get("t") == "inlineStr"
            else float(cell.findtext(f"{SHEET}v") or "nan")
            for cell in row
        ]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_a_spreadsheet_holds_text_as_text_and_numbers_as_numbers() -> None:
    """What looks like a formula, a link or a number but is text is never anything else."""
    values = ", ".join(f"('{text}', {number})" for number, text in enumerate(HOSTILE))
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        assert write_workbook(connection, select(f"VALUES {values}", "text", "number"), file) is None
    assert cells(file.getvalue()) == [
        ["text", "number"],
        *([text, float(n)] for n, text in enumerate(HOSTILE)),
    ]


def test_a_spreadsheet_ends_at_its_most_rows_and_says_so() -> None:
    """More rows than a spreadsheet is made for are not dropped in silence."""
    sql = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50001) SELECT i FROM n"
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        notice = write_workbook(connection, select(sql, "i"), file)
    found = cells(file.getvalue())
    assert notice is not None
    assert notice.startswith("CUT OFF after 50,000 rows")
    assert (found[50_000], found[-1]) == ([50_000.0], [notice])


def test_a_cell_that_is_too_long_is_cut_and_said_to_be() -> None:
    """A spreadsheet's cell holds 32,767 characters; longer text is shortened with a mark and a sentence."""
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        sql = "SELECT printf('%.*c', 40000, 'x')"
        notice = write_workbook(connection, select(sql, "text"), file)
    assert notice == "CUT: 1 cells were longer than a spreadsheet can hold."
    assert str(cells(file.getvalue())[1][0]).endswith("x [cut]")


def test_geojson_has_a_point_for_each_row_with_coordinates() -> None:
    """Longitude stands first, as the standard wants; rows without coordinates are counted, not placed at zero."""
    sql = "VALUES ('Gdynia', 54.5, 18.5), ('nowhere', NULL, NULL), ('Null Island', 0, 0)"
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        assert write_geojson(connection, select(sql, "name", "latitude", "longitude"), file) is None
    collection = json.loads(file.getvalue())
    assert [feature["geometry"]["coordinates"] for feature in collection["features"]] == [
        [18.5, 54.5],
        [0, 0],
    ]
    assert collection["features"][0]["properties"] == {"name": "Gdynia"}
    assert collection["rows_without_coordinates"] == 1


def test_geojson_of_no_rows_is_still_geojson() -> None:
    """An empty answer is an empty collection."""
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        write_geojson(connection, select("SELECT 1, 2 WHERE 0", "latitude", "longitude"), file)
    assert json.loads(file.getvalue())["features"] == []


def test_a_csv_that_outgrows_its_room_says_so() -> None:
    """The last record of a CSV that was cut off is the sentence that says why."""
    sql = (
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, i FROM n"
    )
    file = io.BytesIO()
    with closing(sqlite3.connect(":memory:")) as connection:
        notice = write_csv(connection, Select(sql, (), ("a", "b"), 60_000, 2_000), file)
    assert list(csv.reader(io.StringIO(file.getvalue().decode())))[-1] == [notice, ""]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A way to ask the site over the invented port for a path."""
    datasette = application(invented.published(tmp_path_factory.mktemp("port")))
    with asyncio.Runner() as runner:
        yield lambda path: runner.run(datasette.client.get(path))


def test_a_table_a_view_and_a_question_come_as_spreadsheets(site: Any, tmp_path: Path) -> None:
    """Every row is in the file, whatever the page shows."""
    with closing(sqlite3.connect(invented.published(tmp_path))) as connection:
        (mentions,) = connection.execute("SELECT count(*) FROM mentions").fetchone()
    table = site("/relokanty/mentions.xlsx?_size=1")
    assert len(cells(table.content)) == mentions + 1
    assert table.headers[HEADER] == "yes"
    assert "mentions.xlsx" in table.headers["content-disposition"]
    assert site("/relokanty/figure_claims.xlsx").status_code == 200
    assert site("/relokanty/who-says-what.xlsx?speaker=").status_code == 200
    assert site("/relokanty.xlsx?sql=select+1").status_code == 200


def test_places_come_as_geojson_and_figures_do_not(site: Any) -> None:
    """Only what has coordinates can be had for a map; the pages offer just that."""
    answer = site("/relokanty/places.geojson")
    assert [feature["properties"]["id"] for feature in answer.json()["features"]] == ["gdynia"]
    assert "places.geojson" in site("/relokanty/places").text
    assert "figures.geojson" not in site("/relokanty/figures").text
    assert site("/relokanty/figures.geojson").status_code == 404
    assert site("/relokanty/places/gdynia.xlsx").status_code == 404
