"""The one database that is served: immutable, with stored answers in place of what would take long."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from datasette.database import Database, Results

from website.stored_answers import StoredAnswers, attach


class ServedDatabase(Database):  # type: ignore[misc]
    """Datasette's view of a file that nobody writes to; what is attached to it counts as no other database."""

    def __init__(self, datasette: Any, file: Path, answers: StoredAnswers) -> None:
        super().__init__(datasette, path=str(file), is_mutable=False)
        self.answers = answers

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file, with the answers attached; before anything limits what may be attached."""
        connection: sqlite3.Connection = super().connect(write)
        attach(connection, self.answers)
        return connection

    @property
    def cached_table_counts(self) -> dict[str, int]:
        """The rows of each table, without the views, which Datasette would take for tables here."""
        rows: dict[str, int] = self.ds.about.rows
        return rows

    def quickest(self, sql: str) -> str:
        """Return the SQL that reads the stored answer to a question as it stands; any other SQL unchanged."""
        return self.answers.instead.get(sql, sql)

    async def execute(self, sql: str, *arguments: Any, **options: Any) -> Results:
        """Ask the database; a question that has a stored answer reads that."""
        return await super().execute(self.quickest(sql), *arguments, **options)

    async def attached_databases(self) -> list[Any]:
        """Name none: what is attached are answers, not data."""
        return []
