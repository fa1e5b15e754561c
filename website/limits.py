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
# One tells an address in memory, the others run or read what lies on the disk where SQLite is built with them.
_CLOSED_FUNCTIONS: Final = {"fts3_tokenizer", "load_extension", "readfile", "writefile", "edit", "fsdir"}
# It tells where the file lies; Datasette lets everybody ask.
_CLOSED_TABLES: Final = {"pragma_database_list"}


def restrict(connection: sqlite3.Connection) -> None:
    """Limit the values, the rows and the whole of an answer; let nothing be attached, nor the machine be asked."""
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    connection.row_factory = _CountedRows()
    connection.set_authorizer(_authorize)


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Tell SQLite, while it compiles a statement, whether this may be part of it."""
    is_closed = (action == sqlite3.SQLITE_FUNCTION and second in _CLOSED_FUNCTIONS) or (
        action == sqlite3.SQLITE_READ and first in _CLOSED_TABLES
    )
    return sqlite3.SQLITE_DENY if is_closed else sqlite3.SQLITE_OK


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
