"""Promises of compare.py: what differs is told once, with its kind; what must not be called a disagreement is not."""

from __future__ import annotations

import dataclasses
import itertools
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import pytest
from comparison_scores import (
    NONE,
    PAGE,
    Case,
    bundled_claims,
    cases,
    expected_pairs,
    figure,
    looks,
    page,
    scores,
)
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import figures, pairs, plain, statements, words

from loaders.claims import FigureClaim, StatementClaim, Verdict
from loaders.compare import compare_figures, compare_statements, listed_beside_its_whole, may_meet
from schema.vocabularies import COMPARISON_KINDS, VERDICTS

CASES = cases()
# Which verdict each kind of comparison gives.
VERDICT_OF = {
    "value": "disagrees",
    "revision": "revised",
    "wording": "drifts",
    "definition": "not_comparable",
    "arithmetic": "disagrees",
    "geography": "disagrees",
    "stance": "disagrees",
}
KEYS = {
    "label",
    "left",
    "right",
    "both",
    "related",
    "expect",
    "why",
    "wrong",
    "places",
    "parents",
    "disputed",
}
KEYS |= {"pairs", "result", "operation", "sources"}
# How often the rules were right on pairs that nobody had run when they were written.
LOOKS = looks()


def marked(case: Case) -> object:
    """A case as a parameter; one that the program gets wrong is expected to fail, and noticed when it is mended."""
    marks = [pytest.mark.xfail(reason=case.wrong)] if case.wrong else []
    return pytest.param(case, marks=marks, id=f"{case.of}: {case.label}")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_pair_gets_its_verdict_in_both_orders(case: Case) -> None:
    """Kind and verdict are those that a careful reader would give, whichever claim comes first."""
    assert (case.found(), case.found(swapped=True)) == (case.expected, case.expected)


@pytest.mark.parametrize("case", [case for case in CASES if case.of != "places"], ids=lambda case: case.label)
def test_a_reason_is_one_line_and_the_same_from_both_sides(case: Case) -> None:
    """Whatever is said comes with a reason of one line, which says the same when the sides change over."""
    one, two = case.compare(False), case.compare(True)
    if isinstance(one, Verdict) and isinstance(two, Verdict):
        assert one.reason.strip()
        assert "\n" not in one.reason
        assert words(one.reason) == words(two.reason)


@pytest.mark.parametrize(
    "case", [marked(case) for case in CASES if case.of == "places"], ids=lambda case: case.label
)
def test_a_list_gives_each_place_with_what_holds_it(case: Case) -> None:
    """Of a list, just the pairs come out of which the one lies in the other, each once and the part first."""
    for swapped in (False, True):
        assert case.compare(swapped) == expected_pairs()[case.label]


def test_the_cases_are_enough_and_well_formed() -> None:
    """At least 300 pairs, 40 of them bundled; every kind and every silence is asked for; no key is misspelt."""
    assert len(CASES) >= 300
    assert sum(case.part == "bundled" for case in CASES) >= 40
    assert {case.expected for case in CASES} == {f"{k} {v}" for k, v in VERDICT_OF.items()} | {NONE}
    assert all(count == 1 for count in Counter((case.of, case.label) for case in CASES).values())
    assert set().union(*(case.keys for case in CASES)) <= KEYS
    assert all(case.why.endswith(".") for case in CASES)
    assert (set(VERDICT_OF), set(VERDICT_OF.values())) == (set(COMPARISON_KINDS), set(VERDICTS))


def test_the_bundled_cases_are_as_the_articles_have_them(built: Path) -> None:
    """Every claim that the cases take from an article is in the database with the same fields, and once."""
    sql = """SELECT f.id, f.article_id, f.measure_id, f.printed, f.figure_kind, f.accumulation, f.modality, f.per,
        f.subject_id, f.comparator, f.interval_low, f.interval_high, s.speaker_id, s.said,
        coalesce(f.as_of_earliest, f.period_earliest), coalesce(f.as_of_latest, f.period_latest),
        coalesce((SELECT other_article_id FROM article_relations
         WHERE article_id = f.article_id AND relation IN ('syndicates', 'rewrites')), f.article_id)
        FROM figures AS f LEFT JOIN statements AS s ON s.id = f.statement_id"""
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        for name, role, place in connection.execute("SELECT figure_id, role, place_id FROM figure_places"):
            places[name].add((role, place))
        rows = Counter((*row, frozenset(places[name])) for name, *row in connection.execute(sql))
    for name, fields in bundled_claims().items():
        claim = figure(fields, name)
        row = (
            *(claim.article, claim.measure, claim.printed, claim.figure_kind, claim.accumulation),
            *(claim.modality, claim.per, claim.subject, claim.comparator, claim.low, claim.high),
            *(claim.claimant, claim.said.date, claim.when.earliest, claim.when.latest, claim.origin),
            claim.places,
        )
        assert rows[row] == 1, name


def test_the_page_records_what_the_cases_give() -> None:
    """Precision and recall stand in docs/comparisons.md as they are; tests.comparison_scores writes them."""
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text
    for score in scores():
        assert score.row() in text


def test_what_was_written_unseen_is_still_right() -> None:
    """Of the lists that were first looked at whole, at least as many pairs are right now as at the first look."""
    for part, look in LOOKS.items():
        these = [case for case in CASES if case.part == part]
        assert len(these) == look["pairs"]
        assert sum(case.found() == case.expected for case in these) >= look["right"]


# --- any two figures ------------------------------------------------------------------------------------------


@plain
@given(figures("left"))
def test_a_figure_never_differs_from_itself(claim: FigureClaim) -> None:
    """A figure against itself gives nothing."""
    assert compare_figures(claim, claim) is None


@plain
@given(pairs)
def test_what_a_person_read_always_meets(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """Every two figures that a person read are looked at, whatever they have in common."""
    assert may_meet(*pair)


@plain
@given(pairs)
def test_two_drafts_meet_over_a_subject_a_claimant_or_a_day(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """Whether drafts meet does not depend on their order, and what they then say is no mere difference of kind."""
    left, right = (dataclasses.replace(claim, reviewed=False) for claim in pair)
    common = [
        one is not None and one == two
        for one, two in (
            (left.subject, right.subject),
            (left.claimant, right.claimant),
            (left.when.earliest, right.when.earliest),
        )
    ]
    meet = may_meet(left, right)
    assert meet == may_meet(right, left)
    assert any(common) or left.origin == right.origin or not meet
    said = compare_figures(left, right)
    assert said is None or said.kind != "definition"
    # One that a person read is told of with what it cannot be set against.
    assert compare_figures(*pair) == compare_figures(dataclasses.replace(left, reviewed=True), right)


@plain
@given(pairs)
def test_any_two_figures_get_a_known_verdict_from_both_sides(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """The verdict is none, or the one of its kind; the order of the sides changes the order of words alone."""
    one, two = compare_figures(*pair), compare_figures(*reversed(pair))
    assert (one is None) == (two is None)
    if one and two:
        assert (one.kind, one.verdict) == (two.kind, two.verdict)
        assert one.verdict == VERDICT_OF[one.kind]
        assert words(one.reason) == words(two.reason)


@plain
@given(pairs)
def test_only_like_figures_that_cannot_both_be_so_disagree(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """Two figures disagree, or are revised, only where all that defines them is one and their bounds are apart."""
    left, right = pair
    found = compare_figures(left, right)
    if found and found.verdict in {"disagrees", "revised"}:
        for name in ("measure", "figure_kind", "unit", "per", "accumulation", "subject", "since"):
            assert getattr(left, name) == getattr(right, name)
        assert left.when == right.when or left.accumulation in {"stock", "cumulative"}
        apart = [(a.high, b.low) for a, b in (pair, pair[::-1]) if a.high is not None and b.low is not None]
        assert any(high <= low for high, low in apart)
        assert left.article == right.article or left.origin != right.origin
        assert not ({left.id, right.id} & (left.related | right.related))
    if found and found.verdict == "revised":
        assert left.claimant == right.claimant is not None
        assert left.said.apart(right.said)


@plain
@given(pairs, st.integers(0, 5), st.integers(0, 5))
def test_a_wider_interval_makes_no_disagreement(
    pair: tuple[FigureClaim, FigureClaim], below: int, above: int
) -> None:
    """Where two figures do not disagree, neither does one that says less, and more roughly."""
    left, right = (dataclasses.replace(claim, comparator="about", value=None) for claim in pair)
    low, high = (
        None if left.low is None else left.low - below,
        None if left.high is None else left.high + above,
    )
    before = compare_figures(left, right)
    for wider in (dataclasses.replace(left, low=low, high=high), dataclasses.replace(left, low=None)):
        after = compare_figures(wider, right)
        if before is None or before.verdict not in {"disagrees", "revised"}:
            assert after is None or after.verdict not in {"disagrees", "revised"}


# --- any two statements and lists ------------------------------------------------------------------------------


@plain
@given(statements, statements)
def test_any_two_statements_get_a_known_verdict_from_both_sides(
    left: StatementClaim, right: StatementClaim
) -> None:
    """Only sides taken on one matter are set against each other, the same from both sides; nothing against itself."""
    one, two = compare_statements(left, right), compare_statements(right, left)
    assert compare_statements(left, left) is None
    assert (one is None) == (two is None)
    if one and two:
        assert (one.kind, one.verdict) == (two.kind, two.verdict)
        assert one.verdict == VERDICT_OF[one.kind]
        assert words(one.reason) == words(two.reason)
        assert left.proposition == right.proposition is not None
        assert one.verdict == "drifts" or {left.stance, right.stance} == {"supports", "opposes"}
        assert one.verdict != "revised" or (left.speaker == right.speaker and left.said.apart(right.said))


PARENTS = {
    "gdynia": "pomerania",
    "pomerania": "poland",
    "poland": None,
    "gdansk": "pomerania",
    "lithuania": None,
}


@pytest.mark.parametrize("size", range(len(PARENTS) + 1))
def test_any_list_gives_just_the_parts_of_its_wholes(size: int) -> None:
    """Of every list of these places, a pair comes out for each two of which one holds the other, near or far."""
    holds = {("gdynia", "pomerania"), ("gdynia", "poland"), ("gdansk", "pomerania"), ("gdansk", "poland")}
    holds.add(("pomerania", "poland"))
    for places in itertools.combinations(PARENTS, size):
        found = listed_beside_its_whole(places, dict(PARENTS), [])
        assert set(found) == {(part, whole) for part, whole in holds if {part, whole} <= set(places)}
        assert len(found) == len(set(found))
