"""Read a printed number as a value or as bounds, by a named rule.

`9,7 million` is 9.7 million by `decimal-comma-before-scale`; `thousands` is 2,000 to 19,999 by `plural-scale`.
The rules stand in `seeds/authorities/rules.yaml`, the words in `seeds/authorities/number_words.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from loaders import yaml_source
from loaders.errors import InputError


class UnreadNumber(ValueError):
    """No rule reads the number."""


_PERCENT_WORD = re.compile(r"per ?cent")


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A value, or low and high bounds (high None where open), and the id of the rule that read it.

    `step` is what one unit of the last digit is worth, where digits are printed after a point: 0.001 for 12.5%.
    """

    rule: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    step: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words with their values, words such as sixfold, and vague words with their rule and bounds."""

    cardinals: dict[str, Fraction]
    scales: dict[str, Fraction]
    fractions: dict[str, Fraction]
    ordinals: frozenset[str]
    multiples: dict[str, Fraction]
    vague: dict[str, tuple[str, float | None, float | None]]

    @classmethod
    def load(cls, file: Path) -> NumberWords:
        """Read the word lists; InputError where a list is missing or an entry is not of its form."""
        lists, _ = yaml_source.read(file)
        try:
            return cls._of(lists)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"a list of words is missing or of another form ({error!r})", file) from error

    @classmethod
    def _of(cls, lists: Any) -> NumberWords:
        parts = _values(lists["fractions"])
        ordinals = {word: 1 / value for word, value in _values(lists["ordinals"]).items() if value > 2}
        return cls(
            cardinals=_values(lists["cardinals"]),
            scales=_values(lists["scales"]),
            fractions={
                **ordinals,
                **{word: part for word, part in parts.items() if not _PERCENT_WORD.fullmatch(word)},
            },
            ordinals=frozenset(ordinals),
            multiples=_values(lists["multiples"]),
            vague={
                entry["phrase"]: (entry["rule"], _bound(entry["low"]), _bound(entry["high"]))
                for entry in lists["vague"]
            },
        )


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_DIGITS = re.compile(r"\d+")
_DECIMAL_COMMA = re.compile(r"(\d+),(\d{1,2})")
_DECIMAL_POINT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")
_MIXED = re.compile(r"(\d+) (\d+)/(\d+)")
_PERCENT = re.compile(r"(.+?) ?(?:%|percent|per cent)")
_LONGEST = 60
_RANGE = re.compile(r"(\S+) ?(?:-|–|to|and) ?(\S+)")


def read_number(printed: str, words: NumberWords) -> ReadNumber:
    """Return the value or bounds of a printed number, with the rule that read it.

    Raises UnreadNumber where no rule fits.

    >>> read_number("6 1/2", NumberWords({}, {}, {}, frozenset(), {}, {})).value
    6.5
    """
    text = re.sub(r" ?- ?", "-", " ".join(printed.lower().split()))
    if len(text) > _LONGEST:
        raise UnreadNumber(f"'{printed[:_LONGEST]}...' is too long for a number")
    if text in words.vague:
        rule, low, high = words.vague[text]
        if low is None:
            raise UnreadNumber(f"'{printed}' gives no bounds")
        return ReadNumber(rule, low=low, high=high)
    found = _exact(text, words)
    if found is not None:
        rule, value = found
        return ReadNumber(rule, value=float(value), step=_step(text, rule, value))
    match = _RANGE.fullmatch(text)
    if match:
        first, second = match.groups()
        # The sign of the second number is that of both: 5-10%.
        ends = (
            _exact(f"{first}%" if second.endswith("%") and not first.endswith("%") else first, words),
            _exact(second, words),
        )
        if ends[0] is not None and ends[1] is not None and ends[0][1] <= ends[1][1]:
            return ReadNumber("range-of-numbers", low=float(ends[0][1]), high=float(ends[1][1]))
    raise UnreadNumber(f"no rule reads '{printed}' as a number")


def _exact(text: str, words: NumberWords) -> tuple[str, Fraction] | None:
    """Return rule and value of a number that has one value, or None."""
    head, _, last = text.rpartition(" ")
    percent = _PERCENT.fullmatch(text)
    if percent:
        inner = _plain(percent[1], words)
        return None if inner is None else ("percent", inner[1] / 100)
    if text in words.multiples:
        return "multiple", words.multiples[text]
    if head and last == "times":
        inner = _scaled(head, words)
        return None if inner is None else ("multiple", inner[1])
    return _scaled(text, words)


def _step(text: str, rule: str, value: Fraction) -> float | None:
    """Return what one unit of the last digit after a decimal point or comma is worth; None without such digits."""
    point = "," if rule == "decimal-comma-before-scale" else "."
    match = re.search(rf"(\d[\d,]*)\{point}(\d+)", text)
    digits = int("".join(match.groups()).replace(",", "")) if match else 0
    return float(value / digits) if digits else None


def _scaled(text: str, words: NumberWords) -> tuple[str, Fraction] | None:
    """Read a number with any scale words after it: 5 million, five hundred thousand."""
    head, _, last = text.rpartition(" ")
    if not head or last not in words.scales:
        return _plain(text, words)
    inner = _scaled(head, words)
    if inner is None and _DECIMAL_COMMA.fullmatch(head):
        return "decimal-comma-before-scale", Fraction(head.replace(",", ".")) * words.scales[last]
    return None if inner is None else (_scaled_rule(inner[0]), inner[1] * words.scales[last])


def _plain(text: str, words: NumberWords) -> tuple[str, Fraction] | None:
    """Read a number without percent sign, scale or `times`."""
    if _THOUSANDS.fullmatch(text):
        return "thousands-comma", Fraction(text.replace(",", ""))
    if _DIGITS.fullmatch(text):
        return "digits", Fraction(text)
    if _DECIMAL_POINT.fullmatch(text):
        return "decimal-point", Fraction(text.replace(",", ""))
    mixed = _MIXED.fullmatch(text)
    if mixed and int(mixed[3]):
        return "mixed-fraction", int(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))
    return _spelled(text, words)


def _spelled(text: str, words: NumberWords) -> tuple[str, Fraction] | None:
    """Read a number in words: three, twenty-six, a quarter, two-thirds, a."""
    parts = re.split(r"[- ]", text)
    if parts in (["a"], ["an"]):
        return "indefinite-article", Fraction(1)
    if parts[-1] in words.fractions:
        return _fraction(parts[:-1], parts[-1], words)
    value = _cardinal(parts, words)
    return None if value is None else ("number-word", value)


def _fraction(before: list[str], name: str, words: NumberWords) -> tuple[str, Fraction] | None:
    """Read a fraction in words; an ordinal alone, or after tens (twenty-third), is a place in a row, not a part."""
    if before in (["a"], ["an"], ["one"]) or (not before and name not in words.ordinals):
        times: Fraction | None = Fraction(1)
    else:
        times = None if name in words.ordinals else _cardinal(before, words)
    return None if times is None else ("fraction-word", times * words.fractions[name])


def _cardinal(parts: list[str], words: NumberWords) -> Fraction | None:
    values = [words.cardinals.get(part) for part in parts]
    match values:
        case [Fraction() as one]:
            return one
        case [Fraction() as tens, Fraction() as ones] if tens >= 20 and 0 < ones < 10:
            return tens + ones
        case _:
            return None


def _scaled_rule(rule: str) -> str:
    return rule if rule == "decimal-point" else "number-times-scale"


def _values(entries: list[dict[str, Any]]) -> dict[str, Fraction]:
    return {entry["phrase"]: Fraction(entry["value"]) for entry in entries}


def _bound(value: str | None) -> float | None:
    return None if value is None else float(value)
