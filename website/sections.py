"""The data of our own pages: each page is a folder of SQL files in `pages/`, one file for each section of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from datasette.database import QueryInterrupted

from website.metadata import DATABASE

_FOLDER: Final = Path(__file__).parent / "pages"
_MOST_ROWS: Final = 200
# Tables whose rows share a page.
_SHARED: Final = {"persons": "parties", "organisations": "parties", "groups": "parties"}


class Rows(list[sqlite3.Row]):
    """The rows of a section up to a limit; `more` tells whether there are others, `late` that asking took too long."""

    def __init__(self, found: Iterable[sqlite3.Row] = (), most: int = _MOST_ROWS, late: bool = False) -> None:
        rows = list(found)
        super().__init__(rows[:most])
        self.more = len(rows) > most
        self.late = late


@cache
def statements(page: str) -> dict[str, str]:
    """Return the SQL of each section of a page by its name, in order of name; none for a page without a folder."""
    files = sorted((_FOLDER / page).glob("*.sql"))
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in files}


async def sections(
    datasette: Any, page: str, parameters: Mapping[str, object] | None = None, most: int = _MOST_ROWS
) -> dict[str, Rows]:
    """Ask for all sections of a page; each ends after `most` rows, or after the time that a query may take."""
    return {name: await section(datasette, page, name, parameters, most) for name in statements(page)}


async def section(
    datasette: Any,
    page: str,
    name: str,
    parameters: Mapping[str, object] | None = None,
    most: int = _MOST_ROWS,
    skipped: int = 0,
) -> Rows:
    """Ask for one section of a page, after as many of its rows as are skipped."""
    sql = f"{statements(page)[name]}\nLIMIT {most + 1} OFFSET {skipped}"
    try:
        answer = await datasette.get_database(DATABASE).execute(sql, parameters or {})
    except QueryInterrupted:
        return Rows(late=True)
    return Rows(answer.rows, most)


def page_of(table: str) -> str:
    """Return the name of the page that shows a row of a table.

    >>> page_of("persons"), page_of("events")
    ('parties', 'events')
    """
    return _SHARED.get(table, table)
