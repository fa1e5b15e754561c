"""The outlines of land and countries on the map's projection, as SVG paths."""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).parent / "land.json"
# Units of the drawing for a degree at 45 degrees north or south.
_SCALE: Final = 10
_AROUND: Final = 360 * _SCALE / math.sqrt(2)


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the place of a point on the drawing, x to the right and y downwards.

    Gall's stereographic projection: true at 45 degrees, where most of what is told here happens; meridians are
    straight, so that the drawing can be moved and enlarged.

    >>> projected(0, 0), [round(part) for part in projected(37.6, 55.75)]
    ((0.0, 0.0), [266, -517])
    """
    x = _SCALE * longitude / math.sqrt(2)
    y = _SCALE * math.degrees((1 + math.sqrt(2) / 2) * math.tan(math.radians(latitude) / 2))
    return round(x, 2), round(-y, 2) + 0.0


@cache
def _outlines() -> dict[str, Any]:
    outlines: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    outlines["arcs"] = [_line(arc) for arc in outlines["arcs"]]
    return outlines


def _line(steps: list[int]) -> list[tuple[float, float]]:
    x = y = 0
    line = []
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        line.append(projected(x / 100, y / 100))
    return line


def unwrapped(points: list[tuple[float, float]], around: float) -> list[tuple[float, float]]:
    """Return a line without a leap where it crosses the date line: it goes on beyond the edge of the world.

    >>> unwrapped([(179, 1), (-179, 2)], 360)
    [(179, 1), (181, 2)]
    """
    shift, last, line = 0.0, points[0][0], []
    for x, y in points:
        if abs(x - last) > around / 2:
            shift += around if x < last else -around
        last = x
        line.append((x + shift, y))
    return line


def _ring(arcs: list[list[tuple[float, float]]], ring: list[int]) -> list[tuple[float, float]]:
    """Return the outline of a ring on the drawing, with most of it on the side where the country lies."""
    line = unwrapped(
        [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])], _AROUND
    )
    middle = sum(x for x, _ in line) / len(line)
    shift = -round(middle / _AROUND) * _AROUND
    return [(x + shift, y) for x, y in line]


def _path(points: list[tuple[float, float]], end: str) -> str:
    """Return the shortest path through points, in whole units; nothing where they all fall on one."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(whole) if (x1, y1) != (x2, y2)]
    if not steps:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l" + " ".join(steps).replace(" -", "-") + end


@cache
def countries() -> dict[str, str]:
    """Return for each ISO 3166-1 alpha-2 code the path of the country's land."""
    outlines = _outlines()
    arcs = outlines["arcs"]
    return {
        code: "".join(_path(_ring(arcs, ring), "z") for ring in rings)
        for code, rings in outlines["countries"].items()
    }


@cache
def bounds() -> dict[str, tuple[float, float, float, float]]:
    """Return for each country code the box around its land: left, top, right, bottom."""
    outlines = _outlines()
    boxes = {}
    for code, rings in outlines["countries"].items():
        points = [point for ring in rings for point in _ring(outlines["arcs"], ring)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        boxes[code] = (min(xs), min(ys), max(xs), max(ys))
    return boxes


@cache
def label_points() -> dict[str, tuple[float, float]]:
    """Return for each country code a spot well within its largest piece of land, on the drawing."""
    outlines = _outlines()
    arcs = outlines["arcs"]
    spots = {}
    for code, rings in outlines["countries"].items():
        spots[code] = _centroid(_ring(arcs, rings[0]))
    return spots


def _centroid(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the centre of gravity of a ring."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (round(x / area / 3, 1), round(y / area / 3, 1)) if area else points[0]


@cache
def borders() -> str:
    """Return the path of all lines between countries."""
    outlines = _outlines()
    return "".join(_path(unwrapped(outlines["arcs"][arc], _AROUND), "") for arc in outlines["borders"])
