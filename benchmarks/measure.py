"""Measure by ratios: variants take turns, round by round, and each is divided by the first of the same round.

Other work on the machine then slows all of them alike. CPU seconds of this process and its children, never wall time.
"""

from __future__ import annotations

import gc
import os
import platform
import resource
import sqlite3
import statistics
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much CPU time one variant took of another's: the median of the rounds, with the lowest and the highest.

    `target` is the most that is allowed, None where nothing is promised; `seconds` is the variant's own median.
    """

    what: str
    against: str
    median: float
    lowest: float
    highest: float
    seconds: float
    target: float | None

    @property
    def holds(self) -> bool | None:
        """Tell whether the target is met; None without one."""
        return None if self.target is None else self.median <= self.target


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of the children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(action: Callable[[], object]) -> float:
    """Return the CPU seconds of an action, with the garbage collected before and not within."""
    gc.collect()
    gc.disable()
    try:
        start = cpu_seconds()
        action()
        return cpu_seconds() - start
    finally:
        gc.enable()


def ratios(
    variants: Mapping[str, Callable[[], object]], targets: Mapping[str, float], rounds: int = 5
) -> list[Ratio]:
    """Run the variants in turn and return each one's ratio to the first, which stands for 1."""
    first = next(iter(variants))
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, action in variants.items():
            seconds[name].append(timed(action))
    found = []
    for name in variants:
        if name == first:
            continue
        quotients = [one / base for one, base in zip(seconds[name], seconds[first], strict=True)]
        found.append(
            Ratio(
                name,
                first,
                statistics.median(quotients),
                min(quotients),
                max(quotients),
                statistics.median(seconds[name]),
                targets.get(name),
            )
        )
    return found


def machine() -> dict[str, str | int]:
    """Return what the machine is, so that results of different ones are not mixed up."""
    return {
        "cores": os.cpu_count() or 0,
        "processor": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": sys.platform,
    }
