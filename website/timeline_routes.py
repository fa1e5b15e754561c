"""Addresses of the timeline: the page, the calendar, the feeds."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

from website.feeds import as_calendar, as_feed
from website.sections import sections
from website.timeline import asked, page

_MOST: Final = 2000


async def events_by_date(request: Any, datasette: Any) -> Response:
    """Show all events by date, or those that the filters leave."""
    found = {
        **await page(datasette, asked(request.args)),
        "query": f"?{request.query_string}" if request.query_string else "",
    }
    return Response.html(
        await datasette.render_template("timeline.html", found, request, view_name="timeline")
    )


async def calendar(request: Any, datasette: Any) -> Response:
    """Give the same events to a calendar program."""
    found = await sections(datasette, "timeline", asked(request.args), _MOST)
    body = as_calendar(found["events"], _base(request))
    return Response(body, content_type="text/calendar; charset=utf-8")


async def feed(request: Any, datasette: Any) -> Response:
    """Give the articles, or the events of the timeline, to a feed reader."""
    kind = request.url_vars["feed"]
    if kind == "timeline":
        rows = (await sections(datasette, "timeline", asked(request.args), _MOST))["events"]
    else:
        rows = (await sections(datasette, "feeds"))["articles"]
    return Response(as_feed(kind, rows, _base(request)), content_type="application/atom+xml; charset=utf-8")


def _base(request: Any) -> str:
    """Return the address of the site as the visitor wrote it."""
    return f"{request.scheme}://{request.host}"


ROUTES: Final = (
    (r"/timeline$", events_by_date),
    (r"/timeline\.ics$", calendar),
    (r"/(?P<feed>timeline|articles)\.atom$", feed),
)
