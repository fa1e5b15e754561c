"""The pages that are no table, query or row: their addresses, and what each hands to its template."""

from __future__ import annotations

import json
from typing import Any, Final

from datasette.utils.asgi import Response

from website.home import home
from website.map import geojson, map_of
from website.metadata import DATABASE
from website.reconciliation_routes import ROUTES as RECONCILIATION
from website.requests import parameters, show
from website.row_pages import charts
from website.schema_drawing import schema_page
from website.search import search
from website.sections import sections
from website.take_routes import ROUTES as TAKE
from website.timeline_routes import ROUTES as TIMELINE


async def front(request: Any, datasette: Any) -> Response:
    """Show our home page; Datasette's would look into every table first, which takes ten times as long."""
    return await show(datasette, request, "index", await home(datasette))


async def map_page(request: Any, datasette: Any) -> Response:
    """Show the map, all of it or places of one kind or one article."""
    asked = parameters(request, "kind", "article")
    choices = await sections(datasette, "choices")
    return await show(
        datasette, request, "map", {**await map_of(datasette, asked), "asked": asked, "choices": choices}
    )


async def map_geojson(request: Any, datasette: Any) -> Response:
    """Return the places of the map as GeoJSON."""
    found = await map_of(datasette, parameters(request, "kind", "article"))
    address = datasette.absolute_url(request, datasette.urls.table(DATABASE, "places")) + "/"
    return Response(
        json.dumps(geojson(found["places"], address), ensure_ascii=False),
        content_type="application/geo+json; charset=utf-8",
    )


async def numbers_page(request: Any, datasette: Any) -> Response:
    """Show the measures with most claims as charts, flows by country, and all measures."""
    found = await sections(datasette, "numbers", {})
    by_measure: dict[str, list[Any]] = {}
    for row in found["claims"]:
        by_measure.setdefault(row["measure_id"], []).append(row)
    drawn = [(rows[0], charts(rows)) for rows in by_measure.values()]
    claimants = {row["id"]: row["claimants"] for row in found["measures"]}
    drawn.sort(key=lambda item: -claimants.get(item[0]["measure_id"], 0))
    return await show(
        datasette, request, "numbers", {**found, "drawn": drawn, "flow_charts": charts(found["flows"])}
    )


async def articles_page(request: Any, datasette: Any) -> Response:
    """Show all articles, the newest first, those known only through others last."""
    found = await sections(datasette, "article_list")
    return await show(datasette, request, "articles", {**found, "feed_path": "/articles.atom"})


async def people_page(request: Any, datasette: Any) -> Response:
    """Show the people by how many articles name them, then organisations and groups."""
    found = await sections(datasette, "people", {}, 100)
    most = max((row["mentions"] for row in found["people"]), default=1)
    return await show(datasette, request, "people", {**found, "most": most})


async def disagreements_page(request: Any, datasette: Any) -> Response:
    """Show the claims that were set side by side, the sharpest first."""
    return await show(datasette, request, "disagreements", await sections(datasette, "disagreements", {}))


async def search_page(request: Any, datasette: Any) -> Response:
    """Show what is found for anything typed."""
    return await show(datasette, request, "search", await search(datasette, request.args.get("q") or ""))


async def ask_page(request: Any, datasette: Any) -> Response:
    """Show the questions with their words, a field for SQL, and how to ask from elsewhere."""
    return await show(datasette, request, "ask", {})


async def schema(request: Any, datasette: Any) -> Response:
    """Show all tables as a drawing, and each table and column with its meaning."""
    return await show(datasette, request, "schema", schema_page())


ROUTES: Final = (
    (r"/$", front),
    (r"/articles$", articles_page),
    (r"/map$", map_page),
    (r"/map\.geojson$", map_geojson),
    (r"/numbers$", numbers_page),
    (r"/people$", people_page),
    (r"/disagreements$", disagreements_page),
    (r"/search$", search_page),
    (r"/ask$", ask_page),
    (r"/schema$", schema),
    *TIMELINE,
    *TAKE,
    *RECONCILIATION,
)
