"""Events on one line of time, each drawn as what is known of its date: a day, a stretch, a bracket, an open end."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from website.sections import Rows, section

Row = sqlite3.Row | Mapping[str, Any]
# Marks of the axis stand this many months apart at least; the first that gives few enough is taken.
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_TICKS: Final = 7
UNDATED: Final = "Without a date"
# Columns stand for months where there are at most so many years.
_MOST_YEARS_BY_MONTH: Final = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: where, in per cent, and what it says."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Stripe:
    """An event on the axis, in per cent: from `x`, `width` wide.

    `shape` is `day`, `stretch` (it lasted so long), or `bracket` (it was at some time within). An open end has no
    known first or last day.
    """

    x: float
    width: float
    shape: str
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A year or month (`when`, as 2022 or 2022-09) with its number of events, and its height in per cent."""

    when: str
    count: int
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` as per cents of a width."""

    first: date
    last: date

    def position(self, day: date) -> float:
        """Return where a day stands, in per cent, held within the axis."""
        held = min(max(day, self.first), self.last)
        return round(100 * (held - self.first).days / max((self.last - self.first).days, 1), 3)

    def ticks(self) -> list[Tick]:
        """Return the first days of months or years to mark, at most seven."""
        months = range(_month(self.first), _month(self.last) + 1)
        for step in _STEPS:
            marked = [number for number in months if number % step == 0]
            if len(marked) <= _MOST_TICKS:
                break
        days = [date(number // 12, number % 12 + 1, 1) for number in marked]
        return [Tick(self.position(day), _label(day, step)) for day in days if self.first <= day <= self.last]

    def stripe(self, event: Row) -> Stripe | None:
        """Return how an event is drawn; None where no day of it is known."""
        earliest, latest = _day(event["date_earliest"]), _day(event["date_latest"])
        if earliest is None and latest is None:
            return None
        left = 0.0 if earliest is None else self.position(earliest)
        # A day ends where the next begins.
        right = 100.0 if latest is None else self.position(latest + timedelta(days=1))
        shape = "stretch" if event["extent"] == "stretch" else "day" if earliest == latest else "bracket"
        return Stripe(left, round(max(right - left, 0.5), 3), shape, earliest is None, latest is None)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, in groups of a year each."""

    axis: Axis | None
    groups: list[tuple[str, list[tuple[Any, Stripe | None]]]]

    @property
    def count(self) -> int:
        """How many events are shown."""
        return sum(len(events) for _, events in self.groups)


def timeline(found: Rows | Sequence[Any]) -> Timeline:
    """Lay out events, given in order of time with those without a date last."""
    days = [
        day for event in found for day in (_day(event["date_earliest"]), _day(event["date_latest"])) if day
    ]
    # A month of air on both sides, in which open ends are seen to go on.
    axis = Axis(min(days) - timedelta(days=31), max(days) + timedelta(days=31)) if days else None
    laid_out = [(event, axis.stripe(event) if axis else None) for event in found]
    groups = [(year, list(members)) for year, members in groupby(laid_out, key=lambda pair: _year(pair[0]))]
    return Timeline(axis, groups)


async def events(datasette: Any, positions: Sequence[int]) -> Rows:
    """Return the events at some positions of the list of all, in order of time."""
    return await section(
        datasette, "timeline", "events", {"positions": json.dumps(positions)}, len(positions)
    )


def columns(months: Mapping[str, int]) -> list[Column]:
    """Return a column for each year that has events, of up to four years for each month; the undated have none.

    >>> [(one.when, one.count, one.height) for one in columns({"2021-03": 1, "2022-05": 4, "": 9})]
    [('2021-03', 1, 25.0), ('2022-05', 4, 100.0)]
    >>> [one.when for one in columns({f"{year}-03": 1 for year in range(2018, 2023)})]
    ['2018', '2019', '2020', '2021', '2022']
    """
    years: dict[str, int] = {}
    for month, count in months.items():
        if month:
            years[month[:4]] = years.get(month[:4], 0) + count
    counts = (
        years if len(years) > _MOST_YEARS_BY_MONTH else {month: n for month, n in months.items() if month}
    )
    most = max(counts.values(), default=1)
    return [Column(when, count, max(round(100 * count / most, 1), 1.0)) for when, count in counts.items()]


def _month(day: date) -> int:
    """Return the number of a month since the year 0, from 0."""
    return day.year * 12 + day.month - 1


def _label(day: date, step: int) -> str:
    return f"{day.year}" if step >= 12 or day.month == 1 else f"{day:%b}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _year(event: Row) -> str:
    day = event["date_earliest"] or event["date_latest"]
    return day[:4] if day else UNDATED
