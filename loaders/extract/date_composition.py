"""Neighbouring expressions joined to one: a day and its time, a month and its year, the early part of a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon
from loaders.extract.date_words import Line

_CLOCKS: Final = frozenset({"clock", "part_of_day"})
_DAYS: Final = frozenset(
    {"calendar", "weekday", "deictic", "relative_month", "holiday", "iso", "numeric", "that_unit"}
)
_YEARLESS: Final = frozenset({"calendar", "quarter", "half", "season", "holiday"})
_YEARS: Final = frozenset({"relative_unit", "that_unit", "ago", "year"})
_RELATIVE: Final = frozenset({"relative_unit", "that_unit", "the_unit", "deictic"})
_LONG: Final = frozenset({"calendar", "relative_month", "relative_unit", "season", "year"})
_RANKS: Final = frozenset({"first", "second", "third", "fourth", "last", "final"})
# What has no early or late part.
_WHOLE: Final = frozenset(
    {
        "duration",
        "vague_duration",
        "stretch",
        "ago",
        "shift",
        "frequency",
        "every",
        "every_day",
        "reference",
        "clock",
    }
)


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
    gap = tuple(line.word(index) for index in range(left.extent[1], right.extent[0]))
    if len(gap) > 2:
        return None
    extent = left.extent[0], right.extent[1]
    for rule in _RULES:
        joined = rule(left, right, gap)
        if joined is not None:
            return replace(joined, extent=extent)
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
        return replace(right, clock=left)
    return None


def _day_with_time(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Friday morning, yesterday at 5 p.m."""
    if not (_names_day(left) and right.read in _CLOCKS):
        return None
    if gap == () or (right.read == "clock" and gap in {("at",), (",",), (",", "at")}):
        return replace(left, clock=right)
    return None


def _is_year(match: Match) -> bool:
    if match.read == "year":
        return True
    return (
        match.read in _YEARS
        and match.slots.get("unit", match.slots.get("units")) == "Y"
        and match.within is None
    )


def _within_year(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Oct. 31 last year, the third quarter of this year."""
    if left.read not in _YEARLESS or "year" in left.slots or left.within or left.clock or not _is_year(right):
        return None
    if right.read == "year" and (gap != ("of",) or left.read == "calendar"):
        return None
    if gap in {(), ("of",), (",",), ("in",)} and not (gap == (",",) and left.read != "calendar"):
        return replace(left, within=right)
    return None


def _last_week_of(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """The last week of September; the first one is taken in with other parts."""
    is_last = left.read == "past_unit" and left.slots.get("last") and left.slots["unit"] in {"D", "W"}
    if is_last and gap == ("of",) and _is_long(right):
        return _ranked(right, "last", {"D": "day", "W": "week"}[left.slots["unit"]])
    return None


def _within_week(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Monday next week, Friday of last week."""
    is_plain = left.read == "weekday" and not {"last", "this", "next", "after", "before"} & set(left.slots)
    if is_plain and gap in {(), ("of",)} and right.read == "relative_unit" and right.slots["unit"] == "W":
        return replace(left, within=right)
    return None


def _year_first(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """This year's third quarter, last year's Christmas."""
    if gap in {("'s",), ("’s",)} and right.read in _YEARLESS - {"calendar"} and "year" not in right.slots:
        return replace(right, within=left) if _is_year(left) else None
    return None


def _weekday_and_day(left: Match, right: Match, gap: tuple[str, ...]) -> Match | None:
    """Friday, 21 September, where the pattern of a whole date did not hold them both."""
    if (
        left.read != "weekday"
        or {"last", "this", "next", "after", "before"} & set(left.slots)
        or "weekday" in right.slots
    ):
        return None
    if gap in {(), (",",)} and right.read in {"calendar", "iso", "numeric"} and _names_day(right):
        return replace(right, slots={**right.slots, "weekday": left.slots["weekday"]})
    return None


_RULES: Final = (
    _time_of_day, _day_with_time, _within_year, _within_week, _last_week_of, _year_first, _weekday_and_day,
)  # fmt: skip


def _with_parts(matches: list[Match], line: Line, lexicon: DateLexicon) -> Iterable[Match]:
    """Take in early, mid-, the end of, the week of, where they stand right before an expression."""
    limit = 0
    for match in matches:
        widened = _with_part(match, line, lexicon) if match.read not in _WHOLE else match
        yield widened if widened.extent[0] >= limit else match
        limit = match.extent[1]


def _with_part(match: Match, line: Line, lexicon: DateLexicon) -> Match:
    words = lexicon.words
    first, end = match.extent
    before, second, third = line.word(first - 1), line.word(first - 2), line.word(first - 3)
    part = second if before == "-" else before
    if part in words["PART"] and (part not in {"earlier", "later"} or match.read in _RELATIVE):
        first -= 2 if before == "-" else 1
        return replace(match, extent=(first, end), part=int(words["PART"][part]))
    if before != "of":
        return match
    if second in words["EDGE"]:
        first -= 3 if third == "very" else 2
        return replace(match, extent=(_with_article(line, first), end), part=int(words["EDGE"][second]))
    if second == "half" and third in words["RANK"] and _is_year(match):
        slots = {"half": words["RANK"][third]}
        extent = (_with_article(line, first - 3), end)
        return replace(match, read="half", slots=slots, extent=extent, within=replace(match, part=None))
    if second in {"half", "part"} and third in {*words["RANK"], "latter", "early", "better"}:
        return replace(match, extent=(_with_article(line, first - 3), end))
    if second in {"week", "day", "days"} and third in _RANKS and _is_long(match):
        return replace(_ranked(match, third, second), extent=(_with_article(line, first - 3), end))
    if second == "week" and _names_day(match):
        return replace(_ranked(match, "", "week"), extent=(_with_article(line, first - 2), end))
    return match


def _is_long(match: Match) -> bool:
    """Tell whether a match names more than a day, so that it has a first week or a last day."""
    return match.read in _LONG and not _names_day(match)


def _ranked(match: Match, rank: str, whole: str) -> Match:
    """Return the first week, the last days of what a match names; without a rank, the week around it."""
    return replace(match, slots={**match.slots, "rank": rank, "whole": whole})


def _with_article(line: Line, first: int) -> int:
    return first - 1 if line.word(first - 1) == "the" else first
