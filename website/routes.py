"""The pages that are no table, query or row: their addresses, and what each hands to its template."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

from website.disagreements import disagreements
from website.downloads import SpooledAnswer
from website.geojson import geojson
from website.health import ROUTES as HEALTH
from website.home import home
from website.map import map_of
from website.metadata import DATABASE
from website.paging import paging
from website.people import people
from website.reconciliation_routes import ROUTES as RECONCILIATION
from website.requests import parameters, show
from website.row_pages import charts
from website.schema_drawing import schema_page
from website.search import search
from website.sections import section, sections
from website.take_routes import ROUTES as TAKE
from website.timeline_routes import ROUTES as TIMELINE

_PART: Final = 100
# Claims of one measure, and numbers from where to where, that are drawn; their own pages have all.
_MOST_DRAWN: Final = 12
_MOST_FLOWS: Final = 40


async def front(request: Any, datasette: Any) -> Response:
    """Show our home page; Datasette's would look into every table first, which takes ten times as long."""
    return await show(datasette, request, "index", await home(datasette))


async def map_page(request: Any, datasette: Any) -> Response:
    """Show the map, all of it or a part of the world, places of one kind or of one article."""
    found = await map_of(datasette, request)
    choices = await sections(datasette, "choices", found["asked"])
    return await show(datasette, request, "map", {**found, "choices": choices})


async def map_geojson(request: Any, datasette: Any) -> SpooledAnswer:
    """Return the places of the map as GeoJSON."""
    address = datasette.absolute_url(request, datasette.urls.table(DATABASE, "places")) + "/"
    return await geojson(datasette, parameters(request, "kind", "article", "box"), address)


async def numbers_page(request: Any, datasette: Any) -> Response:
    """Show the measures with most claims as charts, flows by country, and all measures."""
    found = {
        "claims": await section(datasette, "numbers", "claims", {"most": _MOST_DRAWN}),
        "flows": await section(datasette, "numbers", "flows", most=_MOST_FLOWS),
        "measures": await section(datasette, "numbers", "measures"),
    }
    by_measure: dict[str, list[Any]] = {}
    for row in found["claims"]:
        by_measure.setdefault(row["measure_id"], []).append(row)
    drawn = [(rows[0], charts(rows)) for rows in by_measure.values()]
    claimants = {row["id"]: row["claimants"] for row in found["measures"]}
    drawn.sort(key=lambda item: -claimants.get(item[0]["measure_id"], 0))
    return await show(
        datasette,
        request,
        "numbers",
        {**found, "drawn": drawn, "flow_charts": charts(found["flows"]), "most_drawn": _MOST_DRAWN},
    )


async def articles_page(request: Any, datasette: Any) -> Response:
    """Show the articles in parts, the newest first, those known only through others last."""
    part = paging(request, "/articles", _PART, datasette.about.rows["articles"])
    articles = await section(datasette, "article_list", "articles", {}, _PART, part.skipped)
    found = {"articles": articles, "part": part, "feed_path": "/articles.atom"}
    return await show(datasette, request, "articles", found)


async def people_page(request: Any, datasette: Any) -> Response:
    """Show the people by how many articles name them, then organisations and groups; or those asked for by name."""
    return await show(datasette, request, "people", await people(datasette, request))


async def disagreements_page(request: Any, datasette: Any) -> Response:
    """Show the claims that were set side by side, the sharpest first."""
    return await show(datasette, request, "disagreements", await disagreements(datasette, request))


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
    *HEALTH,
)
