"""The one database that is served: immutable, with stored answers in place of what would take long."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

from datasette.database import Database, Results

from website.answers import MOST_ROWS_OF_PAGE
from website.facets import by_known_count
from website.keyset import in_index_order
from website.stored_answers import StoredAnswers, attach


class ServedDatabase(Database):  # type: ignore[misc]
    """Datasette's view of a file that nobody writes to; what is attached to it counts as no other database."""

    def __init__(self, datasette: Any, file: Path, answers: StoredAnswers) -> None:
        super().__init__(datasette, path=str(file), is_mutable=False)
        self.answers = answers
        self._told: dict[tuple[str, ...], Any] = {}

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file, with the answers attached; before anything limits what may be attached."""
        connection: sqlite3.Connection = super().connect(write)
        attach(connection, self.answers)
        return connection

    async def _once(self, name: str, *arguments: str) -> Any:
        """Ask Datasette's own method once: what it tells of an immutable file never changes."""
        key = (name, *arguments)
        if key not in self._told:
            self._told[key] = await getattr(super(), name)(*arguments)
        return copy(self._told[key])

    async def table_exists(self, table: str) -> bool:
        """Tell whether there is a table of a name."""
        return bool(await self._once("table_exists", table))

    async def table_names(self) -> Any:
        """Return the names of all tables."""
        return await self._once("table_names")

    async def hidden_table_names(self) -> Any:
        """Return the names of the tables that only the program uses."""
        return await self._once("hidden_table_names")

    async def view_names(self) -> Any:
        """Return the names of all views."""
        return await self._once("view_names")

    async def table_columns(self, table: str) -> Any:
        """Return the names of the columns of a table or view."""
        return await self._once("table_columns", table)

    async def table_column_details(self, table: str) -> Any:
        """Return the columns of a table or view."""
        return await self._once("table_column_details", table)

    async def primary_keys(self, table: str) -> Any:
        """Return the names of the columns of a table's key."""
        return await self._once("primary_keys", table)

    async def fts_table(self, table: str) -> Any:
        """Return the name of a table's full-text index."""
        return await self._once("fts_table", table)

    async def foreign_keys_for_table(self, table: str) -> Any:
        """Return what a table refers to."""
        return await self._once("foreign_keys_for_table", table)

    async def get_all_foreign_keys(self) -> Any:
        """Return what all tables refer to, and what refers to them."""
        return await self._once("get_all_foreign_keys")

    async def get_table_definition(self, table: str, type_: str = "table") -> Any:
        """Return the SQL that made a table and its indexes."""
        return await self._once("get_table_definition", table, type_)

    @property
    def cached_table_counts(self) -> dict[str, int]:
        """The rows of each table, without the views, which Datasette would take for tables here."""
        rows: dict[str, int] = self.ds.about.rows
        return rows

    def quickest(self, sql: str, parameters: Any) -> str:
        """Return SQL that reads the answer to a question from what is stored; any other SQL unchanged."""
        instead = self.answers.instead.get(sql)
        return sql if instead is None else instead.of(parameters if isinstance(parameters, Mapping) else {})

    async def execute(self, sql: str, params: Any = None, *arguments: Any, **options: Any) -> Results:
        """Ask the database; a question reads what is stored of its answer, a later page goes by index.

        Where somebody reads the answer to a question on a page, its first rows are all that is returned.
        """
        most = MOST_ROWS_OF_PAGE.get() if options.get("truncate") else None
        faster = by_known_count(in_index_order(self.quickest(sql, params)))
        if most is not None and sql in self.answers.instead:
            faster = f"SELECT * FROM ({faster}) LIMIT {most + 1}"
        found = await super().execute(faster, params, *arguments, **options)
        if most is None or len(found.rows) <= most:
            return found
        return Results(found.rows[:most], True, found.description)

    async def attached_databases(self) -> list[Any]:
        """Name none: what is attached are answers, not data."""
        return []
