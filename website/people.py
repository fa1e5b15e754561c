"""Who acts and speaks: the most named first, of each kind in parts, or those whose name is asked for."""

from __future__ import annotations

import json
from typing import Any, Final

from website.name_search import numbers_like, parties_of
from website.paging import Paging, paging
from website.requests import parameters
from website.sections import section, sections

_PART: Final = 100
_KINDS: Final = {"people": "person", "organisations": "organisation", "groups": "group"}


async def people(datasette: Any, request: Any) -> dict[str, Any]:
    """Return what the page of people shows; `kind` asks for a part of one list alone, `q` for names."""
    asked = parameters(request, "kind", "q")
    counts = {row["kind"]: row["parties"] for row in await section(datasette, "people_counts", "counts")}
    parts = {
        name: paging(request, "/people", _PART, counts.get(kind, 0), {"kind": kind})
        if asked["kind"] == kind
        else Paging(1, _PART, counts.get(kind, 0), "/people", (("kind", kind),))
        for name, kind in _KINDS.items()
    }
    found: dict[str, Any] = {name: [] for name in _KINDS}
    if asked["q"]:
        numbers = await numbers_like(datasette, asked["q"])
        ids = await parties_of(datasette, asked["q"], numbers, _PART)
        found = await sections(datasette, "people_named", {"ids": json.dumps(ids)}, _PART)
        parts = {name: Paging(1, _PART, 0, "/people") for name in _KINDS}
    else:
        for name, kind in _KINDS.items():
            if asked["kind"] in ("", kind):
                found[name] = await section(datasette, "people", name, {}, _PART, parts[name].skipped)
    most = max((row["mentions"] for row in found["people"]), default=1)
    return {**found, "parts": parts, "asked": asked, "most": most}
