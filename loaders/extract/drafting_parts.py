"""drafting_parts: how the drafted figures of one article hang together: parts of a count, and the base of a share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from loaders.extract.findings import Figure
from loaders.records import Span

Entry = dict[str, Any]


def relate_parts(figures: Iterable[Figure], by_number: Mapping[Span, Entry]) -> None:
    """Add to the entries of figures the whole of which each counts a part, and the figure that is a share's base.

    `by_number` holds the entry of each figure by the span of its number. What is referred to gets a key.
    """
    entries = [*{id(entry): entry for entry in by_number.values()}.values()]
    for figure in figures:
        part = by_number.get(figure.number)
        whole = by_number.get(figure.part_of) if figure.part_of is not None else None
        if part is not None and whole is not None and whole is not part and _holds(whole, part):
            relation = {"relation": "subset_of", "figure": _key(whole, entries)}
            part.setdefault("relations", []).append(relation)
    for share, base in _bases(by_number):
        share["base"] = _key(base, entries)
        share.pop("base_words", None)


def _holds(whole: Entry, part: Entry) -> bool:
    return bool(whole["figure_kind"] == part["figure_kind"] == "count")


def _bases(by_number: Mapping[Span, Entry]) -> Iterable[tuple[Entry, Entry]]:
    """Yield the shares whose phrase ends with the count of the whole: `a quarter of 200 men`."""
    numbers = sorted(by_number)
    for number, following in pairwise(numbers):
        share, base = by_number[number], by_number[following]
        is_pair = share["figure_kind"] == "share" and base["figure_kind"] == "count"
        if is_pair and number.paragraph == following.paragraph and base["number"] in _after_of(share):
            yield share, base


def _after_of(share: Entry) -> str:
    return str(share.get("quote", "")).partition(" of ")[2]


def _key(entry: Entry, entries: list[Entry]) -> str:
    place = next(number for number, other in enumerate(entries, 1) if other is entry)
    return str(entry.setdefault("key", f"f{place}"))
