"""Promises of reading/repairs.py: slips of machines are read aright; the text given is kept and can be had back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.clean import clean
from loaders.reading.repairs import applied, repair, undone
from loaders.records import Document


@pytest.mark.parametrize(
    ("text", "read", "rule"),
    [
        ("in 2022.The war", "in 2022. The war", "glued-words"),
        ("He left.“I see", "He left. “I see", "glued-words"),
        ("at 5 a.m.The bus", "at 5 a.m. The bus", "glued-words"),
        ("in Ukraine.The war", "in Ukraine. The war", "glued-words"),
        ("Armenia,Georgia", "Armenia, Georgia", "glued-words"),
        ("“Go,”he said", "“Go,” he said", "glued-words"),
        ("donâ€™t", "don’t", "misread-utf-8"),
        ("cafÃ© â€œhiâ€\x9d", "café “hi”", "misread-utf-8"),
        ("there.Â It", "there. It", "misread-utf-8"),
        ("it\x92s", "it’s", "windows-sign"),
        ("two\u00a0men\u2009here", "two men here", "space"),
        ("mobi\u00adlization", "mobilization", "unseen-sign"),
        ("Ewa\u202e Lis\u200b", "Ewa Lis", "unseen-sign"),
        ("the \ufb01rst o\ufb03ce", "the first office", "ligature"),
        ("e\u0301te\u0301", "été", "composed-letter"),
        ("Marks &amp; Sons&nbsp;said &#8220;no&#8221;", "Marks & Sons said “no”", "entity"),
        ("non\u2011stop", "non-stop", "hyphen"),
        ("T\u0435st", "Test", "mixed-scripts"),
    ],
)
def test_a_slip_is_read_aright(text: str, read: str, rule: str) -> None:
    """Each kind of slip is read as what was meant, and the rule says what was done."""
    found = repair(text)
    assert found.text == read
    assert {item.rule for item in found.repairs} == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "Kavkaz.Realii and Idel.Realii wrote it",
        "the Mgorod.kz website, Mail.Ru and Booking.Com",
        "see https://port.example/A.The,of or www.port.example/a,b",
        "write to Ewa.Lis@port.example",
        "between 9,7 million and 16,1 million, 6 1/2 years",
        "the U.S. and J.K. Rowling",
        "‘single’, “double”, «angled», ‹these› – and — dashes",
        "naïve Łódź, à la carte; là » where",
        "Москва и Київ",
        "file.The_name #tag.The",
        "Wait... What?",
        "Montedison S.p.A. of AT&T; R&D",
    ],
)
def test_what_is_meant_is_left(text: str) -> None:
    """Names with stops, addresses, decimal commas, foreign letters, quotation marks and dashes stay as printed."""
    assert repair(text).repairs == ()


def test_offsets_lead_back() -> None:
    """A span of the text as read leads to the words in the text given, whatever was repaired before or in it."""
    text = "Ewa\u00ad Lis left in 2022.The donâ€™t of Lis\u00a0co\u00adst"
    found = repair(text)
    for words, given_words in (
        ("Ewa", "Ewa"),
        ("Lis left", "Lis left"),
        ("2022", "2022"),
        ("The", "The"),
        ("don’t", "donâ€™t"),
        ("’", "â€™"),
        ("Lis cost", "Lis\u00a0co\u00adst"),
    ):
        start = found.text.index(words)
        begin, end = found.given(start, start + len(words))
        assert text[begin:end] == given_words


slips = st.sampled_from(
    [
        "â€™",
        "Ã©",
        "\u00a0",
        "\u00ad",
        "\u200b",
        ".The",
        ",and",
        "\x92",
        "\ufb01",
        "e\u0301",
        "T\u0435s",
        " ",
        "a",
        "2022",
    ]
)
texts = st.lists(st.one_of(slips, st.text(st.characters(codec="utf-8"), max_size=5)), max_size=25).map(
    "".join
)


@settings(deadline=None, max_examples=500)
@given(texts, st.data())
def test_the_text_given_comes_back(text: str, data: st.DataObject) -> None:
    """From any text as read the text given can be had back; spans cover what they were read from."""
    found = repair(text)
    assert undone(found) == text
    assert applied(text, found.repairs) == found
    ends = [item.start + len(item.given) for item in found.repairs]
    assert all(item.given and item.given != item.repaired for item in found.repairs)
    assert all(end <= item.start for end, item in zip(ends, found.repairs[1:], strict=False))
    if found.text:
        start = data.draw(st.integers(0, len(found.text) - 1))
        end = data.draw(st.integers(start + 1, len(found.text)))
        begin, stop = found.given(start, end)
        assert 0 <= begin < stop <= len(text)
        inside = [
            item for item in found.repairs if begin <= item.start and item.start + len(item.given) <= stop
        ]
        part = [(item.start - begin, item.given, item.repaired) for item in inside]
        read = text[begin:stop]
        for offset, printed, meant in reversed(part):
            read = read[:offset] + meant + read[offset + len(printed) :]
        assert found.text[start:end] in read


@settings(deadline=None, max_examples=100)
@given(texts)
def test_a_repaired_text_needs_no_unseen_sign(text: str) -> None:
    """What is read holds no soft hyphen, zero width, override of direction, or space that is none."""
    read = repair(text).text
    assert not set(read) & set("\u00ad\u200b\u202e\u2066\u00a0\u2009\ufeff\x00")


def test_repairs_travel_with_the_paragraph() -> None:
    """A paragraph keeps its text as given, and its repairs say how it is read."""
    document = Document(
        Path("a.txt"), "a", None, None, "It blew in 2022.The\u00a0port closed.", 1, "0" * 64, None
    )
    (paragraph,) = clean(document).paragraphs
    assert paragraph.text == document.text
    assert applied(paragraph.text, paragraph.repairs).text == "It blew in 2022. The port closed."


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "a." * 50_000, "." * 100_000, "â€" * 50_000, "A.The" * 20_000, "a,b" * 33_000, "\u00a0" * 100_000,
     "@" * 100_000, "T\u0435" * 50_000, "e\u0301" * 50_000],
    ids=lambda text: ascii(text[:4]),
)  # fmt: skip
def test_no_rule_takes_long(text: str) -> None:
    """The longest paragraph that is read takes under three seconds, however it is made."""
    started = time.perf_counter()
    found = repair(text)
    assert undone(found) == text
    assert time.perf_counter() - started < 3
