"""Intervals as positions on a scale, in per cent of its width, for charts that the templates draw as SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# A scale goes by powers of ten where its numbers are this many times apart.
_WIDE: Final = 60
_STEPS: Final = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds within which a number lies; None is an open end. `point` is the number itself, where one is said."""

    low: float | None
    high: float | None
    point: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on a scale: from `x`, `width` wide; a dot at `point`; whether each end is open."""

    x: float
    width: float
    point: float | None
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high` as per cents, evenly or by powers of ten, with round numbers to mark."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def position(self, number: float) -> float:
        """Return where a number stands, in per cent, held within the scale."""
        held = min(max(number, self.low), self.high)
        if self.logarithmic:
            share = math.log(held / self.low) / math.log(self.high / self.low)
        else:
            share = (held - self.low) / (self.high - self.low)
        return round(share * 100, 3)

    def bar(self, interval: Interval) -> Bar:
        """Return an interval as it is drawn; an open end runs to the edge."""
        left = 0.0 if interval.low is None else self.position(interval.low)
        right = 100.0 if interval.high is None else self.position(interval.high)
        point = None if interval.point is None else self.position(interval.point)
        return Bar(left, max(right - left, 0.4), point, interval.low is None, interval.high is None)


def scale(intervals: Sequence[Interval]) -> Scale:
    """Return a scale on which all intervals have room, open ends included.

    >>> scale([Interval(318000, 318000, 318000), Interval(300000, None, 300000)]).ticks
    (0.0, 100000.0, 200000.0, 300000.0, 400000.0)
    >>> scale([Interval(2000, 9999, None), Interval(700000, 700000, 700000)]).logarithmic
    True
    """
    numbers = [
        number
        for interval in intervals
        for number in (interval.low, interval.high, interval.point)
        if number is not None
    ]
    positive = [number for number in numbers if number > 0]
    highest = max(positive, default=1.0)
    if min(numbers, default=0) >= 0 and positive and highest / min(positive) > _WIDE:
        first, last = math.floor(math.log10(min(positive))), math.ceil(math.log10(highest * 1.05))
        return Scale(10.0**first, 10.0**last, True, tuple(10.0**power for power in range(first, last + 1)))
    lowest = min([0.0, *numbers])
    step = _step((highest - lowest) / 4)
    first, last = math.floor(lowest / step), math.ceil(highest * 1.05 / step)
    ticks = tuple(round(count * step, 10) for count in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], False, ticks)


def _step(wanted: float) -> float:
    """Return the next round number: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in _STEPS if step * power >= wanted * 0.999)
