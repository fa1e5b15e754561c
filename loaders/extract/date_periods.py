"""The days that an expression means together with the words around it: since May, from X to Y, late September.

An expression alone is what TimeML marks; `phrase` and `period` are what a reader of the sentence would say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from loaders.extract import date_units as units
from loaders.extract.date_grammar import Match
from loaders.extract.date_scene import Reading
from loaders.extract.date_units import Granule
from loaders.extract.date_words import Line

_JOINING: Final = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_FROM: Final = frozenset({"since", "after", "from", "starting", "beginning"})
_TO: Final = frozenset({"until", "till", "by", "before", "through"})
_AT: Final = frozenset({"in", "on", "at", "during", "throughout", "over", "for", "within"})
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
        joined = _range(line, read[index], read[index + 1])
        if joined is not None:
            found[index] = found[index + 1] = joined
    return found


def _range(line: Line, left: tuple[Match, Reading], right: tuple[Match, Reading]) -> Period | None:
    """Return from X to Y, between X and Y, X-Y as one period, where it does not run backwards."""
    first, end = left[0].extent[0], right[0].extent[1]
    gap = [line.word(index) for index in range(left[0].extent[1], right[0].extent[0])]
    before = line.word(first - 1)
    if len(gap) != 1 or not (gap[0] in _JOINING or (gap[0] == "and" and before == "between")):
        return None
    start, stop = left[1], right[1]
    if (
        not (start.granule and stop.granule and start.edtf and stop.edtf)
        or start.granule.first() > stop.granule.last()
    ):
        return None
    edtf = f"{start.edtf.partition('/')[0]}/{stop.edtf.rpartition('/')[2]}"
    return Period(first - (before in {"from", "between"}), end, edtf)


def _alone(line: Line, match: Match, reading: Reading) -> Period:
    first, end = match.extent
    before = line.word(first - 1)
    edtf = _narrowed(match, reading)
    if edtf is None:
        return Period(first, end, None)
    if before in _FROM and line.word(first - 2) != "away":
        return Period(first - 1, end, f"{edtf.partition('/')[0]}/..")
    if before in _TO:
        return Period(first - 1, end, f"../{edtf.rpartition('/')[2]}")
    return Period(first - (before in _AT), end, edtf)


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
