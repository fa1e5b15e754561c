"""Readers of lengths of time (P3M), of what comes again (P1D as a SET), and of words that only point (PAST_REF)."""

from __future__ import annotations

from typing import Final

from loaders.extract.date_scene import Reading, Scene, without_day

_CLOCK_UNITS: Final = {"S": "S", "M": "M", "H": "H"}
# Units of TIMEX3 durations, each with how many of it one unit is.
_UNITS: Final = {
    "D": ("D", 1), "N": ("D", 1), "W": ("W", 1), "WE": ("WE", 1), "2W": ("W", 2), "MO": ("M", 1), "Q": ("Q", 1),
    "Y": ("Y", 1), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000),
}  # fmt: skip
# A half of a unit, as TIMEX3 writes it behind whole ones.
_HALF: Final = {
    "Y": ("6M", "P"),
    "DE": ("5Y", "P"),
    "CE": ("50Y", "P"),
    "H": ("30M", "PT"),
    "M": ("30S", "PT"),
    "D": ("12H", "PT"),
}
_LENGTH: Final = "length-of-time"


def amount(scene: Scene) -> float | None:
    """Return how many units are counted: a number, or None for a vague word."""
    slots = scene.slots
    if "vague" in slots:
        return None
    if "tens" in slots:
        return int(slots["tens"]) + int(slots["ones"])
    number = float(slots.get("number", "1"))
    if "dozen" in slots:
        number *= 12
    if "fraction" in slots:
        top, _, bottom = slots["fraction"].partition("/")
        number += float(top) / float(bottom or 1)
    return number + 0.5 if "plus" in slots else number


def period(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units, X where nobody says how many."""
    if unit in _CLOCK_UNITS:
        prefix, code, times = "PT", _CLOCK_UNITS[unit], 1
    else:
        prefix, (code, times) = "P", _UNITS[unit]
    if count is None:
        return f"{prefix}X{'M' if unit == 'MO' else 'Y' if unit in {'DE', 'CE', 'ML'} else code}"
    whole = int(count)
    if count == whole:
        return f"{prefix}{whole * times}{code}"
    if count - whole == 0.5 and unit in _HALF:
        rest, rest_prefix = _HALF[unit]
        if not whole:
            return rest_prefix + rest
        joint = "" if prefix in {rest_prefix, "PT"} else "T"
        return f"{prefix}{whole * times}{code}{joint}{rest}"
    return f"{prefix}{count * times:g}{code}"


def unit_of(scene: Scene) -> str:
    """Return the unit that an expression counts, by its code in the lexicon."""
    slots = scene.slots
    return slots.get("unit") or slots.get("units") or slots["many"]


def duration(scene: Scene) -> Reading | None:
    """Read three months, a 24-hour curfew, two and a half years; an age is none, nor a quarter of something."""
    unit = unit_of(scene)
    slots = scene.slots
    if slots.get("number") == "1" and scene.line.word(scene.match.first) in {"a", "an"} and _is_rate(scene):
        return repeated(period(1, unit))
    return without_day("DURATION", period(0.5 if "half" in slots else amount(scene), unit), _LENGTH)


def _is_rate(scene: Scene) -> bool:
    """Tell 300 dollars a month from in a month: what is counted stands right before."""
    tag = scene.line.tag(scene.match.first - 1)
    return tag.startswith(("NN", "CD")) or scene.before() in {"%", "times", "once", "twice"}


def vague_duration(scene: Scene) -> Reading | None:
    """Read a week-long strike, months-long talks."""
    return without_day("DURATION", period(1 if "unit" in scene.slots else None, unit_of(scene)), _LENGTH)


def frequency(scene: Scene) -> Reading | None:
    """Read daily, monthly."""
    return repeated(scene.slots["frequency"])


def every(scene: Scene) -> Reading | None:
    """Read every day, each year, every two weeks."""
    return repeated(period(2 if "other" in scene.slots else amount(scene), unit_of(scene)))


def every_day(scene: Scene) -> Reading | None:
    """Read every Monday, Sundays, each summer."""
    slots = scene.slots
    if "weekday" in slots:
        return repeated(
            f"XXXX-WXX-{slots['weekday']}" + (f"T{slots['daypart']}" if "daypart" in slots else "")
        )
    if "month" in slots:
        return repeated(f"XXXX-{int(slots['month']):02}")
    if "season" in slots:
        return repeated(f"XXXX-{slots['season']}")
    return repeated(f"XXXX-XX-XXT{slots['daypart']}")


def repeated(value: str) -> Reading:
    """Return the reading of what comes again and again."""
    return without_day("SET", value, "repeated")


def reference(scene: Scene) -> Reading | None:
    """Read now, recently, the future: words that point without giving days."""
    value = scene.slots["reference"]
    rule = {"PRESENT_REF": "points-at-the-present", "PAST_REF": "points-at-the-past"}.get(
        value, "points-at-the-future"
    )
    return without_day("DATE", value, rule)


READERS: Final = {
    reader.__name__: reader
    for reader in (duration, vague_duration, frequency, every, every_day, reference)
}  # fmt: skip
