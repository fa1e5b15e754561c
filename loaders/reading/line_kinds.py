"""What a line is by its words alone: a button, a credit, an offer, a headline, running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from loaders import yaml_source
from loaders.reading.printed_dates import day_within

KNOWLEDGE: Final = Path(__file__).parent / "knowledge"
_LONGEST: Final = 400
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]*†‡]*$")
_HEADLINE_WORDS: Final = 30
_RUNNING_WORDS: Final = 6
_LONG_WORDS: Final = 25
_BYLINE_START: Final = re.compile(
    r"(?:by|text|words|story|written by|author|text by|words by|story by)[: ]\s*", re.I
)
_NAME: Final = r"(?:[A-ZÀ-ÞŁŚŻČŠŽ](?:\w{0,2}\.|[\w’'/-]*)|de|van|von|der|den|la|le|al|bin|el|di|da|dos)"
_NAMES: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,5}}(?:(?:,| and| &) {_NAME}(?: {_NAME}){{0,5}}){{0,5}}")
_BY_AUTHOR: Final = re.compile(r"\bby [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}$")
_PICTURES_BY: Final = re.compile(
    r"[.;|]? ?(?:pictures?|photos?|photographs?|images?|illustrations?)(?: by)?:? .+", re.I
)
# Words of a line that gives no more than a date, a time and an author.
_DATED: Final = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|date|written|created|on|at|by|by:|[|•·,:—–-]|"
    r"\d{1,2}[:.]\d{2}|[ap]\.?m\.?|[A-Z]{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s)+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class LineKind:
    """The role that a line's words give it, and the rule that says so."""

    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: LineKind
    expression: re.Pattern[str]


def kind_of(line: str) -> LineKind | None:
    """Return what a line is by its words alone, None for a headline or running text."""
    if len(line) > _LONGEST:
        return None
    for pattern in _patterns():
        if pattern.expression.fullmatch(line):
            return pattern.kind
    if is_dated(line):
        return LineKind("furniture", "date-line")
    return LineKind("byline", "byline") if is_byline(line) else None


def is_running(line: str) -> bool:
    """Tell whether a line is running text: a sentence that is ended, or a long line."""
    words = line.split()
    ends = _SENTENCE_END.search(line) is not None
    return (ends and len(words) >= _RUNNING_WORDS) or len(words) >= _LONG_WORDS


def is_ended(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return _SENTENCE_END.search(line) is not None


def is_headline(line: str) -> bool:
    """Tell whether a line could be a headline: not too long, and not ended by a full stop."""
    return len(line.split()) <= _HEADLINE_WORDS and not re.search(r"[.,;:…][\"'”’»)\]]*$", line)


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote: `By` and names, or names and a job."""
    start = _BYLINE_START.match(line)
    rest = line[start.end() if start else 0 :]
    if len(line) > 120 or len(rest) < 3:
        return False
    names = _NAMES.match(rest)
    if names is None:
        return False
    after = rest[names.end() :].strip(" ,|–—-·/")
    if start:
        return (
            _PICTURES_BY.fullmatch(rest[names.end() :]) is not None
            or _is_job_or_nothing(after)
            or bool(day_within(after))
            or after.startswith("'s ")
        )
    return len(names.group().split()) >= 2 and "," in rest and _is_job_or_nothing(rest.split(",", 1)[1])


def is_name(line: str) -> bool:
    """Tell whether a line is nothing but the name of a person, by its form: two to four capitalised words."""
    return _NAMES.fullmatch(line) is not None and 2 <= len(line.split()) <= 4 and "," not in line


def is_job(line: str) -> bool:
    """Tell whether a line is nothing but a job of a newsroom."""
    return bool(line.strip()) and _is_job_or_nothing(line)


def is_publication(line: str) -> bool:
    """Tell whether a line is the name of a publication, by its form and last word."""
    words = line.split()
    known = words_of("people", "publications")
    return (
        0 < len(words) <= 5
        and all(word[0].isupper() or word.lower() in words_of("people", "small") for word in words)
        and (words[-1].lower() in known or re.fullmatch(r"[\w-]+\.[a-z]{2,4}", line) is not None)
    )


def is_dated(line: str) -> bool:
    """Tell whether a line gives a date and nothing but what stands around one."""
    if len(line) > 120 or _BYLINE_START.match(line):
        return False
    rest, dates = line, 0
    while found := day_within(rest):
        rest = f"{rest[: found[1]]} {rest[found[2] :]}"
        dates += 1
    rest = _BY_AUTHOR.sub("", rest)
    return dates > 0 and (not rest.strip() or _DATED.fullmatch(rest) is not None)


@lru_cache(maxsize=8)
def words_of(file: str, key: str) -> frozenset[str]:
    """Return one list of words of a file of knowledge."""
    lists, _ = yaml_source.read(KNOWLEDGE / f"{file}.yaml")
    return frozenset(lists[key].split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    rows, _ = yaml_source.read(KNOWLEDGE / "lines.yaml")
    return tuple(
        _Pattern(LineKind(row["role"], row["rule"]), re.compile(row["pattern"], re.IGNORECASE))
        for row in rows
    )


def _is_job_or_nothing(text: str) -> bool:
    words = [word.strip(",.()").lower() for word in re.split(r"[\s/&-]+", text)]
    known = words_of("people", "jobs") | words_of("people", "small")
    return all(not word or word in known or word == "press" for word in words)
