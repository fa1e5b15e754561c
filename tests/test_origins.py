"""Promises of origins.py: whatever the order and form of relations, copies of one report have one origin."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import plain

from loaders.origins import Origins

CHAIN = [("b", "syndicates", "a"), ("c", "rewrites", "a"), ("d", "rewrites", "b"), ("e", "rewrites", "c")]
NAMES = "abcde"


@pytest.mark.parametrize("order", list(itertools.permutations(CHAIN)))
def test_all_rest_on_the_first_in_the_end(order: list[tuple[str, str, str]]) -> None:
    """Carriers, rewrites and rewrites of rewrites have the origin of the report, whatever the order of relations."""
    origins = Origins.of(order)
    assert {name: origins.origin(name) for name in NAMES} == dict.fromkeys(NAMES, "a")
    assert origins.origin("z") == "z"
    assert origins.resting_on("a") == set("bcde")
    assert origins.resting_on("c") == {"e"}
    assert origins.resting_on("e") == set()


@pytest.mark.parametrize(
    ("left", "right", "nearer"),
    [
        ("a", "b", "a"),
        ("a", "e", "a"),
        ("b", "c", "b"),
        ("c", "d", "c"),
        ("c", "e", "c"),
        ("d", "e", "d"),
        ("b", "b", None),
        ("a", "z", None),
    ],
)
def test_fewer_rewrites_are_nearer_then_fewer_steps(left: str, right: str, nearer: str | None) -> None:
    """The report is nearer than its copies, a carrier nearer than a rewrite, a rewrite nearer than one of its own."""
    origins = Origins.of(CHAIN)
    assert origins.nearer(left, right) == nearer
    assert origins.nearer(right, left) == nearer


def test_of_two_it_rests_on_the_one_it_carries_counts() -> None:
    """An article that carries one report and rewrites others has the origin of what it carries, else of the first."""
    others = [("x", "rewrites", "a"), ("x", "rewrites", "b")]
    for order in (others, others[::-1]):
        assert Origins.of([*order, ("x", "syndicates", "c")]).origin("x") == "c"
        assert Origins.of(order).origin("x") == "a"


def test_what_only_reports_the_same_rests_on_nothing() -> None:
    """Two articles on one matter are two origins."""
    assert Origins.of([("a", "reports_on_same", "b")]).sources == {}


relations = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(["syndicates", "rewrites"]), st.sampled_from(NAMES)
    ).filter(lambda relation: relation[0] != relation[2]),
    max_size=8,
)


@plain
@given(relations)
def test_any_relations_give_one_origin_to_all_that_are_joined(
    given_relations: list[tuple[str, str, str]],
) -> None:
    """Circles and all: each article has the origin of what it rests on, in whatever order relations come."""
    origins = Origins.of(given_relations)
    assert Origins.of(given_relations[::-1]) == origins
    for article, (other, _) in origins.sources.items():
        assert origins.origin(article) == origins.origin(other)
        assert article in origins.resting_on(other)
