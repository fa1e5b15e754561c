"""Promises of numbers.py: a printed number is read by a named rule, or refused; never guessed."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import paths, yaml_source
from loaders.errors import InputError
from loaders.number_grammar import NumberWords
from loaders.numbers import ReadNumber, UnreadNumber, read_number

CASES, LINES = yaml_source.read(Path(__file__).parent / "cases" / "numbers.yaml")
WORDS = NumberWords.load(paths.SEEDS / paths.AUTHORITIES / "number_words.yaml")


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["printed"])
def test_a_printed_number_is_read(case: dict[str, str]) -> None:
    """Value, or low and high, and the rule are those of the case; no bound stands beside a value."""
    bounds = {key: float(case[key]) for key in ("value", "low", "high") if key in case}
    assert read_number(case["printed"], WORDS) == ReadNumber(case["rule"], **bounds)


@pytest.mark.parametrize("printed", CASES["refused"])
def test_what_no_rule_reads_is_refused(printed: str) -> None:
    """A number that can be read in two ways, or in none, is refused, and the refusal repeats it as printed."""
    with pytest.raises(UnreadNumber) as caught:
        read_number(printed, WORDS)
    assert f"'{printed}'" in str(caught.value)


@pytest.mark.parametrize("digits", [400, 5_000])
def test_a_number_beyond_all_bounds_is_refused(digits: int) -> None:
    """A number too long for any column is refused, not a failure of the program."""
    with pytest.raises(UnreadNumber):
        read_number("9" * digits, WORDS)


def test_there_are_cases_enough() -> None:
    """The cases are at least sixty numbers that are read, by every rule that the reader knows, and fifteen refused."""
    assert len(CASES["read"]) >= 60
    assert len(CASES["refused"]) >= 15
    printed = [case["printed"] for case in CASES["read"]] + CASES["refused"]
    assert len(printed) == len(set(printed))


def test_every_rule_of_numbers_has_a_case() -> None:
    """A rule of the authorities that reads numbers is shown by a case, unless it gives no number."""
    rules, _ = yaml_source.read(paths.SEEDS / paths.AUTHORITIES / "rules.yaml")
    reading = {rule["id"] for rule in rules if rule["kind"] == "number"}
    assert {case["rule"] for case in CASES["read"]} == reading - {"no-bounds"}


@settings(deadline=None)
@given(st.integers(0, 10**15))
def test_digits_mean_themselves(number: int) -> None:
    """A whole number is the same with and without commas, and a hundred times as much as its percentage."""
    assert read_number(str(number), WORDS).value == number
    assert read_number(f"{number:,}", WORDS).value == number
    share = read_number(f"{number}%", WORDS).value
    assert share is not None
    assert math.isclose(share * 100, number, rel_tol=1e-12)


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", "–", " to ", " and ", " - "]))
def test_a_range_runs_upwards(low: int, high: int, joint: str) -> None:
    """Two numbers are a range from the lower to the higher, or refused where they are printed the other way round."""
    printed = f"{low}{joint}{high}"
    if low <= high:
        assert read_number(printed, WORDS) == ReadNumber("range-of-numbers", low=low, high=high)
    else:
        with pytest.raises(UnreadNumber):
            read_number(printed, WORDS)


words = [
    *WORDS.cardinals,
    *WORDS.scales,
    *WORDS.fractions,
    "a",
    "of",
    "and",
    "to",
    "-",
    ",",
    "%",
    "1,2",
    "12",
    "1/2",
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(words), min_size=1, max_size=4), st.sampled_from(["", " "]))
def test_any_words_are_read_in_bounds_or_refused(parts: list[str], joint: str) -> None:
    """Whatever stands there, the answer is one finite value, or finite bounds in order, or a refusal."""
    try:
        number = read_number(joint.join(parts), WORDS)
    except UnreadNumber:
        return
    if number.value is not None:
        assert number.low is number.high is None
        assert 0 <= number.value < 1e40
    else:
        assert number.low is not None
        assert number.high is not None
        assert 0 <= number.low <= number.high < 1e40


def test_white_space_does_not_matter() -> None:
    """Any white space between the words reads alike, also that which does not break a line."""
    assert (
        read_number("5\u00a0million", WORDS)
        == read_number(" 5  million ", WORDS)
        == read_number("5 million", WORDS)
    )


@pytest.mark.parametrize("text", ["cardinals: []\n", "- a\n", "", "cardinals: [{phrase: one}]\n"])
def test_a_damaged_list_is_refused(tmp_path: Path, text: str) -> None:
    """A list of number words of another shape is told with its file."""
    file = tmp_path / "words.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        NumberWords.load(file)
