"""The data of our own pages: each page is a folder of SQL files in `pages/`, one file for each section of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from website.metadata import DATABASE

_FOLDER: Final = Path(__file__).parent / "pages"
_MOST_ROWS: Final = 200
# Tables whose rows share a page.
_SHARED: Final = {"persons": "parties", "organisations": "parties", "groups": "parties"}


class Rows(list[sqlite3.Row]):
    """The rows of a section, at most 200; `more` tells whether there are others."""

    def __init__(self, found: list[sqlite3.Row], most: int) -> None:
        super().__init__(found[:most])
        self.more = len(found) > most


@cache
def statements(page: str) -> dict[str, str]:
    """Return the SQL of each section of a page by its name, in order of name; none for a page without a folder."""
    files = sorted((_FOLDER / page).glob("*.sql"))
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in files}


async def sections(
    datasette: Any, page: str, parameters: Mapping[str, object] | None = None, most: int = _MOST_ROWS
) -> dict[str, Rows]:
    """Ask for all sections of a page; each ends after `most` rows and says so."""
    database = datasette.get_database(DATABASE)
    return {
        name: Rows((await database.execute(f"{sql}\nLIMIT {most + 1}", parameters or {})).rows, most)
        for name, sql in statements(page).items()
    }


def page_of(table: str) -> str:
    """Return the name of the page that shows a row of a table.

    >>> page_of("persons"), page_of("events")
    ('parties', 'events')
    """
    return _SHARED.get(table, table)
