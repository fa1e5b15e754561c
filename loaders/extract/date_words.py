"""The words of a paragraph as a row of signs: one sign for each set of classes that a word may belong to.

The classes are those of `lexicon/dates.yaml`. A pattern over classes then is a regular expression over signs, and a
word in several classes (`second`: a unit, an ordinal) needs no decision before the pattern is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Token

OTHER: Final = "."
_FIRST_SIGN: Final = 0x100

TOKEN: Final = re.compile(
    r"[^\W\d_][^\W_]*(?:\.m\b\.?)?"  # a word, or a.m.
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|9/11(?![\w/])"
    r"|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)(?![\w/-])|\d{4}/\d\d/\d\d(?!\w)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d{1,2}(?::\d\d(?::\d\d)?|\.\d\d(?=\s?[ap]\.?m\b))(?!\d)"
    r"|\d+\.\d+|\d/\d(?!\d)|\d{2,4}['’]s\b|\d[^\W_]*"
    r"|['’]s\b|[^\s]"
)
# Shapes of what starts with a digit, by class; plain digits are told apart by their value instead.
_SHAPES: Final = (
    ("ISODATE", re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")),
    ("NUMERICDATE", re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|\d{4}/\d\d/\d\d")),
    ("CLOCKMERIDIEM", re.compile(r"\d{1,2}(?:[.:]\d\d)?[ap]m", re.IGNORECASE)),
    ("CLOCK", re.compile(r"\d{1,2}:\d\d(?::\d\d)?")),
    ("CARDINAL", re.compile(r"\d{1,3}(?:,\d{3})+")),
    ("DECIMAL", re.compile(r"\d+\.\d+")),
    ("FRACTION", re.compile(r"[1-9]/[2-9]")),
    ("DECADE", re.compile(r"(?:1\d\d|20\d|[1-9])0['’]?s")),
    ("ORDINALNUMBER", re.compile(r"\d*(?:1st|2nd|3rd|\dth)")),
)
_SIGNS: Final = {
    ",": "COMMA",
    ".": "DOT",
    "-": "DASH",
    "–": "DASH",
    "'s": "APOSTROPHES",
    "’s": "APOSTROPHES",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
    "`": "APOSTROPHE",
}
_HALVES: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


def number_classes(token: str) -> Mapping[str, str]:
    """Return the classes of a token that starts with a digit, with the value that it has in each."""
    if token.isdecimal() and token.isascii():
        return _digits(token)
    for name, shape in _SHAPES:
        if shape.fullmatch(token):
            return {name: token.replace(",", "")}
    return {}


def _digits(token: str) -> Mapping[str, str]:
    value, length = int(token[:9]), len(token)
    found = {"CARDINAL": token}
    if length <= 2:
        found |= {"DAYNUMBER": token} if 1 <= value <= 31 else {}
        found |= {"HOUR": token} if value <= 24 else {}
        found |= {"YY": token} if length == 2 else {}
    if length == 4 and 1000 <= value <= 2199:
        found["YEAR"] = token
    return found


@dataclass(frozen=True)
class Vocabulary:
    """Every word of the lexicon with its classes, and a sign for each set of classes that occurs."""

    values: Mapping[str, Mapping[str, str]]
    capitalised: frozenset[str]
    signs: dict[frozenset[str], str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, classes: Mapping[str, Mapping[str, str]], literals: Iterable[str], capitalised: frozenset[str]
    ) -> Vocabulary:
        """Make the vocabulary from classes of words, and the single words that patterns name."""
        values: dict[str, dict[str, str]] = {}
        for name, words in classes.items():
            for word, value in words.items():
                values.setdefault(word, {})[name] = value
        for word in literals:
            values.setdefault(word, {})[word] = word
        for sign, name in _SIGNS.items():
            values.setdefault(sign, {})[name] = sign
        for sign, value in _HALVES.items():
            values[sign] = {"FRACTION": value}
        vocabulary = cls(values, capitalised)
        for word, found in values.items():
            sign = vocabulary._sign(found)
            forms = {word.capitalize(), word.upper()} | (set() if word in capitalised else {word})
            vocabulary.printed.update(dict.fromkeys(forms, sign))
        digits = ["00", "01", *map(str, range(2300))]
        for classes_of_shape in [*map(_digits, digits), *({name: ""} for name, _ in _SHAPES)]:
            vocabulary._sign(classes_of_shape)
        return vocabulary

    def _sign(self, classes: Mapping[str, str]) -> str:
        return self.signs.setdefault(frozenset(classes), chr(_FIRST_SIGN + len(self.signs)))

    def sign(self, token: str) -> str:
        """Return the sign of a token as printed."""
        found = self.printed.get(token)
        if found is not None:
            return found
        if token[0].isdecimal():
            classes = number_classes(token)
            return self.signs[frozenset(classes)] if classes else OTHER
        return OTHER

    def having(self, name: str) -> str:
        """Return all signs whose words may belong to a class; KeyError where no word does."""
        found = "".join(sign for classes, sign in self.signs.items() if name in classes)
        if not found:
            raise KeyError(name)
        return found

    def value(self, token: str, name: str) -> str:
        """Return what a token stands for as a member of a class."""
        found = self.values.get(token.lower())
        if found is not None and name in found:
            return found[name]
        return number_classes(token)[name]


@dataclass(frozen=True)
class Line:
    """A paragraph's words in order: as printed, where each starts and ends, and their signs, one character each."""

    doc: Doc
    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    signs: str

    def word(self, index: int) -> str:
        """Return a word in lower case, or nothing beyond the ends."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    @cached_property
    def _tokens(self) -> dict[int, int]:
        return {start: index for index, start in enumerate(self.doc.to_array(["IDX"]).tolist())}

    def token(self, index: int) -> Token | None:
        """Return the parsed token that starts where a word starts, if there is one."""
        place = self._tokens.get(self.starts[index]) if 0 <= index < len(self.words) else None
        return None if place is None else self.doc[place]

    def tag(self, index: int) -> str:
        """Return the part of speech (Penn Treebank) of the word at an index, or nothing."""
        token = self.token(index)
        return "" if token is None else token.tag_


def line_of(doc: Doc, text: str, vocabulary: Vocabulary) -> Line:
    """Cut a paragraph, given with its text, into words with their signs."""
    words, starts, ends = [], [], []
    for match in TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Line(doc, text, words, starts, ends, "".join(map(vocabulary.sign, words)))
