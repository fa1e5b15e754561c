"""What one question may cost, beside its time: without these, one SELECT takes gigabytes of memory in a second."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

_LIMITS: Final = {
    # The longest value and the widest row bound what a single row can hold before anybody can look at it.
    sqlite3.SQLITE_LIMIT_LENGTH: 500_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
_MOST_CHARACTERS: Final = 20_000_000


def restrict(connection: sqlite3.Connection) -> None:
    """Limit the values, the rows and the whole of an answer; let nothing be attached."""
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    connection.row_factory = _CountedRows()


class _CountedRows:
    """Makes the rows of a connection, and ends an answer that outgrows what a page can hold."""

    def __init__(self) -> None:
        self._cursor: sqlite3.Cursor | None = None
        self._characters = 0

    def __call__(self, cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        if cursor is not self._cursor:
            self._cursor, self._characters = cursor, 0
        self._characters += sum(len(value) for value in values if isinstance(value, str | bytes))
        if self._characters > _MOST_CHARACTERS:
            values = ()  # The error keeps this frame, and with it the row.
            raise sqlite3.OperationalError(f"the answer is longer than {_MOST_CHARACTERS:,} characters")
        return sqlite3.Row(cursor, values)
