"""The unit that stands beside a printed number, and what it is counted by (`per`).

The words and signs are data: `lexicon/units.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from loaders import yaml_source
from loaders.errors import InputError

LEXICON: Final = Path(__file__).parent / "lexicon"
_SECTIONS: Final = {"shares": "share", "durations": "duration", "money": "money", "measures": "measure"}
_FURTHER: Final = re.compile(r"[^,.;:()\d\"“”]{1,40}?(?= per )")
_GAP = "[ \u00a0\u202f]"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its English singular, of what it is a measure (share, duration, money, measure), and what it is per."""

    name: str
    dimension: str
    per: str | None = None
    # The currency that the word may mean instead, such as pound.
    money: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit in a text, from `start` to `end`."""

    unit: Unit
    start: int
    end: int


class Units:
    """Finds the units that a list knows, before and after a place in a text."""

    def __init__(self, source: dict[str, Any]) -> None:
        self._words: dict[str, Unit] = {}
        self._signs: dict[str, Unit] = {}
        self._before: dict[str, Unit] = {}
        for section, dimension in _SECTIONS.items():
            for entry in source[section]:
                unit = Unit(entry["unit"], dimension, entry.get("per"), entry.get("money"))
                words = entry.get("words", [])
                plural = [*entry.get("plural", ()), *(f"{word}s" for word in words)]
                self._words.update(dict.fromkeys((*words, *plural), unit))
                self._signs.update(dict.fromkeys(entry.get("signs", ()), unit))
                self._before.update(dict.fromkeys(entry.get("before", ()), unit))
        self._money_words = re.compile(rf"\b(?:{_any_of(source['money_words'])})\b", re.IGNORECASE)
        self._per_words: dict[str, str] = source["per_words"]
        self._after = re.compile(
            rf"(?:{_GAP}|-|‑|{_GAP}-{_GAP})?(?:(?P<word>(?i:{_any_of(self._words)}))(?![\w])"
            rf"|(?P<sign>{_any_of(self._signs)})(?![\w]))"
        )
        self._preceding = re.compile(rf"(?<![\w$£€])(?:{_any_of(self._before)}){_GAP}?$")
        nouns, after_money = source["per"], [*source["per"], *source["per_after_money"]]
        self._per = _per_pattern(nouns, self._per_words)
        self._per_money = _per_pattern(after_money, self._per_words)

    @classmethod
    def load(cls, file: Path = LEXICON / "units.yaml") -> Units:
        """Read the list; InputError where a section is missing or an entry is not of its form."""
        source, _ = yaml_source.read(file)
        try:
            return cls(source)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"a section is missing or of another form ({error!r})", file) from error

    def before(self, text: str, start: int) -> PrintedUnit | None:
        """Return the unit whose sign ends where a number starts, such as a sign of currency."""
        match = self._preceding.search(text, max(0, start - 12), start)
        if match is None:
            return None
        sign = match.group()
        unit = self._before.get(sign) or self._before[sign.strip(" \u00a0\u202f")]
        return PrintedUnit(unit, match.start(), start)

    def after(self, text: str, end: int) -> PrintedUnit | None:
        """Return the unit that stands where a number ends, with at most a space or a hyphen between."""
        match = self._after.match(text, end)
        if match is None:
            return None
        if match["word"]:
            return PrintedUnit(self._words[match["word"].lower()], match.start("word"), match.end())
        sign = match["sign"]
        # One letter, or two in lower case, is a unit only close to its number: `5 m`, but not `in 5 p` nor `9 C`.
        if len(sign) == 1 and sign.isalpha() and match.start("sign") > end and sign not in "mgC":
            return None
        return PrintedUnit(self._signs[sign], match.start("sign"), match.end())

    def speaks_of_money(self, sentence: str) -> bool:
        """Tell whether a sentence has a word such as cost or price."""
        return self._money_words.search(sentence) is not None

    def per_further_on(self, text: str, end: int) -> tuple[str, int] | None:
        """Return what a number is counted by where a few words stand before it: `20,000 men entering per day`."""
        match = _FURTHER.match(text, end)
        return None if match is None else self.per(text, match.end(), is_money=False)

    def per(self, text: str, end: int, is_money: bool) -> tuple[str, int] | None:
        """Return what a number is counted by, as a singular, where the words for it start at `end`; and their end."""
        match = (self._per_money if is_money else self._per).match(text, end)
        if match is None:
            return None
        if match["adverb"]:
            return self._per_words[" ".join(match["adverb"].lower().split())], match.end()
        noun = match["noun"].lower() if match["noun"].islower() else match["noun"]
        known = self._words.get(noun.lower())
        return (known.name if known else noun), match.end()


def _per_pattern(nouns: list[str], adverbs: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for `per day`, `a month`, `each week`, `/year` and `daily`."""
    by = rf"(?:{_GAP}?/{_GAP}?|{_GAP}(?:per|an?|each|every|for each|for every){_GAP})"
    return re.compile(
        rf"{by}(?P<noun>{_any_of(nouns)})\b(?!{_GAP}(?:earlier|ago|before|later|old))|{_GAP}(?P<adverb>{_any_of(adverbs)})\b",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", f"{_GAP}+")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )


@lru_cache(maxsize=1)
def units() -> Units:
    """Return the units of the lexicon, read once a process."""
    return Units.load()
