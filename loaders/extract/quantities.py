"""Numbers of a text with their units: signs before, words after, ranges joined, shares such as one in three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from loaders.extract.comparators import comparators
from loaders.extract.units import PrintedUnit, Unit, units
from loaders.lexicon import LEXICON_FILE
from loaders.number_grammar import NumberGrammar, NumberWords, PrintedNumber
from loaders.numbers import shares_scale

_YEAR = Unit("year", "age")
_SINGLE_LETTER = re.compile(r"\d[mtTkKbB]$")
_LENGTH_FOLLOWS = re.compile(
    r"[ -](?:long|wide|high|tall|deep|away|from|above|below|sprint|race|hurdles|freestyle|of)\b|\W*$|[,;)]|\.(?!\d)"
)
_LIGHT = re.compile(
    r"[ -](?:more|additional|further|full|whole|consecutive|straight|long|extra|other|solid|short|entire)(?= )"
)
_OF = re.compile(r" (?:of )?(?:an? )?(?=\w)")
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|\bminus )$", re.IGNORECASE)
_OLD = re.compile(r"[ -]olds?\b")
_AGED = re.compile(
    r"\b(?:aged?|ages?)(?: (?:of|from|between|about|around|just|only|at least|over|under|up to|nearly|almost))*[ :]$"
    r"|\b(?:when|since|until) (?:he|she|I) (?:was|turned) $",
    re.IGNORECASE,
)
_OLDER = re.compile(r"(?: years)? (?:or|and) (?:older|younger)\b")
_THAN_AGE = re.compile(
    r"\b(?:child(?:ren)?|m[ea]n|wom[ea]n|people|persons?|anyone|those|citizens|boys|girls|kids|adults|residents)"
    r" (?:under|over|above|below|older than|younger than|up to)(?: the age of)? $",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"[^\W\d_]{2,}, (?:both |each )?$")
_END_OF_APPOSITION = re.compile(r"[,.;)]|$")
_JOINT = re.compile(
    # 5-10, 8- to 16-meter, 5 to 10
    r"(?:\s?[-–—−]\s?|-\s(?:to|or|and)\s|-(?:to|or)-"
    r"|\s(?:to|or|up to|and up to|or even)\s(?:about |around |as (?:much|many) as |roughly |some |even )?)"
)
_AND = re.compile(r"\s(?:and|to)\s")
_BETWEEN = re.compile(
    r"\bbetween (?:the ages of |about |around |roughly |some |an estimated )?$", re.IGNORECASE
)
_FROM = re.compile(
    r"\bfrom (?:about |around |roughly |some |just |only |nearly |a |the |an? \w+ )?$", re.IGNORECASE
)
_BY = re.compile(r"\bby (?:about |around |another |at least |more than |nearly |some )?$", re.IGNORECASE)
_PART_OF = re.compile(r"\s(in|out of|of|in every|of every|out of every) $")
_CLAUSE = re.compile(r"[.;:!?—]")
_REACH = 160
_OLDEST = 110


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, at `start` to `end` of a text (sign or word of the unit within).

    The number's own words stand from `number_start` to `number_end`. `form` is that of the printed number, or range.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    form: str
    rule: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: Unit | None
    printed: PrintedNumber


@lru_cache(maxsize=1)
def grammar() -> NumberGrammar:
    """Return the grammar of numbers by the words of the authorities, made once a process."""
    return NumberWords.load(LEXICON_FILE).grammar


def measured(text: str, number: PrintedNumber, sentence: str) -> Quantity:
    """Return a number with the unit that stands beside it, if any."""
    before = units().before(text, number.start)
    after = None if before else _unit_after(text, number)
    number, after = _without_letter(text, number, before or after, after)
    start, end = (before.start if before else number.start), (after.end if after else number.end)
    unit = before.unit if before else after.unit if after else None
    if (
        unit is not None
        and unit.money is not None
        and (number.scale > 1 or units().speaks_of_money(sentence))
    ):
        unit = Unit(unit.money, "money")
    if number.form in {"digits", "words"}:
        unit, end = _as_age(text, number, unit, end)
    sign = _MINUS.search(text, max(0, start - 8), start) if number.form == "digits" else None
    value = number.value
    if sign and value is not None and (unit is None or unit.dimension in {"measure", "share", "money"}):
        start, value = sign.end() - len(sign.group().lstrip(" (\n\t")), -value
    is_percent = unit is not None and unit.name == "percent"
    # A percentage is read with its sign; a comma in it can be nothing but a decimal one.
    rule = "percent" if is_percent and number.form in {"digits", "words"} else number.rule
    number_end = end if is_percent and number.form in {"digits", "words"} else number.end
    return Quantity(
        start, end, number.start, number_end, number.form, rule, value, number.low, number.high, unit, number
    )


def _unit_after(text: str, number: PrintedNumber) -> PrintedUnit | None:
    """Return the unit after a number; after a part or a vague word, `of` and an article may stand between."""
    if number.form == "multiple":
        return None
    found = units().after(text, number.end)
    if found is not None:
        return found
    light = _LIGHT.match(text, number.end)
    if light:
        return units().after(text, light.end())
    odd = comparators().after(text, number.end)
    if odd:
        return units().after(text, odd[1])
    between = _OF.match(text, number.end)
    if (
        between
        and (number.form in {"vague", "fraction"} or number.scale > 1)
        and between.end() > number.end + 1
    ):
        return units().after(text, between.end())
    return None


def _without_letter(
    text: str, number: PrintedNumber, unit: PrintedUnit | None, after: PrintedUnit | None
) -> tuple[PrintedNumber, PrintedUnit | None]:
    """Read the letter after digits as meters or tonnes; beside a currency, or m before a noun, it is a million."""
    is_money = unit is not None and unit.unit.dimension == "money"
    printed = text[number.start : number.end]
    if is_money or number.value is None or number.form != "digits" or not _SINGLE_LETTER.search(printed):
        return number, after
    if printed[-1] in "kKbB" or (printed[-1] == "m" and not _LENGTH_FOLLOWS.match(text, number.end)):
        return number, after
    shorter = replace(
        number,
        end=number.end - 1,
        value=number.value / number.scale,
        scale=Fraction(1),
        rule="decimal-point" if "." in printed else "digits",
    )
    return shorter, units().after(text, shorter.end)


def _as_age(text: str, number: PrintedNumber, unit: Unit | None, end: int) -> tuple[Unit | None, int]:
    """Return the unit of an age, where the words around a number of years tell one."""
    if unit is not None:
        old = _OLD.match(text, end) if unit.name in {"year", "month", "week", "day"} else None
        is_aged = unit.name == "year" and _AGED.search(text, max(0, number.start - 40), number.start)
        is_older = unit.name == "year" and _OLDER.match(text, number.end)
        return (
            (Unit(unit.name, "age"), old.end() if old else end) if old or is_aged or is_older else (unit, end)
        )
    if number.value is None or number.value > _OLDEST:
        return None, end
    window = max(0, number.start - 40)
    if (
        _AGED.search(text, window, number.start)
        or _OLDER.match(text, number.end)
        or _THAN_AGE.search(text, window, number.start)
    ):
        return _YEAR, end
    name = _AFTER_NAME.search(text, window, number.start)
    is_apposition = (
        name is not None and name.group()[0].isupper() and number.value >= 1 and number.rule == "digits"
    )
    if is_apposition and _END_OF_APPOSITION.match(text, number.end):
        return _YEAR, end
    return None, end


def joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Join the two ends of a range, and the two numbers of a share such as one in three; the others stay."""
    result: list[Quantity] = []
    for quantity in found:
        before = result[-1] if result else None
        if before is not None and before.form != "range":
            together = _share(text, before, quantity) or _pair(text, before, quantity)
            if together:
                result[-1:] = together
                continue
        result.append(quantity)
    return result


def _share(text: str, part: Quantity, whole: Quantity) -> list[Quantity] | None:
    """Read `one in three` and `nine out of 10`; a large whole is a count of its own."""
    match = _PART_OF.match(text[part.end : whole.start] + ("" if whole.start > part.end else " "))
    if match is None or part.unit or whole.unit or part.value is None or whole.value is None:
        return None
    if not 0 < part.value < whole.value or (match[1] == "of"):
        return None
    is_round = whole.value <= 10 or whole.value in {20, 50, 100, 1000, 10000, 100000, 1000000}
    if not is_round or part.printed.form == "fraction":
        return None
    return [
        replace(
            part,
            end=whole.end,
            number_end=whole.number_end,
            form="fraction",
            rule="part-of-number",
            value=part.value / whole.value,
        )
    ]


def _pair(text: str, first: Quantity, second: Quantity) -> list[Quantity] | None:
    """Return the range of two numbers, or the two ends of a change, which share scale and unit; or None."""
    if first.value is None or second.value is None or {"vague", "multiple"} & {first.form, second.form}:
        return None
    between, before = text[first.end : second.start], text[max(0, first.start - _REACH) : first.start]
    has_own_unit = first.end > first.number_end or (first.unit is not None and first.unit.name == "percent")
    if has_own_unit and second.unit is None and first.unit is not None:
        # `160GB or 40,000 songs`, `rose 8% to 338`: a unit reaches back to the first number, not on to the second.
        return None
    is_between = _BETWEEN.search(before) is not None and _AND.fullmatch(between) is not None
    if not is_between and not _JOINT.fullmatch(between):
        return None
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    unit = second.unit or first.unit
    low = first.value * (second.printed.scale if shares_scale(first.printed, second.printed) else 1)
    if not is_between and " to " in between:
        clause = _CLAUSE.split(before)[-1]
        changes = comparators().tells_a_change(clause) and not _BY.search(before)
        # `rose by 5 to 20` tells by how much and where to, `rose by 5 to 20 percent` between what.
        if _BY.search(before) and (second.unit is None or first.unit is not None):
            return None
        # `fell 50% to 75%` is a range, `fell 12 cents to 40 cents` a change.
        shares_unit = unit is not None and (first.unit is None or unit.name == "percent")
        if changes and (_FROM.search(before) or not shares_unit):
            return [replace(first, value=low, unit=unit), second]
    if low >= second.value:
        return None
    return [
        replace(
            first,
            end=second.end,
            number_end=second.number_end,
            form="range",
            rule="range-of-numbers",
            value=None,
            low=low,
            high=second.value,
            unit=unit,
            printed=second.printed,
        )
    ]
