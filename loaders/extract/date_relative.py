"""Readers of dates that count from another: from publication (yesterday, last year), or from a date in the text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from loaders.extract import date_units as units
from loaders.extract.date_calendar import FROM_PUBLICATION, FROM_TEXT, relative_steps
from loaders.extract.date_lengths import amount, period, unit_of
from loaders.extract.date_scene import Reading, Scene, dated, without_day
from loaders.extract.date_units import Granule

_LONG_UNITS: Final = {"DE": 10, "CE": 100, "ML": 1000}
_UNKNOWN: Final = {
    units.DAY: "XXXX-XX-XX",
    units.WEEK: "XXXX-WXX",
    units.WEEKEND: "XXXX-WXX-WE",
    units.MONTH: "XXXX-XX",
    units.QUARTER: "XXXX-QX",
}
_TOWARDS_TEXT: Final = frozenset({"previous", "preceding", "following", "subsequent"})


def deictic(scene: Scene) -> Reading | None:
    """Read today, yesterday, tomorrow, tonight, the day before yesterday."""
    here = scene.here(units.DAY)
    slots = scene.slots
    steps = {"yesterday": -2, "tomorrow": 2}[slots["again"]] if "again" in slots else int(slots["day"])
    clock = "TNI" if scene.line.word(scene.match.end - 1) == "tonight" else ""
    if here is None:
        return without_day("TIME" if clock else "DATE", "XXXX-XX-XX" + clock)
    return dated(here.shifted(steps), *FROM_PUBLICATION, clock=clock)


def daypart(scene: Scene) -> Reading | None:
    """Read this morning, last night, overnight, that evening, the next morning."""
    slots = scene.slots
    clock = f"T{slots.get('daypart', 'NI')}"
    if "same" in slots or "after" in slots:
        there = scene.there(units.DAY)
        return None if there is None else dated(there.shifted(int("after" in slots)), *FROM_TEXT, clock=clock)
    here = scene.here(units.DAY)
    if here is None:
        return without_day("TIME", f"XXXX-XX-XX{clock}")
    return dated(here.shifted(-int("last" in slots)), *FROM_PUBLICATION, clock=clock)


def part_of_day(scene: Scene) -> Reading | None:
    """Read the morning, in the evening: of the day that the text is at. Alone, morning is no date."""
    there = scene.there(units.DAY)
    if scene.line.word(scene.match.first) != "the" or there is None or scene.before() != "in":
        return None
    return dated(there, *FROM_TEXT, clock=f"T{scene.slots['daypart']}")


def clock_value(slots: Mapping[str, str]) -> str | None:
    """Return the time of day as TIMEX3 writes it: T10:35, T22:00Z in UTC, TMO; None where there is no such time."""
    if "clock" not in slots and "hour" not in slots:
        return f"T{slots['daypart']}"
    digits = slots.get("clock", slots.get("hour", "")).lower().replace(".", ":")
    meridiem = slots.get("meridiem")
    if digits.endswith(("am", "pm")):
        digits, meridiem = digits[:-2], "0" if digits.endswith("am") else "12"
    if slots.get("daypart") in {"AF", "EV"}:
        meridiem = "12"
    if len(digits) == 4 and digits.isdecimal():
        digits = f"{digits[:2]}:{digits[2:]}"
    hour, _, minutes = digits.partition(":")
    if len(hour) > 2:
        return None
    number = int(hour)
    if meridiem is not None:
        number = number % 12 + int(meridiem)
    if number > 24 or int((minutes or "0")[:2]) > 59:
        return None
    return f"T{number:02}:{minutes or '00'}{'Z' if slots.get('zone') == 'Z' else ''}"


def clock(scene: Scene) -> Reading | None:
    """Read 10:35 a.m., noon, five o'clock: on the day that the sentence names, else on that of publication."""
    value = clock_value(scene.slots)
    if value is None:
        return None
    there = scene.story.in_paragraph
    if there is not None and there.unit == units.DAY:
        return dated(there, *FROM_TEXT, clock=value)
    here = scene.here(units.DAY)
    return (
        without_day("TIME", f"XXXX-XX-XX{value}")
        if here is None
        else dated(here, *FROM_PUBLICATION, clock=value)
    )


def relative_unit(scene: Scene) -> Reading | None:
    """Read last week, this year, next month; the previous week counts from the date that the text is at."""
    unit = unit_of(scene)
    steps = relative_steps(scene.slots) or 0
    if unit == "D" or (unit in {"S", "M", "H", "ML"}):
        return _next_day(scene, steps) if unit == "D" else None
    name, times = units.COUNTED[unit]
    is_text = scene.line.word(scene.match.end - 2) in _TOWARDS_TEXT
    start = scene.there(name) if is_text else scene.here(name)
    if start is None:
        return without_day("DATE", _UNKNOWN.get(name, "XXXX"))
    return dated(start.shifted(steps * times), *(FROM_TEXT if is_text else FROM_PUBLICATION))


def _next_day(scene: Scene, steps: int) -> Reading | None:
    there = scene.there(units.DAY)
    if steps != 1 or there is None:
        return None
    return dated(there.shifted(1), *FROM_TEXT)


def past_unit(scene: Scene) -> Reading | None:
    """Read the past year, the next decade: a length up to publication or from it; the next day is a day."""
    unit = unit_of(scene)
    steps = relative_steps(scene.slots) or 0
    if unit == "D" or scene.line.word(scene.match.end - 2) in _TOWARDS_TEXT:
        return relative_unit(scene) if steps > 0 else None
    if unit in {"S", "M", "H", "WE", "N"}:
        return relative_unit(scene)
    return _stretch(scene, period(1, unit), 1, unit, steps)


def stretch(scene: Scene) -> Reading | None:
    """Read the past two months, the next few years, the first nine months."""
    unit = unit_of(scene)
    count = amount(scene)
    steps = int(scene.slots["stretch"])
    return _stretch(scene, period(count, unit), count, unit, steps)


def _stretch(scene: Scene, value: str, count: float | None, unit: str, steps: int) -> Reading:
    """Return a length that ends, or starts, with publication; its days are known where it counts whole units."""
    here = scene.story.published
    length = Reading("DURATION", value, "length-of-time", "published")
    if here is None or count is None or not steps or count != int(count) or unit not in units.COUNTED:
        return length
    other = _moved(here, unit, int(count) * steps)
    if other is None:
        return length
    rule = "length-up-to-publication" if steps < 0 else "length-from-publication"
    return Reading("DURATION", value, rule, "published", stretch=(min(here, other), max(here, other)))


def _moved(day: date, unit: str, count: int) -> date | None:
    """Return the day so many units away, in months of the same day as far as they have it."""
    try:
        if unit in {"D", "N", "W", "2W", "WE"}:
            return day + timedelta(days=count * {"D": 1, "N": 1, "W": 7, "WE": 7, "2W": 14}[unit])
        months = count * {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        target = units.around(day, units.MONTH).shifted(months)
        return min(target.first() + timedelta(days=day.day - 1), target.last())
    except (ValueError, OverflowError):
        return None


def latest_unit(scene: Scene) -> Reading | None:
    """Read the latest quarter: the last one that is over."""
    unit = unit_of(scene)
    here = scene.here(units.COUNTED[unit][0]) if unit in units.COUNTED else None
    if here is None or unit not in {"Q", "Y", "MO", "W"}:
        return None
    return dated(here.shifted(-1), *FROM_PUBLICATION)


def that_unit(scene: Scene) -> Reading | None:
    """Read that year, the same day, the following week, the previous month: from the date that the text is at."""
    unit = unit_of(scene)
    slots = scene.slots
    if unit not in units.COUNTED:
        return None
    name, times = units.COUNTED[unit]
    there = scene.there(name)
    if there is None:
        return without_day("DATE", _UNKNOWN.get(name, "XXXX"), "no-date-to-count-from", "text")
    steps = times if "after" in slots else -times if "before" in slots else 0
    latest = scene.story.in_paragraph or scene.story.latest
    if latest is not None and units.is_finer(name, latest.unit) and not steps:
        return without_day("DATE", _UNKNOWN.get(name, "XXXX"), "no-date-to-count-from", "text")
    return dated(there.shifted(steps), *FROM_TEXT)


def the_unit(scene: Scene) -> Reading | None:
    """Read the end of the month; the quarter that the text has just named or that is over; the year ended in June."""
    latest = scene.story.in_paragraph or scene.story.latest
    unit = unit_of(scene)
    if scene.match.part is not None:
        name = units.COUNTED[unit][0]
        here = scene.here(name)
        return (
            without_day("DATE", _UNKNOWN.get(name, "XXXX"))
            if here is None
            else dated(here, *FROM_PUBLICATION)
        )
    if unit == "Y":
        return (
            without_day("DURATION", "P1Y", "length-of-time")
            if scene.after() in {"ended", "ending", "through"}
            else None
        )
    if latest is not None and latest.unit == units.QUARTER:
        return dated(latest, *FROM_TEXT)
    here = scene.here(units.QUARTER)
    return None if here is None else dated(here.shifted(-1), *FROM_PUBLICATION)


def weekend(scene: Scene) -> Reading | None:
    """Read the weekend: the one that is over, unless the verb looks ahead."""
    here = scene.here(units.WEEKEND)
    if here is None:
        return without_day("DATE", "XXXX-WXX-WE")
    found = scene.nearest((here.shifted(-1), here))
    return None if found is None else dated(found, *FROM_PUBLICATION)


def ago(scene: Scene) -> Reading | None:
    """Read ten days ago, nearly two years ago: to the unit that is counted."""
    part = _part_a_year_back(scene)
    return part or _counted(scene, -1, scene.story.published, FROM_PUBLICATION)


def shift(scene: Scene) -> Reading | None:
    """Read two years later, a week earlier: from the date that the text is at."""
    part = _part_a_year_back(scene) if "earlier" in scene.slots else None
    if part is not None:
        return part
    there = scene.there(units.DAY)
    latest = scene.story.in_paragraph or scene.story.latest
    if "later" in scene.slots and latest is None:
        return without_day("DATE", "FUTURE_REF", "no-date-to-count-from", "text")
    return _counted(
        scene, -1 if "earlier" in scene.slots else 1, None if there is None else there.first(), FROM_TEXT
    )


def _part_a_year_back(scene: Scene) -> Reading | None:
    """Read a year ago, a year earlier behind a quarter in the same paragraph: that quarter of the year before."""
    latest = scene.story.in_paragraph
    if latest is None or latest.unit != units.QUARTER or unit_of(scene) != "Y" or amount(scene) != 1:
        return None
    return dated(latest.shifted(-4), *FROM_TEXT)


def _counted(scene: Scene, sign: int, start: date | None, source: tuple[str, str]) -> Reading | None:
    unit = unit_of(scene)
    count = amount(scene)
    if count is None or "many" in scene.slots:
        return without_day("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF",
                           "points-at-the-past" if sign < 0 else "points-at-the-future", source[1])  # fmt: skip
    if start is None:
        return without_day("DATE", "XXXX-XX-XX")
    if unit in {"S", "M", "H"}:
        return dated(units.around(start, units.DAY), *source, clock="TXX")
    if unit in _LONG_UNITS:
        return dated(
            units.around(start, units.YEAR).shifted(sign * round(count * _LONG_UNITS[unit])), *source
        )
    name, times = units.COUNTED[unit]
    if name == units.YEAR and count != int(count):
        name, times = units.MONTH, 12
    return dated(units.around(start, name).shifted(sign * round(count * times)), *source)


def year_ago_period(scene: Scene) -> Reading | None:
    """Read the year-ago quarter: the same part of the year before."""
    slots = scene.slots
    latest = scene.story.in_paragraph or scene.story.latest
    if "quarter" in slots:
        here = scene.here(units.YEAR)
        return (
            None
            if here is None
            else dated(
                Granule(units.QUARTER, (here.number - 1) * 4 + int(slots["quarter"]) - 1), *FROM_PUBLICATION
            )
        )
    name = units.COUNTED.get(slots.get("unit", "Q"), (units.QUARTER, 1))[0]
    if latest is not None and latest.unit == name:
        return dated(
            latest.shifted(-{units.QUARTER: 4, units.MONTH: 12, units.YEAR: 1}.get(name, 1)), *FROM_TEXT
        )
    here = scene.here(name)
    if here is None or name not in {units.QUARTER, units.MONTH, units.YEAR}:
        return None
    return dated(here.shifted(-{units.QUARTER: 5, units.MONTH: 12, units.YEAR: 1}[name]), *FROM_PUBLICATION)


def year_end(scene: Scene) -> Reading | None:
    """Read year-end, the year's end: of the year of publication."""
    here = scene.here(units.YEAR)
    return without_day("DATE", "XXXX") if here is None else dated(here, *FROM_PUBLICATION)


def fiscal_this(scene: Scene) -> Reading | None:
    """Read last fiscal year, the fiscal year: its days are approximate."""
    here = scene.here(units.YEAR)
    if here is None:
        return without_day("DATE", "XXXX", "fiscal-year")
    reading = dated(here.shifted(relative_steps(scene.slots) or 0), "fiscal-year", "published")
    return reading and Reading(
        "DATE", reading.value, reading.rule, "published", reading.granule, f"{reading.edtf}~"
    )


READERS: Final = {
    reader.__name__: reader
    for reader in (deictic, daypart, part_of_day, clock, relative_unit, past_unit, stretch, latest_unit, that_unit,
                   the_unit, weekend, ago, shift, year_ago_period, year_end, fiscal_this)
}  # fmt: skip
