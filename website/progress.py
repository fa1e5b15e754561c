"""How far something long has come, told on standard error once it lasts."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Progress:
    """Steps out of so many; told at most once in `every` seconds, so never of what is done at once."""

    what: str
    steps: int
    every: float = 5.0
    _done: int = 0
    _told: float = field(default_factory=time.monotonic)

    def step(self) -> None:
        """Count one more step as done."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= self.every:
            self._told = now
            sys.stderr.write(f"{self.what}: {self._done} of {self.steps}\n")
            sys.stderr.flush()
