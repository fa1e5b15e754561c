"""What the page of an article shows: its paragraphs with what they name marked, and the notes beside each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from website.marks import Piece, marks_of, pieces
from website.sections import Rows, sections

# Paragraphs with these roles are not the article's own story; the page folds them away.
ASIDE: Final = frozenset({"furniture", "notice", "teaser", "photo_credit"})
# What stands beside a paragraph, in reading order.
_NOTES: Final = ("figures", "statements", "events", "left_out")
_MOST: Final = 5000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph for its page: number, role, marked text, the notes beside it by kind, and whether it is folded."""

    id: int
    number: int
    role: str
    pieces: list[Piece]
    notes: dict[str, list[Any]]
    folded: bool


async def article(datasette: Any, key: str) -> dict[str, Any]:
    """Return all that the page of an article shows."""
    found = await sections(datasette, "articles", {"id": key}, _MOST)
    return {**found, "paragraphs": paragraphs(found), "named_by_kind": _by(found["named"], "kind")}


def paragraphs(found: Mapping[str, Rows]) -> list[Paragraph]:
    """Return the paragraphs with their marks and notes, from the rows of the page's sections."""
    marks = _by(found["marks"], "paragraph")
    notes = {kind: _by(found[kind], "paragraph") for kind in _NOTES}
    return [
        Paragraph(
            id=row["id"],
            number=row["number"],
            role=row["role"] or "not read",
            pieces=pieces(row["text"], marks_of(marks[row["number"]], row["text"])),
            notes={kind: notes[kind][row["number"]] for kind in _NOTES if notes[kind][row["number"]]},
            folded=row["role"] in ASIDE,
        )
        for row in found["text"]
    ]


def _by(rows: Iterable[Any], column: str) -> defaultdict[Any, list[Any]]:
    """Group rows by a column, in their order."""
    groups: defaultdict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups
