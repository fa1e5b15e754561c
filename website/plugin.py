"""What we add to Datasette, as a plugin: headers, limits, whole answers, readable cells and pages.

Datasette finds it by its entry point, whatever it serves from this environment; it does nothing unless `serve` made
the application.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from time import monotonic
from typing import Any, Final, TypeVar

import datasette as datasette_package
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from website import caching, cells
from website.downloads import COORDINATES, FORMS
from website.headers import headers
from website.home import asked
from website.limits import restrict
from website.metadata import DATABASE
from website.methods import RECONCILE, allowed_methods
from website.records import record
from website.row_pages import row_page
from website.sections import begin
from website.spelling import teach

_Hook = TypeVar("_Hook", bound=Callable[..., Any])
hookimpl: Callable[[_Hook], _Hook] = datasette_package.hookimpl

# Pages for debugging, and those that tell where the files of the machine lie.
_CLOSED: Final = (
    "metadata|threads|databases|actor|auth-token|allow-debug|permissions|messages|patterns|logout"
)


def is_ours(datasette: Any) -> bool:
    """Tell our application from whatever else Datasette serves from the same environment."""
    return bool(getattr(datasette, "is_relokanty", False))


@hookimpl
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """Limit what one question may cost."""
    if is_ours(datasette):
        restrict(conn)
        teach(conn)


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """Close the pages for debugging, and put our pages and views before Datasette's."""
    from website.answers import WholeDatabaseView, WholeTableView  # noqa: PLC0415 - Datasette imports us first
    from website.old_links import LastingRowView  # noqa: PLC0415 - the same
    from website.routes import ROUTES  # noqa: PLC0415 - the same

    if not is_ours(datasette):
        return []
    database = rf"/(?P<database>{DATABASE})"
    return [
        *ROUTES,
        (rf"/-/({_CLOSED})(\.json)?$", closed),
        # Datasette would ask the disk for a name that no disk takes, and fail.
        (r"/(assets|-/static|-/static-plugins)/.{200}", closed),
        (rf"{database}(\.(?P<format>(?!db$)\w+))?$", WholeDatabaseView.as_view(datasette)),
        (rf"{database}/(?P<table>[^\/\.]+)(\.(?P<format>\w+))?$", WholeTableView.as_view(datasette)),
        (
            rf"{database}/(?P<table>[^/]+?)/(?P<pks>[^/]+?)(\.(?P<format>\w+))?$",
            LastingRowView.as_view(datasette),
        ),
    ]


async def closed() -> None:
    """Answer as if there were no such page."""
    raise NotFound("No such page")


@hookimpl
def register_output_renderer(datasette: Any) -> list[dict[str, Any]]:
    """Offer the forms that our views write; of a single row there are none."""
    if not is_ours(datasette):
        return []
    return [
        {
            "extension": suffix,
            "render": no_single_row,
            "can_render": is_map if suffix == "geojson" else is_list,
        }
        for suffix in FORMS
    ]


def is_list(view_name: str) -> bool:
    """Tell a page of rows from the page of one row."""
    return view_name in {"table", "database", "query"}


def is_map(view_name: str, columns: Sequence[str]) -> bool:
    """Tell whether the rows of a page can stand on a map."""
    return is_list(view_name) and set(COORDINATES) <= set(columns)


def no_single_row() -> None:
    """Answer for the page of one row, which has no such form: Datasette makes it a 404."""


@datasette_package.hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def register_facet_classes() -> Iterator[None]:
    """Put our facets by column in place of Datasette's; elsewhere they do what those do."""
    from datasette.facets import ColumnFacet  # noqa: PLC0415 - Datasette imports us first

    from website.facets import StoredFacets  # noqa: PLC0415 - the same

    outcome: Any = yield
    found = outcome.get_result()
    outcome.force_result(
        [[StoredFacets if facet is ColumnFacet else facet for facet in group] for group in found]
    )


@hookimpl
def skip_csrf(datasette: Any, scope: Any) -> bool:
    """Let other programs reconcile by POST: it is only a long question, and changes nothing."""
    return is_ours(datasette) and scope["path"] == RECONCILE


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Send our headers with every answer, errors and files included; refuse methods that might write.

    Whoever holds an answer that is still right is told so, and it is not made again.
    """

    def wrap(application: Any) -> Any:
        async def with_headers(scope: Any, receive: Any, send: Any) -> None:
            begun, tag = monotonic(), caching.name(datasette.about.sha256, scope)

            async def send_with_headers(message: dict[str, Any]) -> None:
                if message["type"] == "http.response.start":
                    lasts = message["status"] == 200 and monotonic() - begun < caching.LONGEST
                    added = {**ours, **caching.lasting(tag)} if tag and lasts else ours
                    kept = [
                        pair for pair in message.get("headers", []) if pair[0].lower().decode() not in added
                    ]
                    named = [[name.encode(), value.encode()] for name, value in added.items()]
                    message = {**message, "headers": [*kept, *named]}
                await send(message)

            origin = dict(scope.get("headers", [])).get(b"origin", b"").decode("latin-1")
            path = scope.get("path", "")
            begin(path)
            ours = headers(path, origin)
            allowed = allowed_methods(path)
            if scope["type"] == "http" and scope["method"] not in allowed:
                refusal = Response.text("This site is only read.\n", 405, {"allow": ", ".join(allowed)})
                await refusal.asgi_send(send_with_headers)
            elif tag and caching.is_held(tag, scope):
                await Response("", 304, caching.lasting(tag)).asgi_send(send_with_headers)
            else:
                await application(scope, receive, send_with_headers)

        return with_headers if is_ours(datasette) else application

    return wrap


@hookimpl
def render_cell(
    row: Mapping[str, Any], value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Markup | Awaitable[Markup] | None:
    """Show references as labelled links and numbers with commas."""
    if not is_ours(datasette) or database != DATABASE:
        return None
    return cells.render(row, value, column, table, datasette)


@hookimpl
def extra_template_vars(
    view_name: str, database: str | None, table: str | None, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Give the templates of rows and of questions what they show beside the data."""

    async def variables() -> dict[str, Any]:
        if not is_ours(datasette) or database != DATABASE:
            return {}
        if view_name == "table" and table is None:
            return await asked(datasette, request.url_vars["table"])
        if view_name == "row":
            key = [tilde_decode(part) for part in request.url_vars["pks"].split(",")]
            return {
                **await record(datasette, str(table), key),
                **await row_page(datasette, str(table), key),
            }
        return {}

    return variables
