"""Promises of figure_subjects.py and people.py: a figure about people says whom, one about none has no subject."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from extracting import parsed

from loaders import yaml_source
from loaders.extract.figures import find_figures
from loaders.extract.findings import Figure
from loaders.extract.names import find_names
from loaders.extract.people import people_words
from loaders.extract.places import resolve_places

CASES, _ = yaml_source.read(Path(__file__).parent / "cases" / "figure_subjects.yaml")


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text, with the names in it."""
    whole = parsed(text)
    return find_figures(whole, resolve_places(whole, find_names(whole))).figures


def as_parameter(case: dict[str, Any]) -> Any:
    """A case as a parameter of a test; one with a remedy is a known failure."""
    marks = [pytest.mark.xfail(reason=case["remedy"], strict=True)] if "remedy" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_whom_a_figure_is_about(case: dict[str, Any]) -> None:
    """The subject is the people counted, as printed; money, lengths and shares of things have none."""
    found = figures_of(case["text"])
    assert [figure.subject.text if figure.subject else "-" for figure in found] == case["subjects"]


def test_the_words_of_a_subject_stand_at_its_span() -> None:
    """A subject names the words it rests on, in the paragraph of its figure."""
    for case in CASES:
        for figure in figures_of(case["text"]):
            subject = figure.subject
            assert subject is None or case["text"][subject.span.start : subject.span.end] == subject.text


def test_a_person_has_the_entity_of_the_name() -> None:
    """An age of somebody named leads to the person, a count to people who have no name."""
    age = figures_of("Piotr Nowak fled. Nowak, 34, is a welder.")
    assert [figure.subject.entity for figure in age if figure.subject] == ["Piotr Nowak"]
    count = figures_of("Two welders fled.")
    assert [figure.subject.entity for figure in count if figure.subject] == [None]


def test_words_for_people_are_nouns_in_the_singular() -> None:
    """Soldiers, Russians and refugees are people; cases, ships and kilometers are none."""
    words = people_words()
    assert all(map(words.holds, ("soldier", "Refugee", "conscript", "tatar", "chairwoman", "churchgoer")))
    assert not any(map(words.holds, ("case", "ship", "kilometer", "talisman", "dollar")))
    assert not words.nouns & words.no_people
