"""Promises of compare.py: what differs is told once, with its kind; what must not be called a disagreement is not."""

from __future__ import annotations

import dataclasses
import itertools
import re
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
    page,
    scores,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loaders.compare import (
    Derivation,
    FigureClaim,
    StatementClaim,
    Verdict,
    check_derivation,
    compare_figures,
    compare_statements,
    echoes,
    listed_beside_its_whole,
)
from schema.vocabularies import ACCUMULATIONS, COMPARISON_KINDS, FIGURE_MODALITIES, STANCES, VERDICTS

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
plain = settings(max_examples=100, deadline=None)


def marked(case: Case) -> object:
    """A case as a parameter; one that the program gets wrong is expected to fail, and noticed when it is mended."""
    marks = [pytest.mark.xfail(reason=case.wrong)] if case.wrong else []
    return pytest.param(case, marks=marks, id=f"{case.of}: {case.label}")


def words(reason: str) -> Counter[str]:
    """The words of a reason, whatever their order."""
    return Counter(word.strip(";,") for word in reason.split())


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
    """At least 75 pairs, 25 of them bundled; every kind and every silence is asked for; no key is misspelt."""
    assert len(CASES) >= 75
    assert sum(case.bundled for case in CASES) >= 25
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
        (SELECT other_article_id FROM article_relations
         WHERE article_id = f.article_id AND relation IN ('syndicates', 'rewrites'))
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
            *(claim.claimant, claim.said, claim.when_earliest, claim.when_latest, claim.origin),
            claim.places,
        )
        assert rows[row] == 1, name


def test_the_page_records_what_the_cases_give() -> None:
    """Precision and recall stand in docs/comparisons.md as they are; tests.comparison_scores writes them."""
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text
    for score in scores():
        assert score.row() in text


# --- any two figures ------------------------------------------------------------------------------------------

ends = st.none() | st.integers(0, 5).map(float)
days = st.none() | st.sampled_from(["2021-03-01", "2021-03-02"])


def figures(name: str) -> st.SearchStrategy[FigureClaim]:
    """Figures of few articles, claimants, measures and numbers, so that two of them often have much in common."""

    def ordered(claim: FigureClaim) -> FigureClaim:
        if claim.low is not None and claim.high is not None and claim.low > claim.high:
            claim = dataclasses.replace(claim, low=claim.high, high=claim.low)
        if claim.when_earliest and claim.when_latest and claim.when_earliest > claim.when_latest:
            claim = dataclasses.replace(claim, when_latest=claim.when_earliest)
        return claim

    few = st.sampled_from
    return st.builds(
        FigureClaim,
        id=st.just(name),
        article=few(["a", "b"]),
        origin=few([None, None, "report", "other report"]),
        claimant=few([None, "lis", "baltica"]),
        measure=few(["strikers", "strikers", "strikers", "dockers"]),
        figure_kind=few(["count", "count", "share"]),
        accumulation=few(["stock", "stock", *ACCUMULATIONS]),
        modality=few(["reported", "reported", *FIGURE_MODALITIES]),
        per=few([None, None, "day"]),
        subject=few(["dockers", "dockers", None]),
        places=few([frozenset(), frozenset({("in", "gdynia")}), frozenset({("in", "gdansk")})]),
        printed=few(["1,200", "900"]),
        comparator=few(["exact", "nearly", "range"]),
        low=ends,
        high=ends,
        when_earliest=days,
        when_latest=days,
        said=few([None, "2021-03-01", "2021-03-04"]),
        related=few([frozenset(), frozenset(), frozenset({"right" if name == "left" else "left"})]),
    ).map(ordered)


pairs = st.tuples(figures("left"), figures("right"))


@plain
@given(figures("left"))
def test_a_figure_never_differs_from_itself(claim: FigureClaim) -> None:
    """A figure against itself gives nothing."""
    assert compare_figures(claim, claim) is None


@plain
@given(pairs)
def test_any_two_figures_get_a_known_verdict_from_both_sides(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """The verdict is none, or the one of its kind; the order of the sides changes the order of words alone."""
    # Known to differ, and a case of its own: a figure that does not accumulate against another's that does.
    assume(sum(claim.accumulation == "none" for claim in pair) != 1)
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
        for name in ("measure", "figure_kind", "per", "accumulation", "subject"):
            assert getattr(left, name) == getattr(right, name)
        assert (left.when_earliest, left.when_latest) == (right.when_earliest, right.when_latest)
        apart = [(a.high, b.low) for a, b in (pair, pair[::-1]) if a.high is not None and b.low is not None]
        assert any(high < low for high, low in apart)
        assert left.article == right.article or left.origin is None or left.origin != right.origin
        assert not ({left.id, right.id} & (left.related | right.related))
    if found and found.verdict == "revised":
        assert left.claimant == right.claimant is not None
        assert left.said != right.said


@plain
@given(pairs, st.integers(0, 5), st.integers(0, 5))
def test_a_wider_interval_makes_no_disagreement(
    pair: tuple[FigureClaim, FigureClaim], below: int, above: int
) -> None:
    """Where two figures do not disagree, neither does one that says less; the sides' order does not matter."""
    left, right = pair
    low, high = (
        None if left.low is None else left.low - below,
        None if left.high is None else left.high + above,
    )
    before = compare_figures(left, right)
    for wider in (dataclasses.replace(left, low=low, high=high), dataclasses.replace(left, low=None)):
        after = compare_figures(wider, right)
        if before is None or before.verdict not in {"disagrees", "revised"}:
            assert after is None or after.verdict not in {"disagrees", "revised"}


@plain
@given(pairs)
def test_a_report_and_its_rewrite_only_drift(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """Figures of two articles of one origin never disagree, are never revised and never not comparable."""
    left, right = (dataclasses.replace(claim, origin="report") for claim in pair)
    found = compare_figures(left, dataclasses.replace(right, article="b" if left.article == "a" else "a"))
    assert found is None or found.verdict == "drifts"


sides = st.lists(figures("one"), max_size=4), st.lists(figures("two"), max_size=4)


@plain
@given(*sides)
def test_an_echo_is_one_claim_of_each_side(ours: list[FigureClaim], theirs: list[FigureClaim]) -> None:
    """Each figure is an echo once at most, of one origin and measure; which article comes first does not matter."""
    ours = [dataclasses.replace(f, id=f"one-{n}", article="a", origin="report") for n, f in enumerate(ours)]
    theirs = [
        dataclasses.replace(f, id=f"two-{n}", article="b", origin="report") for n, f in enumerate(theirs)
    ]
    found = echoes(ours, theirs)
    assert {(one.id, two.id) for one, two in found} == {(one.id, two.id) for two, one in echoes(theirs, ours)}
    used = [claim.id for pair in found for claim in pair]
    assert len(used) == len(set(used))
    assert all((one.measure, one.per) == (two.measure, two.per) for one, two in found)
    assert echoes(ours, [dataclasses.replace(claim, origin="other") for claim in theirs]) == []


# --- any two statements, sums and lists ------------------------------------------------------------------------

statements = st.builds(
    StatementClaim,
    id=st.just("s"),
    article=st.sampled_from(["a", "b"]),
    origin=st.sampled_from([None, "report"]),
    speaker=st.sampled_from([None, "lis", "baltica"]),
    proposition=st.sampled_from([None, "p", "p", "q"]),
    stance=st.sampled_from(list(STANCES)),
    modality=st.sampled_from(["asserted", "opinion"]),
)


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


@plain
@given(
    st.integers(1, 999), st.integers(1, 999), st.sampled_from(["difference", "sum", "product"]), st.booleans()
)
def test_printed_arithmetic_comes_out_or_not(one: int, two: int, operation: str, off: bool) -> None:
    """What two whole numbers give is passed; one more than that is told, with what they do give."""
    value = {"difference": abs(one - two), "sum": one + two, "product": one * two}[operation]
    default = {"article": "a", "measure": "dockers", "figure_kind": "count", "accumulation": "none"}
    default |= {"modality": "reported", "comparator": "exact"}

    def printed(number: int) -> FigureClaim:
        claim = figure(default | {"number": str(number)}, str(number))
        return dataclasses.replace(claim, low=float(number), high=float(number))

    found = check_derivation(Derivation(printed(value + off), operation, (printed(one), printed(two))))
    assert (found is not None) == off
    if found:
        assert (found.kind, found.verdict) == ("arithmetic", "disagrees")
        assert re.search(rf" is {value:,}, which is not {value + 1}$", found.reason)


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
