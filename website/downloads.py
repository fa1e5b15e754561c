"""Answers as files: CSV and spreadsheets, each whole or with a sentence that says where it ends."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

import xlsxwriter
from datasette.utils import sqlite_timelimit

from website.formulas import guarded_row

_CHUNK: Final = 65_536
# A spreadsheet is opened whole in memory; who needs more rows takes the CSV.
_MOST_ROWS: Final = 50_000
# The most that one cell of a spreadsheet can hold.
_LONGEST_CELL: Final = 32_767
_CUT: Final = " [cut]"
# Rows with these two columns can stand on a map.
COORDINATES: Final = ("latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Select:
    """What to select for a file: SQL and its parameters, the header row, and how long it may take and be."""

    sql: str
    parameters: Any
    headings: Sequence[str]
    milliseconds: int
    most_bytes: float


Write = Callable[[sqlite3.Connection, Select, IO[bytes], bool], str | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which answers are given: the suffix of its files, its media type, and what writes it."""

    suffix: str
    content_type: str
    write: Write


class SpooledAnswer:
    """An answer of HTTP from a temporary file, which is closed once it is sent."""

    def __init__(self, file: SpooledTemporaryFile[bytes], headers: dict[str, str]) -> None:
        self.headers = headers
        self._file = file

    async def asgi_send(self, send: Any) -> None:
        """Send headers and content; the interface that Datasette asks of an answer."""
        headers = [[name.encode("latin-1"), value.encode("latin-1")] for name, value in self.headers.items()]
        with self._file as file:
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            file.seek(0)
            while chunk := file.read(_CHUNK):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


def write_csv(
    connection: sqlite3.Connection, select: Select, file: IO[bytes], header: bool = True
) -> str | None:
    """Write the rows as CSV; return None, or in a sentence why and where it was cut off.

    The sentence is then also the last record of the file. Text that a spreadsheet would run is guarded.
    """
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    if header:
        writer.writerow(guarded_row(select.headings))
    notice = _write_rows(connection, select, lambda cells: writer.writerow(guarded_row(cells)), file.tell)
    if notice:
        writer.writerow([notice, *[""] * (len(select.headings) - 1)])
    text.detach()
    return notice


def write_workbook(
    connection: sqlite3.Connection, select: Select, file: IO[bytes], header: bool = True
) -> str | None:
    """Write the rows as a spreadsheet of at most 50,000 rows; return None, or in a sentence where it was cut off.

    Text stays text: nothing becomes a formula or a link. The sentence is then also the last row.
    """
    # Rows go to a temporary file one by one, so that memory does not grow with the answer.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet()
        writer = _SheetWriter(sheet)
        if header:
            writer.write(select.headings)
            sheet.freeze_panes(1, 0)
        notice = _write_rows(connection, select, writer.write, lambda: 0, _MOST_ROWS)
        if writer.shortened:
            sentence = f"CUT: {writer.shortened:,} cells were longer than a spreadsheet can hold."
            notice = f"{notice} {sentence}" if notice else sentence
        if notice:
            writer.write([notice])
    return notice


def write_geojson(
    connection: sqlite3.Connection,
    select: Select,
    file: IO[bytes],
    header: bool = True,  # noqa: ARG001 - the other forms have one
) -> str | None:
    """Write the rows that have coordinates as GeoJSON (RFC 7946), all other columns as properties of the point.

    Returns None, or in a sentence where it was cut off; the sentence then also stands in the member `notice`.
    """
    writer = _FeatureWriter(file, select.headings)
    file.write(b'{"type": "FeatureCollection", "features": [')
    notice = _write_rows(connection, select, writer.write, file.tell)
    end = {"rows_without_coordinates": writer.left_out} | ({"notice": notice} if notice else {})
    file.write(b"\n], " + json.dumps(end).encode("utf-8").lstrip(b"{") + b"\n")
    return notice


class _FeatureWriter:
    """Writes row after row as a point, and counts those that have no coordinates."""

    def __init__(self, file: IO[bytes], headings: Sequence[str]) -> None:
        self.left_out = 0
        self._file = file
        self._headings = headings
        self._point = [headings.index(name) for name in reversed(COORDINATES)]
        self._mark = b"\n"

    def write(self, cells: Sequence[Any]) -> None:
        """Write the next row, unless a coordinate is missing."""
        point = [cells[index] for index in self._point]
        if not all(isinstance(coordinate, int | float) for coordinate in point):
            self.left_out += 1
            return
        properties = {
            name: cell for name, cell in zip(self._headings, cells, strict=True) if name not in COORDINATES
        }
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": point},
            "properties": properties,
        }
        self._file.write(self._mark + json.dumps(feature, ensure_ascii=False).encode("utf-8"))
        self._mark = b",\n"


class _SheetWriter:
    """Writes row after row of a sheet, and counts the cells that had to be shortened."""

    def __init__(self, sheet: Any) -> None:
        self.shortened = 0
        self._sheet = sheet
        self._row = 0

    def write(self, cells: Sequence[Any]) -> None:
        """Write the next row: text as text, numbers as numbers, NULL as an empty cell."""
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float):
                self._sheet.write_number(self._row, column, cell)
            elif cell is not None:
                text = str(cell)
                if len(text) > _LONGEST_CELL:
                    text = text[: _LONGEST_CELL - len(_CUT)] + _CUT
                    self.shortened += 1
                self._sheet.write_string(self._row, column, text)
        self._row += 1


def _write_rows(
    connection: sqlite3.Connection,
    select: Select,
    write: Callable[[Sequence[Any]], object],
    size: Callable[[], int],
    most_rows: int | None = None,
) -> str | None:
    """Write row after row within time, bytes and rows; return None, or in a sentence why and where it ended."""
    reason, rows = None, 0
    cursor = connection.cursor()
    # Plain tuples, uncounted: they go straight to the file.
    cursor.row_factory = None
    with sqlite_timelimit(connection, select.milliseconds):
        try:
            for row in cursor.execute(select.sql, select.parameters):
                if rows == most_rows:
                    reason = "a spreadsheet holds no more; the CSV does"
                    break
                write([cell.hex() if isinstance(cell, bytes) else cell for cell in row])
                rows += 1
                if rows % 50 == 0 and size() > select.most_bytes:
                    reason = f"the answer is longer than {select.most_bytes / 1_000_000:g} MB"
                    break
        except sqlite3.OperationalError as error:
            if error.args != ("interrupted",):
                raise
            reason = f"the answer takes longer than {select.milliseconds / 1000:g} seconds"
    if reason is None:
        return None
    return f"CUT OFF after {rows:,} rows: {reason}. Ask for less, or download the database file."


CSV: Final = Form("csv", "text/plain; charset=utf-8", write_csv)
SPREADSHEET: Final = Form(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook
)
GEOJSON: Final = Form("geojson", "application/geo+json", write_geojson)
# Forms beside CSV, by the suffix that asks for them.
FORMS: Final = {form.suffix: form for form in (SPREADSHEET, GEOJSON)}
