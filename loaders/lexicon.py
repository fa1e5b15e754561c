"""lexicon: the words that print numbers, dates, comparators, negations and names, and where a sentence has them.

The words are data, in `seeds/authorities/number_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from loaders import paths, yaml_source
from loaders.errors import InputError
from schema.vocabularies import COMPARATORS

LEXICON_FILE: Final = paths.SEEDS / paths.AUTHORITIES / "number_words.yaml"

Item = tuple[str, str]
"""A kind (number, name, date, comparator, negation) and what is held equal: a printed word, day or class."""

_NUMBER_SECTIONS: Final = ("cardinals", "scales", "ordinals", "fractions", "multiples", "vague")
_ARTICLES: Final = {"a", "an", "the"}
_ORDINARY_ENDINGS: Final = ("ing", "ed", "ly")
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?: ?[¼½¾⅓⅔⅛]| \d+/\d+|/\d+)?%?|[¼½¾⅓⅔⅛]"
    # a word, without a number that lost the space before it (`Tidende4 min`)
    r"|[^\W\d_](?:(?!(?<=[a-z]{3})\d)\w)*(?:[.'][^\W\d_]\w*)*|\*"
)
_OPENING: Final = set('“"\u2018([:')
_CURLY: Final = "\u2019"
_LONGEST_PHRASE: Final = 4  # words
_SHORTEST_CAPITALISED: Final = 4  # letters; a headline may leave `of` and `the` in lower case


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase of the lexicon stands for, and when it counts: always, before_number or before_date."""

    kind: str
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `number_words.yaml`, ready for look-up; phrases in lower case, months in full."""

    phrases: dict[tuple[str, ...], tuple[Entry, ...]]
    months: dict[str, str]
    also_words: frozenset[str]
    times: frozenset[str]
    relative_starts: frozenset[str]
    relative_units: frozenset[str]
    parts: frozenset[str]
    openers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Capitals:
    """What two texts tell of capitals: words capitalised inside sentences, and words seen in lower case."""

    names: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()


def read_lexicon(file: Path = LEXICON_FILE) -> Lexicon:
    """Read the list of number words; InputError where a section or key is missing or a class is not known."""
    source, lines = yaml_source.read(file)
    try:
        classes = set(COMPARATORS) | {row["class"] for row in source["other_classes"]}
        for i, row in enumerate(source["comparators"]):
            if row["class"] not in classes:
                raise InputError(
                    f"'{row['class']}' is no class of comparator", file, lines.of(("comparators", i))
                )
        rows: list[tuple[dict[str, Any], Entry]] = [
            *(
                (row, Entry("comparator", row["class"], row.get("where", "always")))
                for row in source["comparators"]
            ),
            *(
                (row, Entry("number", row["phrase"], "always"))
                for part in _NUMBER_SECTIONS
                for row in source[part]
            ),
            *(
                (row, Entry("negation", row.get("is", row["phrase"]), "always"))
                for row in source["negations"]
            ),
        ]
        phrases: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        for row, entry in rows:
            words = tuple(row["phrase"].lower().split())
            phrases[words] = (*phrases.get(words, ()), entry)
        names = {row["month"]: row["phrase"] for row in reversed(source["months"])}
        return Lexicon(
            phrases=phrases,
            months={row["phrase"]: names[row["month"]] for row in source["months"]},
            also_words=frozenset(row["phrase"] for row in source["months"] if "also_a_word" in row),
            times=frozenset(
                [row["phrase"] for part in ("weekdays", "seasons") for row in source[part]]
                + source["relative_phrases"]
            ),
            relative_starts=frozenset(source["relative_starts"]),
            relative_units=frozenset(source["relative_units"]),
            parts=frozenset(source["parts"]),
            openers=frozenset(source["openers"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"a section or key is missing or of the wrong form ({error})", file) from error


def words_of(text: str) -> list[str]:
    """Return the words of a text as printed, without numbers and marks; apostrophes come out straight.

    >>> words_of("Asked twice, they didn't go.")
    ['Asked', 'twice', 'they', "didn't", 'go']
    """
    return [word for word in _TOKEN.findall(text.replace(_CURLY, "'")) if word[0].isalpha()]


def is_headline(text: str) -> bool:
    """Tell whether a text is printed as a headline, each of its longer words capitalised.

    >>> is_headline("Ships in the Ice, Says Mayor"), is_headline("Ships stuck in the Ice")
    (True, False)
    """
    words = [word for word in words_of(text) if len(word) >= _SHORTEST_CAPITALISED]
    return bool(words) and all(word[0].isupper() for word in words)


def items(
    text: str, lexicon: Lexicon, capitals: Capitals, *, is_sentence: bool = True, is_headline: bool = False
) -> list[Item]:
    """Return what a sentence prints that must not change, in order, each item as often as it stands there.

    Numbers stand as printed, dates with the month's full name, comparators as their class, `n't` as `not`,
    names word by word without `'s`. Where `is_sentence`, the capital of the first word tells no name unless
    the word is known inside other sentences or is no ordinary word; where `is_headline`, no capital does.
    """
    return list(_Tokens(text, lexicon, capitals, is_sentence, is_headline).items())


class _Tokens:
    def __init__(
        self, text: str, lexicon: Lexicon, capitals: Capitals, is_sentence: bool, is_headline: bool
    ) -> None:
        self.text = text.replace(_CURLY, "'")
        matches = list(_TOKEN.finditer(self.text))
        self.words = [match.group() for match in matches]
        self.lower = [word.lower() for word in self.words]
        self.starts = [match.start() for match in matches]
        self.lexicon = lexicon
        self.capitals = capitals
        self.is_headline = is_headline
        self.first = next((i for i, word in enumerate(self.words) if word != "*"), -1) if is_sentence else -1

    def items(self) -> Iterator[Item]:
        i = 0
        while i < len(self.words):
            length, date = self._date(i)
            item: Item | None = ("date", date)
            if not length:
                length, item = self._phrase(i)
            if item is not None:
                yield item
            i += length

    def _date(self, i: int) -> tuple[int, str]:
        """Read a time at the i-th token: how many tokens it takes (0 where there is none) and its words."""
        start = i
        while i < start + 2 and (
            self._at(i) in self.lexicon.parts or self._at(i) in self.lexicon.relative_starts
        ):
            i += 1
        words = self.lower[start:i]
        if (
            i > start
            and self._at(i - 1) in self.lexicon.relative_starts
            and self._at(i) in self.lexicon.relative_units
        ):
            return i + 1 - start, " ".join([*words, self._at(i)])
        length, time = self._time(i)
        return (i + length - start, " ".join([*words, time])) if length else (0, "")

    def _time(self, i: int) -> tuple[int, str]:
        word = self.words[i].removesuffix("'s") if i < len(self.words) else ""
        following = self._at(i + 1)
        month = self.lexicon.months.get(word)
        if month is not None:
            if _is_day(following):
                return 2, f"{month} {following}"
            return (0, "") if i == self.first and word in self.lexicon.also_words else (1, month)
        if _is_day(word) and following and self.words[i + 1] in self.lexicon.months:
            return 2, f"{self.lexicon.months[self.words[i + 1]]} {word}"
        is_year = word.isdecimal() and len(word) == 4 and word[:2] in {"19", "20"}
        is_time = word in self.lexicon.times or word.lower() in self.lexicon.times
        return (1, word.lower()) if is_year or is_time else (0, "")

    def _phrase(self, i: int) -> tuple[int, Item | None]:
        for length in range(min(_LONGEST_PHRASE, len(self.words) - i), 0, -1):
            for entry in self.lexicon.phrases.get(tuple(self.lower[i : i + length]), ()):
                if self._counts(entry, i + length):
                    return length, (entry.kind, entry.key)
        return 1, self._single(i)

    def _counts(self, entry: Entry, following: int) -> bool:
        if entry.where == "always":
            return True
        i = following + (self._at(following) in _ARTICLES)
        if entry.where == "before_date":
            return self._date(i)[0] > 0
        entries = self.lexicon.phrases.get((self._at(i),), ())
        return self._at(i)[:1].isnumeric() or any(other.kind == "number" for other in entries)

    def _single(self, i: int) -> Item | None:
        word = self.words[i]
        if word[0].isnumeric():
            return "number", word
        if word == "*":
            return "name", word
        if self.lower[i].endswith("n't"):
            return "negation", "not"
        if not word[0].isupper() or word.split("'")[0] == "I":
            return None
        name = word.removesuffix("'s")
        return ("name", name) if not self._opens(i) or self._is_name(name) else None

    def _opens(self, i: int) -> bool:
        before = self.text[max(0, self.starts[i] - 3) : self.starts[i]].rstrip()
        return self.is_headline or i == self.first or before[-1:] in _OPENING

    def _is_name(self, word: str) -> bool:
        lower = word.lower()
        if lower.split("'")[0] in self.lexicon.openers:
            return False
        is_ordinary = lower in self.capitals.ordinary or lower.endswith(_ORDINARY_ENDINGS)
        return word in self.capitals.names or not is_ordinary

    def _at(self, i: int) -> str:
        return self.lower[i].removesuffix("'s") if i < len(self.lower) else ""


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31
