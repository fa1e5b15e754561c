"""Old links: a retired public id leads to what took its place, and a withheld one to a page that names nobody.

A fragment (`#p5`) never reaches the server; browsers keep it when they follow the answer.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Final

from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response
from datasette.views.row import RowView

from loaders.identifiers import is_slug
from loaders.withhold import WithheldList
from website.answers import GuardedAnswers
from website.metadata import DATABASE

# The supertype has no ids of its own: those of its rows are retired under the table that describes the party.
_RETIRED_UNDER: Final = {"parties": ("persons", "organisations", "groups")}
_LONGEST_ID: Final = 300
_WITHHELD: Final = (
    "This page was withheld to protect a person. It has no successor, and nothing here says who is meant."
)
_FIND: Final = (
    "SELECT replaced_by, reason FROM retired_ids WHERE retired_id = :id "
    "AND table_name IN (SELECT value FROM json_each(:tables))"
)


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a page is no more: a heading and a sentence."""

    title: str
    why: str


class LastingRowView(GuardedAnswers, RowView):  # type: ignore[misc]
    """The page of a row, which answers for rows that are no more too."""

    async def data(self, request: Any, default_labels: bool = False) -> Any:
        """Return the row; else where it went or why it is gone, if that is known; NotFound if not."""
        if not await self.ds.get_database(DATABASE).table_exists(tilde_decode(request.url_vars["table"])):
            raise NotFound("No such table")
        try:
            return await super().data(request, default_labels)
        except NotFound:
            table, key = (tilde_decode(request.url_vars[name]) for name in ("table", "pks"))
            found = await where_it_went(self.ds, table, key)
            if found is None:
                raise
        wanted = request.url_vars.get("format")
        if isinstance(found, Gone):
            return await self._gone(request, found, wanted)
        ending = f".{wanted}" if wanted else ""
        # For CSV, Datasette adds parameters of its own to the request.
        query = f"?{request.query_string}" if request.query_string and wanted != "csv" else ""
        return Response.redirect(
            f"{self.ds.urls.row(DATABASE, table, tilde_encode(found))}{ending}{query}", 301
        )

    async def _gone(self, request: Any, gone: Gone, wanted: str | None) -> Response:
        if wanted == "json":
            return Response.json(
                {"ok": False, "error": gone.why, "status": 410, "title": gone.title}, status=410
            )
        if wanted:
            return Response.text(gone.why, status=410)
        content = {"status": 410, "title": gone.title, "error": gone.why}
        return Response.html(await self.ds.render_template("error.html", content, request), status=410)


async def where_it_went(datasette: Any, table: str, public_id: str) -> str | Gone | None:
    """Return the id that took the place of a retired one, or why there is none; None for an id that never was."""
    database = datasette.get_database(DATABASE)
    tables = _RETIRED_UNDER.get(table, (table,))
    passed: set[str] = set()
    found = public_id
    while row := await _retired(database, tables, found):
        passed.add(found)
        if row["replaced_by"] is None:
            return Gone("Withdrawn", f"This page was withdrawn: {row['reason']}")
        found = row["replaced_by"]
        if found in passed:
            return None
    if passed:
        return found
    if not is_slug(public_id) or len(public_id) > _LONGEST_ID or not await _any_withheld(database):
        return None
    names: WithheldList = datasette.withheld_names
    # Slow on purpose, so it must not keep other requests waiting.
    opaque = await asyncio.to_thread(names.opaque, public_id)
    return Gone("Withheld", _WITHHELD) if await _retired(database, tables, opaque) else None


async def _retired(database: Any, tables: tuple[str, ...], public_id: str) -> Any:
    return (await database.execute(_FIND, {"id": public_id, "tables": json.dumps(tables)})).first()


async def _any_withheld(database: Any) -> bool:
    found = await database.execute("SELECT 1 FROM retired_ids WHERE retired_id LIKE 'hashed-%' LIMIT 1")
    return found.first() is not None
