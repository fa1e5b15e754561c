"""Promises of identifiers.py: ids are the same for ever, fit every reader, and are told apart."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loaders.identifiers import derived_number, is_introduced, is_slug, slug

parts = st.lists(
    st.integers() | st.text(st.characters(codec="utf-8", exclude_characters="\x1f")), min_size=1, max_size=4
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ewa Lis", "ewa-lis"),
        ("Türkiye", "turkiye"),
        ("Kraków (north) — 2", "krakow-north-2"),
        ("  -- A..B --  ", "a-b"),
        ("017_ab12", "017-ab12"),
        ("ﬁve ½", "five-12"),
        ("Łódź", "lodz"),
        ("Małgorzata Øystein-Đorđević", "malgorzata-oystein-dordevic"),
        ("Straße, GROẞ", "strasse-gross"),
        ("Þórr Æsir Œuvre", "thorr-aesir-oeuvre"),
        ("Iğdır", "igdir"),
        ("Əliyev", "eliyev"),
        ("Ǿ", "o"),
        ("Москва", ""),
        ("!?", ""),
    ],
)
def test_slugs_stay_as_they_are(name: str, expected: str) -> None:
    """Golden values: accents go, everything else that is not a-z or 0-9 is one hyphen, none at the ends."""
    assert slug(name) == expected


@settings(deadline=None)
@given(st.text())
def test_a_slug_is_an_id_and_its_own_slug(name: str) -> None:
    """Whatever the name, its slug is a public id or empty, and making a slug of it again changes nothing."""
    made = slug(name)
    assert made == "" or is_slug(made)
    assert slug(made) == made


@pytest.mark.parametrize("text", ["a", "0", "a-1", "harbour-strike-p2-0"])
def test_ids_are_words_joined_by_hyphens(text: str) -> None:
    """Words of a-z and 0-9 joined by single hyphens are ids."""
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a\n", "a/b", "..", "a'b", "а", "١"]
)
def test_anything_else_is_no_id(text: str) -> None:
    """Capitals, accents, look-alikes, white space, line ends and double hyphens are refused."""
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("identifying", "number"),
    [
        (("harbour-strike", 2), 3346488921337441),
        ((3346488921337441, 0, 7), 3346498509467358),
        (("évidence", "ligne", ""), 1207729265504053),
    ],
)
def test_derived_numbers_stay_as_they_are(identifying: tuple[str | int, ...], number: int) -> None:
    """Golden values: a number derived today is the number that every file already out there holds."""
    assert derived_number(*identifying) == number


@settings(deadline=None)
@given(parts)
def test_a_derived_number_fits_every_reader(identifying: list[str | int]) -> None:
    """It is never negative and has at most 53 bits, which JavaScript and JSON readers keep exactly."""
    assert 0 <= derived_number(*identifying) < 2**53


@settings(deadline=None)
@given(parts, parts)
def test_different_parts_give_different_numbers(one: list[str | int], other: list[str | int]) -> None:
    """Rows are told apart; neighbouring parts cannot run together; only a number and its digits count as one."""
    assume([str(part) for part in one] != [str(part) for part in other])
    assert derived_number(*one) != derived_number(*other)


@settings(deadline=None)
@given(parts, parts)
def test_a_row_lies_beside_its_owner(owner: list[str | int], own: list[str | int]) -> None:
    """The upper 18 bits of a number are those of the row that it belongs to, whatever else tells it apart."""
    number = derived_number(*owner)
    assert derived_number(number, *own) >> 35 == number >> 35


def test_what_an_article_introduces_lies_beside_its_rows() -> None:
    """A name of a person whom only one article knows, and a paragraph of that article."""
    paragraph = derived_number("harbour-strike", 2)
    assert derived_number("ewa-lis--harbour-strike", "party", "lis") >> 35 == paragraph >> 35
    assert derived_number("ewa-lis", "party", "lis") >> 35 != paragraph >> 35


def test_nearby_rows_do_not_meet() -> None:
    """A hundred thousand rows named as real ones are, article and paragraph, have as many numbers."""
    articles = [a + b for a in string.ascii_lowercase for b in string.digits]
    numbers = {derived_number(article, n) for article in articles for n in range(400)}
    assert len(numbers) == len(articles) * 400


def test_the_separator_is_refused() -> None:
    """A part that holds the separator could pass for two parts."""
    with pytest.raises(ValueError, match="separator"):
        derived_number("a\x1fb")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ewa-lis--harbour-vote", True),
        ("ewa-lis", False),
        ("ewa--lis--vote", False),
        ("--vote", False),
        ("ewa-lis--", False),
        ("ewa---vote", False),
    ],
)
def test_an_id_tells_which_article_introduced_it(text: str, expected: bool) -> None:
    """Name and article stand on both sides of one double hyphen, and no such id is a slug."""
    assert is_introduced(text) is expected
    assert not (is_slug(text) and is_introduced(text))
