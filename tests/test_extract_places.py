"""Promises of extract/places.py: a place's name means what its text says; population comes last."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from extracting import parsed
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.findings import Name
from loaders.extract.name_status import with_status
from loaders.extract.names import find_names
from loaders.extract.parsing import ParsedText
from loaders.extract.places import resolve_given, resolve_places
from loaders.paths import PROJECT
from loaders.records import Span
from schema.vocabularies import PLACE_KINDS

CASES = yaml.safe_load((PROJECT / "tests/cases/extract_places.yaml").read_text(encoding="utf-8"))
# One degree of latitude is 111 km: this is less than 161 km everywhere that the cases lie.
DEGREES = 1.3


def resolved(text: str, name: str) -> Name:
    """The first name printed so, found and resolved."""
    whole = parsed(text)
    return next(found for found in resolve_places(whole, find_names(whole)) if found.text == name)


@pytest.mark.parametrize("case", CASES["resolved"], ids=lambda case: f"{case['name']} | {case['text'][:40]}")
def test_a_name_means_what_its_text_says(case: dict[str, Any]) -> None:
    """The country and the point are those that the words around the name ask for, and a reason says why."""
    point = resolved(case["text"], case["name"]).point
    assert point is not None
    assert point.country == case["country"]
    assert point.latitude == pytest.approx(case["near"][0], abs=DEGREES)
    assert point.longitude == pytest.approx(case["near"][1], abs=DEGREES)
    assert point.reason
    assert 0 < point.score <= 1


@pytest.mark.parametrize("case", CASES["pointless"], ids=lambda case: case["name"])
def test_what_has_no_one_point_gets_none(case: dict[str, Any]) -> None:
    """Parts of the world, states that are no more, seas and rivers are known, and have no coordinates."""
    point = resolved(case["text"], case["name"]).point
    assert point is not None
    assert (point.kind, point.latitude, point.longitude) == (case["kind"], None, None)


@pytest.mark.parametrize("case", CASES["readings"], ids=lambda case: case["text"])
def test_a_place_that_acts_is_its_government(case: dict[str, Any]) -> None:
    """Capitals, seats of power and countries that say or decide are read as governments, others literally."""
    assert resolved(case["text"], case["name"]).reading == case["reading"]


def test_one_sense_in_a_text() -> None:
    """What one mention is told to mean, the others of that name mean too."""
    text = parsed("A fire broke out in Springfield, Illinois.\nSpringfield had no water.")
    names = [name for name in resolve_places(text, find_names(text)) if name.text == "Springfield"]
    assert [name.point.country if name.point else None for name in names] == ["US", "US"]
    assert len({name.point.latitude for name in names if name.point}) == 1


def test_names_of_one_place_share_an_entity() -> None:
    """Two names of one place in a text are one entity: the longer name."""
    text = parsed("The United States voted. Critics in the U.S. complained.")
    names = [name for name in resolve_places(text, find_names(text)) if name.kind == "place"]
    assert [name.entity for name in names] == ["United States", "United States"]


def test_a_pseudonym_is_never_a_place() -> None:
    """A stand-in that is also a town's name stays a person without a point."""
    name = Name(Span(1, 0, 7), "Vologda", "person", "Vologda", None, "name", "literal", None, 1.0, "")
    text = parsed("Vologda, not her real name, left.")
    (person,) = resolve_places(text, with_status(text, [name]))
    assert (person.name_status, person.point) == ("pseudonym", None)


def test_an_unknown_place_says_why_not() -> None:
    """A place that the gazetteer does not know has no point, and the reason says so."""
    (name,) = resolve_given(parsed("He was born in Qwrtzhausen."), [Span(1, 15, 26)])
    assert name.point is None
    assert "not resolved" in name.reason


def test_given_spans_keep_their_order() -> None:
    """Spans given are resolved one by one, in the order given, whatever they cover."""
    text = parsed("From Lima to Oslo.")
    spans = [Span(1, 13, 17), Span(1, 5, 9)]
    names = resolve_given(text, spans)
    assert [name.span for name in names] == spans
    assert [name.point.country if name.point else None for name in names] == ["NO", "PE"]


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[ParsedText, list[Span]]:
    """A text and spans of it."""
    words = st.sampled_from(
        ["Georgia", "Paris", "Texas", "in", ",", "the", "Ala.", "(", "U.S.", "é", "-", "Lake", "’s"]
    )
    text = draw(st.lists(words, min_size=1, max_size=10).map(" ".join))
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda pair: pair[0] < pair[1]
    )
    return parsed(text), [Span(1, *pair) for pair in draw(st.lists(ends, max_size=4))]


@settings(max_examples=60, deadline=None)
@given(texts_with_spans())
def test_any_given_spans_are_answered(given_text: tuple[ParsedText, list[Span]]) -> None:
    """Whatever spans are given, each is answered, with a point of a known kind or a reason."""
    text, spans = given_text
    names = resolve_given(text, spans)
    assert [name.span for name in names] == spans
    for name in names:
        assert name.point is None or name.point.kind in PLACE_KINDS
        assert name.reason
