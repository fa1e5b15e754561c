"""people: which nouns are words for people; read from `lexicon/people.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from loaders import yaml_source
from loaders.extract.units import LEXICON
from loaders.shapes import Shape, parse_shape


class PeopleShape(Shape):
    """The whole file."""

    heads: list[str]
    endings: list[str]
    no_people: list[str]
    peoples: list[str]
    amounts: list[str]
    amounting: list[str]
    links: list[str]
    far_links: list[str]
    again: list[str]
    bearing: list[str]
    imposing: list[str]


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words for people, ready for look-up: nouns in the singular, in lower case."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    no_people: frozenset[str]
    amounts: frozenset[str]
    amounting: frozenset[str]
    links: frozenset[str]
    far_links: frozenset[str]
    again: frozenset[str]
    bearing: frozenset[str]
    imposing: frozenset[str]

    def holds(self, noun: str) -> bool:
        """Tell whether a noun, in the singular, is a word for people."""
        word = noun.lower()
        return word in self.nouns or (word.endswith(self.endings) and word not in self.no_people)


@lru_cache(maxsize=1)
def people_words() -> PeopleWords:
    """Return the bundled words for people, read once; InputError where the file does not fit its shape."""
    file = LEXICON / "people.yaml"
    value, lines = yaml_source.read(file)
    lists = parse_shape(PeopleShape, value, file, lines)
    return PeopleWords(
        nouns=frozenset([*lists.heads, *lists.peoples]),
        endings=tuple(lists.endings),
        no_people=frozenset(lists.no_people),
        amounts=frozenset(lists.amounts),
        amounting=frozenset(lists.amounting),
        links=frozenset(lists.links),
        far_links=frozenset(lists.far_links),
        again=frozenset(lists.again),
        bearing=frozenset(lists.bearing),
        imposing=frozenset(lists.imposing),
    )
