"""What the page of one row shows beyond its values: the sections of its page, and charts of what has bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from website.article import article
from website.charts import Bar, Interval, Scale, scale
from website.map import map_of_one
from website.sections import page_of, sections

# Of each section 100 rows are shown, fewer of events, whose reports take most room; the page leads to the others.
_MOST: Final = {"events": 50}


@dataclass(frozen=True, slots=True)
class Chart:
    """Claims of one kind and unit on one scale, each with its bar."""

    unit: str
    scale: Scale
    bars: list[tuple[Any, Bar]]


async def row_page(datasette: Any, table: str, key: list[str]) -> dict[str, Any]:
    """Return what the template of a row page shows, by name; nothing for tables without a page of their own."""
    if table == "articles":
        return {"page": await article(datasette, key[0])}
    found: dict[str, Any] = {
        **await sections(datasette, page_of(table), {"id": key[0]}, _MOST.get(table, 100))
    }
    if table == "measures":
        found["charts"] = charts(found["claims"])
    if table == "places" and found["on_map"]:
        found["drawing"] = map_of_one(found["on_map"])
    return {"page": found} if found else {}


def charts(claims: Iterable[Any]) -> list[Chart]:
    """Return a chart for each sort of number: counts are never drawn beside shares, nor people beside cases."""
    drawn = []
    for (_, unit, per), group in groupby(
        claims, key=lambda row: (row["figure_kind"], row["unit"], row["per"])
    ):
        rows = list(group)
        intervals = [interval(row) for row in rows]
        ours = scale(intervals)
        bars = [(row, ours.bar(bounds)) for row, bounds in zip(rows, intervals, strict=True)]
        drawn.append(Chart(f"{unit} per {per}" if per else unit, ours, bars))
    return drawn


def interval(figure: Any) -> Interval:
    """Return the bounds that a figure's words allow, and its number."""
    return Interval(figure["interval_low"], figure["interval_high"], figure["value"])
