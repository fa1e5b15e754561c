"""The text of a paragraph cut into pieces, each with the one thing that its words name or print."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# Which page a mark leads to, and what to call its kind.
TABLES: Final = {
    "person": "persons",
    "organisation": "organisations",
    "group": "groups",
    "place": "places",
    "figure": "figures",
    "date": "dates",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a paragraph, in code points from 0 and half open, and what stands there."""

    start: int
    end: int
    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, and the mark that they belong to, if any."""

    text: str
    mark: Mark | None


def marks_of(rows: Iterable[sqlite3.Row], text: str) -> list[Mark]:
    """Return the marks of one paragraph; of a figure only the number as printed is marked, where it is found."""
    marks = []
    for row in rows:
        start, end = row["start_offset"], row["end_offset"]
        if row["printed"]:
            number = re.compile(rf"(?<!\w){re.escape(row['printed'])}(?!\w)").search(text, start, end)
            start, end = number.span() if number else (start, end)
        marks.append(Mark(start, end, row["kind"], str(row["id"]), row["label"]))
    return marks


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Cut a text at the edges of its marks; where marks overlap, words belong to the shortest.

    >>> oral = [Mark(0, 17, "group", "g", "officials"), Mark(13, 17, "place", "oral", "Oral")]
    >>> [(piece.text, piece.mark and piece.mark.kind) for piece in pieces("officials in Oral said", oral)]
    [('officials in ', 'group'), ('Oral', 'place'), (' said', None)]
    """
    within = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(mark.start for mark in within), *(mark.end for mark in within)})
    cut: list[Piece] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in within if mark.start <= start and end <= mark.end]
        mark = min(covering, key=lambda mark: (mark.end - mark.start, mark.kind != "figure"), default=None)
        if cut and cut[-1].mark == mark:
            cut[-1] = Piece(cut[-1].text + text[start:end], mark)
        else:
            cut.append(Piece(text[start:end], mark))
    return cut
