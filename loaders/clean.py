"""clean: a document's paragraphs with their roles, blocks and repairs, and what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from loaders.errors import InputError
from loaders.reading.metadata import found_in
from loaders.reading.repairs import repair
from loaders.reading.roles import roles_of
from loaders.records import CleanDocument, Document, Paragraph
from schema.vocabularies import PARAGRAPH_ROLES

# In code points: no paragraph of news is longer, and every page of the site can show it.
MAXIMUM_PARAGRAPH: Final = 100_000
MAXIMUM_PARAGRAPHS: Final = 20_000
_MARKER: Final = re.compile(
    r"\[(?P<number>\d{1,5}) (?P<role>[a-z_]+)(?: block=(?P<block>\d{1,4}))?\] ?(?P<text>.*)"
)


def clean(document: Document) -> CleanDocument:
    """Cut a document into paragraphs: a digest's marked ones, else the non-blank lines, their roles told by rule.

    Raises InputError where a digest's markers are missing, out of order, or name an unknown role, and where a
    paragraph is too long or there are too many.
    """
    in_lines = document.format in {"text", "markdown"}
    lines = [
        (document.first_line + i if in_lines else document.first_line, line.strip())
        for i, line in enumerate(document.text.split("\n"))
        if line.strip()
    ]
    _require_bounds(document, lines)
    if document.original is None:
        return _told_by_rule(document, lines)
    paragraphs = tuple(_marked(document, n, line, text) for n, (line, text) in enumerate(lines, start=1))
    if len(paragraphs) != len(document.original.paragraphs):
        raise InputError(
            f"has {len(paragraphs)} paragraphs, but its front matter lists {len(document.original.paragraphs)}",
            document.file,
        )
    return CleanDocument(document, paragraphs, document.given)


def _told_by_rule(document: Document, lines: Sequence[tuple[int, str]]) -> CleanDocument:
    """Return a document's paragraphs as rules tell them; texts stay as given, roles rest on the repaired ones."""
    read = [repair(text) for _, text in lines]
    roles = roles_of([item.text.strip() for item in read])
    paragraphs = tuple(
        Paragraph(n, role.role, role.block, text, line, item.repairs)
        for n, ((line, text), role, item) in enumerate(zip(lines, roles, read, strict=True), start=1)
    )
    return CleanDocument(document, paragraphs, found_in(document, read, roles))


def _require_bounds(document: Document, lines: Sequence[tuple[int, str]]) -> None:
    for line, text in lines:
        if len(text) > MAXIMUM_PARAGRAPH:
            message = (
                f"a paragraph of over {MAXIMUM_PARAGRAPH:,} characters; cut it into paragraphs, one a line"
            )
            raise InputError(message, document.file, line)
    if len(lines) > MAXIMUM_PARAGRAPHS:
        message = f"over {MAXIMUM_PARAGRAPHS:,} paragraphs, too many for one article; split it"
        raise InputError(message, document.file, document.first_line)


def _marked(document: Document, number: int, line: int, text: str) -> Paragraph:
    match = _MARKER.fullmatch(text)
    if match is None:
        raise InputError(
            "a digest's paragraph starts with `[number role]`, all on one line", document.file, line
        )
    if int(match["number"]) != number:
        raise InputError(f"paragraph {match['number']} stands where {number} should", document.file, line)
    if match["role"] not in PARAGRAPH_ROLES:
        raise InputError(
            f"'{match['role']}' is not a role; roles are {', '.join(PARAGRAPH_ROLES)}", document.file, line
        )
    if not match["text"].strip():
        raise InputError(f"paragraph {number} says nothing; retell or describe it", document.file, line)
    block = None if match["block"] is None else int(match["block"])
    return Paragraph(number, match["role"], block, match["text"].strip(), line)
