"""Promises of drafting_figures.py: a drafted figure has a claim that can be read alone."""

from __future__ import annotations

import pytest
from drafts import draft_of

from loaders.conduct import Conductor


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the bundled seeds."""
    return Conductor()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Nearly 1,200 dockers walked out.", "Nearly 1,200 dockers"),
        ("Nearly 1,200 dockers walked out, Ewa Lis said.", "Ewa Lis: Nearly 1,200 dockers"),
        ("Piotr Belov, 34, left.", "Piotr Belov: aged 34"),
        ("It rained. Ministers put the number at 300,000.", "Ministers put the number at 300,000"),
    ],
)
def test_a_claim_can_be_read_alone(conductor: Conductor, text: str, claim: str) -> None:
    """The claim names whose word it is and whose age; a bare number comes with its sentence."""
    assert [figure.claim for figure in draft_of(conductor, text).figures] == [claim]


def test_a_claim_of_a_long_sentence_is_cut(conductor: Conductor) -> None:
    """Of a long sentence, ten words on either side of a bare number are shown."""
    text = "".join(["word " * 30, "came to 300,000 and ", "word " * 30])
    (figure,) = draft_of(conductor, text).figures
    assert figure.claim.startswith("… word")
    assert figure.claim.endswith("word …")
    assert len(figure.claim.split()) == 23
