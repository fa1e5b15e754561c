"""How near a printed number lies to the true one: the words before and after it that say so.

The words are data: those that `relokanty verify` uses too in `seeds/authorities/number_words.yaml`, further ones in
`lexicon/comparators.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.units import LEXICON
from loaders.lexicon import LEXICON_FILE
from schema.vocabularies import COMPARATORS

# How far before a number its words may start, in code points.
_REACH: Final = 48


class Comparators:
    """Finds the comparator of a number in its text."""

    def __init__(self, shared: list[dict[str, str]], source: dict[str, Any]) -> None:
        after = {phrase: kind for kind, phrases in source["after"].items() for phrase in phrases}
        before = {phrase: kind for kind, phrases in source["before"].items() for phrase in phrases}
        for row in shared:
            if row["class"] in COMPARATORS:
                is_after = row["phrase"].startswith("or ")
                (after if is_after else before).setdefault(row["phrase"], row["class"])
        # A range is told by its two numbers.
        self._before = {phrase: kind for phrase, kind in before.items() if kind != "range"}
        self._after = {phrase: kind for phrase, kind in after.items() if kind != "range"}
        self._duration = {
            phrase: kind for kind, phrases in source["before_duration"].items() for phrase in phrases
        }
        unknown = {*self._before.values(), *self._after.values(), *self._duration.values()} - set(COMPARATORS)
        if unknown:
            raise ValueError(f"no comparator is called {', '.join(sorted(unknown))}")
        self._preceding = _before_pattern(self._before, source["between"])
        self._preceding_duration = _before_pattern(self._duration, source["between"])
        self._following = re.compile(
            rf"(?:[ ,\u00a0]{{0,2}}(?P<phrase>{_any_of(self._after)}))(?![^\W_])", re.IGNORECASE
        )
        self._change = re.compile(rf"\b(?:{_any_of(source['change'])})\b", re.IGNORECASE)

    @classmethod
    def load(cls, shared: Path = LEXICON_FILE, file: Path = LEXICON / "comparators.yaml") -> Comparators:
        """Read both lists; InputError where one is of another form."""
        words, _ = yaml_source.read(shared)
        source, _ = yaml_source.read(file)
        try:
            return cls(words["comparators"], source)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"a list is missing or of another form ({error})", file) from error

    def before(self, text: str, start: int, is_duration: bool = False) -> tuple[str, int] | None:
        """Return the comparator whose words end where the number (or its sign) starts, and where they start."""
        for pattern, kinds in (((self._preceding_duration, self._duration),) if is_duration else ()) + (
            (self._preceding, self._before),
        ):
            match = pattern.search(text, max(0, start - _REACH), start)
            if match:
                return kinds[" ".join(match["phrase"].lower().split())], match.start("phrase")
        return None

    def after(self, text: str, end: int) -> tuple[str, int] | None:
        """Return the comparator whose words start at a place after the number, and where they end."""
        match = self._following.match(text, end)
        return (
            None if match is None else (self._after[" ".join(match["phrase"].lower().split())], match.end())
        )

    def tells_a_change(self, words: str) -> bool:
        """Tell whether words before `from` tell of a change from one number to another."""
        return self._change.search(words) is not None


def _before_pattern(phrases: Iterable[str], between: list[str]) -> re.Pattern[str]:
    """Return a pattern for a phrase that ends where its number starts, with at most two light words between."""
    light = rf"(?:(?:{_any_of(between)})\s+){{0,2}}"
    return re.compile(
        rf"(?<![^\W_])(?P<phrase>{_any_of(phrases)})(?:\s+{light}|(?<=[~<>≈≥≤=-]))$", re.IGNORECASE
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


@lru_cache(maxsize=1)
def comparators() -> Comparators:
    """Return the comparators of the lexicon, read once a process."""
    return Comparators.load()
