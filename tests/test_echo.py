"""Promises of echo.py: a copy repeats its report or drifts from it, claim by claim, and never disagrees with it."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from invented_claims import figures, pairs, plain, statements

from loaders.claims import FigureClaim, StatementClaim
from loaders.compare import compare_figures, compare_statements
from loaders.echo import echoes, echoes_of_statements


@plain
@given(pairs)
def test_a_report_and_its_rewrite_only_drift(pair: tuple[FigureClaim, FigureClaim]) -> None:
    """Figures of two articles of one origin never disagree, are never revised and never not comparable."""
    left, right = (dataclasses.replace(claim, origin="report") for claim in pair)
    found = compare_figures(left, dataclasses.replace(right, article="b" if left.article == "a" else "a"))
    assert found is None or found.verdict == "drifts"


@plain
@given(statements, statements)
def test_a_statement_and_its_rewrite_only_drift(left: StatementClaim, right: StatementClaim) -> None:
    """Statements of two articles of one origin are never on two sides: one of them turned the other round."""
    one = dataclasses.replace(left, article="a", origin="report")
    found = compare_statements(one, dataclasses.replace(right, article="b", origin="report"))
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
    assert all((one.measure, one.unit) == (two.measure, two.unit) for one, two in found)
    assert echoes(ours, [dataclasses.replace(claim, origin="other") for claim in theirs]) == []


@plain
@given(st.lists(statements, max_size=4), st.lists(statements, max_size=4))
def test_a_repeated_statement_is_one_of_each_side(
    ours: list[StatementClaim], theirs: list[StatementClaim]
) -> None:
    """Each statement is repeated once at most, on its own proposition; which article comes first does not matter."""
    ours = [dataclasses.replace(s, id=f"one-{n}", article="a", origin="report") for n, s in enumerate(ours)]
    theirs = [
        dataclasses.replace(s, id=f"two-{n}", article="b", origin="report") for n, s in enumerate(theirs)
    ]
    found = {(one.id, two.id) for one, two in echoes_of_statements(ours, theirs)}
    assert found == {(one.id, two.id) for two, one in echoes_of_statements(theirs, ours)}
    used = [name for pair in found for name in pair]
    assert len(used) == len(set(used))
    assert all(one.proposition == two.proposition for one, two in echoes_of_statements(ours, theirs))
