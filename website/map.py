"""The map: countries that articles name as areas, exact points as pins; what has neither is listed, never dropped."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from website.land import borders, bounds, countries, label_points, projected
from website.sections import Rows, sections

# Where nothing has coordinates the map shows most of the inhabited world.
_WORLD: Final = (-900.0, -760.0, 2000.0, 1100.0)
_SHAPE: Final = 1.75
_BAND: Final = 2.4
# A country and its neighbours.
_NEAR: Final = 900.0
_LEAST_WIDTH: Final = 320.0
_MOST_PLACES: Final = 2000


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands on the drawing, and on which side of that; `crowded` where it would cover another."""

    x: float
    y: float
    anchor: str
    crowded: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that is a point: where it stands on the drawing and how large its circle is there."""

    place: Any
    x: float
    y: float
    radius: float
    label: Label


@dataclass(frozen=True, slots=True)
class Area:
    """A country's outline, and the place that articles name it by, if they do, with its name."""

    code: str
    path: str
    place: Any | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole map: its window (x, y, width, height), areas, borders, pins, and the places it cannot show."""

    window: tuple[float, float, float, float]
    areas: list[Area]
    borders: str
    pins: list[Pin]
    listed: list[Any]

    @property
    def unit(self) -> float:
        """Return how many units of the drawing are a thousandth of its width: sizes of words and pins go by it."""
        return self.window[2] / 1000


async def map_of(datasette: Any, filters: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page of the map shows: the drawing, the places, and what can be chosen."""
    found = await sections(datasette, "map", filters, _MOST_PLACES)
    return {**found, "drawing": drawing(found["places"])}


async def small_map(datasette: Any) -> Drawing:
    """Return the map for the home page: all places, as a band."""
    found = await sections(datasette, "map", {"kind": "", "article": ""}, _MOST_PLACES)
    return drawing(found["places"], _BAND, whole=False)


def map_of_one(places: Rows) -> Drawing:
    """Return the map for the page of one place, with the country it lies in."""
    return drawing(places, _BAND, whole=False, least_width=_NEAR)


def drawing(
    places: Rows | Sequence[Any],
    shape: float = _SHAPE,
    whole: bool = True,
    least_width: float = _LEAST_WIDTH,
) -> Drawing:
    """Return the map of some places, `shape` times as wide as high; all of the world, or only what is in sight."""
    points = [row for row in places if row["point_precision"] == "point" and row["latitude"] is not None]
    by_code = {row["country_code"]: row for row in places if row["kind"] == "country"}
    spots = label_points()
    often = [code for code, row in by_code.items() if code in spots and row["mentions"] > 1]
    window = _window([_point(row) for row in points] + [spots[code] for code in often], shape, least_width)
    names = _Names(window[2] / 1000)
    most = max((row["mentions"] for row in points), default=1)
    pins = []
    for row in points:
        x, y = _point(row)
        radius = round(names.unit * (4 + 8 * math.sqrt(row["mentions"] / most)), 2)
        pins.append(Pin(row, x, y, radius, names.beside(row["name"], x, y, radius)))
    outlines = countries()
    labels = {code: names.over(row["name"], *spots[code]) for code, row in by_code.items() if code in spots}
    areas = [
        Area(code, path, by_code.get(code), labels.get(code))
        for code, path in outlines.items()
        if whole or _meet(bounds()[code], window)
    ]
    shown = {row["id"] for row in points} | {area.place["id"] for area in areas if area.place}
    return Drawing(window, areas, borders(), pins, [row for row in places if row["id"] not in shown])


class _Names:
    """Finds room for names, one after the other; sizes are thousandths of the drawing's width."""

    _HEIGHT = 17
    _LETTER = 7.6
    _LETTER_SPACED = 10.5

    def __init__(self, unit: float) -> None:
        self.unit = unit
        self._taken: list[tuple[float, float, float, float]] = []

    def beside(self, name: str, x: float, y: float, radius: float) -> Label:
        """Return a place for a name to the right or the left of a circle, or above or below it."""
        width, height, gap = len(name) * self._LETTER * self.unit, self._HEIGHT * self.unit, 3 * self.unit
        self._taken.append((x - radius, y - radius, x + radius, y + radius))
        low = y + 5 * self.unit
        for anchor, at, base, left in (
            ("start", x + radius + gap, low, x + radius + gap),
            ("end", x - radius - gap, low, x - radius - gap - width),
            ("middle", x, y - radius - gap, x - width / 2),
            ("middle", x, y + radius + height, x - width / 2),
        ):
            if self._take((left, base - height * 0.8, left + width, base + height * 0.2)):
                return Label(round(at, 2), round(base, 2), anchor, False)
        return Label(round(x + radius + gap, 2), round(low, 2), "start", True)

    def over(self, name: str, x: float, y: float) -> Label:
        """Return a place for the name of an area, in its middle."""
        width, height = len(name) * self._LETTER_SPACED * self.unit, self._HEIGHT * self.unit
        free = self._take((x - width / 2, y - height * 0.8, x + width / 2, y + height * 0.2))
        return Label(x, y, "middle", not free)

    def _take(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        if any(left < r and le < right and top < b and t < bottom for le, t, r, b in self._taken):
            return False
        self._taken.append(box)
        return True


def _point(row: Any) -> tuple[float, float]:
    return projected(row["longitude"], row["latitude"])


def _window(
    spots: list[tuple[float, float]], shape: float, least_width: float
) -> tuple[float, float, float, float]:
    """Return the window that holds all spots, with a margin."""
    if not spots:
        return _WORLD
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    width = max((right - left) * 1.3, (bottom - top) * 1.4 * shape, least_width)
    height = width / shape
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)


def _meet(box: tuple[float, float, float, float], window: tuple[float, float, float, float]) -> bool:
    """Tell whether anything in a box of left, top, right and bottom can be seen in a window."""
    left, top, right, bottom = box
    x, y, width, height = window
    return left < x + width and right > x and top < y + height and bottom > y


def geojson(places: Sequence[Any], address: str) -> dict[str, Any]:
    """Return the places as GeoJSON (RFC 7946); a place without a point has no geometry, and says why."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
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
            for row in places
        ],
    }
