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
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with what it is measured against: a ratio of processor times, unless `unit` says otherwise.

    `value` is the median of the rounds, `lowest` and `highest` are theirs. `target` is the most that is allowed, or
    the least where `at_least`; None where nothing is promised. `seconds` is what the thing itself took, where known.
    """

    what: str
    against: str
    value: float
    lowest: float
    highest: float
    target: float | None = None
    at_least: bool = False
    unit: str = "times"
    seconds: float | None = None

    @classmethod
    def once(
        cls, what: str, against: str, value: float, target: float | None = None, **more: Any
    ) -> Measured:
        """Return what was measured in one round."""
        return cls(what, against, value, value, value, target, **more)

    @classmethod
    def of_rounds(
        cls,
        what: str,
        against: str,
        over: Iterable[float],
        under: Iterable[float],
        target: float | None = None,
        **more: Any,
    ) -> Measured:
        """Return the quotients of two measurements that took turns, round by round."""
        quotients = [one / other for one, other in zip(over, under, strict=True)]
        middle = statistics.median(quotients)
        return cls(what, against, middle, min(quotients), max(quotients), target, **more)

    @property
    def holds(self) -> bool | None:
        """Tell whether the target is met; None without one."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def say(words: str) -> None:
    """Tell on standard error how far a long measurement has come."""
    sys.stderr.write(f"{time.strftime('%H:%M')} {words}\n")


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
) -> list[Measured]:
    """Run the variants in turn and return each one's ratio to the first, which stands for 1."""
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, action in variants.items():
            seconds[name].append(timed(action))
    base, *others = variants
    return [
        Measured.of_rounds(
            name,
            base,
            seconds[name],
            seconds[base],
            targets.get(name),
            seconds=statistics.median(seconds[name]),
        )
        for name in others
    ]


def growth(what: str, seconds: Mapping[int, list[float]], target: float) -> list[Measured]:
    """Return what one thing costs in files of each size against one of the smallest, round by round."""
    smallest, *others = seconds
    against = f"one among {smallest:,}"
    return [
        Measured.of_rounds(
            f"{what} among {size:,}",
            against,
            seconds[size],
            seconds[smallest],
            target,
            seconds=statistics.median(seconds[size]),
        )
        for size in others
    ]


def machine() -> dict[str, str | int]:
    """Return what the machine is, so that results of different ones are not mixed up; nothing tells which it is."""
    return {
        "cores": os.cpu_count() or 0,
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": sys.platform,
        **{name: version(name) for name in ("sqlalchemy", "spacy", "distributed", "datasette") if _has(name)},
    }


def _has(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True
