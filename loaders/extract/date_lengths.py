"""Readers of lengths of time, of what comes again and again, and of words that only point: P3M, P1D as a SET, PAST_REF."""

from __future__ import annotations

from typing import Final

from loaders.extract.date_scene import Reading, Scene, without_day

_CLOCK_UNITS: Final = {"S": "S", "M": "M", "H": "H"}
# Units of TIMEX3 durations, each with how many of it one unit is.
_UNITS: Final = {
    "D": ("D", 1), "N": ("D", 1), "W": ("W", 1), "WE": ("WE", 1), "2W": ("W", 2), "MO": ("M", 1), "Q": ("Q", 1), "Y": ("Y", 1),
    "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000),
}  # fmt: skip
# A half of a unit, as TIMEX3 writes it behind whole ones.
_HALF: Final = {"Y": ("6M", "P"), "DE": ("5Y", "P"), "CE": ("50Y", "P"), "H": ("30M", "PT"), "M": ("30S", "PT"), "D": ("12H", "PT")}
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
        joint = "" if rest_prefix == prefix or prefix == "PT" else "T"
        return f"{prefix}{whole * times}{code}{joint}{rest}"
    return f"{prefix}{count * times:g}{code}"


def unit_of(scene: Scene) -> str:
    """Return the unit that an expression counts, by its code in the lexicon."""
    slots = scene.slots
    return slots["unit"] if "unit" in slots else slots["units"]


def duration(scene: Scene) -> Reading | None:
    """Read three months, a 24-hour curfew, two and a half years; an age is none, nor a quarter of something."""
    unit = unit_of(scene)
    slots = scene.slots
    last = scene.match.end - 1
    if _is_age(scene) or (unit == "Q" and "units" not in slots and scene.after() in {"of", "-"}):
        return None
    if unit in {"S", "M"} and scene.line.word(last) in {"second", "minute"} and not _counts_time(scene):
        return None
    if slots.get("number") == "1" and scene.line.word(scene.match.first) in {"a", "an"} and _is_rate(scene):
        return _set(period(1, unit), "P1") if scene.before() != "-" else None
    return without_day("DURATION", period(0.5 if "half" in slots else amount(scene), unit), _LENGTH)


def _is_age(scene: Scene) -> bool:
    ahead = [scene.after(distance) for distance in (1, 2)]
    return "old" in ahead and ahead[0] in {"old", "-", "–"} or "olds" in ahead or scene.before() in {"aged", "age"}


def _counts_time(scene: Scene) -> bool:
    """Tell a second that is time from a second in a row."""
    return scene.tag(scene.match.end - 1).startswith("NN") and not scene.tag(scene.match.end).startswith(("NN", "JJ"))


def _is_rate(scene: Scene) -> bool:
    """Tell 300 dollars a month from in a month: what is counted stands right before."""
    tag = scene.tag(scene.match.first - 1)
    return tag.startswith(("NN", "CD")) or scene.before() in {"%", "times", "once", "twice"}


def vague_duration(scene: Scene) -> Reading | None:
    """Read for years, a week-long strike."""
    slots = scene.slots
    if scene.match.end - scene.match.first == 1 and scene.before() not in {"for", "in", "within", "over", "after", "of", "the", "many"}:
        return None
    if scene.before() in {"hundreds", "thousands"} or _is_age(scene):
        return None
    is_one = "unit" in slots
    return without_day("DURATION", period(1 if is_one else None, unit_of(scene)), _LENGTH)


def frequency(scene: Scene) -> Reading | None:
    """Read daily, monthly; a daily that is a newspaper is none."""
    if scene.tag(scene.match.first).startswith("NN") or scene.line.words[scene.match.first][0].isupper():
        return None
    return _set(scene.slots["frequency"], "P1")


def every(scene: Scene) -> Reading | None:
    """Read every day, each year, every two weeks."""
    count = amount(scene)
    return _set(period(2 if "other" in scene.slots else count, unit_of(scene)), "P1")


def every_day(scene: Scene) -> Reading | None:
    """Read every Monday, Sundays, each summer."""
    slots = scene.slots
    if "weekday" in slots:
        return _set(f"XXXX-WXX-{slots['weekday']}" + (f"T{slots['daypart']}" if "daypart" in slots else ""), "")
    if "month" in slots:
        return _set(f"XXXX-{int(slots['month']):02}", "")
    if "season" in slots:
        return _set(f"XXXX-{slots['season']}", "")
    return _set(f"XXXX-XX-XXT{slots['daypart']}", "")


def _set(value: str, _: str) -> Reading:
    return without_day("SET", value, "repeated")


def reference(scene: Scene) -> Reading | None:
    """Read now, recently, the future: words that point without giving days."""
    value = scene.slots["reference"]
    if scene.line.word(scene.match.first) == "now" and scene.before() == "until":
        return without_day("DATE", value, "points-at-the-present")
    rule = {"PRESENT_REF": "points-at-the-present", "PAST_REF": "points-at-the-past"}.get(value, "points-at-the-future")
    return without_day("DATE", value, rule)
