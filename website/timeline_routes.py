"""Addresses of the timeline: the page, the calendar, the feeds."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

from website.event_selection import FILTERS, newest, positions, select
from website.feeds import as_calendar, as_feed
from website.paging import paging
from website.requests import base_of, parameters, show
from website.sections import section, sections
from website.timeline import columns, events, timeline

# So many events make a page; of more it shows a part, below how many there are in each month.
_PART: Final = 100
# Calendar programs and feed readers get no more, the newest.
MOST_FED: Final = 100


async def events_by_date(request: Any, datasette: Any) -> Response:
    """Show all events by date, or those that the filters leave."""
    filters = parameters(request, *FILTERS)
    selection = await select(datasette, filters)
    part = paging(request, "/timeline", _PART, selection.count, filters)
    shown = await events(datasette, await positions(datasette, selection, _PART, part.skipped))
    found = {
        "timeline": timeline(shown),
        "part": part,
        "columns": columns(selection.months) if part.last > 1 else [],
        "undated": selection.months.get("", 0),
        "choices": await sections(datasette, "timeline_choices", filters),
        "filters": filters,
        "most_fed": MOST_FED,
        "query": f"?{request.query_string}" if request.query_string else "",
    }
    return await show(datasette, request, "timeline", found)


async def calendar(request: Any, datasette: Any) -> Response:
    """Give the same events, the newest of them, to a calendar program."""
    body = as_calendar(await _newest_events(request, datasette), base_of(datasette, request))
    return Response(body, content_type="text/calendar; charset=utf-8")


async def feed(request: Any, datasette: Any) -> Response:
    """Give the newest articles, or the newest events of the timeline, to a feed reader."""
    kind = request.url_vars["feed"]
    if kind == "timeline":
        rows = await _newest_events(request, datasette)
    else:
        rows = await section(datasette, "feeds", "articles", most=MOST_FED)
    body = as_feed(kind, rows, base_of(datasette, request))
    return Response(body, content_type="application/atom+xml; charset=utf-8")


async def _newest_events(request: Any, datasette: Any) -> Any:
    selection = await select(datasette, parameters(request, *FILTERS))
    return await events(datasette, await newest(datasette, selection, MOST_FED))


ROUTES: Final = (
    (r"/timeline$", events_by_date),
    (r"/timeline\.ics$", calendar),
    (r"/(?P<feed>timeline|articles)\.atom$", feed),
)
