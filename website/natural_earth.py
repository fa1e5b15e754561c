"""Make `land.json`, the outlines of the map, from Natural Earth (public domain) as the npm package world-atlas has it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m website.natural_earth package/countries-50m.json

The file holds `arcs`, each a line in hundredths of a degree as first point and steps; `countries`, for each ISO 3166-1
code its rings as lists of arcs (~n is arc n backwards); and `borders`, the arcs between two countries. Natural Earth
draws borders as held; Crimea is drawn as a part of Ukraine here, as in resolution 68/262 of the General Assembly.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from website.land import FILE, unwrapped

_TOLERANCE: Final = 0.09
_SMALLEST_RING: Final = 0.12
_LEFT_OUT: Final = {"AQ"}
_CRIMEA: Final = (34.1, 45.2)
# Natural Earth gives these no number: territories that few states recognise.
_UNNUMBERED: Final = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}

Point = tuple[float, float]


def main(source: Path) -> None:
    """Write the outlines beside this module."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplified(line) for line in decoded(topology)]
    countries = rings_by_country(topology["objects"]["countries"]["geometries"])
    borders_dropped = give_crimea(countries, arcs)
    countries = {code: large_enough(rings, arcs) for code, rings in countries.items()}
    uses = Counter(
        arc if arc >= 0 else ~arc for rings in countries.values() for ring in rings for arc in ring
    )
    kept = {arc: number for number, arc in enumerate(sorted(uses))}
    out = {
        "arcs": [steps(arcs[arc]) for arc in kept],
        "countries": {
            code: [[kept[arc] if arc >= 0 else ~kept[~arc] for arc in ring] for ring in rings]
            for code, rings in sorted(countries.items())
        },
        "borders": [number for arc, number in kept.items() if uses[arc] > 1 and arc not in borders_dropped],
    }
    FILE.write_text(json.dumps(out, separators=(",", ":")) + "\n", encoding="utf-8")


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a quantized TopoJSON topology in degrees."""
    (scale_x, scale_y), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + x0, y * scale_y + y0))
        lines.append(line)
    return lines


def rings_by_country(geometries: list[dict[str, Any]]) -> dict[str, list[list[int]]]:
    """Return for each country all rings of its polygons; holes are drawn by the even-odd rule."""
    import pycountry  # noqa: PLC0415 - needed only here, and not where the site is served

    countries: dict[str, list[list[int]]] = {}
    for geometry in geometries:
        found = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
        code = found.alpha_2 if found else _UNNUMBERED.get(geometry["properties"]["name"])
        if code is None or code in _LEFT_OUT or "arcs" not in geometry:
            continue
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        countries.setdefault(code, []).extend(ring for polygon in polygons for ring in polygon)
    return countries


def give_crimea(countries: dict[str, list[list[int]]], arcs: list[list[Point]]) -> set[int]:
    """Move Crimea to Ukraine; return the arcs between the two, where no border is to be drawn."""
    crimea = [ring for ring in countries["RU"] if holds(outline(ring, arcs), _CRIMEA)]
    of_ukraine = {arc if arc >= 0 else ~arc for ring in countries["UA"] for arc in ring}
    for ring in crimea:
        countries["RU"].remove(ring)
        countries["UA"].append(ring)
    return {arc if arc >= 0 else ~arc for ring in crimea for arc in ring} & of_ukraine


def outline(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring in order, without a leap where it crosses the date line."""
    return unwrapped([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])], 360)


def holds(points: list[Point], point: Point) -> bool:
    """Tell whether a point lies within a ring."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def large_enough(rings: list[list[int]], arcs: list[list[Point]]) -> list[list[int]]:
    """Leave out islands too small to see; of a country of small islands keep the largest."""
    sized = sorted(((area(outline(ring, arcs)), ring) for ring in rings), key=lambda item: -item[0])
    return [ring for place, (size, ring) in enumerate(sized) if place == 0 or size > _SMALLEST_RING]


def area(points: list[Point]) -> float:
    """Return the area of a ring in square degrees."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def simplified(line: list[Point]) -> list[Point]:
    """Leave out points within the tolerance of the line between others (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    open_spans = [(0, len(line) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        distances = [(distance(line[n], line[first], line[last]), n) for n in range(first + 1, last)]
        farthest, middle = max(distances, default=(0.0, 0))
        if farthest > _TOLERANCE:
            keep.add(middle)
            open_spans += [(first, middle), (middle, last)]
    return [line[n] for n in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a line, in degrees."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def steps(line: list[Point]) -> list[int]:
    """Return a line as its first point and the steps from each point to the next, in hundredths of a degree."""
    points = [(round(x * 100), round(y * 100)) for x, y in line]
    numbers = [*points[0]]
    for (x1, y1), (x2, y2) in pairwise(points):
        if (x1, y1) != (x2, y2):
            numbers += [x2 - x1, y2 - y1]
    return numbers


if __name__ == "__main__":
    main(Path(sys.argv[1]))
