"""The map: countries that articles name as areas, exact points as pins; what has neither is listed, never dropped."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from website.clusters import Cluster, clusters
from website.land import borders, bounds, countries, label_points, projected
from website.paging import Paging, paging
from website.requests import parameters
from website.sections import Rows, section

# Where nothing has coordinates the map shows most of the inhabited world.
_WORLD: Final = (-900.0, -760.0, 2000.0, 1100.0)
_BOX: Final = re.compile(",".join([r"(-?\d{1,3}(?:\.\d{1,4})?)"] * 4))
_SHAPE: Final = 1.75
_BAND: Final = 2.4
# A country and its neighbours.
_NEAR: Final = 900.0
_LEAST_WIDTH: Final = 320.0
_MOST_PLACES: Final = 1000
# So many rows of the table make a page.
_PART: Final = 100
# A part of the world may be shown this large, so that neighbours come apart.
_LEAST_WIDTH_OF_BOX: Final = 4.0


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands on the drawing, and on which side of that; `crowded` where it would cover another."""

    x: float
    y: float
    anchor: str
    crowded: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that is a point, or a group of them: where it stands on the drawing, and how large its circle is."""

    place: Any
    cluster: Cluster
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
    """The whole map: its window (x, y, width, height), areas, borders and pins; `cut` where points are left out."""

    window: tuple[float, float, float, float]
    areas: list[Area]
    borders: str
    pins: list[Pin]
    cut: bool = False

    @property
    def unit(self) -> float:
        """Return how many units of the drawing are a thousandth of its width: sizes of words and pins go by it."""
        return self.window[2] / 1000


async def map_of(datasette: Any, request: Any) -> dict[str, Any]:
    """Return what the page of the map shows: the drawing, a part of the table of places, and what can be chosen."""
    asked = parameters(request, "kind", "article", "box")
    filters = filters_of(asked)
    kinds = await section(datasette, "map_kinds", "kinds")
    if asked["article"]:
        places = await section(datasette, "map_of_article", "places", filters, _MOST_PLACES)
        part = Paging(1, _MOST_PLACES, len(places), "/map")
        drawn = drawing(places)
    else:
        points = await section(datasette, "map", "points", filters, _MOST_PLACES)
        areas = await section(datasette, "map", "countries", filters, _MOST_PLACES)
        boxed = filters["west"] is not None
        named = sum(row["named"] for row in kinds if asked["kind"] in ("", row["kind"]))
        part = paging(request, "/map", _PART, len(points) if boxed else named, asked)
        places = await section(datasette, "map", "places", filters, _PART, part.skipped)
        drawn = drawing([*points, *areas], least_width=_LEAST_WIDTH_OF_BOX if boxed else _LEAST_WIDTH)
        drawn = replace(drawn, cut=points.more)
    return {
        "asked": asked,
        "kinds": kinds,
        "places": places,
        "part": part,
        "drawing": drawn,
        "most_points": _MOST_PLACES,
    }


def filters_of(asked: Mapping[str, str]) -> dict[str, Any]:
    """Return the filters of a map as its SQL wants them; a box that is none is left out.

    >>> filters_of({"kind": "", "article": "", "box": "30,50,31,51.5"})["north"]
    51.5
    >>> filters_of({"kind": "", "article": "", "box": "everywhere"})["west"] is None
    True
    """
    sides = dict.fromkeys(("west", "south", "east", "north"))
    found = _BOX.fullmatch(asked.get("box", ""))
    numbers = dict(zip(sides, map(float, found.groups()), strict=True)) if found else sides
    return {"kind": asked["kind"], "article": asked["article"], **numbers}


async def small_map(datasette: Any) -> Drawing:
    """Return the map for the home page: all places, as a band."""
    filters = filters_of({"kind": "", "article": ""})
    points = await section(datasette, "map", "points", filters, _MOST_PLACES)
    areas = await section(datasette, "map", "countries", filters, _MOST_PLACES)
    return drawing([*points, *areas], _BAND, whole=False)


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
    spots = [_point(row) for row in points]
    middles = label_points()
    often = [code for code, row in by_code.items() if code in middles and row["mentions"] > 1]
    window = _window(spots + [middles[code] for code in often], shape, least_width)
    names = _Names(window[2] / 1000)
    groups = clusters(points, spots, window[2])
    most = max((group.mentions for group in groups), default=1)
    pins = []
    for group in groups:
        x, y = group.spot
        radius = round(names.unit * (4 + 8 * math.sqrt(group.mentions / most)), 2)
        name = f"{group.place['name']} +{group.others}" if group.others else group.place["name"]
        pins.append(Pin(group.place, group, x, y, radius, names.beside(name, x, y, radius)))
    outlines = countries()
    labels = {
        code: names.over(row["name"], *middles[code]) for code, row in by_code.items() if code in middles
    }
    areas = [
        Area(code, path, by_code.get(code), labels.get(code))
        for code, path in outlines.items()
        if whole or _meet(bounds()[code], window)
    ]
    return Drawing(window, areas, borders(), pins)


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
