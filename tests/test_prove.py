"""Promises of prove.py: a quote stands at one place, word for word, or its article is refused."""

from __future__ import annotations

import re
import time
from pathlib import Path

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.annotation import Quote
from loaders.errors import ProofError
from loaders.prove import find, prove
from loaders.records import Span

STRIKE = "Ewa Lis said “no” to 1,200 dockers; Ewa Lis’s dockers said no to 200 boats."


def found(quote: str | None, nth: int | None = None, text: str = STRIKE) -> str:
    """The words at the place that was found for a quote, and the offset."""
    span = find(Quote(p=1, quote=quote, nth=nth), invented.document(text))
    assert span.paragraph == 1
    return f"{span.start} {text[span.start : span.end]}"


def refusal(quote: str, nth: int | None = None, text: str = STRIKE) -> str:
    """What is said of a quote that is refused."""
    with pytest.raises(ValueError, match="paragraph 1") as caught:
        find(Quote(p=1, quote=quote, nth=nth), invented.document(text))
    return str(caught.value)


@pytest.mark.parametrize(
    ("quote", "nth", "place"),
    [
        ("said “no”", None, "8 said “no”"),
        ("“no”", None, "13 “no”"),
        ("no", 1, "14 no"),
        ("no", 2, "59 no"),
        ("Ewa Lis", 2, "36 Ewa Lis"),
        ("Ewa Lis’s", None, "36 Ewa Lis’s"),
        ("1,200", None, "21 1,200"),
        ("200 boats.", None, "65 200 boats."),
        (STRIKE, None, f"0 {STRIKE}"),
        (None, None, f"0 {STRIKE}"),
        ("boats", 1, "69 boats"),
    ],
)
def test_a_quote_is_found_at_its_place(quote: str | None, nth: int | None, place: str) -> None:
    """Words that stand once need no `nth`; those that stand more often need it; no words mean the whole paragraph."""
    assert found(quote, nth) == place


@pytest.mark.parametrize(
    ("quote", "nth", "told"),
    [
        ("Ewa Lis", None, "“Ewa Lis” stands 2 times in paragraph 1; add nth"),
        ("Ewa Lis", 3, "“Ewa Lis” stands 2 times in paragraph 1, not 3"),
        ("boats", 2, "“boats” stands 1 times in paragraph 1, not 2"),
        ("Ewa Lys said", None, "paragraph 1 does not hold “Ewa Lys said”; nearest is “Ewa Lis said”"),
        ("to 1200 dockers", None, "nearest is “to 1,200 dockers;”"),
        ("ewa Lis said", None, "nearest is “Ewa Lis said”"),
        ("Ewa Lis's", None, "nearest is “Ewa Lis’s”"),
        ('said "no"', None, 'does not hold “said "no"”'),
        ("Ewa  Lis said", None, "nearest is “Ewa Lis said”"),
        ("Ewa\u00a0Lis said", None, "nearest is “Ewa Lis said”"),
        ("docker", None, "does not hold “docker”"),
        ("ockers", None, "does not hold “ockers”"),
        ("wa L", None, "does not hold “wa L”"),
        ("20", None, "does not hold “20”"),
        ("0 boats", None, "does not hold “0 boats”"),
        (STRIKE + "!", None, f"nearest is “{STRIKE}”"),
        (STRIKE + " And so on.", None, f"nearest is “{STRIKE}”"),
    ],
)
def test_what_does_not_stand_there_is_refused(quote: str, nth: int | None, told: str) -> None:
    """Another letter, apostrophe, quotation mark, case or space, or a part of a word, is not the text."""
    assert told in refusal(quote, nth)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("200", "1,200 dockers"),
        ("200 dockers", "1,200 dockers"),
        ("1", "1,200 dockers"),
        ("7 million", "9,7 million"),
        ("5 years", "6.5 years"),
        ("6", "6.5 years"),
        ("2 years", "6 1/2 years"),
        ("t", "They didn’t go"),
        ("cafe", "A cafe\u0301 there"),
    ],
)
def test_a_part_of_a_number_or_word_is_not_found(quote: str, text: str) -> None:
    """“200” is no part of 1,200: a figure must not rest on a part of the number that is printed."""
    refusal(quote, text=text)


@pytest.mark.parametrize(
    ("quote", "text", "offset"),
    [
        ("18", "aged 18-27", 5),
        ("27", "aged 18-27", 8),
        ("200", "all 200, then 3", 4),
        ("3", "all 200, then 3.", 14),
        ("70", "so 70% left", 3),
        ("Lis", "Lis’s boats", 0),
        ("known", "a well-known man", 7),
        ("said", "he (said) so", 4),
        ("$5", "some $5 each", 5),
        ("😀 b", "a 😀 b", 2),
        ("Łódź", "in Łódź.", 3),
    ],
)
def test_what_stands_beside_punctuation_is_found(quote: str, text: str, offset: int) -> None:
    """Hyphens, stops, signs, quotation marks and a possessive are no part of the word; offsets are code points."""
    assert found(quote, text=text) == f"{offset} {quote}"


def test_occurrences_may_overlap() -> None:
    """Words that begin again before they end stand as often as they begin."""
    assert found("no no", 2, "no no no") == "3 no no"
    assert "stands 2 times" in refusal("no no", text="no no no")


words = st.lists(
    st.sampled_from(["ab", "a", "b", "1,2", "2", "“a”", "b’s", "-", "é", "a."]), min_size=1, max_size=12
)


def outcome(quote: str, text: str, nth: int | None = None) -> Span | str:
    """The span of a quote, or what is said where it is refused."""
    try:
        return find(Quote(p=1, quote=quote, nth=nth), invented.document(text))
    except ValueError as error:
        return str(error)


@settings(deadline=None, max_examples=300)
@given(words, st.data())
def test_a_slice_at_word_boundaries_is_found_at_its_place(parts: list[str], data: st.DataObject) -> None:
    """Words of a text are found just there, or refused as standing more than once; with `nth`, there and elsewhere."""
    text = " ".join(parts)
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S", text)]
    ends = [match.end() for match in re.finditer(r"\S(?!\S)", text)]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([end for end in ends if end > start]))
    quote = text[start:end]
    found = outcome(quote, text)
    if found != Span(1, start, end):
        told = re.fullmatch(r".* stands ([0-9]+) times in paragraph 1; add nth", str(found))
        assert told
        places = [outcome(quote, text, n) for n in range(1, int(told[1]) + 1)]
        assert Span(1, start, end) in places
        assert len(set(places)) == len(places) > 1
        assert all(isinstance(place, Span) and text[place.start : place.end] == quote for place in places)


@settings(deadline=None, max_examples=200)
@given(st.text(min_size=1, max_size=30).filter(str.strip), st.text(min_size=1, max_size=8))
def test_a_quote_never_means_other_words(text: str, quote: str) -> None:
    """Whatever text and quote, the place that is found holds the very words; else the refusal says what to do."""
    found = outcome(quote, text)
    if isinstance(found, Span):
        assert text[found.start : found.end] == quote
    else:
        assert "nearest is" in found or "add nth" in found


def test_a_whole_annotation_is_proved(tmp_path: Path) -> None:
    """Every quote of an annotation has its span, those of details, dates and authors too."""
    document = invented.document("By Jan Wrona", "Lis spoke on Monday. Lis left.")
    source = invented.annotation(
        "dates: [{p: 2, quote: on Monday, edtf: 2021-03-01, rule: date-printed}]\n"
        "events: [{p: 2, quote: Lis left, event: e, status: happened, gist: g,\n"
        "  details: [{p: 2, quote: Lis, nth: 2, kind: cause, detail: d}],\n"
        "  evidence: {date: {basis: stated, at: {p: 1}}}}]\n"
    )
    assert dict(prove(source, document)) == {
        (2, "on Monday", None): Span(2, 10, 19),
        (2, "Lis left", None): Span(2, 21, 29),
        (2, "Lis", 2): Span(2, 21, 24),
        (1, None, None): Span(1, 0, 12),
    }


@pytest.mark.parametrize(
    ("quote", "line", "told"),
    [
        ("p: 1, quote: Storms", 7, "port.yaml:7: paragraph 1 does not hold “Storms”; nearest is “Storm”"),
        ("p: 4, quote: Storm", 7, "port.yaml:7: there is no paragraph 4; the article has 2"),
    ],
)
def test_a_refusal_names_file_line_and_paragraph(quote: str, line: int, told: str) -> None:
    """The error is about the line of the very quote, inside an entry of several lines too."""
    source = invented.annotation(
        "events:\n- {p: 1, quote: Storm, event: e, status: happened, gist: g,\n"
        f"   details: [{{{quote}, kind: cause,\n     detail: d}}]}}\n"
    )
    with pytest.raises(ProofError) as caught:
        prove(source, invented.document("Storm", "Calm"))
    assert (str(caught.value), caught.value.line) == (told, line)
    assert caught.value.exit_status == 2


def test_a_refusal_is_one_line() -> None:
    """A quote that runs over a line break, which no paragraph holds, does not break the message."""
    assert "\n" not in refusal("Ewa\nLis")


def test_the_nearest_text_is_found_in_time() -> None:
    """A wrong quote of a paragraph as long as a whole article is told within seconds."""
    begin = time.perf_counter()
    refusal("Ewa Lys said, and so they all did", text=" ".join([STRIKE] * 200))
    assert time.perf_counter() - begin < 5
