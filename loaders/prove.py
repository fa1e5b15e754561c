"""prove: every quoted passage stands in its paragraph, word for word, at one place; else the article is refused."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping

from loaders.annotate import SourcedAnnotation
from loaders.annotation import Anchor, Quote
from loaders.errors import ProofError
from loaders.records import CleanDocument, Span

Proof = Mapping[Anchor, Span]

# Between two letters or digits, these hold a word or a number together.
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)")
_HOLDING = set(".,/:'\u2019")


def prove(annotation: SourcedAnnotation, document: CleanDocument) -> Proof:
    """Return the span of every quote of the annotation.

    Raises ProofError naming file, line, paragraph and the nearest text where a quote does not stand in its
    paragraph, or stands there more than once without `nth`.
    """
    proof: dict[Anchor, Span] = {}
    for path, quote in annotation.quotes():
        try:
            proof[quote.anchor] = find(quote, document)
        except ValueError as error:
            raise ProofError(str(error), annotation.file, annotation.lines.of(path)) from error
    return proof


def find(quote: Quote, document: CleanDocument) -> Span:
    """Return the span of one quote; raise ValueError saying what is wrong."""
    paragraph = document.paragraph(quote.p)
    if paragraph is None:
        raise ValueError(f"there is no paragraph {quote.p}; the article has {len(document.paragraphs)}")
    text, words = paragraph.text, quote.quote
    shown = " ".join((words or "").split())
    if words is None:
        return Span(quote.p, 0, len(text))
    starts = occurrences(text, words)
    if not starts:
        raise ValueError(f"paragraph {quote.p} does not hold “{shown}”; nearest is “{_nearest(text, words)}”")
    if quote.nth is None and len(starts) > 1:
        raise ValueError(f"“{shown}” stands {len(starts)} times in paragraph {quote.p}; add nth")
    if quote.nth is not None and quote.nth > len(starts):
        raise ValueError(f"“{shown}” stands {len(starts)} times in paragraph {quote.p}, not {quote.nth}")
    start = starts[(quote.nth or 1) - 1]
    return Span(quote.p, start, start + len(words))


def occurrences(text: str, words: str) -> list[int]:
    """Return where the words stand as whole words: not inside a longer word or number.

    Signs that hold a word or number together count as its inside: 200 is not in 1,200, nor 2 years in 6 1/2 years.
    """
    starts: list[int] = []
    start = text.find(words)
    while words and start >= 0:
        end = start + len(words)
        after = "" if _POSSESSIVE.match(text, end) else text[end:]
        if not (_continues(text, start, words[0]) or _continues(after[::-1], len(after), words[-1])):
            starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _continues(text: str, start: int, edge: str) -> bool:
    """Tell whether what stands before `start` belongs to the word or number that begins there with `edge`."""
    before = text[max(0, start - 2) : start]
    if not before or not (edge.isalnum() or unicodedata.combining(edge)):
        return False
    if before[-1].isalnum() or unicodedata.combining(before[-1]) or unicodedata.combining(edge):
        return before[-1].isalnum() or bool(unicodedata.combining(before[-1]))
    return before[-1] in _HOLDING and len(before) == 2 and before[0].isalnum()


def _nearest(text: str, words: str) -> str:
    """Return the stretch of as many words of the text that is most like the quote."""
    parts, length = text.split(), len(words.split())
    windows = [" ".join(parts[i : i + length]) for i in range(max(1, len(parts) - length + 1))]
    return max(windows, key=lambda window: difflib.SequenceMatcher(None, window, words).ratio())
