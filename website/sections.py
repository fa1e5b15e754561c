"""The data of our own pages: each page is a folder of SQL files in `pages/`, one file for each section of it.

A section that takes too long is left out of a page, which says so; any other form that would lack it is not made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.views.base import DatasetteError

from website.metadata import DATABASE

_FOLDER: Final = Path(__file__).parent / "pages"
_MOST_ROWS: Final = 200
# The sections that took too long, while a page is made that can say so; None while anything else is.
_LEFT_OUT: ContextVar[list[str] | None] = ContextVar("left_out", default=None)
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
    needed: bool = True,
) -> Rows:
    """Ask for one section of a page, after as many of its rows as are skipped.

    Raises DatasetteError where a needed one takes too long for a form that cannot say that it lacks something.
    """
    sql = f"{statements(page)[name]}\nLIMIT {most + 1} OFFSET {skipped}"
    try:
        answer = await datasette.get_database(DATABASE).execute(sql, parameters or {})
    except QueryInterrupted as error:
        if needed:
            told = _LEFT_OUT.get()
            if told is None:
                raise DatasetteError(
                    "This takes too long; ask for less", title="Too slow", status=503
                ) from error
            told.append(name.replace("_", " "))
        return Rows(late=True)
    return Rows(answer.rows, most)


def begin(path: str) -> None:
    """Note that an address is about to be answered: pages have no suffix, and can say what they lack."""
    _LEFT_OUT.set(None if "." in path.rpartition("/")[2] else [])


def left_out() -> list[str]:
    """Return the sections that took too long for the page that is being made, in words."""
    return _LEFT_OUT.get() or []


def page_of(table: str) -> str:
    """Return the name of the page that shows a row of a table.

    >>> page_of("persons"), page_of("events")
    ('parties', 'events')
    """
    return _SHARED.get(table, table)
