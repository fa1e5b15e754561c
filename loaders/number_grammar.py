"""The grammar of printed numbers: where in a text a number stands, and what it says.

Digits with commas, points or thin spaces, scale words and their abbreviations, numbers and fractions in words, words
such as sixfold, and vague words. Signs, units, percent and ranges are for the readers that use it. The words stand in
`seeds/authorities/number_words.yaml`, the rules in `rules.yaml` beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from loaders import yaml_source
from loaders.errors import InputError

_PERCENT_WORD = re.compile(r"per ?cent")
_HALF = Fraction(1, 2)
_SPACES = " \u00a0\u2009\u202f"
_JOINT = rf"(?:[{_SPACES}]?[-‐‑][{_SPACES}]?|[{_SPACES}]+)"
_SIGNS = {"½": _HALF, "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
          "⅛": Fraction(1, 8)}  # fmt: skip
_DIGITS = re.compile(
    # 1,200.5 and the Indian 12,34,567
    rf"(?P<thousands>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}})(?!\d|,\d))(?P<point>\.\d+)?"
    rf"|(?P<spaced>[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+(?:\.\d+)?(?!\d|[,.]\d))"
    r"|(?P<decimal>\d*\.\d+)|(?P<comma>\d+,\d{1,2}(?!\d|,\d))|(?P<digits>\d+)"
)
_PART = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/])")
_MIXED = re.compile(rf"[{_SPACES}-]?(?:(\d{{1,2}})/(\d{{1,2}})(?![\d/])|([{''.join(_SIGNS)}]))")
_WORD = re.compile(r"[^\W\d_]+(?:-fold\b)?")
_AND_A_PART = re.compile(rf"{_JOINT}and{_JOINT}(?:a|one){_JOINT}(half|quarter|third)\b", re.IGNORECASE)


@dataclass(frozen=True)
class NumberWords:
    """Number words with their values, words such as sixfold, and vague words with their rule and bounds."""

    cardinals: dict[str, Fraction]
    scales: dict[str, Fraction]
    abbreviations: dict[str, Fraction]
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

    @cached_property
    def grammar(self) -> NumberGrammar:
        """The grammar of numbers in these words, made once."""
        return NumberGrammar(self)

    @classmethod
    def _of(cls, lists: Any) -> NumberWords:
        parts = _values(lists["fractions"])
        ordinals = {word: 1 / value for word, value in _values(lists["ordinals"]).items() if value > 2}
        plurals = {f"{word}s": value for word, value in ordinals.items()}
        return cls(
            cardinals=_values(lists["cardinals"]),
            scales=_values(lists["scales"]),
            abbreviations=_values(lists["abbreviated_scales"]),
            fractions={
                **plurals,
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


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number in a text, from `start` to `end`: a value, or bounds, as read by `rule`.

    `scale` is what scale words multiplied it by (1 without any), so that `10 to 15 million` can share it. `form` is
    digits, words, fraction, multiple or vague.
    """

    start: int
    end: int
    form: str
    rule: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: Fraction = Fraction(1)


class NumberGrammar:
    """Reads the numbers of a text by the words of a list."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._vague = {
            phrase: (rule, Fraction(low), Fraction(high))
            for phrase, (rule, low, high) in words.vague.items()
            if low is not None and high is not None
        }
        # `three dozens` is three dozen.
        self._scale = {**{f"{word}s": value for word, value in words.scales.items()}, **words.scales}
        cardinal, scale = _either(words.cardinals), _either(words.scales)
        singular = [word for word in words.fractions if word not in {"half", "halves"}]
        word = (
            rf"an?|{_either(self._vague)}|{cardinal}|half|quarter(?= (?:{scale}))|{_either(words.ordinals)}"
            rf"|{_either(words.multiples)}"
        )
        # A code of a currency may stand against its digits: USD115.
        digit = (
            rf"(?<=\b[A-Z]{{3}})\d|(?<=\b[A-Z]{{2}})\d|(?<![\w])(?:\d|(?<![.,])\.(?=\d)|[{''.join(_SIGNS)}])"
        )
        self._start = re.compile(rf"{digit}|(?<![\w])(?:(?:{word})\b|(?:{cardinal})-?fold\b)", re.IGNORECASE)
        self._cardinals = re.compile(
            rf"(?:{cardinal}|an?(?={_JOINT}(?:{scale})\b))\b"
            rf"(?:{_JOINT}(?:and{_JOINT})?(?:{cardinal}|{_either(self._scale)})\b)*",
            re.IGNORECASE,
        )
        self._scales = re.compile(rf"(?:{_JOINT}(?:{_either(self._scale)})\b)+", re.IGNORECASE)
        self._abbreviated = re.compile(
            rf"[{_SPACES}]?({_either(words.abbreviations)})(?![\w/²³])", re.IGNORECASE
        )
        self._fraction = re.compile(
            rf"(?:(?P<times>an?|{cardinal}){_JOINT})?(?P<name>{_either(singular)}|half|halves)\b",
            re.IGNORECASE,
        )
        self._of_a_scale = re.compile(rf"{_JOINT}(?:of{_JOINT})?(?:an?{_JOINT})?({scale})\b", re.IGNORECASE)
        self._times = re.compile(rf"{_JOINT}times\b|-?fold\b|x(?![\w])", re.IGNORECASE)
        self._small = re.compile(
            rf"(?:an?{_JOINT})?(?P<phrase>{_either(self._vague)})\b"
            rf"(?:{_JOINT}(?:of{_JOINT})?(?P<scale>{scale})\b|{_JOINT}of{_JOINT}(?P<plural>(?:{scale})s)\b)?",
            re.IGNORECASE,
        )

    def find(self, text: str) -> Iterator[PrintedNumber]:
        """Yield the numbers of a text in order, the longest at each place, none over another."""
        end = 0
        for match in self._start.finditer(text):
            if match.start() >= end:
                number = self.read(text, match.start())
                if number is not None:
                    end = number.end
                    yield number

    def read(self, text: str, start: int) -> PrintedNumber | None:
        """Return the longest number that starts at a place of the text, or None."""
        if text[start].isdecimal() or text[start] == "." or text[start] in _SIGNS:
            return self._multiplied(text, self._in_digits(text, start))
        found = [
            number
            for number in (
                self._multiplied(text, self._in_words(text, start)),
                self._as_fraction(text, start),
                self._as_multiple(text, start),
                self._as_vague(text, start),
            )
            if number is not None
        ]
        return max(found, key=lambda number: number.end, default=None)

    def _in_digits(self, text: str, start: int) -> PrintedNumber | None:
        if text[start] in _SIGNS:
            return PrintedNumber(start, start + 1, "fraction", "fraction-sign", _SIGNS[text[start]])
        fraction = _PART.match(text, start)
        if fraction and 0 < int(fraction[1]) < int(fraction[2]):
            value = Fraction(int(fraction[1]), int(fraction[2]))
            return PrintedNumber(start, fraction.end(), "fraction", "fraction-digits", value)
        match = _DIGITS.match(text, start)
        if match is None:
            return None
        end, rule, value = match.end(), *_digits_read(match)
        mixed = _MIXED.match(text, end) if rule == "digits" else None
        if mixed and (mixed[3] or int(mixed[2]) > int(mixed[1]) > 0):
            part = _SIGNS[mixed[3]] if mixed[3] else Fraction(int(mixed[1]), int(mixed[2]))
            end, rule, value = mixed.end(), "mixed-fraction", value + part
        end, value, rule = self._with_part(text, end, value, rule, Fraction(1))
        scaled = self._scaled(text, end)
        if scaled is None:
            return PrintedNumber(start, end, "digits", rule, value)
        rule = {"decimal-comma": "decimal-comma-before-scale", "decimal-point": rule}.get(rule, scaled[2])
        end, _, _ = self._with_part(text, scaled[0], value, rule, scaled[1])
        value = self._with_part(text, scaled[0], value * scaled[1], rule, scaled[1])[1]
        return PrintedNumber(start, end, "digits", rule, value, scale=scaled[1])

    def _scaled(self, text: str, start: int) -> tuple[int, Fraction, str] | None:
        """Return end, product and rule of the scale words or the abbreviation that stand here."""
        match = self._scales.match(text, start)
        if match:
            product = Fraction(1)
            for word in _words_of(match.group()):
                product *= self._scale[word]
            return match.end(), product, "number-times-scale"
        short = self._abbreviated.match(text, start)
        if short is None or (short.start(1) > start and len(short[1]) == 1):
            return None
        return short.end(), self._words.abbreviations[short[1].lower()], "abbreviated-scale"

    def _with_part(
        self, text: str, end: int, value: Fraction, rule: str, scale: Fraction
    ) -> tuple[int, Fraction, str]:
        """Add `and a half`, as a part of the scale before it."""
        match = _AND_A_PART.match(text, end)
        if match is None:
            return end, value, rule
        return match.end(), value + scale * self._words.fractions[match[1].lower()], "mixed-fraction"

    def _in_words(self, text: str, start: int) -> PrintedNumber | None:
        match = self._cardinals.match(text, start)
        if match is None:
            return None
        words = [(word.group().lower(), word.end()) for word in re.finditer(r"[^\W\d_]+", match.group())]
        while words and (value := self._sum([word for word, _ in words])) is None:
            words.pop()
        if not words or value is None:
            return None
        scale = self._scale.get(words[-1][0], Fraction(1))
        rule = _rule_of_words([word for word, _ in words], self._scale)
        end, value, rule = self._with_part(text, start + words[-1][1], value, rule, scale)
        if rule == "mixed-fraction" and scale == 1 and (scaled := self._scales.match(text, end)):
            for word in _words_of(scaled.group()):
                scale *= self._scale[word]
            end, value = scaled.end(), value * scale
        return PrintedNumber(start, end, "words", rule, value, scale=scale)

    def _sum(self, words: list[str]) -> Fraction | None:
        """Return the value of cardinals, scales and `and`, or None where they are no number."""
        total, current, last = Fraction(0), None, Fraction(0)
        for i, word in enumerate(words):
            following = words[i + 1] if i + 1 < len(words) else None
            if word in self._scale:
                scale = self._scale[word]
                if not current or (last >= scale and total):
                    return None
                current *= scale
                if scale >= 1000 and following not in self._scale:
                    total, current = total + current, None
                last = scale
            elif word == "and":
                if following is None or last < 100:
                    return None
            else:
                value = self._words.cardinals.get(word, Fraction(1))
                if current is not None and not _may_add(last, value):
                    return None
                current = (current or 0) + value
                last = value
        return total + (current or 0)

    def _multiplied(self, text: str, number: PrintedNumber | None) -> PrintedNumber | None:
        """Take in `times`, `-fold` or `x` after a number: how many times as many."""
        match = None if number is None else self._times.match(text, number.end)
        if number is None or match is None:
            return number
        return PrintedNumber(number.start, match.end(), "multiple", "multiple", number.value)

    def _as_fraction(self, text: str, start: int) -> PrintedNumber | None:
        """Read a fraction in words; an ordinal alone, or after tens, is a place in a row (twenty-third), no part."""
        match = self._fraction.match(text, start)
        if match is None:
            return None
        times, name = (match["times"] or "").lower(), match["name"].lower()
        if times in {"", "a", "an", "one"}:
            count = Fraction(1)
        elif name in self._words.ordinals:
            return None
        else:
            count = self._words.cardinals[times]
        value, end = count * self._words.fractions[name], match.end()
        scaled = self._of_a_scale.match(text, end)
        if scaled:
            scale = self._scale[scaled[1].lower()]
            return PrintedNumber(
                start, scaled.end(), "words", "number-times-scale", value * scale, scale=scale
            )
        if not times and name.removesuffix("s") in self._words.ordinals:
            return None
        return PrintedNumber(start, end, "fraction", "fraction-word", value)

    def _as_multiple(self, text: str, start: int) -> PrintedNumber | None:
        match = _WORD.match(text, start)
        word = match.group().lower() if match else ""
        if word in self._words.multiples:
            value = self._words.multiples[word]
        elif word.endswith("fold") and word.removesuffix("fold").rstrip("-") in self._words.cardinals:
            value = self._words.cardinals[word.removesuffix("fold").rstrip("-")]
        else:
            return None
        return PrintedNumber(start, start + len(word), "multiple", "multiple", value)

    def _as_vague(self, text: str, start: int) -> PrintedNumber | None:
        match = self._small.match(text, start)
        if match is None:
            return None
        rule, low, high = self._vague[match["phrase"].lower()]
        scale = Fraction(1)
        if match["scale"]:
            scale = self._scale[match["scale"].lower()]
            low, high = low * scale, high * scale
        elif match["plural"]:
            scale = self._scale[match["plural"].lower().removesuffix("s")]
            low, high = low * scale, (high + 1) * scale - 1
        return PrintedNumber(start, match.end(), "vague", rule, low=low, high=high, scale=scale)


def _may_add(last: Fraction, value: Fraction) -> bool:
    """Tell whether a cardinal may follow: ones after tens, anything below a hundred after hundreds."""
    return (20 <= last < 100 and last % 10 == 0 and 0 < value < 10) or (last == 100 and 0 < value < 100)


def _digits_read(match: re.Match[str]) -> tuple[str, Fraction]:
    if match["thousands"]:
        value = Fraction((match["thousands"] + (match["point"] or "")).replace(",", ""))
        return ("decimal-point" if match["point"] else "thousands-comma"), value
    if match["spaced"]:
        return "thousands-space", Fraction("".join(match["spaced"].split()))
    if match["decimal"]:
        return "decimal-point", Fraction(match["decimal"])
    if match["comma"]:
        return "decimal-comma", Fraction(match["comma"].replace(",", "."))
    return "digits", Fraction(match["digits"])


def _rule_of_words(words: list[str], known: dict[str, Fraction]) -> str:
    scales = [word for word in words if word in known]
    if not scales:
        return "number-word"
    last = max(i for i, word in enumerate(words) if word in known)
    return "number-times-scale" if last == len(words) - 1 and "and" not in words else "number-words-added"


def _words_of(printed: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[^\W\d_]+", printed)]


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first; one that fits nothing where there are none."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", rf"[{_SPACES}]+") for word in longest_first) or r"(?!)"


def _values(entries: list[dict[str, Any]]) -> dict[str, Fraction]:
    return {entry["phrase"]: Fraction(entry["value"]) for entry in entries}


def _bound(value: str | None) -> float | None:
    return None if value is None else float(value)
