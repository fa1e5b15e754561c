"""The places of the map as GeoJSON (RFC 7946), written part by part, however many there are."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, Final

from website.downloads import SpooledAnswer
from website.map import filters_of
from website.sections import section

_PART: Final = 1000
_BYTES_IN_MEMORY: Final = 4_000_000


async def geojson(datasette: Any, asked: dict[str, str], address: str) -> SpooledAnswer:
    """Return all places that the filters leave; `address` is where their pages are.

    A place without a point has no geometry, and says why.
    """
    page, name = ("map_of_article", "places") if asked["article"] else ("map", "places")
    with ExitStack() as stack:
        file = stack.enter_context(tempfile.SpooledTemporaryFile(_BYTES_IN_MEMORY))
        file.write(b'{"type": "FeatureCollection", "features": [')
        skipped, more = 0, True
        while more:
            rows = await section(datasette, page, name, filters_of(asked), _PART, skipped)
            file.write(_features(rows, address, first=skipped == 0))
            skipped, more = skipped + len(rows), rows.more
        file.write(b"\n]}\n")
        # From here on it is closed by whoever has sent it.
        stack.pop_all()
    return SpooledAnswer(file, {"content-type": "application/geo+json; charset=utf-8"})


def _features(rows: Sequence[Any], address: str, first: bool) -> bytes:
    written = [json.dumps(_feature(row, address), ensure_ascii=False) for row in rows]
    return ("\n" if first or not written else ",\n").encode() + ",\n".join(written).encode("utf-8")


def _feature(row: Any, address: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
        if row["latitude"] is not None
        else None,
        "properties": {
            "name": row["name"],
            "kind": row["kind"],
            "status": row["status"],
            "parent": row["parent_name"],
            "country_code": row["country_code"],
            "point_precision": row["point_precision"],
            "mentions": row["mentions"],
            "articles": row["articles"],
            "draft_articles": row["drafts"],
            "events": row["events"],
            "page": f"{address}{row['id']}",
        },
    }
