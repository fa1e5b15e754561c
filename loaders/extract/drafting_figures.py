"""drafting_figures: a figure found as an entry of an annotation, as far as the database's rules let it stand."""

from __future__ import annotations

import math
from typing import Any

from loaders.extract.findings import Figure
from loaders.extract.introducing import PRONOUNS
from loaders.extract.quoting import quote
from loaders.number_grammar import NumberWords
from loaders.numbers import ReadNumber, UnreadNumber, read_number
from loaders.prove import occurrences
from loaders.reading.metadata import story_start
from loaders.records import CleanDocument, Span
from loaders.sentences import sentences

_LONGEST_CLAIM = 200
_WORDS_AROUND = 10


class FigureDrafts:
    """Makes entries of figures; says why where one cannot stand."""

    def __init__(self, document: CleanDocument, words: NumberWords) -> None:
        self._document = document
        self._words = words

    def entry(self, figure: Figure) -> tuple[dict[str, Any] | None, str]:
        """Return the entry without measure, places, dates and statement; or None, and why the figure cannot stand."""
        text = self._document.paragraphs[figure.span.paragraph - 1].text
        number = " ".join(text[figure.number.start : figure.number.end].split())
        quoted = quote(self._document, figure.span)
        if not occurrences(quoted.get("quote", text), number):
            return None, f"'{number}' does not stand in its phrase word for word"
        try:
            read = read_number(number, self._words)
        except UnreadNumber as error:
            return None, str(error)
        kind, comparator = figure.figure_kind, figure.comparator
        problem = _differs(figure, read) or _breaks_a_rule(kind, comparator, read)
        if problem:
            return None, problem
        entry = {
            **quoted,
            "number": number,
            "claim": _claim(figure, text)[:_LONGEST_CLAIM],
            "comparator": comparator,
            "figure_kind": kind
            if (kind == "rate") == (figure.per is not None) or kind != "rate"
            else "other",
            "accumulation": figure.accumulation,
            "modality": figure.modality,
        }
        if figure.per is not None:
            entry |= {"per": figure.per, "figure_kind": "rate"}
        if entry["figure_kind"] == "share":
            entry["base_words"] = figure.counted or "not printed"
        return entry, ""


def _claim(figure: Figure, text: str) -> str:
    """Return a figure as a phrase that can be read alone: whose age, of a bare number its sentence, and whose word."""
    words = " ".join(figure.text.split())
    if figure.figure_kind == "age" and figure.subject is not None:
        return f"{figure.subject.text}: {f'aged {words}' if words.isdecimal() else words}"
    if figure.unit is None and (figure.counted_span is None or not figure.span.holds(figure.counted_span)):
        words = _around(figure.number, text)
    is_named = figure.claimant is not None and figure.claimant.lower() not in PRONOUNS
    return f"{figure.claimant}: {words}" if is_named and str(figure.claimant) not in words else words


def _around(number: Span, text: str) -> str:
    """Return the sentence in which a number stands; of a long one, the words around the number."""
    within = (one for one in sentences(text) if one.start <= number.start and number.end <= one.end)
    sentence = next(within, None)
    start, end = (sentence.start, sentence.end) if sentence else (0, len(text))
    start = max(start, story_start(text))
    before, after = text[start : number.start].split(), text[number.end : end].split()
    opening = "" if len(before) <= _WORDS_AROUND else "… "
    ending = "" if len(after) <= _WORDS_AROUND else " …"
    words = [*before[-_WORDS_AROUND:], text[number.start : number.end], *after[:_WORDS_AROUND]]
    return f"{opening}{' '.join(words)}{ending}".rstrip(". ")


def _differs(figure: Figure, read: ReadNumber) -> str:
    """Say so where the rule that reads the printed number gives another value than the extractor."""
    # A percentage is read as a fraction of 1.
    scales = (1, 0.01) if figure.unit == "percent" else (1,)
    for mine, theirs in ((figure.value, read.value), (figure.low, read.low), (figure.high, read.high)):
        if (mine is None) != (theirs is None):
            return "the rules of numbers read it otherwise than the extractor"
        if mine is None or theirs is None:
            continue
        if not any(math.isclose(mine * scale, theirs, rel_tol=1e-9) for scale in scales):
            return f"the extractor reads {mine:g}, the rules of numbers {theirs:g}"
    return ""


def _breaks_a_rule(kind: str, comparator: str, read: ReadNumber) -> str:
    """Say so where the database would refuse the figure."""
    values = [value for value in (read.value, read.low, read.high) if value is not None]
    if kind == "share" and any(not 0 <= value <= 1 for value in values):
        return "a share is a part of one"
    if comparator == "range" and (read.low is None or read.high is None):
        return "a range has two ends"
    if comparator == "vague" and read.low is None:
        return "a vague word without bounds"
    if not values:
        return "no value and no bounds"
    return ""
