"""Whom a name may mean: candidates among all names, each with a score from 0 to 100, and whether it is safe to take.

Names are compared without case, accents and order, by the sound that all spellings share (`website/spelling.py`), and
by likeness of that sound where letters are wrong. Only names that share groups of three sounds are compared at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from website.spelling import plain, sound, words

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
_MOST_COMPARED: Final = 100
# A group of sounds that more names have tells none of them from the others.
_COMMON: Final = 20_000


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
class _Name:
    entity: Entity
    text: str
    kind: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]


class Names:
    """All names, indexed by groups of three sounds; made once, since the data do not change while they are served."""

    def __init__(self, named: Iterable[tuple[Entity, str, str]]) -> None:
        self._names = [_name(entity, text, kind) for entity, text, kind in named]
        self._by_group: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for group in _groups(name.sounds):
                self._by_group[group].append(number)
        self.by_key = {name.entity.key: name.entity for name in self._names}

    def candidates(self, asked: str, tables: Sequence[str] = (), most: int = 5) -> list[Candidate]:
        """Return the entities that a name may mean, the likeliest first; of some tables only, where any are given."""
        best: dict[str, tuple[float, str]] = {}
        if asked in self.by_key:
            best[asked] = (_EQUAL, asked)
        sought = _name(Entity("", "", asked, "", False), asked, "asked")
        for name in self._alike(sought):
            key = name.entity.key
            if (score := _score(sought, name)) > best.get(key, (0.0, ""))[0]:
                best[key] = (score, name.text)
        kept = [
            (score, self.by_key[key], found_as)
            for key, (score, found_as) in best.items()
            if not tables or self.by_key[key].table in tables
        ]
        kept.sort(key=lambda one: (-one[0], one[1].name, one[1].key))
        rivals = [score for score, _, _ in kept[1:2]]
        return [
            Candidate(
                entity,
                found_as,
                round(score, 1),
                place == 0 and _is_safe(entity, asked, sought, score, rivals),
            )
            for place, (score, entity, found_as) in enumerate(kept[:most])
        ]

    def beginning(self, prefix: str, tables: Sequence[str] = ()) -> list[Entity]:
        """Return the entities of which a name, or a word of one, begins so, by name; the one of that id too."""
        start = plain(prefix.strip())
        found = {
            name.entity.key: name.entity
            for name in self._names
            if start
            and (not tables or name.entity.table in tables)
            and (plain(name.text).startswith(start) or any(word.startswith(start) for word in name.words))
        }
        if prefix in self.by_key:
            found[prefix] = self.by_key[prefix]
        return sorted(found.values(), key=lambda entity: (entity.name, entity.key))

    def _alike(self, sought: _Name) -> list[_Name]:
        """Return the names that share most groups of sounds with a name; groups that many share are passed over."""
        shared: Counter[int] = Counter()
        for group in _groups(sought.sounds):
            numbers = self._by_group.get(group, ())
            if len(numbers) <= _COMMON:
                shared.update(numbers)
        return [self._names[number] for number, _ in shared.most_common(_MOST_COMPARED)]


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


def _name(entity: Entity, text: str, kind: str) -> _Name:
    parts = words(text)
    return _Name(
        entity, text, kind, tuple(plain(word) for word in parts), tuple(sound(word) or word for word in parts)
    )


def _groups(sounds: Iterable[str]) -> set[str]:
    """Return the groups of three signs of some words; the ends of a word count as signs.

    >>> sorted(_groups(["ab"]))
    [' ab', 'ab ']
    """
    padded = [f" {word} " for word in sounds]
    return {word[start : start + 3] for word in padded for start in range(len(word) - 2)}
