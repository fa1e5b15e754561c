"""Promises of drafting_repeats.py: a claim printed twice is one figure; claims that only look alike stay apart."""

from __future__ import annotations

import pytest
from drafts import draft_of

from loaders.annotation import Quote
from loaders.conduct import Conductor


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the bundled seeds."""
    return Conductor()


def test_a_claim_printed_twice_is_one_figure(conductor: Conductor) -> None:
    """The same number of the same people by the same voice is one figure, with `also` where it stands again."""
    figures = draft_of(
        conductor, "Some 1,200 dockers walked out.", "The quay saw some 1,200 dockers."
    ).figures
    assert [(figure.p, figure.also) for figure in figures] == [(1, [Quote(p=2, quote="some 1,200 dockers")])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 1,200 dockers walked out.", "Nearly 1,200 dockers came back."),
        ("Some 1,200 dockers walked out.", "Some 1,200 sailors walked out."),
        ("Some 1,200 dockers walked out.", "Some 1,200 dockers walked out, Ewa Lis said."),
        ("In 2019, 1,200 dockers walked out.", "In 2020, 1,200 dockers walked out."),
        ("Two men were hurt in Gdynia.", "Two men were held in Sopot."),
    ],
)
def test_claims_that_differ_stay_apart(conductor: Conductor, one: str, other: str) -> None:
    """Another comparator, subject, claimant or date makes another claim, and small counts coincide."""
    figures = draft_of(conductor, one, other).figures
    assert [figure.p for figure in figures] == [1, 2]
    assert not any(figure.also for figure in figures)


def test_one_thing_and_several_are_one_measure(conductor: Conductor) -> None:
    """What is counted is one introduced measure, in the singular and in the plural."""
    annotation = draft_of(conductor, "One red lantern burned.", "At dusk 40 red lanterns burned.")
    assert [measure.unit for measure in annotation.introduces.measures] == ["lantern"]
    assert len({figure.measure for figure in annotation.figures}) == 1
