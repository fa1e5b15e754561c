"""Whom a name may mean: candidates among all names, each with a score from 0 to 100, and whether it is safe to take.

Names are compared without case, accents and order, by the sound that all spellings share (`website/spelling.py`), and
by likeness of that sound where letters are wrong. Which names are compared at all, `website/name_search.py` finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from website.spelling import plain, sounds_of, words

# What a name equal to the one asked for is worth, by the kind of name; these are parts or descriptions of whoever
# bears them, and others may bear them too.
_EQUAL: Final = 100.0
_PARTIAL: Final = {
    "surname": 75.0,
    "given_name": 60.0,
    "abbreviation": 85.0,
    "description": 85.0,
    "demonym": 60.0,
}
_OTHER_ORDER: Final = 98.0
_SAME_SOUND: Final = 94.0
_PART_OF_NAME: Final = 70.0
# Of likeness by letters, from 0 to 1: what is less is not the same name, and even the best is no more than likely.
_LEAST_LIKENESS: Final = 0.72
_MOST_BY_LIKENESS: Final = 90.0
_SAFE: Final = 92.0
# A second candidate as near as this makes the first unsafe.
_MARGIN: Final = 8.0


@dataclass(frozen=True, slots=True)
class Entity:
    """Whoever or whatever bears names: its table and id, usual name, description; `certain` unless the name is not
    its own or not whole.
    """

    table: str
    id: str
    name: str
    description: str
    certain: bool

    @property
    def key(self) -> str:
        """The identifier among all entities, which is also the path of its page within the database's."""
        return f"{self.table}/{self.id}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant: by which of its names, with what score, and whether it is surely meant."""

    entity: Entity
    found_as: str
    score: float
    match: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with one of its names, and what kind of name that is."""

    entity: Entity
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]


def candidates(
    asked: str, names: Iterable[Named], tables: Sequence[str] = (), most: int = 5
) -> list[Candidate]:
    """Return the bearers of some names whom a name may mean, the likeliest first; of some tables only, if any."""
    best: dict[str, tuple[float, Named]] = {}
    sought = _name(asked, "asked")
    for named in names:
        score = _EQUAL if asked == named.entity.key else _score(sought, _name(named.text, named.kind))
        if score > best.get(named.entity.key, (0.0, named))[0]:
            best[named.entity.key] = (score, named)
    kept = [(score, named) for score, named in best.values() if not tables or named.entity.table in tables]
    kept.sort(key=lambda one: (-one[0], one[1].entity.name, one[1].entity.key))
    rivals = [score for score, _ in kept[1:2]]
    return [
        Candidate(
            named.entity,
            asked if asked == named.entity.key else named.text,
            round(score, 1),
            place == 0 and _is_safe(named.entity, asked, sought, score, rivals),
        )
        for place, (score, named) in enumerate(kept[:most])
    ]


def _score(asked: _Name, name: _Name) -> float:
    """Return from 0 to 100 how well a name answers the one asked for."""
    most = _PARTIAL.get(name.kind, _EQUAL)
    if asked.words == name.words:
        return most
    if sorted(asked.words) == sorted(name.words):
        return min(most, _OTHER_ORDER)
    if sorted(asked.sounds) == sorted(name.sounds):
        return min(most, _SAME_SOUND)
    likeness = SequenceMatcher(
        None, " ".join(sorted(asked.sounds)), " ".join(sorted(name.sounds)), autojunk=False
    ).ratio()
    by_likeness = likeness * _MOST_BY_LIKENESS if likeness >= _LEAST_LIKENESS else 0.0
    is_part = bool(asked.sounds) and not Counter(asked.sounds) - Counter(name.sounds)
    return min(most, max(by_likeness, _PART_OF_NAME if is_part else 0.0))


def _is_safe(entity: Entity, asked: str, sought: _Name, score: float, rivals: Sequence[float]) -> bool:
    """Tell whether whoever is found is surely meant: a whole name of their own, and nobody else nearly as near.

    Of people one word is never enough: it may be a given name, or a surname that others bear.
    """
    if asked == entity.key:
        return True
    is_whole = entity.table != "persons" or len(sought.words) > 1
    return (
        entity.certain and is_whole and score >= _SAFE and all(score - rival >= _MARGIN for rival in rivals)
    )


def _name(text: str, kind: str) -> _Name:
    return _Name(kind, tuple(plain(word) for word in words(text)), sounds_of(text))
