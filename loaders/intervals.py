"""Read a figure as an interval: within what bounds the true number lies, by the rule of its comparator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.authorities import Rule
from loaders.errors import InputError
from loaders.numbers import ReadNumber
from schema.vocabularies import COMPARATORS

# Numbers printed in digits are taken as rounded to the thousand at most; before a scale word to its last digit.
_MOST_ZEROS = 3
_LEAST_ROUNDED = 1000
_FRACTION_PARTS = 20
_SCALED = {
    "number-times-scale",
    "abbreviated-scale",
    "decimal-comma-before-scale",
    "decimal-point",
    "mixed-fraction",
}


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds of the true number, None where open, and the id of the rule that gave them."""

    rule: str
    low: float | None
    high: float | None


def rules_by_comparator(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Return the interval rule of each comparator; InputError where one has none."""
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.kind == "interval" and rule.comparator:
            other = found.setdefault(rule.comparator, rule)
            if other is not rule:
                message = (
                    f"'{other.id}' and '{rule.id}' are both for the comparator '{rule.comparator}'; keep one"
                )
                raise InputError(message, "rules.yaml")
    missing = [comparator for comparator in COMPARATORS if comparator not in found]
    if missing:
        raise InputError(
            f"no rule of kind interval is for the comparator '{missing[0]}'; add one to rules.yaml"
        )
    return found


def read_interval(number: ReadNumber, comparator: str, rules: Mapping[str, Rule]) -> Interval:
    """Return the interval of a number as read, by the rule of its comparator."""
    rule = rules[comparator]
    if number.value is None:
        return Interval(rule.id, _times(rule.low, number.low), _times(rule.high, number.high))
    half = _half_unit(number) if rule.rounded else 0.0
    low, high = _times(rule.low, number.value), _times(rule.high, number.value)
    return Interval(rule.id, None if low is None else low - half, None if high is None else high + half)


def _times(factor: float | None, value: float | None) -> float | None:
    return None if factor is None or value is None else factor * value


def _half_unit(number: ReadNumber) -> float:
    """Return half a unit of the last digit that tells of rounding; of a fraction in words, a twentieth of it."""
    assert number.value is not None  # noqa: S101
    match number.rule:
        case "percent":
            return (number.step or 0.01) / 2
        case "multiple":
            return (number.step or 1.0) / 2
        case "fraction-word" | "fraction-sign" | "fraction-digits" | "part-of-number":
            return number.value / _FRACTION_PARTS
        case rule if rule in _SCALED and number.step and number.step >= 1:
            return number.step / 2
    if number.value < _LEAST_ROUNDED or number.value != int(number.value):
        return 0.0
    digits = str(int(number.value))
    zeros = len(digits) - len(digits.rstrip("0"))
    zeros = zeros if number.rule in _SCALED else min(zeros, _MOST_ZEROS)
    return 10**zeros / 2 if zeros else 0.0
