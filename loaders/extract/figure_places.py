"""Where and when of a figure: the places and the date that hang on its noun, or on the verb above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from loaders.extract.findings import Date, Name
from loaders.extract.tokens import token_at
from loaders.records import Span

_ROLES: Final = {
    **dict.fromkeys(("in", "at", "across", "inside", "throughout", "within", "near"), "in"),
    "from": "from",
    **dict.fromkeys(("to", "into", "toward", "towards"), "to"),
}
# What may stand between a figure and the date that is its own; and what sets it against another.
_AT_ONCE: Final = re.compile(
    r",? (?:(?:as of|in|on|at|by|during|since|until|for|the|end|start|of|early|late|mid-?) ?)*"
)
_COMPARISON: Final = re.compile(
    r"\b(?:against|versus|compared (?:with|to)|(?:up|down) from|than|same (?:period|month|quarter|time))\b"
)
_PREMODIFIERS: Final = {"nmod", "amod", "compound", "nummod"}
# With these verbs, `for` a place is where one goes, and people of a place set out from it.
_LEAVING: Final = {
    "flee",
    "leave",
    "move",
    "travel",
    "emigrate",
    "relocate",
    "go",
    "depart",
    "escape",
    "migrate",
    "cross",
    "come",
}


def places_of(
    doc: Doc, names: Iterable[Name], anchors: Sequence[Token], sentence: Tokens
) -> tuple[tuple[str, Name], ...]:
    """Return roles (of FIGURE_PLACE_ROLES) and names of places that hang on the tokens of a figure."""
    above = {step.i for anchor in anchors for step in (anchor, *anchor.ancestors)}
    verbs = {doc[i].lemma_ for i in above if doc[i].pos_ in {"VERB", "AUX"}}
    found = []
    for name in names:
        if name.kind != "place" or name.reading == "embedded" or not _is_in(name.span, sentence):
            continue
        role = _role(token_at(doc, name.span.start), name, above, bool(verbs & _LEAVING))
        if role is not None:
            found.append((role, name))
    return tuple(found)


def _role(place: Token, name: Name, above: set[int], is_leaving: bool) -> str | None:
    steps = [place, *place.ancestors]
    preposition = next((step for step in steps if step.dep_ in {"prep", "agent"}), None)
    if name.form == "demonym" and is_leaving and place.head.i in above:
        return "from"
    if preposition is None:
        is_left = is_leaving and place.dep_ == "dobj" and place.head.i in above
        return "from" if is_left else None
    head = preposition.head
    hangs = head.i in above or (head.dep_ in {"dobj", "prep"} and head.head.i in above)
    if not hangs:
        return None
    return "to" if preposition.lower_ == "for" and is_leaving else _ROLES.get(preposition.lower_)


def date_of(text: str, dates: Iterable[Date], span: Span, sentence: Tokens) -> Date | None:
    """Return the date of a figure, or None where its sentence has none with days.

    One that follows at once ("1.1 million as of May") goes before the nearest; one behind a comparison ("up from
    9 in May") or before a noun of its own ("the 1917 uprising") is not the figure's.
    """
    near = [
        (far, date)
        for date in dates
        if _is_in(date.span, sentence) and date.edtf and not span.holds(date.span)
        if (far := _distance(text, span, date, sentence)) is not None
    ]
    return min(near, key=lambda pair: pair[0], default=(0, None))[1]


def _distance(text: str, span: Span, date: Date, sentence: Tokens) -> int | None:
    """Return how far a date is from a figure, in code points, None where it is another's."""
    is_after = date.span.start >= span.end
    between = text[span.end : date.span.start] if is_after else text[date.span.end : span.start]
    if _COMPARISON.search(between) or _names(date, span, sentence):
        return None
    return 0 if is_after and _AT_ONCE.fullmatch(between) else 1 + max(len(between), 0)


def _names(date: Date, span: Span, sentence: Tokens) -> bool:
    """Tell whether a date is a part of another noun's name: "the 1917 uprising"."""
    token = token_at(sentence.doc, date.span.end - 1)
    noun = token.head
    return (
        token.dep_ in _PREMODIFIERS
        and noun.pos_ in {"NOUN", "PROPN"}
        and noun.i > token.i
        and noun.dep_ == "pobj"
        and not span.start <= noun.idx < span.end
    )


def _is_in(span: Span, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= span.start < sentence.end_char)
