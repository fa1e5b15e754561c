"""drafting_repeats: a claim that an article prints several times is one figure of its draft, quoted at each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loaders.extract.findings import Figure
from loaders.records import Span

Entry = dict[str, Any]
# What two figures must have in common to be one claim.
_COMMON = ("measure", "figure_kind", "per", "subject", "comparator", "accumulation", "modality")
_DATES = ("period", "as_of")
# Small counts coincide: two men here need not be the two men there.
_LEAST = 10
_SURE_WHEN_SMALL = {"age", "share", "money"}


def joined(
    figures: Iterable[tuple[Figure, Entry]],
    speakers: Mapping[str, str | None],
    dates: Mapping[str, str],
) -> tuple[list[Entry], dict[Span, Entry]]:
    """Return the entries, each repeat led back to the first of its claim, and the entry of each number's span.

    A repeat has the same number, words of comparison, measure, subject and claimant, and no other date or place.
    `speakers` are by key of statement, `dates` (EDTF) by key of date.
    """
    entries: list[Entry] = []
    by_claim: dict[tuple[object, ...], list[Entry]] = {}
    by_number: dict[Span, Entry] = {}
    for figure, entry in figures:
        claim = _claim(figure, entry, speakers)
        before = [other for other in by_claim.get(claim, []) if _may_be_one(other, entry, dates)]
        if _is_telling(figure) and before:
            _add(before[0], entry)
            by_number[figure.number] = before[0]
        else:
            entries.append(entry)
            by_claim.setdefault(claim, []).append(entry)
            by_number[figure.number] = entry
    return entries, by_number


def _claim(figure: Figure, entry: Entry, speakers: Mapping[str, str | None]) -> tuple[object, ...]:
    claimant = speakers.get(entry["statement"]) if "statement" in entry else None
    # Reported speech of an unknown speaker is nobody else's claim.
    unknown = figure.statement.span if figure.statement is not None and claimant is None else None
    numbers = (figure.value, figure.low, figure.high, figure.unit)
    return (*numbers, claimant, unknown, *(entry.get(name) for name in _COMMON))


def _is_telling(figure: Figure) -> bool:
    number = figure.value if figure.value is not None else figure.low
    return figure.figure_kind in _SURE_WHEN_SMALL or (number is not None and number >= _LEAST)


def _may_be_one(one: Entry, other: Entry, dates: Mapping[str, str]) -> bool:
    """Tell whether neither date nor place keeps two figures apart."""
    mine, theirs = ({name: dates[entry[name]] for name in _DATES if name in entry} for entry in (one, other))
    if mine and theirs and mine != theirs:
        return False
    places, others = one.get("places", {}), other.get("places", {})
    return all(places[role] == others[role] for role in places.keys() & others.keys())


def _add(first: Entry, repeat: Entry) -> None:
    quote = {name: repeat[name] for name in ("p", "quote", "nth") if name in repeat}
    first.setdefault("also", []).append(quote)
    for name in _DATES:
        if name in repeat:
            first.setdefault(name, repeat[name])
