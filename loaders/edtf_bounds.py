"""The first and the last day that a date in EDTF can mean.

EDTF is ISO 8601-2:2019 in the Library of Congress's profile, https://www.loc.gov/standards/datetime/.
Read here are forms of levels 0 and 1, and two of level 2 (`202X-XX` and `2022-09-2X`):

    2022  2022-09  2022-09-21     a year, a month, a day
    2022-23                       a season: 21 spring, 22 summer, 23 autumn, 24 winter
    202X  2022-XX  2022-09-XX     a decade; a month or a day that is not said
    2022-XX-XX  202X-XX           the same, part after part
    2022-09-2X                    one of the days 20 to 29
    2022-09?  2022-09~  2022-09%  uncertain, approximate, both: a whole date, or one end of an interval
    2022-09-21/2022-10            an interval; both ends belong to it
    2022-09-21/..  ../2022-09-21  an open end: still going on, or not said
    2022-09-21/  /2022-09-21      an unknown end

Our rules where the standard leaves a choice:

- Bounds are strict: a qualifier never widens the days; the uncertainty is kept in the text of the date.
- Seasons are northern and meteorological: three months each, spring of a year from 1 March of it, winter from
  1 December of it to the last day of the next February.
- An unspecified part spans all its possibilities, and only unspecified parts may follow it.
- An interval spans from the first day of its first end to the last day of its second.
- Refused: sets, times of day, qualifiers inside a date, centuries, years outside 1000 to 9999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

# Read here rather than by the library edtf, which takes 5 ms for a date; the tests hold every form against it.
_FORM: Final = re.compile(
    r"(?!.*X.*\d) (?P<year> [1-9]\d\d[\dX] )"
    r"(?: - (?P<month> \d\d|XX ) (?: - (?P<day> \d[\dX]|XX ) )? )? [?~%]?",
    re.ASCII | re.VERBOSE,
)
_SEASONS: Final = {"21", "22", "23", "24"}
# Of a text that has not this form, the first row found in it tells what is wrong and what would be right.
_MISTAKES: Final = (
    (r"^\s*$", "is blank", "2022-09-21"),
    (r"\s", "holds a blank", "2022-09-21"),
    (r"[^\x00-\x7f]", "holds a sign outside ASCII, such as a long dash or a Cyrillic letter", "2022-09-21"),
    (r"[\[\]{},]|\d\.\.|\.\.\d", "is a set or a list, which has no bounds of its own", "2022-09/2022-10"),
    (r"\dT|:", "gives a time of day", "2022-09-21"),
    (r"^[-+0Y]|\d{5}", "does not start with a year from 1000 to 9999 and a hyphen", "2022-09-21"),
    (r"^[?~%]|[?~%].", "has a qualifier that is not its one last sign; `?` with `~` is `%`", "2022-09%"),
    (r"^\d{0,2}X", "leaves more of the year unspecified than its last digit", "1990/2022"),
    (r"X.*\d", "has a digit after an unspecified part", "2022-XX-XX"),
    (r"^\d{4}-\dX", "leaves half a month unspecified", "2022-10/2022-12"),
    (r"-\d(?![\dX])", "has a month or a day of one digit", "2022-09-01"),
    (r"", "is not a date in EDTF", "2022, 2022-09, 2022-09-21, 2022-23 (autumn), 2022-09~ or 2022-09-21/.."),
)


class InvalidDate(ValueError):
    """The text is no date in the EDTF read here; the message says what is wrong and shows a right form."""


class Bounds(NamedTuple):
    """The first and the last day, both included; None for an open or unknown end."""

    earliest: date | None
    latest: date | None


class _Reading(NamedTuple):
    bounds: Bounds
    precision: str


def bounds(edtf: str) -> Bounds:
    """Return the first and the last calendar day that an EDTF expression can mean, by the rules above.

    Raises InvalidDate for another form than those above, a day that does not exist, a reversed interval.

    >>> bounds("2022-24~")
    Bounds(earliest=datetime.date(2022, 12, 1), latest=datetime.date(2023, 2, 28))
    """
    return _read(edtf).bounds


def iso_days(edtf: str) -> tuple[str | None, str | None]:
    """Return the earliest and latest day of a date as ISO 8601 text, None where open; InvalidDate as `bounds`."""
    earliest, latest = bounds(edtf)
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


def precision(edtf: str) -> str:
    """Return the smallest unit that an EDTF expression gives in full; raises InvalidDate as `bounds` does.

    day       2022-09-21
    month     2022-09, 2022-09-XX, 2022-09-2X
    season    2022-23
    year      2022, 2022-XX, 2022-XX-XX
    decade    202X, 202X-XX, 202X-XX-XX
    interval  both ends are dates, each of any precision
    open      an interval with an open or an unknown end
    """
    return _read(edtf).precision


def is_uncertain(edtf: str) -> bool:
    """Tell whether an EDTF expression bears `?`, `~` or `%` anywhere; raises InvalidDate as `bounds` does."""
    _read(edtf)
    return any(qualifier in edtf for qualifier in "?~%")


def _read(text: str) -> _Reading:
    ends = text.split("/")
    if len(ends) == 1:
        return _read_date(text)
    if len(ends) > 2:
        raise _invalid(text, "has more than two ends", "2022-09-21/2022-10-04")
    first, last = (Bounds(None, None) if end in {"", ".."} else _read_date(end).bounds for end in ends)
    span = Bounds(first.earliest, last.latest)
    if span.earliest is None and span.latest is None:
        raise _invalid(text, "has no date at either end", "2022-09-21/..")
    if span.earliest is None or span.latest is None:
        return _Reading(span, "open")
    if span.earliest > span.latest:
        raise _invalid(text, "runs backwards", f"{ends[1]}/{ends[0]}")
    return _Reading(span, "interval")


@lru_cache(maxsize=65536)  # News repeats its dates.
def _read_date(text: str) -> _Reading:
    form = _FORM.fullmatch(text)
    if form is None:
        wrong, right = next(row[1:] for row in _MISTAKES if re.search(row[0], text))
        raise _invalid(text, wrong, right)
    year, month, day = form.groups()
    try:
        if month in _SEASONS and day is None:
            return _Reading(_season(int(year), int(month)), "season")
        return _reading(year, month or "XX", day or "XX")
    except ValueError as error:
        wrong = "names a month, a season or a day that does not exist"
        raise _invalid(text, wrong, "2022-09-30, 2022-12 or 2022-24 (seasons are 21 to 24)") from error


def _season(year: int, season: int) -> Bounds:
    first_month = 3 * (season - 20)
    last_year, last_month = (year + 1, 2) if season == 24 else (year, first_month + 2)
    last_day = monthrange(last_year, last_month)[1]
    return Bounds(date(year, first_month, 1), date(last_year, last_month, last_day))


def _reading(year: str, month: str, day: str) -> _Reading:
    """Read a date whose unspecified parts hold X; raise ValueError where the calendar has no such day."""
    first_year, last_year = _range(year, 9999)
    first_month, last_month = _range(month, 12)
    first_day, last_day = _range(day, monthrange(last_year, last_month)[1])
    span = Bounds(date(first_year, first_month, first_day), date(last_year, last_month, last_day))
    unit = "decade" if "X" in year else "year" if "X" in month else "month" if "X" in day else "day"
    return _Reading(span, unit)


def _range(digits: str, highest: int) -> tuple[int, int]:
    """Return the least and the greatest number that digits with some X can be, from 1 to `highest`."""
    if digits == "00":
        raise ValueError(digits)
    return max(int(digits.replace("X", "0")), 1), min(int(digits.replace("X", "9")), highest)


def _invalid(text: str, wrong: str, right: str) -> InvalidDate:
    return InvalidDate(f"{text!r} {wrong}; write for example {right}")
