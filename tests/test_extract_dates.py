"""Promises of the finder of dates: what a reader of the sentence would say, and nothing where no date stands."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import paths, yaml_source
from loaders.edtf_bounds import iso_days
from loaders.extract.date_lexicon import LEXICON_FILE, DateLists
from loaders.extract.dates import READERS, find_dates
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText, model
from schema.vocabularies import DATE_ANCHORS

CASES, _ = yaml_source.read(Path(__file__).parent / "cases" / "extract_dates.yaml")


def dates_of(text: str, published: str | None) -> tuple[Date, ...]:
    """The time expressions of a text, a paragraph a line."""
    paragraphs = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=1):
        paragraphs.append(ParsedParagraph(number, None, offset, model()(line)))
        offset += len(line) + 1
    return find_dates(ParsedText(tuple(paragraphs), date.fromisoformat(published) if published else None))


@cache
def rules() -> frozenset[str]:
    """The ids of the rules by which dates are read."""
    entries, _ = yaml_source.read(paths.SEEDS / paths.AUTHORITIES / "rules.yaml")
    return frozenset(entry["id"] for entry in entries if entry["kind"] == "date")


def parameters() -> list[Any]:
    """A test for each sentence of the cases; a known failure says what would mend it."""
    found = []
    for case in CASES:
        marks = [pytest.mark.xfail(reason=case["fails"])] if "fails" in case else []
        found.append(pytest.param(case, id=case["text"][:60], marks=marks))
    return found


@pytest.mark.parametrize("case", parameters())
def test_a_sentence_tells_its_dates(case: dict[str, Any]) -> None:
    """Each expression is found with its words, its TIMEX3 value, its days and the days of its phrase; no other is."""
    found = dates_of(case["text"], case.get("published"))
    assert [date.text for date in found] == [row["words"] for row in case["dates"]]
    for date_found, row in zip(found, case["dates"], strict=True):
        wanted = {key: value for key, value in row.items() if key != "words"}
        assert {key: getattr(date_found, NAMES[key]) for key in wanted} == wanted


NAMES = {"value": "timex3_value", "type": "timex3_type", "edtf": "edtf", "period": "period", "rule": "rule"}
LISTS = DateLists.model_validate(yaml_source.read(LEXICON_FILE)[0])
NUMBERS = [
    "1",
    "3",
    "10",
    "21",
    "24",
    "30",
    "31",
    "90",
    "1900",
    "1998",
    "2022",
    "0000",
    "9999",
    "9" * 30,
    "1,900",
    "2.5",
    "1/2",
]
SHAPES = [
    "10:30",
    "25:99",
    "10am",
    "a.m.",
    "2022-09-21",
    "2022-02-30",
    "4/5/22",
    "13.13.2022",
    "80s",
    "1990s",
    "21st",
    "٣",
    "½",
]
MARKS = [
    "-",
    "–",
    ",",
    ".",
    "'",
    "'s",
    "(",
    ")",
    "/",
    "of",
    "and",
    "to",
    "from",
    "between",
    "since",
    "until",
    "in",
    "before",
]
WORDS = sorted({
    *NUMBERS, *SHAPES, *MARKS, "the", "ago", "later", "every", "fiscal", "Easter", "Christmas", "New", "Eve",
    *(form for words in LISTS.words.values() for word in words for form in (word, word.capitalize())),
})  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)),
    st.booleans(),
)
def test_any_text_goes_in(text: str, is_dated: bool) -> None:
    """Whatever the text: no exception, spans within it, in order, without overlap; days only where there is EDTF."""
    found = dates_of(text, "2024-05-15" if is_dated else None)
    lines = text.split("\n")
    end = (0, 0)
    for item in found:
        line = lines[item.span.paragraph - 1]
        assert line[item.span.start : item.span.end] == item.text
        assert item.phrase.start <= item.span.start < item.span.end <= item.phrase.end <= len(line)
        assert (item.span.paragraph, item.span.start) >= end
        end = (item.span.paragraph, item.span.end)
        assert (item.earliest, item.latest) == (iso_days(item.edtf) if item.edtf else (None, None))
        assert item.period is None or iso_days(item.period) != (None, None)
        assert item.rule in rules()
        assert item.anchor in DATE_ANCHORS
        assert item.timex3_type in {"DATE", "TIME", "DURATION", "SET"}


def test_every_pattern_has_its_reader() -> None:
    """The lexicon names no function that is not there, and no function is there in vain."""
    assert {*LISTS.patterns, "holiday", "reference"} == set(READERS)
