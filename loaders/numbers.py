"""Read a printed number as a value or as bounds, by a named rule.

`9,7 million` is 9.7 million by `decimal-comma-before-scale`; `thousands` is 2,000 to 19,999 by `plural-scale`. Here
the number is all that is given: a sign or a unit beside it is refused, but for percent and between the numbers of a
range, which is low to high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from loaders.number_grammar import NumberWords, PrintedNumber


class UnreadNumber(ValueError):
    """No rule reads the number."""


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


_LONGEST = 60
_PERCENT = re.compile(r"(.+?) ?(?:%|percent|per cent)")
# The second number of a range may have the sign of a currency before it, the first a word of its unit after it.
_RANGE = re.compile(r"(.+?)(?:-(?:to|or)-|-|–| ?(?:to|and|or) ?)(?:[a-z.]{0,4}[$€£¥₽₴₸₹₺₩₪₫₱]\s?)?(.+)")
_UNIT = re.compile(r"(?<=[\da-z]) ?[a-z]+$")
_PART_OF = re.compile(r"(\S+) (?:in|out of) (?:every )?(\S+)")


def read_number(printed: str, words: NumberWords) -> ReadNumber:
    """Return the value or bounds of a printed number, with the rule that read it.

    Raises UnreadNumber where no rule fits.
    """
    text = re.sub(r" ?- ?", "-", " ".join(printed.lower().split()))
    if len(text) > _LONGEST:
        raise UnreadNumber(f"'{printed[:_LONGEST]}...' is too long for a number")
    if text in words.vague and words.vague[text][1] is None:
        raise UnreadNumber(f"'{printed}' gives no bounds")
    found = _number(text, words)
    if found is not None and found.value is not None:
        return ReadNumber(found.rule, value=float(found.value), step=_step(text, found.rule, found.value))
    if found is not None and found.low is not None and found.high is not None:
        return ReadNumber(found.rule, low=float(found.low), high=float(found.high))
    read = _part_of(text, words) or _range(text, words)
    if read is None:
        raise UnreadNumber(f"no rule reads '{printed}' as a number")
    return read


def _number(text: str, words: NumberWords) -> PrintedNumber | None:
    """Read all of a text as one number, percent counted in, or return None."""
    if text in {"a", "an"}:
        return PrintedNumber(0, len(text), "words", "indefinite-article", Fraction(1))
    percent = _PERCENT.fullmatch(text)
    number = words.grammar.read(percent[1] if percent else text, 0) if text else None
    if number is None or number.end != len(percent[1] if percent else text):
        return None
    if percent is None:
        # Without the words around it, a comma may be a slip.
        return None if number.rule == "decimal-comma" else number
    if number.value is None or number.form not in {"digits", "words"}:
        return None
    return PrintedNumber(0, len(text), "digits", "percent", number.value / 100)


def _step(text: str, rule: str, value: Fraction) -> float | None:
    """Return what one unit of the last digit after a decimal point or comma is worth; None without such digits."""
    point = "," if rule == "decimal-comma-before-scale" else "."
    match = re.search(rf"(\d[\d,]*)\{point}(\d+)", text)
    digits = int("".join(match.groups()).replace(",", "")) if match else 0
    return float(value / digits) if digits else None


def _part_of(text: str, words: NumberWords) -> ReadNumber | None:
    """Read `one in three` and `nine out of 10` as a share."""
    match = _PART_OF.fullmatch(text)
    ends = [_number(text, words) for text in match.groups()] if match else []
    values = [end.value for end in ends if end is not None and end.value is not None]
    if len(values) < 2 or not 0 < values[0] < values[1]:
        return None
    return ReadNumber("part-of-number", value=float(values[0] / values[1]))


def _range(text: str, words: NumberWords) -> ReadNumber | None:
    """Read two numbers as a range; percent or a scale word of the second is that of both: 5-10%.

    The unit of a range may stand between its numbers (35 to $55, 5 km to 10) and is passed over.
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    percent, first_percent = (_PERCENT.fullmatch(end) for end in (match[2], match[1]))
    if first_percent and not percent:
        return None
    opening = f"{match[1]}%" if percent and not first_percent else match[1]
    first = _number(opening, words) or _number(_UNIT.sub("", opening), words)
    second = _number(match[2], words)
    if first is None or second is None or first.value is None or second.value is None:
        return None
    low = first.value * (second.scale if shares_scale(first, second) else 1)
    return (
        ReadNumber("range-of-numbers", low=float(low), high=float(second.value))
        if low <= second.value
        else None
    )


def shares_scale(first: PrintedNumber, second: PrintedNumber) -> bool:
    """Tell whether the scale of a range's second number is that of the first too: 10 to 15 million."""
    return (
        first.value is not None
        and second.value is not None
        and first.scale == 1 < second.scale
        and first.value < second.value / second.scale
    )
