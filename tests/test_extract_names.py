"""Promises of extract/names.py: the names in a text are found, whole, of the right kind, one sense a text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import invented
import pytest
import yaml
from extracting import parsed
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import authorities
from loaders.extract.names import find_names
from loaders.paths import PROJECT
from schema.vocabularies import MENTION_FORMS, MENTION_READINGS, NAME_STATUSES

CASES = yaml.safe_load((PROJECT / "tests/cases/extract_names.yaml").read_text(encoding="utf-8"))
KINDS = {"persons": "person", "organisations": "organisation", "places": "place"}


def cases(key: str) -> list[Any]:
    """The cases of a list; one that is known to fail says why, and must fail."""
    return [
        pytest.param(
            case,
            id=case["text"][:40],
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for case in CASES[key]
    ]


def expected(case: dict[str, Any]) -> set[tuple[str, str, int]]:
    """What a case says is found: the words, the kind or form, and how often so far."""
    counted = set()
    for key, kind in (*KINDS.items(), ("demonyms", "demonym")):
        words = case.get(key, [])
        counted |= {(word, kind, words[:i].count(word)) for i, word in enumerate(words)}
    return counted


def found(text: str) -> set[tuple[str, str, int]]:
    """What the finder gives, in the same shape."""
    seen: list[tuple[str, str]] = []
    counted = set()
    for name in find_names(parsed(text)):
        kind = "demonym" if name.form == "demonym" else name.kind
        counted.add((name.text, kind, seen.count((name.text, kind))))
        seen.append((name.text, kind))
    return counted


@pytest.mark.parametrize("case", cases("found"))
def test_names_are_found(case: dict[str, Any]) -> None:
    """Every name of a sentence is found once, whole, of its kind, and nothing else is."""
    assert found(case["text"]) == expected(case)


@pytest.mark.parametrize("text", CASES["not_found"])
def test_other_words_are_no_names(text: str) -> None:
    """Capitals, months, diseases, faiths and prizes make no name."""
    assert found(text) == set()


@pytest.mark.parametrize("case", cases("statuses"))
def test_the_status_of_a_name_is_told(case: dict[str, Any]) -> None:
    """A stand-in, a name kept back, and a lone first name are told apart from a real name; all mentions share it."""
    given_names = [name for name in find_names(parsed(case["text"])) if name.text in case["names"]]
    assert sorted({name.text for name in given_names}) == sorted(case["names"])
    assert {name.name_status for name in given_names} == {case["status"]}


def test_a_surname_belongs_to_the_full_name() -> None:
    """A surname later in the text has the entity of the full name, and its kind."""
    names = find_names(parsed("Irina Volkova packed.\nVolkova left for Riga with Volkova's son."))
    assert {(name.text, name.entity) for name in names if name.kind == "person"} == {
        ("Irina Volkova", "Irina Volkova"),
        ("Volkova", "Irina Volkova"),
    }


def test_an_abbreviation_belongs_to_its_organisation() -> None:
    """An abbreviation has the entity of the name whose first letters it is."""
    names = find_names(parsed("The Bureau of Public Safety met. The BPS voted."))
    assert {name.entity for name in names if name.text == "BPS"} == {"Bureau of Public Safety"}


def test_an_authority_gives_its_id(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A name of the authorities has its party, or its place with the id; it wins over the tagger."""
    seeds = invented.make(tmp_path_factory.mktemp("seeds"))
    known = authorities.load(seeds.folder / "authorities")
    names = {name.text: name for name in find_names(parsed("Ewa Lis spoke to dockers in Gdynia."), known)}
    assert names["Ewa Lis"].party == "ewa-lis"
    point = names["Gdynia"].point
    assert point is not None
    assert point.place == "gdynia"


def test_authorities_are_put_in_order_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of the same authorities are put in order once, not again for each text."""
    known = authorities.load(invented.make(tmp_path_factory.mktemp("seeds")).folder / "authorities")
    find_names(parsed("Ewa Lis spoke."), known)
    monkeypatch.setattr("loaders.names.NameIndex", None)
    assert [name.party for name in find_names(parsed("Ewa Lis spoke in Gdynia."), known)][:1] == ["ewa-lis"]


PIECES = st.sampled_from(
    [
        "Moscow", "U.S.", "the", "said", "President", "de", "O'Neil's", "Abdel", "al-Sisi", "of", "Ministry", ",", ".",
        "(", ")", "-", "/", "’s", "\u00a0", "É", "“", "XIV", "3", "WHO", "St.", "&", "Reuters", "\u0301", "Кремль",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    """Whatever stands in a text, names lie within their paragraph, in order, none over another, in known terms."""
    whole = parsed(text)
    lengths = {paragraph.number: len(paragraph.doc.text) for paragraph in whole.paragraphs}
    names = find_names(whole)
    for name in names:
        assert 0 <= name.span.start < name.span.end <= lengths[name.span.paragraph]
        assert name.kind in KINDS.values()
        assert name.form in MENTION_FORMS
        assert name.reading in MENTION_READINGS
        assert (name.name_status in NAME_STATUSES) == (name.kind == "person")
    for before, after in pairwise(names):
        assert (before.span.paragraph, before.span.end) <= (after.span.paragraph, after.span.start)
