"""health: what a balancer asks: does this process answer, and can it answer from its database."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from datasette.utils.asgi import Response

from website.metadata import DATABASE

_UNKEPT: Final = {"cache-control": "no-store"}


async def healthy() -> Response:
    """Answer, which shows that this process can."""
    return Response.json({"status": "healthy"}, headers=_UNKEPT)


async def ready(datasette: Any) -> Response:
    """Ask the database something small, and name the build that is served."""
    database = datasette.get_database(DATABASE)
    # Without the time limit of questions: a busy process is no broken one.
    properties = await database.execute_fn(_properties)
    about = datasette.about
    build = {"build_id": about.build_id, "sha256": about.sha256, "properties": properties}
    return Response.json({"status": "ready", **build}, headers=_UNKEPT)


def _properties(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM about_file").fetchone()
    return int(count)


ROUTES: Final = ((r"/-/health$", healthy), (r"/-/ready$", ready))
