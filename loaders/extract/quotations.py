"""Quoted words of a paragraph: curly, straight, angled and single marks; nested, unclosed and unopened ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›"}
_CLOSING: Final = "”»"
_STRAIGHT: Final = '"'
_ANY_MARK = re.compile("[“”„«»‹›‘’\"']")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[—–:/-])$")
_ENDS = re.compile(r"[.!?…,;:—-]$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: the marks from `start` to `end`, the words within them from `inner_start` to `inner_end`.

    `state` is complete (opened and closed), cut (never closed) or unopened.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    state: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a paragraph in order, outermost only; an unclosed one ends with the paragraph."""
    # Agencies wrote `` and '' on their wires; the second sign of each is no mark, so that places stay.
    text = text.replace("``", "“\ufeff").replace("''", "\ufeff”")
    if not _ANY_MARK.search(text):
        return ()
    found: list[Quotation] = []
    place = 0
    while (marked := _ANY_MARK.search(text, place)) is not None:
        place = marked.start()
        mark = marked.group()
        if _opens(text, place):
            closing = _closing_of(text, place)
            if closing is None and mark in "‘'":
                place += 1
                continue
            end = len(text.rstrip()) if closing is None else closing
            found.append(
                Quotation(
                    place,
                    end + (closing is not None),
                    place + 1,
                    end,
                    "complete" if closing is not None else "cut",
                )
            )
            place = end + 1
            continue
        if mark in _CLOSING and not any(quotation.state == "unopened" for quotation in found):
            start = found[-1].end if found else len(text) - len(text.lstrip())
            found.append(Quotation(start, place + 1, start, place, "unopened"))
        place += 1
    return tuple(found)


def is_fragment(text: str, quotation: Quotation) -> bool:
    """Tell whether only some words of a sentence are quoted: no capital at their start, no mark at their end."""
    inner = text[quotation.inner_start : quotation.inner_end].strip(" \n`'")
    before = text[: quotation.start].rstrip()
    if quotation.state != "complete" or not inner:
        return False
    opens_sentence = not before or before[-1] in '.!?:,”"’»' or before.endswith("—")
    ends_inside = _ENDS.search(inner) is not None or text[quotation.end : quotation.end + 1] in {",", ""}
    if inner[0].isupper():
        return not ends_inside and not opens_sentence
    return not (opens_sentence and ends_inside and len(inner.split()) > 2)


def _opens(text: str, place: int) -> bool:
    mark = text[place]
    following = text[place + 1 : place + 2]
    if not following or following.isspace():
        return False
    if mark in {_STRAIGHT, "'"}:
        return _OPENS_AFTER.search(text[max(0, place - 1) : place]) is not None and (
            mark == _STRAIGHT or following.isalpha()
        )
    if mark == "‘":
        return _OPENS_AFTER.search(text[max(0, place - 1) : place]) is not None and following.isalpha()
    return mark in _PAIRS and not (mark == "“" and place > 0 and text[place - 1].isalnum())


def _closing_of(text: str, place: int) -> int | None:
    """Return where the mark that closes a quotation stands; marks nested inside are passed over."""
    mark = text[place]
    closing = _PAIRS.get(mark, mark)
    depth = 0
    for at in range(place + 1, len(text)):
        here = text[at]
        if here == mark and mark in _PAIRS and mark not in "‘":
            depth += 1
        elif here in closing:
            if mark in "‘'" and not _closes_single(text, at):
                continue
            if mark == _STRAIGHT and text[at - 1].isspace():
                return None
            if not depth:
                return at
            depth -= 1
    return None


def _closes_single(text: str, place: int) -> bool:
    """Tell whether a single mark closes, rather than stands for a letter or an owner: the soldiers' coats."""
    following, before = text[place + 1 : place + 2], text[place - 1]
    if following.isalnum():
        return False
    return not following or before in ".,!?;:…—" or (following in " .,;:!?)—" and before != "s")
