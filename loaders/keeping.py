"""keeping: the stored digests of tables go with the rows, whichever stage writes them, at the cost of what is written.

Triggers of this connection alone (they are no part of the file) note every row that comes or goes, by a cascade too.
What a savepoint takes back is taken back here, and each commit adds up the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, event

from loaders.digests import driver
from schema.digests import digested_tables, row_hash, store, stored_digests

_NOTE: Final = "note_row"
# What each statement takes out of a table (-1) and puts in (1).
_NOTED: Final = {"INSERT": {1: "NEW"}, "DELETE": {-1: "OLD"}, "UPDATE": {-1: "OLD", 1: "NEW"}}


def keep_digests(connection: Connection) -> None:
    """From now on, every commit of this connection stores the digests of what it changed."""
    _Keeper(connection)


class _Keeper:
    """Rows noted since the last commit: sign, table and values of each; and where each open savepoint began."""

    def __init__(self, connection: Connection) -> None:
        self._rows: list[tuple[Any, ...]] = []
        self._savepoints: list[int] = []
        self._driver = driver(connection)
        self._driver.create_function(_NOTE, -1, self._note)
        ours = digested_tables()
        for table, stored in stored_digests(self._driver).items():
            # What is digested otherwise was changed by hand; a check tells.
            if stored.columns == ours[table]:
                for statement in _triggers(table, stored.columns):
                    self._driver.execute(statement)
        event.listen(connection, "savepoint", self._begin_savepoint)
        event.listen(connection, "release_savepoint", self._release_savepoint)
        event.listen(connection, "rollback_savepoint", self._roll_back_savepoint)
        event.listen(connection, "rollback", self._roll_back)
        event.listen(connection, "commit", self._commit)

    def _note(self, *row: Any) -> None:
        self._rows.append(row)

    def _begin_savepoint(self, *_: object) -> None:
        self._savepoints.append(len(self._rows))

    def _release_savepoint(self, *_: object) -> None:
        self._savepoints.pop()

    def _roll_back_savepoint(self, *_: object) -> None:
        del self._rows[self._savepoints.pop() :]

    def _roll_back(self, *_: object) -> None:
        self._rows.clear()
        self._savepoints.clear()

    def _commit(self, *_: object) -> None:
        changes: defaultdict[str, int] = defaultdict(int)
        for sign, table, *values in self._rows:
            changes[table] += sign * row_hash(values)
        self._roll_back()
        if changes:
            stored = stored_digests(self._driver)
            store(
                self._driver, {table: stored[table].changed_by(change) for table, change in changes.items()}
            )


def _triggers(table: str, columns: Sequence[str]) -> list[str]:
    """Return the statements that note what each kind of statement does to the rows of a table."""
    return [
        f"CREATE TEMP TRIGGER note_{statement.lower()}_{table} AFTER {statement} ON main.{table} BEGIN "
        + " ".join(
            f"SELECT {_NOTE}({sign}, '{table}', {', '.join(f'{row}.{column}' for column in columns)});"
            for sign, row in noted.items()
        )
        + " END"
        for statement, noted in _NOTED.items()
    ]
