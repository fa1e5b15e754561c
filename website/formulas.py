"""Cells of CSV that a spreadsheet program would take for formulas, made harmless (OWASP, CSV injection)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any, Final

# The last four are the wide forms of the first, which some programs read alike.
_FIRST: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST_CELL: Final = 10_000_000
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,]*(?:e[+-]?[0-9]+)?%?", re.IGNORECASE | re.ASCII)


def guarded(cell: Any) -> Any:
    """Return a cell of CSV; text that a spreadsheet would run gets an apostrophe before it, a plain number none.

    >>> [guarded(cell) for cell in ("=1+1", "-5", "-5+cmd", -5, "a=b", "@SUM(A1)")]
    ["'=1+1", '-5', "'-5+cmd", -5, 'a=b', "'@SUM(A1)"]
    """
    if isinstance(cell, str) and cell.startswith(_FIRST) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def guarded_row(cells: Iterable[Any]) -> list[Any]:
    """Return the cells of a record, each guarded."""
    return [guarded(cell) for cell in cells]


class GuardedStream:
    """Passes on what Datasette writes as CSV, a record at a time, with its cells guarded."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        # By itself Python reads no cell of more than 131,072 characters; those of SQLite are bounded already.
        csv.field_size_limit(_LONGEST_CELL)

    async def write(self, text: str) -> None:
        """Guard the record in a piece of CSV, and pass it on."""
        record = io.StringIO(newline="")
        csv.writer(record).writerows(map(guarded_row, csv.reader(io.StringIO(text, newline=""))))
        await self._stream.write(record.getvalue())
