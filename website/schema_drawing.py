"""The tables as a drawing, made from the models: boxes in groups, and a line for each reference between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from schema import TABLES as MODELS
from schema import Base
from schema.views import views

_BOX: Final = (196, 26)
_GAP: Final = (96, 8)
_HEADING: Final = 34
# Columns of the drawing from left to right, each of groups from top to bottom.
_COLUMNS: Final = (
    (
        (
            "The text",
            "articles article_authors article_dates article_topics article_relations paragraphs "
            "paragraph_relations passages mentions dates",
        ),
    ),
    (
        (
            "Who",
            "parties persons organisations groups party_names person_attributes identity_judgements",
        ),
        ("Where", "places place_names place_relations place_claims"),
    ),
    (
        (
            "Claims",
            "statements statement_passages propositions figures figure_passages figure_places figure_relations "
            "measures reading_rules comparisons",
        ),
    ),
    (
        (
            "What happened",
            "events event_types event_reports event_participants event_places event_details event_relations",
        ),
        ("How it is known", "evidence issues makers"),
    ),
)
# A table that stands in no group goes to the end of the last one.


@dataclass(frozen=True, slots=True)
class Box:
    """A table on the drawing."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A reference from one table to another, as an SVG path."""

    source: str
    target: str
    path: str


def schema_page() -> dict[str, Any]:
    """Return the drawing and all tables and views for the page of the schema."""
    groups = _groups()
    boxes = {box.name: box for *_, members in groups for box in members}
    width = max(box.x for box in boxes.values()) + _BOX[0] + 36
    height = max(box.y for box in boxes.values()) + _BOX[1] + 10
    return {
        "models": [Base.metadata.tables[model.__tablename__] for model in MODELS],
        "views": views(),
        "groups": groups,
        "lines": _lines(boxes),
        "box": _BOX,
        "size": (width, height),
    }


def _groups() -> list[tuple[str, int, int, list[Box]]]:
    """Return the groups with the place of each heading and its tables; each table stands in one."""
    tables = [model.__tablename__ for model in MODELS]
    named = {name for column in _COLUMNS for _, names in column for name in names.split()}
    rest = [name for name in tables if name not in named]
    placed = []
    for number, column in enumerate(_COLUMNS):
        x, y = number * (_BOX[0] + _GAP[0]) + 4, 0
        for title, names in column:
            last = (number, title) == (len(_COLUMNS) - 1, column[-1][0])
            members = [name for name in names.split() if name in tables] + (rest if last else [])
            boxes = [
                Box(name, x, y + _HEADING + row * (_BOX[1] + _GAP[1])) for row, name in enumerate(members)
            ]
            placed.append((title, x, y + 20, boxes))
            y = boxes[-1].y + _BOX[1] + 14
    return placed


def _lines(boxes: dict[str, Box]) -> list[Line]:
    found = {}
    for model in MODELS:
        table = Base.metadata.tables[model.__tablename__]
        for key in table.foreign_keys:
            source, target = table.name, key.column.table.name
            if source != target:
                found[source, target] = Line(source, target, _curve(boxes[source], boxes[target]))
    return [found[pair] for pair in sorted(found)]


def _curve(source: Box, target: Box) -> str:
    """Return a curve from the side of one box to the nearer side of another."""
    width, height = _BOX
    y1, y2 = source.y + height // 2, target.y + height // 2
    if source.x < target.x:
        x1, x2, bend = source.x + width, target.x, 40
    elif source.x > target.x:
        x1, x2, bend = source.x, target.x + width, -40
    else:
        x1 = x2 = source.x + width
        return f"M{x1} {y1}C{x1 + 34} {y1} {x2 + 34} {y2} {x2} {y2}"
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
