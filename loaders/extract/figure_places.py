"""Where and when of a figure: the places and the date that hang on its noun, or on the verb above it."""

from __future__ import annotations

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


def date_of(dates: Iterable[Date], span: Span, sentence: Tokens) -> Date | None:
    """Return the date nearest to a figure in its sentence, or None where there is none with days."""
    near = [date for date in dates if _is_in(date.span, sentence) and date.edtf and not span.holds(date.span)]
    return min(
        near, key=lambda date: max(date.span.start - span.end, span.start - date.span.end, 0), default=None
    )


def _is_in(span: Span, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= span.start < sentence.end_char)
