"""place_context: the words around a place's name that say in which country or division it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.gazetteer import LEXICON, Entry, Gazetteer

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:(?: (?:of|the|and|de|del|la|do|da|al))? [A-ZÀ-Þ][\w'’-]*){0,4}"
_AFTER_COMMA = re.compile(rf",? \(?({_NAME})")
_AFTER_IN = re.compile(rf" (?:in|of|on) (?:the )?(?:[a-z-]+(?:ern)? )?(?:the )?({_NAME})")
_BEFORE_POSSESSIVE = re.compile(rf"({_NAME})['’]s? (?:[a-z-]+ ){{0,4}}$")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """The lists of `places.yaml`, each described there."""

    abbreviations: Mapping[str, str]
    sorts: frozenset[str]
    openers: tuple[str, ...]
    closers: Mapping[str, str]
    unmapped: frozenset[str]
    spots: frozenset[str]
    government_verbs: frozenset[str]


@lru_cache(maxsize=1)
def place_lexicon() -> PlaceLexicon:
    """Return the lists; raises InputError where one is missing or of the wrong form."""
    file = LEXICON / "places.yaml"
    source, _ = yaml_source.read(file)
    try:
        return PlaceLexicon(
            abbreviations=dict(source["abbreviations"]),
            sorts=frozenset(source["sorts"]),
            openers=tuple(sorted(source["openers"], key=len, reverse=True)),
            closers=dict(source["closers"]),
            unmapped=frozenset(source["unmapped"]),
            spots=frozenset(source["spots"]),
            government_verbs=frozenset(source["government_verbs"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"a list is missing or of the wrong form ({error})", file) from error


def containers(
    text: str, start: int, end: int, places: Gazetteer, lexicon: PlaceLexicon
) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield what the text says encloses the name from start to end, as printed, with the places it may mean.

    It stands after a comma ("Paris, Texas"), in brackets, after "in" or "of", or before as a possessive or a demonym
    ("Russia's Dagestan", "the Syrian city of Homs").
    """
    rest = text[end : end + _WIDEST]
    at = 0
    while (match := _AFTER_COMMA.match(rest, at)) and (match.group().startswith(",") or "(" in match.group()):
        found = _read(match.group(1), places, lexicon)
        if found is None:
            break
        yield found
        at = match.start(1) + len(found[0])
        if not rest.startswith(",", at):
            break
    if not at and (match := _AFTER_IN.match(rest)):
        found = _read(match.group(1), places, lexicon)
        if found is not None:
            yield found
    yield from _before(text[max(0, start - _WIDEST) : start], places, lexicon)


def _before(text: str, places: Gazetteer, lexicon: PlaceLexicon) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    match = _BEFORE_POSSESSIVE.search(text)
    if match:
        found = _read(match.group(1), places, lexicon)
        if found is not None:
            yield found
    words = text.split()
    if words and words[-1] == "of":
        words = words[:-1]
    reached = len(words)
    while reached and words[reached - 1].lower() in lexicon.sorts:
        reached -= 1
    if reached < len(words) or (words and words[-1][:1].isupper() and not text.endswith("of ")):
        for length in (2, 1):
            name = " ".join(words[max(0, reached - length) : reached])
            entries = tuple(entry for entry in places.find(name) if entry.form == "demonym") if name else ()
            if entries:
                yield name, entries
                return


def _read(name: str, places: Gazetteer, lexicon: PlaceLexicon) -> tuple[str, tuple[Entry, ...]] | None:
    """Read the longest beginning of a run of capitalised words that is a country, a division or a town."""
    for dotted in (name + ".", name):
        full = lexicon.abbreviations.get(dotted.strip())
        if full:
            entries = tuple(entry for entry in places.find(full) if entry.kind == "first_level")
            return (name, entries) if entries else None
    words = name.split(" ")
    first = words[0] + ("." if words[0] + "." in lexicon.abbreviations and not words[0].endswith(".") else "")
    for length in range(len(words), 0, -1):
        part = " ".join(words[:length]).rstrip(".'’")
        entries = tuple(entry for entry in places.find(part) if entry.form != "demonym")
        if entries:
            return part, entries
    full = lexicon.abbreviations.get(first)
    if full:
        entries = tuple(entry for entry in places.find(full) if entry.kind == "first_level")
        return (words[0], entries) if entries else None
    return None
