"""accept: what somebody changed in a working file by hand, and meant, counts from now on as left by us."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from loaders.database import about, in_one_line, require_ours
from loaders.digests import store_digests
from loaders.errors import DatabaseError
from loaders.swap import one_writer, require_at_rest
from schema.engine import writer


def accept(file: Path, waiting: Callable[[Path], None] | None = None) -> list[str]:
    """Store the digests of all tables as they are; return the names of those that had another.

    Raises DatabaseError where the file is published, not ours, of another revision, or in use.
    """
    with one_writer(file, waiting):
        require_at_rest(file)
        require_ours(file)
        if about(file).get("state") != "working":
            raise DatabaseError(f"{file}: published, so no change of it is accepted; get or build it anew")
        with (
            in_one_line(file, "nothing was changed"),
            writer(file).connect() as connection,
            connection.begin(),
        ):
            return store_digests(connection)
