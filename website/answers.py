"""Answers that are whole, or say where they end.

Datasette 0.65.5 does two things that would mislead a reader of data without a word. It ends the CSV (and the JSON) of
a query at `max_returned_rows`, and answers a wrong query with an empty CSV; and it sorts the first page of a table
without a tie-breaker but later pages with one, so that rows of equal value are lost or shown twice between pages. The
views here put both right; addresses, parameters and JSON stay those of Datasette.
"""

from __future__ import annotations

import math
import sqlite3
import tempfile
from contextlib import ExitStack
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql, escape_sqlite, tilde_encode
from datasette.utils.asgi import AsgiStream, NotFound, Request
from datasette.views.base import DatasetteError
from datasette.views.database import DatabaseView, MagicParameters
from datasette.views.table import TableView

from website.downloads import COORDINATES, CSV, FORMS, GEOJSON, Form, Select, SpooledAnswer
from website.formulas import GuardedStream
from website.metadata import DATABASE

# Says of every answer to a query, and of every CSV, whether it is whole.
HEADER = "Relokanty-Complete"
# A table ends by itself, so it gets time and room to be sent whole; a query may go on for ever.
_TABLE_MILLISECONDS = 60_000
_MOST_BYTES = 100_000_000
_BYTES_IN_MEMORY = 4_000_000
# Sorts after every text that people write, and in SQLite after every number.
_LAST = "\U0010ffff"


# How many rows of an answer to a question a page shows, while one is made: nobody reads thousands, and to lay them out
# takes longer than to find them. None while other forms are made.
MOST_ROWS_OF_PAGE: ContextVar[int | None] = ContextVar("most_rows_of_page", default=None)
_ROWS_OF_PAGE = 100


class GuardedAnswers:
    """Mixed into a view of Datasette: its CSV holds no cell that a spreadsheet takes for a formula."""

    async def as_csv(self, request: Any, database: str) -> Any:
        """Return what Datasette makes, its cells guarded; its page for debugging, which is no CSV, is closed."""
        if "_trace" in request.args:
            raise NotFound("No such page")
        answer = await super().as_csv(request, database)  # type: ignore[misc]
        if isinstance(answer, AsgiStream):
            write = answer.stream_fn
            answer.stream_fn = lambda stream: write(GuardedStream(stream))
        return answer


class WholeAnswers(GuardedAnswers):
    """Mixed into a view of Datasette: CSV that is whole or says where it ends, and a header that says which."""

    ds: Any
    complete: bool | None = None

    async def data(self, request: Any, *arguments: Any, **options: Any) -> Any:
        """Remember whether the answer to a query was cut off."""
        answer = await super().data(request, *arguments, **options)  # type: ignore[misc]
        if isinstance(answer, tuple) and "query_name" in answer[0] and not answer[0]["error"]:
            self.complete = not answer[0]["truncated"]
        return answer

    async def get(self, request: Any) -> Any:
        """Say in a header whether the answer to a query is whole; other forms are written as whole as a CSV."""
        suffix = request.url_vars["format"]
        if form := FORMS.get(suffix):
            return await self._whole(request, form)
        token = MOST_ROWS_OF_PAGE.set(None if suffix else _ROWS_OF_PAGE)
        try:
            response = await super().get(request)  # type: ignore[misc]
        finally:
            MOST_ROWS_OF_PAGE.reset(token)
        if self.complete is not None:
            limit = self.ds.setting("max_returned_rows") if suffix else _ROWS_OF_PAGE
            whole = "yes" if self.complete else f"no; cut off after {limit} rows, the CSV has more"
            response.headers.setdefault(HEADER, whole)
        return response

    async def as_csv(self, request: Any, database: str) -> Any:
        """Return everything as CSV, unless one page of a table is asked for by `_size` or `_next`."""
        is_page = request.args.get("_size", "max") != "max" and not request.args.get("_stream")
        if is_page or request.args.get("_next"):
            return await super().as_csv(request, database)
        return await self._whole(request, CSV)

    async def _whole(self, request: Any, form: Form) -> Any:
        """Return everything in one form; an error is told as Datasette tells it."""
        try:
            answer = await self.data(_without_rows(request))
            if not isinstance(answer, tuple):
                return answer
            data = answer[0]
            if data.get("error"):
                raise sqlite3.OperationalError(data["error"])
            if "query" not in data:
                raise NotFound(f"A database as a whole has no {form.suffix.upper()}; its tables have")
            return await self._stream(request, data, form)
        except QueryInterrupted as error:
            raise DatasetteError("The query takes too long", title="SQL interrupted", status=400) from error
        except (sqlite3.DatabaseError, InvalidSql) as error:
            raise DatasetteError(str(error), title="Invalid SQL", status=400) from error

    async def _stream(self, request: Any, data: dict[str, Any], form: Form) -> SpooledAnswer:
        """Write to a temporary file first: only then is it known whether it is whole."""
        make = _table_select if data.get("table") else _query_select
        select = make(data, request, self.ds)
        if form is GEOJSON and not set(COORDINATES) <= set(select.headings):
            raise NotFound("Only what has the columns latitude and longitude can be had as GeoJSON")
        header = request.args.get("_header") != "off"
        with ExitStack() as stack:
            file = stack.enter_context(tempfile.SpooledTemporaryFile(_BYTES_IN_MEMORY))
            notice = await self.ds.get_database(DATABASE).execute_fn(
                lambda connection: form.write(connection, select, file, header)
            )
            # From here on it is closed by whoever has sent it.
            stack.pop_all()

        headers = {HEADER: f"no; {notice}" if notice else "yes"}
        content_type = form.content_type
        if request.args.get("_dl") or not content_type.startswith("text/"):
            content_type = content_type.replace("text/plain", "text/csv")
            name = data.get("table") or data.get("query_name") or DATABASE
            headers["content-disposition"] = f'attachment; filename="{name}.{form.suffix}"'
        return SpooledAnswer(file, {**headers, "content-type": content_type})


class WholeDatabaseView(WholeAnswers, DatabaseView):  # type: ignore[misc]
    """The page of a database, which also answers SQL."""


class WholeTableView(WholeAnswers, TableView):  # type: ignore[misc]
    """The page of a table, a view or a canned query; sorted tables lose no row between pages."""

    async def data(
        self, request: Any, default_labels: bool = False, _next: str | None = None, _size: str | None = None
    ) -> Any:
        """Start a sorted table at a token before its first row: Datasette then breaks ties on the first page too."""
        start = _next or request.args.get("_next") or await self._start(request)
        return await super().data(request, default_labels, _next=start, _size=_size)

    async def _start(self, request: Any) -> str | None:
        database, table = self.ds.get_database(DATABASE), request.url_vars["table"]
        rows = (database.cached_table_counts or {}).get(table)
        if rows is None:
            return None
        settings = self.ds.table_metadata(DATABASE, table)
        ascending, descending = request.args.get("_sort"), request.args.get("_sort_desc")
        if not ascending and not descending:
            ascending, descending = settings.get("sort"), settings.get("sort_desc")
        keys = await database.primary_keys(table)
        if not keys or not (ascending or descending) or keys == [ascending]:
            return None
        size = str(request.args.get("_size") or settings.get("size") or self.ds.page_size)
        if size.isdigit() and rows <= int(size):
            return None
        types = {column.name: column.type for column in await database.table_column_details(table)}
        first_key = [tilde_encode("-1" if types[key] == "INTEGER" else "") for key in keys]
        return ",".join([tilde_encode(_LAST) if descending else "$null", *first_key])


def _without_rows(request: Any) -> Request:
    """Return the request for as little as Datasette can do: no rows of a table, no count, no facets."""
    kept = [
        (key, value)
        for key, value in parse_qsl(request.query_string, keep_blank_values=True)
        if key not in {"_size", "_stream", "_nocount", "_nofacet"}
    ]
    query = urlencode([*kept, ("_size", "0"), ("_nocount", "1"), ("_nofacet", "1")])
    return Request({**request.scope, "query_string": query.encode("latin-1")}, request.receive)


def _table_select(data: dict[str, Any], request: Any, datasette: Any) -> Select:
    """Return the SQL that Datasette made for a page of a table, without its limit and with the labels asked for."""
    sql = data["query"]["sql"].rpartition(" limit ")[0]
    labels = {
        key["column"]: (key, label)
        for key, label in data["expandable_columns"]
        if label and key["column"] in data["expanded_columns"]
    }
    headings: list[str] = []
    selected: list[str] = []
    for column in data["columns"]:
        headings.append(column)
        selected.append(f"page.{escape_sqlite(column)}")
        if column in labels:
            key, label = labels[column]
            headings.append(f"{column}_label")
            selected.append(
                f"(SELECT {escape_sqlite(label)} FROM {escape_sqlite(key['other_table'])} AS other "
                f"WHERE other.{escape_sqlite(key['other_column'])} = page.{escape_sqlite(column)})"
            )
    if labels:
        sql = f"SELECT {', '.join(selected)} FROM ({sql}) AS page"
    if "_where" in request.args:
        return Select(
            sql, data["query"]["params"], headings, datasette.setting("sql_time_limit_ms"), _MOST_BYTES
        )
    return Select(sql, data["query"]["params"], headings, _TABLE_MILLISECONDS, math.inf)


def _query_select(data: dict[str, Any], request: Any, datasette: Any) -> Select:
    parameters = data["query"]["params"]
    if data["query_name"]:
        parameters = MagicParameters(parameters, request, datasette)
    limit = datasette.setting("sql_time_limit_ms")
    sql = datasette.get_database(DATABASE).quickest(data["query"]["sql"], parameters)
    return Select(sql, parameters, data["columns"], limit, _MOST_BYTES)
