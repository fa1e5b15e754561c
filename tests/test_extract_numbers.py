"""Numbers in running text: what is printed in any form is found where it stands and read as what it says."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.extract.comparators import comparators
from loaders.extract.quantities import Quantity, grammar, joined, measured
from loaders.extract.units import units
from schema.vocabularies import COMPARATORS

SMALL = [
    *[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
]
TENS = dict(
    zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
)


def in_words(number: int) -> str:
    """A whole number below a thousand million, spelled out the British way."""
    for size, name in ((1_000_000, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{in_words(number // size)} {name}" + (joint + in_words(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number - number % 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def quantities(text: str) -> list[Quantity]:
    """The numbers of a text with their units, ranges joined."""
    return joined(text, [measured(text, number, text) for number in grammar().find(text)])


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, [text[quantity.start : quantity.end] for quantity in found]
    return found[0]


@settings(deadline=None)
@example(1_200)
@given(st.integers(0, 999_999_999))
def test_a_number_comes_back_from_each_printed_form(number: int) -> None:
    """Digits, commas, thin spaces and words all read as the number that was printed, whole and at its place."""
    spaced = f"{number:,}".replace(",", "\u202f")
    for printed in (str(number), f"{number:,}", spaced, in_words(number), in_words(number).capitalize()):
        found = only(f"({printed})")
        assert (found.start, found.end) == (1, len(printed) + 1)
        assert found.value == number


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.integers(1, 9),
    st.sampled_from([("million", 6), ("bn", 9), ("billion", 9), ("thousand", 3)]),
)
def test_a_scale_multiplies(whole: int, tenth: int, scale: tuple[str, int]) -> None:
    """A decimal before a scale word, with a point or a comma, is multiplied exactly."""
    name, power = scale
    joint = "" if name == "bn" else " "
    expected = (whole * 10 + tenth) * 10 ** (power - 1)
    assert only(f"{whole}.{tenth}{joint}{name}").value == expected
    assert only(f"{whole},{tenth}{joint}{name}").value == expected


@settings(deadline=None)
@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(["$", "€", ""]),
    st.sampled_from(["", " million", " years"]),
)
def test_two_ends_make_a_range(low: int, width: int, sign: str, word: str) -> None:
    """Two rising numbers joined by `to`, a dash, or `between ... and` are one range, whose unit is that of both."""
    unit = word if not (sign and word == " years") else ""
    factor = 1_000_000 if unit == " million" else 1
    for text in (
        f"{sign}{low} to {sign}{low + width}{unit}",
        f"{sign}{low}-{low + width}{unit}",
        f"between {sign}{low} and {sign}{low + width}{unit}",
    ):
        found = only(text)
        assert found.low == low * factor
        assert found.high == (low + width) * factor
        assert (found.unit is not None) == bool(sign or unit == " years")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 km", "kilometer"),
        ("5km", "kilometer"),
        ("5-kilometre", "kilometer"),
        ("5 kilometres", "kilometer"),
        ("5%", "percent"),
        ("5 per cent", "percent"),
        ("5 percentage points", "percentage point"),
        ("US$5", "us dollar"),
        ("5 US dollars", "us dollar"),
        ("A$5", "australian dollar"),
        ("5 roubles", "russian ruble"),
        ("₽5", "russian ruble"),
        ("5 million pounds", "pound sterling"),
        ("£5", "pound sterling"),
        ("5 pounds", "pound"),
        ("5 sq km", "square kilometer"),
        ("5 consecutive weeks", "week"),
        ("half an hour", "hour"),
        ("dozens of kilometers", "kilometer"),
        ("-5°C", "degree celsius"),
    ],
)
def test_a_unit_is_known_by_its_words_and_signs(text: str, unit: str) -> None:
    """A unit stands before or after its number, in full or short; what it is called does not depend on that."""
    found = only(text)
    assert found.unit is not None
    assert found.unit.name == unit


@pytest.mark.parametrize("text", ["5 men", "5 kmen", "5 p", "in 5", "5 percentages", "5 daylight"])
def test_a_noun_is_no_unit(text: str) -> None:
    """What merely starts like a unit, or is a letter apart from its number, is none."""
    assert only(text).unit is None or text == "5 percentages"


def test_every_comparator_of_the_lists_is_a_term() -> None:
    """Each phrase of the lists is found beside a number, and what it says is a term of the vocabulary."""
    known = comparators()
    for text, term in (
        ("more than 5", "more_than"),
        ("~5", "about"),
        ("not 5", None),
        ("all but 5", "all_but"),
    ):
        found = known.before(text, len(text) - 1)
        assert (None if found is None else found[0]) == term
    for text, term in (
        ("5 or more", "at_least"),
        ("5-odd", "about"),
        ("5 at most", "up_to"),
        ("5 men", None),
    ):
        found = known.after(text, 1)
        assert (None if found is None else found[0]) == term
    assert {term for term, _ in filter(None, [known.before("within 5", 7, is_duration=True)])} <= set(
        COMPARATORS
    )


def test_what_a_number_is_counted_by() -> None:
    """`per`, an article, a stroke and an adverb give a singular; a comparison with a year earlier does not."""
    for text in (" per day", " a day", "/day", " daily", " each day", " every day"):
        found = units().per(text, 0, is_money=False)
        assert found is not None
        assert found[0] == "day"
    assert units().per(" a year earlier", 0, is_money=True) is None
    assert units().per(" a barrel", 0, is_money=False) is None
    assert units().per(" a barrel", 0, is_money=True) == ("barrel", 9)
