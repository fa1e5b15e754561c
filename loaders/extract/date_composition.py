"""Neighbouring expressions joined to one: a day and its time, a month and its year, the early part of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon
from loaders.extract.date_words import Line

_CLOCKS: Final = frozenset({"clock", "part_of_day"})
_DAYS: Final = frozenset({"calendar", "weekday", "deictic", "relative_month", "holiday", "iso", "numeric", "that_unit"})
_YEARLESS: Final = frozenset({"calendar", "quarter", "half", "season", "holiday"})
_YEARS: Final = frozenset({"relative_unit", "that_unit", "ago", "year"})
_RELATIVE: Final = frozenset({"relative_unit", "that_unit", "the_unit"})
_FINE: Final = frozenset({"calendar", "weekday", "deictic", "relative_month", "relative_unit", "year", "season", "decade", "month", "quarter",
                          "that_unit", "daypart", "holiday", "past_unit", "year_end", "fiscal_this", "half", "century", "weekend", "the_unit", "part_of_day"})  # fmt: skip

Rule = Callable[[Match, Match, tuple[str, ...]], Match | None]


def composed(matches: Iterable[Match], line: Line, lexicon: DateLexicon) -> list[Match]:
    """Return the matches of a line with neighbours joined, and the words for parts of a time taken in."""
    found: list[Match] = []
    for match in matches:
        current = match
        while found and (joined := _joined(found[-1], current, line)) is not None:
            found.pop()
            current = joined
        found.append(current)
    return list(_with_parts(found, line, lexicon))


def _joined(left: Match, right: Match, line: Line) -> Match | None:
    gap = tuple(line.word(index) for index in range(left.end, right.first))
    if len(gap) > 2:
        return None
    for rule in (_time_of_day, _day_with_time, _within_year, _year_first, _weekday_and_day, _range_day):
        joined = rule(left, right, gap)
        if joined is not None:
            return joined
    return None


def _names_day(match: Match) -> bool:
    if match.clock is not None or match.read not in _DAYS:
        return False
    if match.read in {"calendar", "relative_month"}:
        return "day" in match.slots
    return match.read != "that_unit" or match.slots.get("unit") == "D"


def _time_of_day(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """10 a.m. Friday, the night of Oct. 23, noon on Monday."""
    if left.read in _CLOCKS and _names_day(right) and gap in {(), (",",), ("on",), ("of",)}:
        if left.read == "part_of_day" and gap == (",",):
            return None
        return replace(right, first=left.first, clock=left)
    return None


def _day_with_time(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Friday morning, yesterday at 5 p.m."""
    if not (_names_day(left) and right.read in _CLOCKS):
        return None
    if gap == () or (right.read == "clock" and gap in {("at",), (",",), (",", "at")}):
        return replace(left, end=right.end, clock=right)
    return None


def _is_year(match: Match) -> bool:
    if match.read == "year":
        return True
    return match.read in _YEARS and match.slots.get("unit", match.slots.get("units")) == "Y" and match.within is None


def _within_year(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Oct. 31 last year, the third quarter of this year."""
    if left.read not in _YEARLESS or "year" in left.slots or left.within or left.clock or not _is_year(right):
        return None
    if right.read == "year" and (gap != ("of",) or left.read == "calendar"):
        return None
    if gap in {(), ("of",), (",",), ("in",)} and not (gap == (",",) and left.read != "calendar"):
        return replace(left, end=right.end, within=right)
    return None


def _year_first(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """This year's third quarter, last year's Christmas."""
    if gap in {("'s",), ("’s",)} and right.read in _YEARLESS - {"calendar"} and "year" not in right.slots and _is_year(left):
        return replace(right, first=left.first, within=left)
    return None


def _weekday_and_day(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Friday, 21 September, where the pattern of a whole date did not hold them both."""
    if left.read == "weekday" and gap in {(), (",",)} and right.read in {"calendar", "iso", "numeric"} and _names_day(right):
        if not {"last", "this", "next"} & set(left.slots) and "weekday" not in right.slots:
            return replace(right, first=left.first, slots={**right.slots, "weekday": left.slots["weekday"]})
    return None


def _range_day(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:  # noqa: ARG001
    return None


def _with_parts(matches: list[Match], line: Line, lexicon: DateLexicon) -> Iterable[Match]:
    """Take in early, mid-, the end of, where they stand right before an expression."""
    words = lexicon.words
    limit = 0
    for match in matches:
        first = match.first
        if match.read in _FINE:
            before, second = line.word(first - 1), line.word(first - 2)
            dash = before == "-"
            part = second if dash else before
            if part in words["PART"] and (part not in {"earlier", "later"} or match.read in _RELATIVE):
                first -= 2 if dash else 1
                if line.word(first - 1) == "the" and match.read in {"decade", "part_of_day"}:
                    first -= 1
            elif before == "of" and second in words["EDGE"]:
                first -= 2
                if line.word(first - 1) == "very":
                    first -= 1
                if line.word(first - 1) == "the":
                    first -= 1
            elif (before, second) in {("of", "week"), ("of", "half"), ("of", "part")}:
                first = _taken(line, first - 2, words)
                if second == "week" and first < match.first and match.read in {"calendar", "weekday", "holiday"}:
                    match = replace(match, slots={**match.slots, "whole": "week"})
        yield replace(match, first=max(first, limit))
        limit = match.end


def _taken(line: Line, first: int, words: dict[str, dict[str, str]]) -> int:
    """Take in the rank and the article before the half of, the part of, the week of."""
    if line.word(first) in {"half", "part"}:
        if line.word(first - 1) not in {*words["RANK"], "latter", "early", "later", "earlier"}:
            return first + 2
        first -= 1
    return first - 1 if line.word(first - 1) == "the" else first
