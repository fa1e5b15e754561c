"""The reconciliation service speaks the specification, finds names in any spelling, and is sure only where safe."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NotRequired
from urllib.parse import quote, urlencode

import invented
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypedDict

from website.headers import OPENREFINE
from website.name_matching import Entity, Named, candidates
from website.reconciliation import MOST_QUERIES, PROPERTIES, TYPES
from website.serve import application

_STRICT = ConfigDict(extra="forbid", strict=True)


class Type(TypedDict):
    """A type, as the specification (version 0.2) writes it; so all the shapes below."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    id: str
    name: str


class Shown(TypedDict):
    """A candidate."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    id: str
    name: str
    description: str
    type: list[Type]
    score: float
    match: bool


class Result(TypedDict):
    """The answer to one query of a batch."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    result: list[Shown]


class Suggested(TypedDict):
    """One suggestion; `notable` of entities only."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    id: str
    name: str
    description: NotRequired[str]
    notable: NotRequired[list[Type]]


class Suggestions(TypedDict):
    """The answer of a suggest service."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    result: list[Suggested]


class Address(TypedDict):
    """Where a service is: two parts of an address."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    service_url: str
    service_path: str


class Template(TypedDict):
    """An address with `{{id}}` in it; of a preview its size too."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    url: str
    width: NotRequired[int]
    height: NotRequired[int]


class Extension(TypedDict):
    """What can be added to entities."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    propose_properties: Address
    property_settings: list[Any]


class Manifest(TypedDict):
    """What the service says of itself."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    versions: list[str]
    name: str
    identifierSpace: str
    schemaSpace: str
    defaultTypes: list[Type]
    documentation: str
    serviceVersion: str
    batchSize: int
    view: Template
    preview: Template
    suggest: dict[str, Address]
    extend: Extension


# A value of a property: text, a number, or an entity by id and name.
Value = dict[Literal["str", "int", "float", "id", "name"], str | int | float]


class Extended(TypedDict):
    """The answer to a request for properties."""

    __pydantic_config__ = _STRICT  # type: ignore[misc]
    meta: list[Type]
    rows: dict[str, dict[str, list[Value]]]


class Service:
    """The site over a database file, asked as OpenRefine asks."""

    def __init__(self, file: Path, runner: asyncio.Runner) -> None:
        self._datasette = application(file)
        self._runner = runner

    def ask(self, path: str, method: str = "GET", **more: Any) -> Any:
        """Return the response to a request."""
        return self._runner.run(self._datasette.client.request(method, path, **more))

    def candidates(self, query: str, **more: Any) -> list[Shown]:
        """Return the candidates for one name."""
        batch = json.dumps({"q0": {"query": query, **more}})
        answer = self.ask("/reconcile", "POST", data={"queries": batch})
        assert answer.status_code == 200, answer.text
        return TypeAdapter(dict[str, Result]).validate_json(answer.text)["q0"]["result"]

    def extended(self, keys: list[str], *properties: str) -> Extended:
        """Return properties of entities."""
        asked = {"ids": keys, "properties": [{"id": one} for one in properties]}
        answer = self.ask("/reconcile", "POST", data={"extend": json.dumps(asked)})
        return TypeAdapter(Extended).validate_json(answer.text)


@pytest.fixture(scope="module")
def service(built: Path) -> Iterator[Service]:
    """The service over the bundled articles."""
    with asyncio.Runner() as runner:
        yield Service(built, runner)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service over the invented port."""
    with asyncio.Runner() as runner:
        yield Service(invented.published(tmp_path_factory.mktemp("port")), runner)


def test_the_manifest_is_as_specified(port: Service) -> None:
    """Asked for nothing, the service says what it can do, and each address that it gives answers."""
    manifest = TypeAdapter(Manifest).validate_json(port.ask("/reconcile").text)
    assert manifest["versions"] == ["0.2"]
    assert [one["id"] for one in manifest["defaultTypes"]] == list(TYPES)
    addresses = [*manifest["suggest"].values(), manifest["extend"]["propose_properties"]]
    for address in addresses:
        path = (address["service_url"] + address["service_path"]).removeprefix("http://localhost")
        assert port.ask(f"{path}?prefix=p&type=persons").status_code == 200
    key = quote("persons/ewa-lis", safe="")
    for template, status in ((manifest["view"], 302), (manifest["preview"], 200)):
        path = template["url"].replace("{{id}}", key).removeprefix("http://localhost")
        assert port.ask(path).status_code == status
    page = port.ask(manifest["documentation"].removeprefix("http://localhost")).text
    assert 'id="openrefine"' in page


def test_an_id_is_the_path_of_a_page(port: Service) -> None:
    """The view of an entity leads to its page; the identifier space with the id is its address."""
    manifest, (lis, *_) = port.ask("/reconcile").json(), port.candidates("Ewa Lis")
    answer = port.ask(f"/reconcile/view?id={quote(lis['id'], safe='')}")
    assert manifest["identifierSpace"] + lis["id"] == f"http://localhost{answer.headers['location']}"
    assert port.ask(answer.headers["location"]).status_code == 200
    assert port.ask("/reconcile/view?id=persons/nobody").status_code == 404
    assert port.ask("/reconcile/preview?id=persons/nobody").status_code == 404


SURE = {
    "Grigory Sverdlin": "persons/grigory-sverdlin",
    "SVERDLIN, Grigory": "persons/grigory-sverdlin",
    "Grigorij Swerdlin": "persons/grigory-sverdlin",
    "Владимир Путин": "persons/vladimir-putin",
    "Associated Press": "organisations/associated-press",
    "türkiye": "places/turkiye",
    "persons/igor-sandzhiyev": "persons/igor-sandzhiyev",
}
LIKELY = {
    "Vladmir Puttin": "persons/vladimir-putin",
    "Sverdlin": "persons/grigory-sverdlin",
    "Igr Sandzhiev": "persons/igor-sandzhiyev",
    "Yuri": "persons/yuri-a-pseudonym",
    "Yevgeny": "persons/yevgeny-who-had-himself-shot",
    "Kazahkstan": "places/kazakhstan",
}


@pytest.mark.parametrize("asked", SURE)
def test_a_whole_name_in_any_spelling_is_a_match(service: Service, asked: str) -> None:
    """Case, order, accents, Cyrillic and other transliterations hide nobody; an id finds whose it is."""
    first, *others = service.candidates(asked)
    assert (first["id"], first["match"]) == (SURE[asked], True)
    assert first["score"] > 92
    assert not any(other["match"] for other in others)


@pytest.mark.parametrize("asked", LIKELY)
def test_parts_pseudonyms_and_misspellings_are_found_but_never_sure(service: Service, asked: str) -> None:
    """Who is named by a surname, a given name, a pseudonym or with wrong letters comes first, for people to judge."""
    found = service.candidates(asked)
    assert found[0]["id"] == LIKELY[asked]
    assert not any(one["match"] for one in found)


@pytest.mark.parametrize("asked", ["Angela Merkel", "", "?", "\0", "'; DROP TABLE persons", "x" * 5000, "🦊"])
def test_who_is_not_there_is_not_found(service: Service, asked: str) -> None:
    """A name of nobody gives no candidate that is sure; signs and floods of letters give none at all."""
    assert [one for one in service.candidates(asked) if one["score"] > 70] == []


def test_every_name_in_the_data_finds_whose_it_is(service: Service, built: Path) -> None:
    """Asked by any usual name, each entity of each type is among the first five."""
    found = service.ask("/reconcile/suggest/entity?prefix=").json()
    assert found == {"result": []}
    for table in TYPES:
        rows = service.ask(f"/relokanty/{table}.json?_shape=array&_size=max").json()
        for row in rows:
            keys = [one["id"] for one in service.candidates(row["name"], limit=5)]
            assert f"{table}/{row['id']}" in keys, row["name"]


def test_types_and_limits_narrow(service: Service) -> None:
    """Only the types asked for are given, one or several, and no more candidates than asked for."""
    assert {one["type"][0]["id"] for one in service.candidates("Kazakhstan", limit=20)} > {"places"}
    assert {one["type"][0]["id"] for one in service.candidates("Kazakhstan", type="places")} == {"places"}
    both = service.candidates("Kazakhstan", type=["organisations", "groups"], limit=20)
    assert {one["type"][0]["id"] for one in both} <= {"organisations", "groups"}
    assert len(service.candidates("Kazakhstan", limit=1)) == 1
    scores = [one["score"] for one in service.candidates("Kazakhstan", limit=20)]
    assert scores == sorted(scores, reverse=True)


def test_a_property_that_contradicts_takes_the_certainty(service: Service) -> None:
    """A place said to be in another country is no match; one in its own is."""
    sure = service.candidates("Oral", properties=[{"pid": "country", "v": "KZ"}])[0]
    doubtful = service.candidates("Oral", properties=[{"pid": "country", "v": "RU"}])[0]
    assert sure["match"]
    assert not doubtful["match"]
    assert doubtful["score"] < sure["score"]


def test_a_batch_is_answered_by_get_and_post_alike(port: Service) -> None:
    """Queries keep their keys, whichever way they come, even with a cookie of ours."""
    batch = json.dumps({"a": {"query": "Ewa Lis"}, "b": {"query": "Gdynia", "type": "places"}})
    posted = port.ask("/reconcile", "POST", data={"queries": batch}, cookies={"ds_csrftoken": "x"})
    got = port.ask(f"/reconcile?{urlencode({'queries': batch})}")
    assert posted.json() == got.json()
    answer = TypeAdapter(dict[str, Result]).validate_json(got.text)
    assert [answer[key]["result"][0]["id"] for key in "ab"] == ["persons/ewa-lis", "places/gdynia"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("queries", "{"),
        ("queries", "[]"),
        ("queries", "[" * 100_000),
        ("queries", '{"q": 1}'),
        ("queries", '{"q": {"query": 1}}'),
        ("queries", '{"q": {"query": "x", "limit": 0}}'),
        ("queries", '{"q": {"query": "x", "type": {}}}'),
        ("queries", '{"q": {"query": "x", "properties": "y"}}'),
        ("queries", json.dumps({str(n): {"query": "x"} for n in range(MOST_QUERIES + 1)})),
        ("queries", json.dumps({"q": {"query": "x" * 600_000}})),
        ("extend", "{}"),
        ("extend", '{"ids": ["persons/ewa-lis"], "properties": [{"id": "salary"}]}'),
        ("extend", json.dumps({"ids": ["persons/ewa-lis"] * 500, "properties": []})),
    ],
)
def test_what_does_not_fit_is_told(port: Service, field: str, text: str) -> None:
    """A broken or overlong request gets a sentence, not a failure."""
    answer = port.ask("/reconcile", "POST", data={field: text})
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_whole_batch_takes_little_time(service: Service) -> None:
    """Fifty long misspelt names are answered within seconds."""
    names = [f"Grigorrij Swertlin Wladimirowitsch {'Putyn ' * 20}{number}" for number in range(MOST_QUERIES)]
    batch = json.dumps({str(number): {"query": name} for number, name in enumerate(names)})
    start = time.monotonic()
    assert service.ask("/reconcile", "POST", data={"queries": batch}).status_code == 200
    assert time.monotonic() - start < 10


def test_suggestions_go_by_the_beginning(service: Service) -> None:
    """A word's beginning, an alias or an id suggests entities, of a type if one is given; types and properties too."""
    check = TypeAdapter(Suggestions).validate_json
    for prefix in ("put", "Vladimir P", "persons/vladimir-putin"):
        found = check(service.ask(f"/reconcile/suggest/entity?prefix={quote(prefix)}").text)["result"]
        assert "persons/vladimir-putin" in {one["id"] for one in found}
    everything = check(service.ask("/reconcile/suggest/entity?prefix=k").text)["result"]
    later = check(service.ask("/reconcile/suggest/entity?prefix=k&cursor=1").text)["result"]
    assert everything[1:] == later[: len(everything) - 1]
    assert {one["id"] for one in check(service.ask("/reconcile/suggest/type?prefix=P").text)["result"]} == {
        "persons",
        "places",
    }
    assert check(service.ask("/reconcile/suggest/property?prefix=lat").text)["result"] == [
        {"id": "latitude", "name": "Latitude"}
    ]


def test_properties_of_each_type_can_be_added(service: Service) -> None:
    """Columns come from the data: text, numbers, and entities by their ids; what is not known is an empty list."""
    found = service.extended(
        ["places/oral", "persons/vladimir-putin"],
        "country",
        "latitude",
        "within",
        "also-named",
        "name-status",
    )
    assert [one["id"] for one in found["meta"]] == [
        "country",
        "latitude",
        "within",
        "also-named",
        "name-status",
    ]
    oral, putin = found["rows"]["places/oral"], found["rows"]["persons/vladimir-putin"]
    assert oral["country"] == [{"str": "KZ"}]
    assert 51 < float(oral["latitude"][0]["float"]) < 52
    assert str(oral["within"][0]["id"]).startswith("places/")
    assert (oral["name-status"], putin["name-status"]) == ([], [{"str": "real"}])


@pytest.mark.parametrize("table", TYPES)
def test_each_property_that_is_proposed_is_had_by_somebody(service: Service, table: str) -> None:
    """For each type, what is proposed can be fetched; of all properties together, each has a value somewhere."""
    proposed = service.ask(f"/reconcile/properties?type={table}").json()
    assert proposed["type"] == table
    properties = [one["id"] for one in proposed["properties"]]
    assert "also-named" in properties
    rows = service.ask(f"/relokanty/{table}.json?_shape=array&_size=max").json()
    found = service.extended([f"{table}/{row['id']}" for row in rows], *properties)["rows"].values()
    assert set(properties) <= set(PROPERTIES)
    values = [[str(value) for value in given] for row in found for given in row.values()]
    assert all(len(given) == len(set(given)) for given in values)
    for one in set(properties) - {"also-named"}:
        assert any(row[one] for row in found), one


def test_only_openrefine_may_ask_from_its_pages(port: Service) -> None:
    """OpenRefine's pages, at its usual address, may read the service and frame previews; nobody else, nothing else."""
    ours, other = OPENREFINE[0], "https://evil.example"
    allowed = port.ask("/reconcile", headers={"origin": ours}).headers
    assert allowed["access-control-allow-origin"] == ours
    assert "access-control-allow-origin" not in port.ask("/reconcile", headers={"origin": other}).headers
    assert (
        "access-control-allow-origin"
        not in port.ask("/relokanty/persons.json", headers={"origin": ours}).headers
    )
    preview = port.ask("/reconcile/preview?id=persons/ewa-lis").headers
    assert ours in preview["content-security-policy"]
    assert "x-frame-options" not in preview
    page = port.ask("/reconcile-not").headers
    assert "frame-ancestors 'none'" in page["content-security-policy"]
    assert page["x-frame-options"] == "DENY"


def names(*given: str, certain: bool = True) -> list[Named]:
    """People, each with one whole name."""
    return [Named(Entity("persons", str(n), name, "", certain), name, "full") for n, name in enumerate(given)]


def test_namesakes_and_single_words_are_never_sure() -> None:
    """Namesakes, and names that sound alike, are both given, and neither is taken; nor is a person of one word."""
    for asked, known in (
        ("Ivan Petrov", names("Ivan Petrov", "Ivan Petrov")),
        ("Sergey Ivanov", names("Sergei Ivanov", "Sergey Ivanov", "Sergej Iwanow")),
    ):
        found = candidates(asked, known)
        assert len(found) > 1
        assert not any(one.match for one in found)
    assert candidates("Ivan Petrov", names("Ivan Petrov", "Jan Wrona"))[0].match
    assert not candidates("Yuri", names("Yuri"))[0].match
    assert not candidates("Ivan Petrov", names("Ivan Petrov", certain=False))[0].match


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8), st.text(max_size=30))
def test_any_names_can_be_compared(given_names: list[str], asked: str) -> None:
    """Whatever the names are, scores lie from 0 to 100 in falling order, and at most the first is sure."""
    found = candidates(asked, names(*given_names), most=20)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert not any(one.match for one in found[1:])
