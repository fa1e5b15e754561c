"""Addresses of the timeline: the page, the calendar, the feeds."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

from website.feeds import as_calendar, as_feed
from website.requests import base_of, parameters, show
from website.sections import sections
from website.timeline import FILTERS, events, timeline


async def events_by_date(request: Any, datasette: Any) -> Response:
    """Show all events by date, or those that the filters leave."""
    filters = parameters(request, *FILTERS)
    found = {
        "timeline": timeline(await events(datasette, filters)),
        "choices": await sections(datasette, "timeline_choices"),
        "filters": filters,
        "query": f"?{request.query_string}" if request.query_string else "",
    }
    return await show(datasette, request, "timeline", found)


async def calendar(request: Any, datasette: Any) -> Response:
    """Give the same events to a calendar program."""
    found = await events(datasette, parameters(request, *FILTERS))
    body = as_calendar(found, base_of(datasette, request))
    return Response(body, content_type="text/calendar; charset=utf-8")


async def feed(request: Any, datasette: Any) -> Response:
    """Give the articles, or the events of the timeline, to a feed reader."""
    kind = request.url_vars["feed"]
    if kind == "timeline":
        rows = await events(datasette, parameters(request, *FILTERS))
    else:
        rows = (await sections(datasette, "feeds"))["articles"]
    body = as_feed(kind, rows, base_of(datasette, request))
    return Response(body, content_type="application/atom+xml; charset=utf-8")


ROUTES: Final = (
    (r"/timeline$", events_by_date),
    (r"/timeline\.ics$", calendar),
    (r"/(?P<feed>timeline|articles)\.atom$", feed),
)
