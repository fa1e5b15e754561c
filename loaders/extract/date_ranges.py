"""Dates that share a month or a year: Sept. 21-24, 21 to 24 September, 1989-90, May and June 2022."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon
from loaders.extract.date_words import Line

_JOINING: Final = frozenset({"-", "–", "and", "to", "or", "through", "until", "till", "&"})
_RUNNING: Final = frozenset({"to", "until", "till", "through", "-", "–", "—", "/"})
_LISTING: Final = frozenset({*_JOINING, ","})


def is_range(line: Line, left: Match, right: Match) -> bool:
    """Tell whether two neighbours are the ends of one stretch: from X to Y, between X and Y, X-Y."""
    gap = [line.word(index) for index in range(left.extent[1], right.extent[0])]
    gap = gap[1:] if gap[:1] == ["."] else gap
    if len(gap) != 1:
        return False
    return gap[0] in _RUNNING or (gap[0] == "and" and line.word(left.extent[0] - 1) == "between")


def completed(matches: list[Match], line: Line, lexicon: DateLexicon) -> list[Match]:
    """Return the matches with those that were not seen alone, and with the years that are printed once for two."""
    return _with_shared_years([part for match in matches for part in _parted(match, line, lexicon)], line)


def _parted(match: Match, line: Line, lexicon: DateLexicon) -> Iterator[Match]:
    """Yield a date with the other end of its range, where that is a bare number."""
    first, end = match.extent
    if match.read == "calendar" and "day" in match.slots:
        if (
            _is_day(line, first - 2, lexicon)
            and line.word(first - 1) in _JOINING
            and line.word(match.first).isdecimal()
        ):
            slots = {slot: value for slot, value in match.slots.items() if slot in {"month", "year"}}
            yield _bare(first - 2, "calendar", {**slots, "day": line.word(first - 2)})
        yield match
        is_month_first = not line.word(match.first).isdecimal()
        if (
            is_month_first
            and line.word(end) in _JOINING
            and _is_day(line, end + 1, lexicon)
            and _stands_alone(line, end + 2)
        ):
            slots = {slot: value for slot, value in match.slots.items() if slot in {"month", "year"}}
            yield _bare(end + 1, "calendar", {**slots, "day": line.word(end + 1)})
        return
    is_double = (
        "year" in match.slots and line.word(end) in {"-", "–", "/"} and _is_short_year(line, match, end + 1)
    )
    if is_double and match.read == "season":
        yield replace(match, extent=(first, end + 2))
        return
    yield match
    if is_double and match.read == "year":
        yield _bare(end + 1, "year", {"year": match.slots["year"][:2] + line.word(end + 1)})


def _bare(index: int, read: str, slots: dict[str, str]) -> Match:
    return Match(index, index + 1, read, slots, (index, index + 1))


def _is_day(line: Line, index: int, lexicon: DateLexicon) -> bool:
    word = line.word(index)
    is_day = word.isdecimal() and word.isascii() and len(word) <= 2 and 1 <= int(word) <= 31
    return is_day and line.word(index - 1) not in lexicon.words["MONTH"]


def _stands_alone(line: Line, index: int) -> bool:
    """Tell whether nothing behind a number says that it counts something: April 24 and 25 people."""
    return not line.tag(index).startswith("NN") and line.word(index) != "%"


def _is_short_year(line: Line, match: Match, index: int) -> bool:
    word = line.word(index)
    return (
        len(word) == 2 and word.isdecimal() and word.isascii() and match.slots["year"][2:] < word
        and line.starts[index] == line.ends[index - 1]
    )  # fmt: skip


def _with_shared_years(matches: list[Match], line: Line) -> list[Match]:
    """Give a date the year that is printed with the next one; a year used up is no date of its own."""
    found: list[Match] = []
    for match in reversed(matches):
        current = match
        if found and match.read == "calendar" and "year" not in match.slots and match.within is None:
            gap = tuple(line.word(index) for index in range(match.extent[1], found[-1].extent[0]))
            gap = gap[1:] if gap[:1] == (".",) else gap
            other = found[-1]
            if other.read == "year" and "day" in match.slots and gap in {(), (",",)}:
                found.pop()
                current = replace(
                    match, slots={**match.slots, **other.slots}, extent=(match.extent[0], other.extent[1])
                )
            elif len(gap) == 1 and gap[0] in _LISTING and other.read == "calendar" and "year" in other.slots:
                current = replace(match, slots={**match.slots, "year": other.slots["year"]})
        found.append(current)
    return found[::-1]
