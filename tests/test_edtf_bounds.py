"""Dates in EDTF become the days they can mean, strictly; what is not such a date is refused with a reason."""

from __future__ import annotations

import doctest
import io
from contextlib import redirect_stdout
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from edtf import is_valid_edtf, parse_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from loaders import edtf_bounds
from loaders.edtf_bounds import Bounds, InvalidDate, bounds, is_uncertain, precision
from schema.vocabularies import DATE_PRECISIONS

CASES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_name("cases").joinpath("edtf.yaml").read_text("utf-8")
)
accepted = pytest.mark.parametrize("case", CASES["accepted"], ids=lambda case: case["edtf"])
refused = pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: ascii(case["edtf"]))

YEARS = st.integers(1000, 9998).map(str)  # 9999-24 ends in the year 10000
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31)).map(date.isoformat)
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 24))
UNSPECIFIED = st.one_of(
    YEARS.map(lambda year: year[:3] + "X"),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
    MONTHS.map("{}-XX".format),
    st.builds("{}-{}X".format, MONTHS, st.integers(0, 2)),
)
PLAIN = st.one_of(YEARS, MONTHS, DAYS, SEASONS, UNSPECIFIED)
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
DATES = st.builds(str.__add__, PLAIN, QUALIFIERS)
NO_DATE = st.sampled_from(["", ".."])
LOOKALIKES = st.from_regex(r"[12][0-9]{2}[0-9X](-[0-3X][0-9X]){0,2}[?~%]?", fullmatch=True)

# The library takes 5 to 10 ms for a date, so examples are few, and those that matter most are named.
few = settings(max_examples=12, deadline=None)
fewest = settings(max_examples=5, deadline=None)  # of years and months, whose edges are named


def day(text: str) -> date | None:
    """Read a day of the case file, where `none` stands for an open or unknown end."""
    return None if text == "none" else date.fromisoformat(text)


def days(edtf: str) -> tuple[date, date]:
    """Return the bounds of an expression that has both."""
    earliest, latest = bounds(edtf)
    assert earliest is not None
    assert latest is not None
    return earliest, latest


@accepted
def test_bounds_of_cases(case: dict[str, str]) -> None:
    """Every accepted case has the first and the last day that the table says."""
    assert bounds(case["edtf"]) == Bounds(day(case["earliest"]), day(case["latest"]))


@accepted
def test_precision_of_cases(case: dict[str, str]) -> None:
    """Every accepted case has the precision that the table says, a term of the schema's list."""
    assert precision(case["edtf"]) == case["precision"]
    assert case["precision"] in DATE_PRECISIONS


@accepted
def test_accepted_ends_are_standard_edtf(case: dict[str, str]) -> None:
    """We read no dialect: each end, its qualifier aside, is EDTF by the library's judgement too."""
    ends = [end.rstrip("?~%") for end in case["edtf"].split("/") if end not in {"", ".."}]
    assert all(is_valid_edtf(end) for end in ends)


@refused
def test_refusal_of_cases(case: dict[str, str]) -> None:
    """Every refused case is refused by all three functions, for the reason that the table says."""
    for function in (bounds, precision, is_uncertain):
        with pytest.raises(InvalidDate, match=case["why"]):
            function(case["edtf"])


@refused
def test_refusal_shows_a_right_form(case: dict[str, str]) -> None:
    """The first form that a refusal tells the reader to write is accepted."""
    with pytest.raises(InvalidDate) as caught:
        bounds(case["edtf"])
    advice = str(caught.value).rpartition("write for example ")[2]
    assert bounds(advice.split()[0].rstrip(","))


def test_every_precision_has_a_case() -> None:
    """The cases show every precision that the schema knows."""
    assert {case["precision"] for case in CASES["accepted"]} == set(DATE_PRECISIONS)


def test_cases_are_strings_and_stand_once() -> None:
    """YAML made no number or day of any case, and no case stands twice."""
    everything = CASES["accepted"] + CASES["refused"]
    assert all(isinstance(value, str) for case in everything for value in case.values())
    assert len({case["edtf"] for case in everything}) == len(everything)


def test_examples_in_the_documentation_are_true() -> None:
    """The examples in the module's docstrings give what they say."""
    result = doctest.testmod(edtf_bounds)
    assert result.attempted
    assert not result.failed


@settings(max_examples=120, deadline=None)
@given(
    st.text()
    | st.text("0123456789X-/.?~%", max_size=24)
    | LOOKALIKES
    | st.builds("{}/{}".format, LOOKALIKES, LOOKALIKES)
)
@example("2022-1X")
@example("2022-09-3X")
@example("2022-02-30/2022-03-01")
@example("2022-09-21\n")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text has ordered bounds and a precision, or raises InvalidDate alone; nothing is printed."""
    with redirect_stdout(io.StringIO()) as printed:
        try:
            earliest, latest = bounds(text)
        except InvalidDate:
            return
        finally:
            assert not printed.getvalue()
    assert earliest is None or latest is None or earliest <= latest
    assert precision(text) in DATE_PRECISIONS


@few
@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_its_own_bounds(value: date) -> None:
    """Every calendar day from 1000 to 9999 is its own first and last day."""
    assert bounds(value.isoformat()) == Bounds(value, value)
    assert precision(value.isoformat()) == "day"


@few
@given(st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 31))
@example(1900, 2, 29)
@example(2000, 2, 29)
@example(2022, 9, 31)
def test_a_day_is_read_exactly_if_it_exists(year: int, month: int, number: int) -> None:
    """A well-formed day is accepted if, and only if, the calendar has it; 29 February of 1900 it has not."""
    try:
        expected = date(year, month, number)
    except ValueError:
        with pytest.raises(InvalidDate, match="does not exist"):
            bounds(f"{year}-{month:02}-{number:02}")
    else:
        assert bounds(f"{year}-{month:02}-{number:02}") == Bounds(expected, expected)


@fewest
@given(YEARS)
@example("1900")
@example("1999")
@example("2023")
@example("9998")
def test_seasons_follow_one_another_without_gap(year: str) -> None:
    """The four seasons of a year and the next spring touch: no day is in none of them, or in two."""
    seasons = [days(f"{year}-{number}") for number in (21, 22, 23, 24)]
    if year != "9998":
        seasons.append(days(f"{int(year) + 1}-21"))
    for (_, end), (start, _) in pairwise(seasons):
        assert (start - end).days == 1


@few
@given(PLAIN, st.sampled_from("?~%"))
def test_a_qualifier_changes_no_day(plain: str, qualifier: str) -> None:
    """A qualified date has the bounds and precision of the plain one, and only it is uncertain."""
    assert bounds(plain + qualifier) == bounds(plain)
    assert precision(plain + qualifier) == precision(plain)
    assert is_uncertain(plain + qualifier)
    assert not is_uncertain(plain)


@fewest
@given(MONTHS)
@example("1900-02")
@example("2024-02")
def test_an_unspecified_part_is_as_wide_as_an_absent_one(month: str) -> None:
    """`2022-09-XX` has the days of `2022-09`, `2022-XX` and `2022-XX-XX` those of `2022`."""
    year = month[:4]
    assert bounds(f"{month}-XX") == bounds(month)
    assert bounds(f"{year}-XX") == bounds(f"{year}-XX-XX") == bounds(year)


@few
@given(DATES, DATES)
def test_an_interval_contains_its_ends(first: str, last: str) -> None:
    """An interval whose ends come in order contains the days of both, and no day more."""
    first, last = sorted((first, last), key=days)
    (start, start_latest), (_, end) = days(first), days(last)
    assume(start_latest <= end)
    assert bounds(f"{first}/{last}") == Bounds(start, end)
    assert precision(f"{first}/{last}") == "interval"
    assert is_uncertain(f"{first}/{last}") == (is_uncertain(first) or is_uncertain(last))


@few
@given(DATES, DATES)
def test_a_reversed_interval_is_refused(first: str, last: str) -> None:
    """An interval that would begin after its end is refused, and the advice is the interval turned round."""
    last, first = sorted((first, last), key=days)
    assume(days(first)[0] > days(last)[1])
    with pytest.raises(InvalidDate, match="runs backwards") as caught:
        bounds(f"{first}/{last}")
    assert str(caught.value).endswith(f" {last}/{first}")


@few
@given(DATES, NO_DATE)
def test_an_open_or_unknown_end_has_no_day(edtf: str, end: str) -> None:
    """An end that is open or unknown gives None, the other end its day; the precision says `open`."""
    earliest, latest = days(edtf)
    assert bounds(f"{edtf}/{end}") == Bounds(earliest, None)
    assert bounds(f"{end}/{edtf}") == Bounds(None, latest)
    assert precision(f"{edtf}/{end}") == precision(f"{end}/{edtf}") == "open"


@few
@given(
    st.one_of(
        YEARS,
        MONTHS,
        DAYS,
        SEASONS.filter(lambda season: not season.endswith("24")),
        YEARS.map(lambda year: year[:3] + "X"),
        YEARS.map("{}-XX".format),
        MONTHS.map("{}-XX".format),
    )
)
def test_agreement_with_the_library(edtf: str) -> None:
    """Where the edtf library's strict bounds are right, ours are the same days."""
    parsed = parse_edtf(edtf)
    assert bounds(edtf) == Bounds(date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]))


def test_the_library_still_has_the_faults_we_mend() -> None:
    """When this fails the library has mended a fault: see whether loaders/edtf_bounds.py can be shorter."""
    assert tuple(parse_edtf("2022-24").upper_strict()[:3]) == (2022, 12, 31)
    assert tuple(parse_edtf("2022-09-21/").upper_strict()[:3]) == (2032, 9, 21)
    assert is_valid_edtf("1900-02-29")
    assert not is_valid_edtf("2022-24~")
    with redirect_stdout(io.StringIO()), pytest.raises(AttributeError):
        parse_edtf("2022-1X")
