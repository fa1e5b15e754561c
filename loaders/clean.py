"""clean: a document's paragraphs, with their roles and blocks."""

from __future__ import annotations

import re

from loaders.errors import InputError
from loaders.records import CleanDocument, Document, Paragraph
from schema.vocabularies import PARAGRAPH_ROLES

_MARKER = re.compile(r"\[(?P<number>\d{1,5}) (?P<role>[a-z_]+)(?: block=(?P<block>\d{1,4}))?\] ?(?P<text>.*)")


def clean(document: Document) -> CleanDocument:
    """Cut a document into paragraphs: a digest's marked ones, else the non-blank lines.

    Raises InputError where a digest's markers are missing, out of order, or name an unknown role.
    """
    lines = [
        (document.first_line + i, line.strip())
        for i, line in enumerate(document.text.split("\n"))
        if line.strip()
    ]
    if document.original is None:
        paragraphs = [Paragraph(n, None, None, text, line) for n, (line, text) in enumerate(lines, start=1)]
    else:
        paragraphs = [_marked(document, n, line, text) for n, (line, text) in enumerate(lines, start=1)]
        if len(paragraphs) != len(document.original.paragraphs):
            raise InputError(
                f"has {len(paragraphs)} paragraphs, but its front matter lists {len(document.original.paragraphs)}",
                document.file,
            )
    return CleanDocument(document, tuple(paragraphs))


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
