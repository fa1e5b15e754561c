"""Promises of attributes.py and drafting_attributes.py: what a text prints of the people it names is told of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from drafts import draft_of
from extracting import parsed

from loaders import yaml_source
from loaders.annotation import Quote
from loaders.conduct import Conductor
from loaders.extract.attributes import attribute_words, find_attributes
from loaders.extract.findings import Attribute
from loaders.extract.names import find_names
from loaders.extract.places import resolve_places
from schema.vocabularies import ATTRIBUTE_KINDS, TENURES

CASES, _ = yaml_source.read(Path(__file__).parent / "cases" / "attributes.yaml")


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the bundled seeds."""
    return Conductor()


def found_in(text: str) -> tuple[Attribute, ...]:
    """What a text says of the people named in it."""
    whole = parsed(text)
    return find_attributes(whole, resolve_places(whole, find_names(whole)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"][:60]))
def test_what_a_sentence_says_of_people(case: dict[str, Any]) -> None:
    """Office, occupation, origin, nationality and residence are told, by title, apposition, copula and clause."""
    found = found_in(case["text"])
    assert [f"{one.kind}: {one.value}" for one in found] == case["said"]
    for one in found:
        assert case["text"][one.span.start : one.span.end] == one.text
        assert one.value in one.text
        assert one.kind in ATTRIBUTE_KINDS
        assert one.tenure in TENURES


def test_words_of_attributes_are_kinds_of_the_schema() -> None:
    """Each noun has a kind that the schema knows, and stands in lower case."""
    words = attribute_words()
    assert {*words.kind_of.values(), *words.places.values()} <= ATTRIBUTE_KINDS.keys()
    assert all(noun == noun.lower() for noun in words.kind_of)


def test_attributes_are_drafted_with_what_they_name(conductor: Conductor) -> None:
    """A draft says what is printed of each person, with place, body, tenure, figure of the age and statement."""
    text = "Piotr Belov, 34, a programmer from Kazan, left."
    quoted = "“Ewa Lis, a nurse, is safe,” said Piotr Belov."
    third = "Anna Wrona, a former manager of Uralbank Group, left."
    annotation = draft_of(conductor, text, quoted, third)
    belov, lis = (f"{name}--{annotation.article}" for name in ("piotr-belov", "ewa-lis"))
    said = {attribute.kind: attribute for attribute in annotation.attributes if attribute.person == belov}
    assert said["age"].value == "34 years"
    assert said["age"].evidence["person_id"].at == Quote(p=1, quote="Piotr Belov")
    assert [figure.key for figure in annotation.figures] == [said["age"].figure]
    assert (said["origin"].quote, said["origin"].place) == (text[:40], f"kazan--{annotation.article}")
    (nurse,) = (attribute for attribute in annotation.attributes if attribute.person == lis)
    assert nurse.value == "nurse"
    assert nurse.statement == annotation.statements[0].key
    former = [(one.value, one.party) for one in annotation.attributes if one.tenure == "former"]
    assert former == [("former manager of Uralbank Group", f"uralbank-group--{annotation.article}")]


def test_a_label_above_the_article_tells_its_genre(conductor: Conductor) -> None:
    """A label before the headline is the genre, by the words printed; without one, none is told."""
    about = draft_of(conductor, "Opinion", "Ivan Orlov fled.").about
    assert about.genre == "opinion"
    assert about.evidence["genre"].at == Quote(p=1)
    assert draft_of(conductor, "Ivan Orlov fled.").about.genre is None
