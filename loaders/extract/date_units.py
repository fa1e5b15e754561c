"""Years, months, weeks and their like as numbers in a row: how to count with them, and how TIMEX3 and EDTF write them.

A `Granule` is one piece of the calendar: the unit, and its place in the row of all such units, so that the next one
is one more. Weeks start on Monday (ISO 8601); seasons are northern and start with March, as in `edtf_bounds`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

DAY: Final = "day"
WEEK: Final = "week"
WEEKEND: Final = "weekend"
MONTH: Final = "month"
QUARTER: Final = "quarter"
SEASON: Final = "season"
HALF: Final = "half"
YEAR: Final = "year"
DECADE: Final = "decade"
CENTURY: Final = "century"

# Fine to coarse: a unit lies within those behind it.
ORDER: Final = (DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY)
# What a calendar counts, by the codes of the lexicon, with how many of it one is.
COUNTED: Final = {
    "D": (DAY, 1), "N": (DAY, 1), "W": (WEEK, 1), "2W": (WEEK, 2), "WE": (WEEKEND, 1), "MO": (MONTH, 1),
    "Q": (QUARTER, 1), "Y": (YEAR, 1), "DE": (DECADE, 1), "CE": (CENTURY, 1),
}  # fmt: skip
_MONTHS: Final = {MONTH: 1, QUARTER: 3, SEASON: 3, HALF: 6, YEAR: 12, DECADE: 120, CENTURY: 1200}
_SEASON_CODES: Final = ("SP", "SU", "FA", "WI")
_SEASON_SHIFT: Final = 2  # seasons start with March, two months after the year
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 9998


class Granule(NamedTuple):
    """One piece of the calendar: the unit, and its number in the row of such units."""

    unit: str
    number: int

    def shifted(self, steps: int) -> Granule:
        """Return the granule so many units later."""
        return Granule(self.unit, self.number + steps)

    def first(self) -> date:
        """Return the first day; ValueError or OverflowError outside the years 1 to 9999."""
        if self.unit == DAY:
            return date.fromordinal(self.number)
        if self.unit == WEEK:
            return date.fromordinal(self.number * 7 + 1)
        if self.unit == WEEKEND:
            return date.fromordinal(self.number * 7 + 6)
        months = self.number * _MONTHS[self.unit] + (_SEASON_SHIFT if self.unit == SEASON else 0)
        return date(months // 12, months % 12 + 1, 1)

    def last(self) -> date:
        """Return the last day; errors as `first`."""
        if self.unit == WEEKEND:
            return self.first() + timedelta(days=1)
        return self.shifted(1).first() - timedelta(days=1)

    def timex(self) -> str:
        """Return the TIMEX3 value: 1998, 1998-08, 1998-W33, 1998-W33-WE, 1998-Q3, 1998-SU, 1998-H2, 199, 19."""
        if self.unit == DAY:
            return self.first().isoformat()
        if self.unit in {WEEK, WEEKEND}:
            year, week, _ = self.first().isocalendar()
            return f"{year:04}-W{week:02}{'-WE' if self.unit == WEEKEND else ''}"
        if self.unit == MONTH:
            return f"{self.number // 12:04}-{self.number % 12 + 1:02}"
        if self.unit == QUARTER:
            return f"{self.number // 4:04}-Q{self.number % 4 + 1}"
        if self.unit == HALF:
            return f"{self.number // 2:04}-H{self.number % 2 + 1}"
        if self.unit == SEASON:
            return f"{self.number // 4:04}-{_SEASON_CODES[self.number % 4]}"
        return f"{self.number:0{ {YEAR: 4, DECADE: 3, CENTURY: 2}[self.unit] }}"

    def edtf(self) -> str:
        """Return the EDTF text: days, months and years as printed, anything else as the interval that it is."""
        if self.unit in {DAY, MONTH, YEAR}:
            return self.timex()
        if self.unit == SEASON:
            return f"{self.number // 4:04}-{self.number % 4 + 21}"
        if self.unit == DECADE:
            return f"{self.number:03}X"
        if self.unit == CENTURY:
            return f"{self.number:02}00/{self.number:02}99"
        if self.unit in {QUARTER, HALF}:
            return f"{self.first():%Y-%m}/{self.last():%Y-%m}"
        return f"{self.first().isoformat()}/{self.last().isoformat()}"

    def in_range(self) -> bool:
        """Tell whether the granule lies in the years that EDTF and the calendar can write."""
        try:
            return _FIRST_YEAR <= self.first().year <= self.last().year <= _LAST_YEAR
        except (ValueError, OverflowError):
            return False


def day(year: int, month: int, day: int) -> Granule | None:
    """Return a day, None where the calendar has no such day."""
    if not (1 <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Granule(DAY, date(year, month, day).toordinal())


def month(year: int, number: int) -> Granule:
    """Return a month of a year."""
    return Granule(MONTH, year * 12 + number - 1)


def season(year: int, code: str) -> Granule:
    """Return a season of a year by its TIMEX3 code; winter starts with December of the year."""
    return Granule(SEASON, year * 4 + _SEASON_CODES.index(code))


def years_later(granule: Granule, years: int) -> Granule | None:
    """Return the same day, month or part of a year so many years later; None where that year has no such day."""
    if granule.unit == DAY:
        first = granule.first()
        return day(first.year + years, first.month, first.day)
    return granule.shifted(years * 12 // _MONTHS[granule.unit]) if granule.unit in _MONTHS else None


def around(moment: date, unit: str) -> Granule:
    """Return the granule of a unit in which a day lies.

    >>> around(date(1998, 8, 11), "week").timex()
    '1998-W33'
    """
    if unit == DAY:
        return Granule(DAY, moment.toordinal())
    if unit in {WEEK, WEEKEND}:
        return Granule(unit, (moment.toordinal() - 1) // 7)
    months = moment.year * 12 + moment.month - 1 - (_SEASON_SHIFT if unit == SEASON else 0)
    return Granule(unit, months // _MONTHS[unit])


def is_finer(unit: str, than: str) -> bool:
    """Tell whether a unit is shorter than another."""
    return ORDER.index(unit) < ORDER.index(than)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, kept = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    leap, plain = divmod(rest, 4)
    weekday = (32 + 2 * kept + 2 * leap - epact - plain) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    number, rest_days = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, number, rest_days + 1)


def weekday_of_month(year: int, number: int, weekday: int, rank: int) -> date:
    """Return the n-th weekday (1 is Monday) of a month; rank 5 is the last."""
    first = date(year, number, 1)
    days = (weekday - first.isoweekday()) % 7 + 7 * (rank - 1)
    found = first + timedelta(days=days)
    return found if found.month == number else found - timedelta(days=7)
