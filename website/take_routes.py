"""Addresses of what is taken away: the page, and what programs are told."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

from website.dataset import dataset
from website.guide import llms, robots
from website.requests import base_of, show
from website.take import take


async def take_page(request: Any, datasette: Any) -> Response:
    """Show what can be downloaded, how to use it and how to cite it."""
    found = take(datasette, datasette.about, base_of(datasette, request))
    return await show(datasette, request, "take", found)


async def description(request: Any, datasette: Any) -> Response:
    """Describe the dataset to search engines."""
    answer = Response.json(dataset(datasette.about, base_of(datasette, request)))
    answer.content_type = "application/ld+json; charset=utf-8"
    return answer


async def for_programs(request: Any, datasette: Any) -> Response:
    """Tell programs what is here, or where they may go."""
    base = base_of(datasette, request)
    if request.url_vars["file"] == "robots":
        return Response.text(robots(base))
    return Response.text(llms(datasette.about, base, datasette.settings_dict()))


ROUTES: Final = (
    (r"/take$", take_page),
    (r"/dataset\.jsonld$", description),
    (r"/(?P<file>llms|robots)\.txt$", for_programs),
)
