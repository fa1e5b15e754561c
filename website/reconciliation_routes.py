"""Addresses of the reconciliation service. OpenRefine runs on the visitor's own machine, and its pages ask us too."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import parse_qsl

from datasette.utils.asgi import NotFound, Response

from loaders.errors import InputError
from website.metadata import DATABASE
from website.name_matching import Entity
from website.name_search import names_of
from website.reconciliation import (
    PROPERTIES,
    extend,
    manifest,
    proposed,
    reconcile,
    suggest,
    values,
)
from website.requests import base_of

_MOST_BYTES: Final = 500_000


async def service(request: Any, datasette: Any) -> Response:
    """Answer queries and requests for properties, by GET or POST; without either, say what the service can do."""
    try:
        asked = await _form(request) if request.method == "POST" else _arguments(request)
        if "queries" in asked:
            return Response.json(await reconcile(datasette, asked["queries"]))
        if "extend" in asked:
            return Response.json(await extend(datasette, asked["extend"]))
    except InputError as error:
        return Response.json({"error": error.message}, status=400)
    return Response.json(manifest(base_of(datasette, request), datasette.about.data_version))


async def suggestions(request: Any, datasette: Any) -> Response:
    """Return what begins with `prefix`, after skipping `cursor`."""
    asked = _arguments(request)
    cursor = asked.get("cursor", "0")
    skipped = int(cursor) if cursor.isascii() and cursor.isdigit() and len(cursor) < 7 else 0
    kind, prefix = request.url_vars["kind"], asked.get("prefix", "")
    return Response.json(await suggest(datasette, kind, prefix, asked.get("type", ""), skipped))


async def properties(request: Any, datasette: Any) -> Response:  # noqa: ARG001 - every route is given it
    """Propose the properties of a type."""
    return Response.json(proposed(_arguments(request).get("type", "")))


async def view(request: Any, datasette: Any) -> Response:
    """Lead to the page of an entity."""
    entity = await _entity(request, datasette)
    return Response.redirect(datasette.urls.row(DATABASE, entity.table, entity.id))


async def preview(request: Any, datasette: Any) -> Response:
    """Show an entity in few words, as a page within OpenRefine's."""
    entity = await _entity(request, datasette)
    known = [
        (
            PROPERTIES[one].name,
            [next(iter(value.values())) if "name" not in value else value["name"] for value in found],
        )
        for one in PROPERTIES
        if entity.table in PROPERTIES[one].tables
        and (found := (await values(datasette, one, [entity.key])).get(entity.key))
    ]
    page = await datasette.render_template(
        "reconciliation_preview.html", {"entity": entity, "known": known}, request, view_name="preview"
    )
    return Response.html(page)


async def _entity(request: Any, datasette: Any) -> Entity:
    names = await names_of(datasette, _arguments(request).get("id", ""))
    if not names:
        raise NotFound("Nobody and nothing has this id")
    return names[0].entity


def _arguments(request: Any) -> dict[str, str]:
    return dict(parse_qsl(request.query_string, keep_blank_values=True))


async def _form(request: Any) -> dict[str, str]:
    """Return the fields of a form that is sent; InputError where it is longer than any batch of ours."""
    body, more = b"", True
    while more:
        message = await request.receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > _MOST_BYTES:
            raise InputError(f"more than {_MOST_BYTES:,} bytes at once")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


ROUTES: Final = (
    (r"/reconcile$", service),
    (r"/reconcile/suggest/(?P<kind>entity|property|type)$", suggestions),
    (r"/reconcile/properties$", properties),
    (r"/reconcile/view$", view),
    (r"/reconcile/preview$", preview),
)
