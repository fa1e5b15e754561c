"""What our own pages do with a request: its parameters, the address it came by, the template that answers it."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import Response

_LONGEST_PARAMETER: Final = 200


def parameters(request: Any, *names: str) -> dict[str, str]:
    """Return parameters of a request, empty where they are not given."""
    return {name: (request.args.get(name) or "")[:_LONGEST_PARAMETER].replace("\0", "") for name in names}


def base_of(datasette: Any, request: Any) -> str:
    """Return the address of the site as the visitor wrote it, without the last slash."""
    return str(datasette.absolute_url(request, datasette.urls.instance())).rstrip("/")


async def show(datasette: Any, request: Any, name: str, variables: dict[str, Any]) -> Response:
    """Return a page of ours from the template of its name."""
    return Response.html(await datasette.render_template(f"{name}.html", variables, request, view_name=name))
