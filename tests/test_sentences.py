"""Promises of sentences.py: paragraphs are cut where sentences end."""

from __future__ import annotations

import time

import pytest

from loaders.sentences import sentences


def texts(paragraph: str) -> list[str]:
    """The sentences' texts alone."""
    return [sentence.text for sentence in sentences(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("She left on Nov. 4. He stayed.", ["She left on Nov. 4.", "He stayed."]),
        ("It was in Nov. Then it snowed.", ["It was in Nov.", "Then it snowed."]),
        ("They fled. 700 came back.", ["They fled.", "700 came back."]),
        ("Gen. A. B. Holm spoke to Mr. Berg.", ["Gen. A. B. Holm spoke to Mr. Berg."]),
        ("He moved to the U.S. The law changed.", ["He moved to the U.S.", "The law changed."]),
        ("The U.S. Navy came.", ["The U.S. Navy came."]),
        ("It is No. 5 of 3.5 million. So be it.", ["It is No. 5 of 3.5 million.", "So be it."]),
        ("“No.” He left. “Why?” she asked.", ["“No.”", "He left.", "“Why?” she asked."]),
        ("He said “it is done.” The rest (all) left!", ["He said “it is done.”", "The rest (all) left!"]),
        ("A harbour. (file photo)", ["A harbour. (file photo)"]),
        ("So he… Then? Yes", ["So he…", "Then?", "Yes"]),
        ("*Ola is a pseudonym. It is not real.", ["*Ola is a pseudonym.", "It is not real."]),
        ("  \u00a0 ", []),
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(paragraph: str, expected: list[str]) -> None:
    """A stop ends a sentence before a capital or a digit, but not one that belongs to an abbreviation."""
    assert texts(paragraph) == expected


def test_spans_are_of_the_paragraph() -> None:
    """A sentence's span cuts exactly its text out of the paragraph, in code points."""
    paragraph = " \u00a0Ærlig talt. 😀 He left.\u00a0 She stayed. "
    cut = sentences(paragraph)
    assert [paragraph[sentence.start : sentence.end] for sentence in cut] == [s.text for s in cut]
    assert len(cut) == 2


@pytest.mark.parametrize("text", ["." * 200_000, "A. " * 70_000, ".'" * 100_000, ". " + " " * 200_000])
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """A text made to be awkward is cut in well under the time that a quadratic scan would take."""
    begin = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begin < 5
