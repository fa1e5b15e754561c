"""What `lexicon/dates.yaml` knows of English, read once: words by class, holidays, fixed phrases, patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.date_grammar import Grammar, Source, expanded, literals
from loaders.extract.date_words import TOKEN, Vocabulary
from loaders.shapes import Shape

LEXICON_FILE: Final = Path(__file__).with_name("lexicon") / "dates.yaml"


class Holiday(Shape):
    """A day with a name: a day of a month, so many days from Easter, or `offset` days after the n-th weekday."""

    names: list[str]
    month: int | None = None
    day: int | None = None
    easter: int | None = None
    weekday: int | None = None
    rank: int | None = None
    offset: int = 0
    year: int | None = None


class Landmark(Shape):
    """An event that dates a text which prints no year, the words that tell of it, and the rule that says so."""

    words: frozenset[str]
    date: date
    rule: str


class Reckoned(Shape):
    """An event that others are dated by, with the words that name it, and words that the text must hold too."""

    date: date
    beside: frozenset[str]
    nouns: list[str]


class TenseWords(Shape):
    """Verbs and prepositions by what they say of the time of what goes with them."""

    will: frozenset[str]
    ahead: frozenset[str]
    told: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]


class DoubtWords(Shape):
    """What tells a date from words and numbers that look like one."""

    before_year: frozenset[str]
    before_season: frozenset[str]
    before_counted_year: frozenset[str]
    counters: frozenset[str]
    other_words: frozenset[str]
    owners: frozenset[str]
    before_clock: frozenset[str]


class DateLists(Shape):
    """The shape of `lexicon/dates.yaml`."""

    words: dict[str, dict[str, str]]
    references: dict[str, list[str]]
    holidays: list[Holiday]
    parts: dict[str, str]
    patterns: dict[str, list[str]]
    landmarks: list[Landmark]
    reckoned: list[Reckoned]
    reckoned_between: list[str]
    reckoned_after: list[str]
    capitalised: list[str]
    tense: TenseWords
    doubts: DoubtWords


@dataclass(frozen=True)
class DateLexicon:
    """The compiled grammar, the holidays by name, words by class, and month and weekday names cut short."""

    grammar: Grammar
    holidays: dict[str, Holiday]
    words: dict[str, dict[str, str]]
    short: frozenset[str]
    tense: TenseWords
    doubts: DoubtWords
    landmarks: tuple[Landmark, ...]
    reckoned: tuple[tuple[Reckoned, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def date_lexicon(file: Path = LEXICON_FILE) -> DateLexicon:
    """Read and compile the lexicon; InputError where a list is missing or of another form."""
    source, _ = yaml_source.read(file)
    try:
        lists = DateLists.model_validate(source)
        return DateLexicon(
            _grammar(lists),
            {name: holiday for holiday in lists.holidays for name in holiday.names},
            lists.words,
            _short(lists.words["MONTH"]) | _short(lists.words["WEEKDAY"]),
            lists.tense,
            lists.doubts,
            tuple(lists.landmarks),
            tuple((event, _reckoning(event, lists)) for event in lists.reckoned),
        )
    except (ValidationError, KeyError) as error:
        raise InputError(f"a list is missing or of another form ({error})", file) from error


def _reckoning(event: Reckoned, lists: DateLists) -> re.Pattern[str]:
    """Return the pattern of a phrase that counts from an event: "since Russia launched its full-scale invasion"."""
    between, nouns, after = (
        "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        for phrases in (lists.reckoned_between, event.nouns, lists.reckoned_after)
    )
    quote = "[\"'“”]?"
    goes_on = "(?! (?:in|of|on|against|with|between|ends?|is|will|has ended|crimes?|zone)\\b)(?!-)"
    return re.compile(
        rf"\b(?:since|after|following|once) (?:{quote}(?:{between}){quote} )*{quote}(?:{nouns})\b(?!'s){quote}"
        rf"(?: (?:{after})\b)*{goes_on}",
        re.IGNORECASE,
    )


def _grammar(lists: DateLists) -> Grammar:
    relative = "(this=THIS|last=LAST|next=NEXT)?"
    sources = [
        *(
            Source(read, expanded(pattern, lists.parts))
            for read, patterns in lists.patterns.items()
            for pattern in patterns
        ),
        *(
            Source("reference", _words(phrase), {"reference": value})
            for value, phrases in lists.references.items()
            for phrase in phrases
        ),
        *(
            Source("holiday", f"{relative} {_words(name)} (COMMA? year=YEAR)?", {"holiday": name})
            for holiday in lists.holidays
            for name in holiday.names
        ),
    ]
    named = {word for source in sources for word in literals(source.text)}
    return Grammar(Vocabulary.of(lists.words, named, frozenset(lists.capitalised)), sources)


def _words(phrase: str) -> str:
    """Return a fixed phrase as a pattern."""
    marks = {"'s": "APOSTROPHES", "'": "APOSTROPHE", ".": "DOT"}
    return " ".join(marks.get(match.group(), match.group()) for match in TOKEN.finditer(phrase))


def _short(names: dict[str, str]) -> frozenset[str]:
    """Return the names that another of the same value starts with: jan, sept."""
    return frozenset(
        name for name, value in names.items()
        if any(other != name and other.startswith(name) and names[other] == value for other in names)
    )  # fmt: skip
