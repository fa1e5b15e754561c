"""quoting: a span as the quote that an annotation gives, which the proof gate finds at just that place."""

from __future__ import annotations

from typing import Any

from loaders.prove import occurrences
from loaders.records import CleanDocument, Span


def quote(document: CleanDocument, span: Span) -> dict[str, Any]:
    """Return `p`, `quote` and, where the words stand more than once, `nth`, of a span.

    A span that begins or ends within a word is widened to whole words, and blanks at its ends are left out.
    """
    paragraph = document.paragraphs[span.paragraph - 1]
    start, end = _whole(paragraph.text, span.start, span.end)
    words = paragraph.text[start:end]
    if words == paragraph.text:
        return {"p": span.paragraph}
    places = occurrences(paragraph.text, words)
    found: dict[str, Any] = {"p": span.paragraph, "quote": words}
    return found if len(places) == 1 else {**found, "nth": places.index(start) + 1}


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the nearest offsets around a span at which its words stand as whole words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start not in occurrences(text, text[start:end]):
        before = _start_of_word(text, start)
        after = _end_of_word(text, end)
        if (before, after) == (start, end):
            before, after = max(0, start - 1), min(len(text), end + 1)
        start, end = before, after
    return start, end


def _start_of_word(text: str, offset: int) -> int:
    while offset > 0 and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _end_of_word(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isspace():
        offset += 1
    return offset
