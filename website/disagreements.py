"""Claims set side by side: all where they are few, else the sharpest of each verdict, and the rest in parts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from website.paging import Paging, paging
from website.requests import parameters
from website.sections import Rows, section

# As many stand on one page together; of more, the first of each verdict do.
_MOST: Final = 200
_FIRST: Final = 25
_PART: Final = 50


async def disagreements(datasette: Any, request: Any) -> dict[str, Any]:
    """Return what the page shows: the verdicts with their number and rows, and the part asked for of one verdict."""
    counts = await section(datasette, "verdicts", "verdicts")
    asked = parameters(request, "verdict")
    one = next((row for row in counts if row["verdict"] == asked["verdict"]), None)
    if one is not None:
        part = paging(request, "/disagreements", _PART, one["comparisons"], asked)
        start = one["first"] + part.skipped
        shown = [
            (one, await compared(datasette, range(start, start + min(_PART, part.count - part.skipped))))
        ]
        return {"verdicts": shown, "part": part}
    few = sum(row["comparisons"] for row in counts) <= _MOST
    shown = [
        (
            row,
            await compared(
                datasette,
                range(
                    row["first"],
                    row["first"] + (row["comparisons"] if few else min(row["comparisons"], _FIRST)),
                ),
            ),
        )
        for row in counts
    ]
    return {"verdicts": shown, "part": Paging(1, 1, 0, "/disagreements")}


async def sharpest(datasette: Any, most: int) -> Rows:
    """Return the sharpest comparisons of claims that can be compared, at most some."""
    counts = await section(datasette, "verdicts", "verdicts")
    comparable = sum(row["comparisons"] for row in counts if row["verdict"] != "not_comparable")
    return await compared(datasette, range(1, 1 + min(most, comparable)))


async def compared(datasette: Any, positions: Iterable[int]) -> Rows:
    """Return the comparisons at some positions of the list of all, with both sides."""
    return await section(
        datasette, "disagreements", "comparisons", {"positions": json.dumps(list(positions))}
    )
