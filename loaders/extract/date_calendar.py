"""Readers of dates by name or number: days, months, years, decades, quarters, seasons, weekdays, holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from loaders.extract import date_units as units
from loaders.extract.date_lexicon import Holiday
from loaders.extract.date_scene import PRINTED, Reading, Scene, dated, without_day
from loaders.extract.date_units import Granule

NEAREST: Final = ("nearest-to-publication", "published")
WEEKDAY: Final = ("weekday-near-publication", "published")
FROM_PUBLICATION: Final = ("counted-from-publication", "published")
FROM_TEXT: Final = ("counted-from-a-date-in-the-text", "text")

_PIVOT: Final = 30  # two digits up to this are of this century where nothing is known of publication


def full_year(printed: str, scene: Scene) -> int:
    """Return a year of four or two digits as a year; two digits mean the year nearest to publication."""
    number = int(printed)
    if len(printed) > 2:
        return number
    if scene.story.published is None:
        return (2000 if number <= _PIVOT else 1900) + number
    now = scene.story.published.year
    century = now - now % 100
    return min((century - 100 + number, century + number), key=lambda year: abs(year - now - 10))


def calendar(scene: Scene) -> Reading | None:
    """Read a month, with a day or a year where they are printed."""
    slots = scene.slots
    number = int(slots["month"])
    day_number = _day_number(scene)
    if "year" in slots:
        return _known_year(full_year(slots["year"], scene), number, day_number, PRINTED)
    return in_some_year(scene, number, day_number)


def in_some_year(scene: Scene, number: int, day_number: int | None) -> Reading | None:
    """Read a month or a day of a month whose year is not printed."""
    start = scene.start()
    if start is None:
        value = f"XXXX-{number:02}" + (f"-{day_number:02}" if day_number else "")
        return without_day("DATE", value, "no-year-known")
    candidates = [_granule(start.year + offset, number, day_number) for offset in (-1, 0, 1)]
    weekday = scene.slots.get("weekday")
    if weekday is not None:
        fitting = [
            granule for granule in candidates if granule and granule.first().isoweekday() == int(weekday)
        ]
        candidates = list(fitting) or candidates
    return in_nearest_year(scene, candidates)


def next_round(granule: Granule, rule: str, steps: int) -> Granule | None:
    """Return the same weekday so many weeks later, or the same part of the year so many years later."""
    return granule.shifted(7 * steps) if rule == WEEKDAY[0] else units.years_later(granule, steps)


def in_nearest_year(scene: Scene, candidates: Sequence[Granule | None]) -> Reading | None:
    """Read what comes once a year: the one nearest to publication, else to the date that the text gave last."""
    if scene.story.published is None:
        found = scene.next_in_text(candidates)
        return None if found is None else dated(found, *scene.story.year_source)
    if scene.is_told_in_order():
        told = scene.next_in_text(candidates)
        if told is not None and told.first() <= scene.story.published:
            return dated(told, *scene.story.year_source)
    found = scene.nearest(candidates)
    return None if found is None else dated(found, *NEAREST)


def _known_year(year: int, number: int, day_number: int | None, source: tuple[str, str]) -> Reading | None:
    granule = _granule(year, number, day_number)
    return None if granule is None else dated(granule, *source)


def _granule(year: int, number: int, day_number: int | None) -> Granule | None:
    return units.month(year, number) if day_number is None else units.day(year, number, day_number)


def _day_number(scene: Scene) -> int | None:
    slots = scene.slots
    if "day" not in slots:
        return None
    return int(slots.get("tens", "0")) + int(re.sub(r"\D", "", slots["day"]))


def iso(scene: Scene) -> Reading | None:
    """Read 2022-09-21 and 2022-09-21T10:35."""
    printed, _, clock = scene.slots["text"].partition("T")
    granule = units.day(*map(int, printed.split("-")))
    return None if granule is None else dated(granule, *PRINTED, clock=f"T{clock[:5]}" if clock else "")


def numeric(scene: Scene) -> Reading | None:
    """Read 21/09/2022, 9/21/22 and 21.09.2022; where day and month could change places, the nearer to publication."""
    parts = re.split(r"[/.-]", scene.slots["text"])
    if len(parts[0]) == 4:
        granule = units.day(*map(int, parts))
        return None if granule is None else dated(granule, *PRINTED)
    first, second = int(parts[0]), int(parts[1])
    year = full_year(parts[2], scene)
    day_first, month_first = units.day(year, second, first), units.day(year, first, second)
    if "." in scene.slots["text"] or day_first == month_first:
        return None if day_first is None else dated(day_first, *PRINTED)
    if day_first is None or month_first is None:
        sure = day_first or month_first
        return None if sure is None else dated(sure, *PRINTED)
    found = scene.nearest([month_first, day_first])
    if found is not None:
        return dated(found, "day-or-month-first", "published")
    reading = dated(month_first, "day-or-month-first", "printed")
    return reading and Reading("DATE", reading.value, reading.rule, "printed", None, f"{year}-XX-XX")


def year(scene: Scene) -> Reading | None:
    """Read a year on its own."""
    return dated(Granule(units.YEAR, full_year(scene.slots["year"], scene)), *PRINTED)


def spelled_year(scene: Scene) -> Reading | None:
    """Read nineteen ninety-seven and two thousand and one."""
    slots = scene.slots
    rest = int(slots.get("teen", "0")) + int(slots.get("tens", "0")) + int(slots.get("ones", "0"))
    base = int(slots["century"]) * 100 if "century" in slots else 2000
    return dated(Granule(units.YEAR, base + rest), *PRINTED)


def month_spelled_year(scene: Scene) -> Reading | None:
    """Read January nineteen ninety-seven."""
    reading = spelled_year(scene)
    if reading is None or reading.granule is None:
        return None
    return dated(units.month(reading.granule.number, int(scene.slots["month"])), *PRINTED)


def fiscal_year(scene: Scene) -> Reading | None:
    """Read fiscal 1989; when a fiscal year starts is not printed, so its days are approximate."""
    reading = dated(Granule(units.YEAR, int(scene.slots["year"])), "fiscal-year", "printed")
    return reading and Reading(
        "DATE", reading.value, reading.rule, "printed", reading.granule, f"{reading.edtf}~"
    )


def decade(scene: Scene) -> Reading | None:
    """Read the 1990s, the '80s and the nineties; the 1700s are a century."""
    slots = scene.slots
    digits = slots["decadeword"] if "decadeword" in slots else re.sub(r"\D", "", slots["decade"])[:-1]
    if len(digits) == 3:
        is_century = digits[2] == "0" and int(digits) < 200
        granule = (
            Granule(units.CENTURY, int(digits[:2])) if is_century else Granule(units.DECADE, int(digits))
        )
        return dated(granule, *PRINTED)
    now = scene.story.published.year if scene.story.published else 2000
    candidates = [Granule(units.DECADE, century * 10 + int(digits)) for century in (18, 19, 20)]
    past = [granule for granule in candidates if granule.number * 10 < now]
    return dated(past[-1], "decade-before-publication", "published")


def century(scene: Scene) -> Reading | None:
    """Read the 19th century and the twenty-first century."""
    number = int(scene.slots.get("tens", "0")) + int(re.sub(r"\D", "", scene.slots["century"]))
    return dated(Granule(units.CENTURY, number - 1), *PRINTED)


def part_of_year(scene: Scene, unit: str, place: int) -> Reading | None:
    """Read a quarter, a half or a season (its place in the year from 0), with or without a year."""
    count = {units.QUARTER: 4, units.HALF: 2, units.SEASON: 4}[unit]
    if "year" in scene.slots:
        return dated(Granule(unit, full_year(scene.slots["year"], scene) * count + place), *PRINTED)
    start = scene.start()
    if start is None:
        return without_day("DATE", f"XXXX-{Granule(unit, place).timex()[5:]}", "no-year-known")
    return in_nearest_year(
        scene, [Granule(unit, (start.year + offset) * count + place) for offset in (-1, 0, 1)]
    )


def quarter(scene: Scene) -> Reading | None:
    """Read the third quarter, 1998's first quarter, Q2."""
    return part_of_year(scene, units.QUARTER, int(scene.slots["quarter"].lower().removeprefix("q")) - 1)


def half(scene: Scene) -> Reading | None:
    """Read the first half of a year."""
    return part_of_year(scene, units.HALF, min(int(scene.slots["half"]), 2) - 1)


def season(scene: Scene) -> Reading | None:
    """Read a season; last, this and next count from publication."""
    slots = scene.slots
    place = ("SP", "SU", "FA", "WI").index(slots["season"])
    here = scene.here(units.SEASON)
    steps = relative_steps(slots)
    if steps is None or here is None:
        return part_of_year(scene, units.SEASON, place)
    return dated(_stepped(here, place, 4, steps), *FROM_PUBLICATION)


def relative_steps(slots: Mapping[str, str]) -> int | None:
    """Return -1, 0 or 1 where last, this or next stands with an expression."""
    for slot in ("last", "this", "next"):
        if slot in slots:
            return int(slots[slot])
    return None


def _stepped(here: Granule, place: int, count: int, steps: int) -> Granule:
    """Return last, this or next of what comes once a round: of seasons in a year, of weekdays in a week."""
    now = here.number % count
    start = here.number - now
    if steps < 0:
        index = start + place - (count if place >= now else 0)
    elif steps > 0:
        index = start + place + (count if place <= now else 0)
    else:
        index = start + place
    return Granule(here.unit, index)


def relative_month(scene: Scene) -> Reading | None:
    """Read last November, this September, next April 3."""
    here = scene.here(units.MONTH)
    number = int(scene.slots["month"])
    steps = relative_steps(scene.slots)
    if here is None or steps is None:
        return in_some_year(scene, number, _day_number(scene))
    found = _stepped(here, number - 1, 12, steps)
    if steps < 0 and scene.story.in_paragraph == found:
        # `4,500 in January, four times as many as last January`: not the month just named.
        found = found.shifted(-12)
    day_number = _day_number(scene)
    return _known_year(found.number // 12, number, day_number, FROM_PUBLICATION)


def weekday(scene: Scene) -> Reading | None:
    """Read a day of the week: publication's own, or the last or the coming one, as the verb has it."""
    slots = scene.slots
    wanted = int(slots["weekday"])
    if "after" in slots or "before" in slots:
        return _weekday_from(scene.there(units.DAY), wanted, 1 if "after" in slots else -1, FROM_TEXT)
    if "week" in slots:
        return dated(Granule(units.DAY, int(slots["week"]) + wanted - 1), *FROM_PUBLICATION)
    here = scene.here(units.DAY)
    if here is None:
        return without_day("DATE", f"XXXX-WXX-{wanted}")
    steps = relative_steps(slots)
    if steps:
        return _weekday_from(here, wanted, steps, FROM_PUBLICATION)
    back = (here.first().isoweekday() - wanted) % 7
    candidates = [here.shifted(-back), here.shifted(7 - back)]
    found = scene.nearest(candidates)
    return None if found is None else dated(found, *WEEKDAY)


def _weekday_from(here: Granule | None, wanted: int, steps: int, source: tuple[str, str]) -> Reading | None:
    if here is None:
        return None
    distance = (wanted - here.first().isoweekday()) % 7 or 7
    return dated(here.shifted(distance if steps > 0 else distance - 7 if distance != 7 else -7), *source)


def holiday(scene: Scene) -> Reading | None:
    """Read a holiday by the calendar, in the year that is printed or in the nearest."""
    slots = scene.slots
    rule = scene.lexicon.holidays[slots["holiday"]]
    if "year" in slots or rule.year is not None:
        return dated(day_of(rule, int(slots.get("year", "0"))), "holiday", "printed")
    published = scene.story.published
    if published is None:
        return without_day("DATE", "XXXX-XX-XX", "no-year-known")
    days = [day_of(rule, published.year + offset) for offset in (-1, 0, 1)]
    steps = relative_steps(slots)
    if steps == -1:
        days = [day for day in days if day.first() < published][-1:]
    elif steps == 1:
        days = [day for day in days if day.first() > published][:1]
    nearest = scene.nearest(days)
    return None if nearest is None else dated(nearest, "holiday", "published")


def day_of(rule: Holiday, year: int) -> Granule:
    """Return the day of a holiday in a year."""
    if rule.easter is not None:
        return units.around(units.easter(year) + timedelta(days=rule.easter), units.DAY)
    if rule.weekday is not None and rule.rank is not None and rule.month is not None:
        first = units.around(units.weekday_of_month(year, rule.month, rule.weekday, rule.rank), units.DAY)
        return first.shifted(rule.offset)
    return units.around(date(rule.year or year, rule.month or 1, rule.day or 1), units.DAY)


READERS: Final = {
    reader.__name__: reader
    for reader in (calendar, iso, numeric, year, spelled_year, month_spelled_year, fiscal_year, decade, century,
                   quarter, half, season, relative_month, weekday, holiday)
}  # fmt: skip
