"""Promises of drafting_parts.py: a part is drafted as part of its whole, a share with the count that is its base."""

from __future__ import annotations

import pytest
from drafts import draft_of

from loaders.conduct import Conductor


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the bundled seeds."""
    return Conductor()


def test_some_of_them_are_a_part_of_the_whole(conductor: Conductor) -> None:
    """A number of them is a subset of the figure before it, of the same people, under a measure of its own."""
    text = "Kazakhstan let in 406,000 Russian citizens who fled; 36,000 of them left again."
    whole, part = draft_of(conductor, text).figures
    assert part.subject == whole.subject
    assert [(relation.relation, relation.figure) for relation in part.relations] == [("subset_of", whole.key)]
    assert part.measure != whole.measure


def test_the_base_of_a_share_is_the_count_in_its_phrase(conductor: Conductor) -> None:
    """A quarter of 200 recruits has the 200 for its base; a share without a count keeps the words."""
    share, base = draft_of(conductor, "A quarter of the 200 recruits went home.").figures
    assert (share.base, share.base_words) == (base.key, None)
    (alone,) = draft_of(conductor, "A quarter of the recruits went home.").figures
    assert (alone.base, alone.base_words) == (None, "recruits")


def test_numbers_that_only_stand_together_are_not_related(conductor: Conductor) -> None:
    """Two counts of one sentence are no part of each other."""
    figures = draft_of(conductor, "Some 1,200 dockers and 40 sailors walked out.").figures
    assert [figure.relations for figure in figures] == [[], []]
