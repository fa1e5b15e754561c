"""The days that an expression means together with the words around it: since May, from X to Y, late September.

An expression alone is what TimeML marks; `phrase` and `period` are what a reader of the sentence would say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from loaders.extract import date_units as units
from loaders.extract.date_grammar import Match
from loaders.extract.date_ranges import is_range
from loaders.extract.date_scene import Reading
from loaders.extract.date_units import Granule
from loaders.extract.date_words import Line

_FROM: Final = frozenset({"since", "after", "from", "starting", "beginning"})
_TO: Final = frozenset({"until", "till", "by", "before", "through"})
_AT: Final = frozenset({"in", "on", "at", "during", "throughout", "over", "for", "within"})
# Ranks of the units in a granule, counted from its first one on, or from its last one back.
RANKS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_LONGEST_CLAUSE: Final = 12  # words from `since` to the date
_CLAUSE_ENDS: Final = frozenset({",", ".", ";", ":", "(", ")", "and", "but", "that", "which", "who", "when"})
_THIRDS_OF_A_MONTH: Final = ("0X", "1X", "2X")


@dataclass(frozen=True)
class Period:
    """The first and last word of a phrase, as a half-open range of the line, and its days in EDTF."""

    first: int
    end: int
    edtf: str | None


def periods(line: Line, read: list[tuple[Match, Reading]]) -> list[Period]:
    """Return the phrase and the period of each expression of a line, in their order."""
    found = [_alone(line, match, reading) for match, reading in read]
    for index in range(len(read) - 1):
        joined = _range(line, read[index], read[index + 1]) or _stretch_of(line, read[index], read[index + 1])
        if joined is not None:
            found[index] = found[index + 1] = joined
    return found


def _range(line: Line, left: tuple[Match, Reading], right: tuple[Match, Reading]) -> Period | None:
    """Return from X to Y, between X and Y, X-Y as one period, where it does not run backwards."""
    if not is_range(line, left[0], right[0]):
        return None
    first, end = left[0].extent[0], right[0].extent[1]
    start, stop = left[1], right[1]
    if (
        not (start.granule and stop.granule and start.edtf and stop.edtf)
        or start.granule.first() > stop.granule.last()
    ):
        return None
    edtf = f"{start.edtf.partition('/')[0]}/{stop.edtf.rpartition('/')[2]}"
    return Period(first - (line.word(first - 1) in {"from", "between"}), end, edtf)


def _stretch_of(line: Line, left: tuple[Match, Reading], right: tuple[Match, Reading]) -> Period | None:
    """Return the first two months of 2024, the last three days of March as one period."""
    match, granule = left[0], right[1].granule
    gap = [line.word(index) for index in range(match.extent[1], right[0].extent[0])]
    if match.read not in {"stretch", "past_unit"} or gap != ["of"] or granule is None:
        return None
    days = _end_of(granule, line.word(match.first + (line.word(match.first) == "the")), match.slots)
    if days is None:
        return None
    first = match.extent[0]
    return Period(first - (line.word(first - 1) in _AT), right[0].extent[1], _between(*days))


def _end_of(granule: Granule, rank: str, slots: Mapping[str, str]) -> tuple[Granule, Granule] | None:
    """Return the first and the last of the units that make the first, the second or the last so many of a granule."""
    unit, times = units.COUNTED.get(slots.get("units", slots.get("unit", "")), ("", 1))
    count = slots.get("number", "1")
    if rank not in RANKS or not unit or not count.isdecimal():
        return None
    if unit == units.WEEK:
        unit, times = units.DAY, 7
    if not units.is_finer(unit, granule.unit):
        return None
    steps = int(count) * times - 1
    place = RANKS[rank]
    if place >= 0:
        start = units.around(granule.first(), unit).shifted(place * (steps + 1))
        return start, start.shifted(steps)
    stop = units.around(granule.last(), unit)
    return stop.shifted(-steps), stop


def _between(start: Granule, stop: Granule) -> str:
    """Return the EDTF of the days from the first of one granule to the last of another."""
    first, last = start.edtf().partition("/")[0], stop.edtf().rpartition("/")[2]
    return first if start == stop and "/" not in start.edtf() else f"{first}/{last}"


def _alone(line: Line, match: Match, reading: Reading) -> Period:
    first, end = match.extent
    before = line.word(first - 1)
    edtf = _narrowed(match, reading)
    if edtf is None:
        return Period(first, end, None)
    if before in _FROM and line.word(first - 2) != "away":
        return Period(first - 1, end, f"{edtf.partition('/')[0]}/..")
    since = _since_clause(line, first)
    if since is not None:
        return Period(since, end, f"{edtf.partition('/')[0]}/..")
    if before in _TO:
        return Period(first - 1, end, f"../{edtf.rpartition('/')[2]}")
    return Period(first - (before in _AT), end, edtf)


def _since_clause(line: Line, first: int) -> int | None:
    """Return where a clause starts that counts from the date that it ends in: "since the bridge fell in May"."""
    for index in range(first - 1, max(-1, first - _LONGEST_CLAUSE), -1):
        word = line.word(index)
        if word == "since":
            is_clause = any(line.tag(step).startswith("VB") for step in range(index + 1, first))
            return index if is_clause else None
        if not word or word in _CLAUSE_ENDS:
            return None
    return None


def _narrowed(match: Match, reading: Reading) -> str | None:
    """Return the days of an expression: of a length up to or from now, of a part of a month or a year."""
    if reading.stretch is not None:
        start, stop = reading.stretch
        return f"{start.isoformat()}/{stop.isoformat()}"
    granule = reading.granule
    if match.part is None or granule is None or reading.type != "DATE":
        return reading.edtf
    if granule.unit == units.MONTH:
        return f"{granule.timex()}-{_THIRDS_OF_A_MONTH[match.part]}"
    if granule.unit == units.YEAR:
        months = granule.number * 12 + 4 * match.part
        return f"{Granule(units.MONTH, months).timex()}/{Granule(units.MONTH, months + 3).timex()}"
    return reading.edtf
