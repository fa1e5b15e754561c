"""Patterns over classes of words, compiled to regular expressions over their signs; the longest that fits wins.

The patterns stand in `lexicon/dates.yaml`, which says how they are written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from loaders.extract.date_words import Line, Vocabulary

_ELEMENT: Final = re.compile(r"(?P<mark>[()|?])|(?P<part><[a-z-]+>)|(?:(?P<slot>[a-z]+)=)?(?P<name>[\w./]+)")


@dataclass(frozen=True)
class Source:
    """A pattern as written: the function that reads it, its text, and what each of its matches says."""

    read: str
    text: str
    constants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern; `slots` gives slot and class of each group of its regular expression."""

    read: str
    regex: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    constants: Mapping[str, str]


@dataclass(frozen=True)
class Match:
    """Words from `first` up to, not including, `end`, the function that reads them, and what stands in each slot.

    What was joined to it: `extent`, the words that it covers with its neighbours; `within`, which names its year
    (August of last year); `clock`, the time of that day (Friday morning); `part`, the third of it that is meant.
    """

    first: int
    end: int
    read: str
    slots: Mapping[str, str]
    extent: tuple[int, int] = (0, 0)
    within: Match | None = None
    clock: Match | None = None
    part: int | None = None


def expanded(text: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its <parts> written out, parts within parts too; KeyError for a part that is not there."""
    while "<" in text:
        text = re.sub(r"<([a-z-]+)>", lambda part: parts[part[1]], text)
    return text


def literals(text: str) -> set[str]:
    """Return the single words that an expanded pattern names as themselves."""
    names = {match["name"] for match in _ELEMENT.finditer(text) if match["name"]}
    return {name for name in names if name.lower() == name}


def compiled(source: Source, vocabulary: Vocabulary) -> Pattern:
    """Compile an expanded pattern."""
    slots: list[tuple[str, str]] = []
    regex = "".join(_piece(match, slots, vocabulary) for match in _ELEMENT.finditer(source.text))
    return Pattern(source.read, re.compile(regex), tuple(slots), source.constants)


def _piece(match: re.Match[str], slots: list[tuple[str, str]], vocabulary: Vocabulary) -> str:
    """Translate one element; a slot becomes a group, and is noted."""
    if match["mark"]:
        return "(?:" if match["mark"] == "(" else match["mark"]
    signs = f"[{vocabulary.having(match['name'])}]"
    if not match["slot"]:
        return signs
    slots.append((match["slot"], match["name"]))
    return f"({signs})"


def openers(text: str) -> set[str]:
    """Return the classes and words with which what fits an expanded pattern may start."""
    marks = [match["mark"] or match["name"] for match in _ELEMENT.finditer(text)]
    return _choice([*marks, ")"], 0)[0]


def _choice(marks: list[str], at: int) -> tuple[set[str], bool, int]:
    """Read alternatives up to their bracket: what may open them, whether they may be empty, and where they end."""
    names: set[str] = set()
    may_be_empty = False
    while True:
        first, is_empty, at = _sequence(marks, at)
        names |= first
        may_be_empty |= is_empty
        if marks[at] == ")":
            return names, may_be_empty, at
        at += 1


def _sequence(marks: list[str], at: int) -> tuple[set[str], bool, int]:
    """Read elements up to a bar or a bracket; the same three."""
    names: set[str] = set()
    is_empty = True
    while marks[at] not in {"|", ")"}:
        element, may_be_empty, at = _choice(marks, at + 1) if marks[at] == "(" else ({marks[at]}, False, at)
        at += 1
        if marks[at] == "?":
            may_be_empty, at = True, at + 1
        if is_empty:
            names |= element
        is_empty &= may_be_empty
    return names, is_empty, at


class Grammar:
    """The vocabulary and the patterns, each under the signs that may start it."""

    def __init__(self, vocabulary: Vocabulary, sources: Iterable[Source]) -> None:
        """Compile patterns whose parts are written out."""
        self.vocabulary = vocabulary
        starting: dict[str, list[Pattern]] = defaultdict(list)
        for source in sources:
            pattern = compiled(source, vocabulary)
            for sign in {sign for name in openers(source.text) for sign in vocabulary.having(name)}:
                starting[sign].append(pattern)
        self._starting = {sign: tuple(found) for sign, found in starting.items()}
        self._starts = re.compile(f"[{''.join(starting)}]")

    def matches(self, line: Line, is_time: Callable[[Line, Match], bool]) -> Iterator[Match]:
        """Yield what fits a line, from the left; of what starts at one place the longest that `is_time` takes."""
        end = 0
        for start in self._starts.finditer(line.signs):
            if start.start() >= end:
                match = next((match for match in self._at(line, start.start()) if is_time(line, match)), None)
                if match is not None:
                    end = match.end
                    yield match

    def _at(self, line: Line, first: int) -> Iterator[Match]:
        """Yield what fits at one place, the longest first, and of equal ones the pattern written first."""
        fitting = [
            (found, pattern)
            for pattern in self._starting[line.signs[first]]
            if (found := pattern.regex.match(line.signs, first))
        ]
        fitting.sort(key=_minus_length)
        for found, pattern in fitting:
            slots = dict(pattern.constants)
            for group, (slot, name) in enumerate(pattern.slots, start=1):
                if found.start(group) >= 0:
                    slots.setdefault(slot, self.vocabulary.value(line.words[found.start(group)], name))
            yield Match(first, found.end(), pattern.read, slots, (first, found.end()))


def _minus_length(fitting: tuple[re.Match[str], Pattern]) -> int:
    return -fitting[0].end()
