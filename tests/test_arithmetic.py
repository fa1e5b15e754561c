"""Promises of arithmetic.py: what an article works out is worked out again, and told only where it cannot be so."""

from __future__ import annotations

import dataclasses
import math
import re

import pytest
from comparison_scores import figure
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import plain

from loaders.arithmetic import Derivation, check_derivation
from loaders.claims import FigureClaim

DEFAULT = {"article": "a", "measure": "dockers", "figure_kind": "count", "accumulation": "none"}
DEFAULT |= {"modality": "reported", "comparator": "exact"}


def printed(number: int) -> FigureClaim:
    """A whole number that is not rounded."""
    claim = figure(DEFAULT | {"number": str(number)}, str(number))
    return dataclasses.replace(claim, low=float(number), high=float(number))


@plain
@given(
    st.lists(st.integers(1, 999), min_size=2, max_size=4),
    st.sampled_from(["difference", "sum", "product"]),
    st.booleans(),
)
def test_printed_arithmetic_comes_out_or_not(numbers: list[int], operation: str, off: bool) -> None:
    """What whole numbers give is passed; one more than that is told, with what they do give."""
    if operation == "difference":
        numbers = numbers[:2]
    value = {
        "difference": abs(numbers[0] - numbers[1]),
        "sum": sum(numbers),
        "product": math.prod(numbers),
    }[operation]
    sources = tuple(printed(number) for number in numbers)
    found = check_derivation(Derivation(printed(value + off), operation, sources))
    assert (found is not None) == off
    if found:
        assert (found.kind, found.verdict) == ("arithmetic", "disagrees")
        assert re.search(rf" is {value:,}, which is not {value + 1}$", found.reason)


@pytest.mark.parametrize("operation", ["difference", "ratio"])
@pytest.mark.parametrize("count", [1, 3])
def test_only_two_numbers_have_a_difference_or_a_ratio(operation: str, count: int) -> None:
    """What is taken from what cannot be told of one number or of three, so nothing is said."""
    assert check_derivation(Derivation(printed(7), operation, (printed(900),) * count)) is None


def test_nothing_of_whatever_much_is_nothing() -> None:
    """A product of nought and an open number is nought, and no number that cannot be told."""
    much = dataclasses.replace(printed(200), comparator="more_than", low=200.0, high=None)
    assert check_derivation(Derivation(printed(0), "product", (printed(0), much))) is None
    found = check_derivation(Derivation(printed(7), "product", (much, printed(0))))
    assert found is not None
    assert "is 0, which is not 7" in found.reason


def test_an_open_result_is_told_as_such() -> None:
    """Bounds that are open above are said to be so many or more."""
    much = dataclasses.replace(printed(900), comparator="more_than", low=900.0, high=None)
    found = check_derivation(Derivation(printed(7), "difference", (much, printed(200))))
    assert found is not None
    assert "900 less 200 is 700 or more, which is not 7" in found.reason
