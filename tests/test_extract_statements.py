"""Statements: who said what, quoted or reported, with the words of speech and what was said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders import yaml_source
from loaders.extract.findings import Name, Statement
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from loaders.extract.quotations import find_quotations
from loaders.extract.statements import find_statements
from loaders.records import Span
from schema.vocabularies import QUOTATIONS, STATEMENT_FORMS, STATEMENT_MODALITIES

CASES: list[dict[str, Any]] = yaml_source.read(Path(__file__).parent / "cases" / "extract_statements.yaml")[
    0
]["cases"]


def paragraphs(case: dict[str, Any]) -> list[str]:
    """The paragraphs of a case, parted by strokes."""
    return [paragraph.strip() for paragraph in case["text"].split("|")]


@lru_cache(maxsize=1)
def all_parsed() -> list[ParsedText]:
    """The texts of the cases, parsed at one go."""
    docs = parse(paragraph for case in CASES for paragraph in paragraphs(case))
    return [
        ParsedText(
            tuple(
                ParsedParagraph(number, "body", 0, next(docs))
                for number in range(1, len(paragraphs(case)) + 1)
            )
        )
        for case in CASES
    ]


def names_of(case: dict[str, Any]) -> Iterator[Name]:
    """The names of a case wherever they stand in it; `org:` marks an organisation."""
    for number, paragraph in enumerate(paragraphs(case), 1):
        for entry in case.get("names", []):
            name = entry.removeprefix("org:")
            kind = "person" if name == entry else "organisation"
            place = paragraph.find(name)
            while place >= 0:
                span = Span(number, place, place + len(name))
                yield Name(span, name, kind, name, None, "name", "literal", None, 1.0, "given")
                place = paragraph.find(name, place + 1)


def as_case(statement: Statement) -> list[str]:
    """A statement as the cases write it."""
    return [statement.speaker or "-", statement.form, statement.quotation or "", statement.modality]


def as_parameter(number: int, case: dict[str, Any]) -> Any:
    """A case as a parameter of a test; one with a remedy is a known failure."""
    marks = [pytest.mark.xfail(reason=case["remedy"], strict=True)] if "remedy" in case else []
    return pytest.param(number, case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize(("number", "case"), [as_parameter(*row) for row in enumerate(CASES)])
def test_the_statements_of_a_text(number: int, case: dict[str, Any]) -> None:
    """A text gives just the statements of its case, in order: speaker, form, quotation; modality where told."""
    found = [
        as_case(statement)
        for statement in find_statements(
            all_parsed()[number], sorted(names_of(case), key=lambda name: name.span)
        )
    ]
    expected = [
        [*(column.strip() for column in words.split("|")), "", ""][:4] for words in case["statements"]
    ]
    assert len(found) == len(expected)
    for columns, told in zip(found, expected, strict=True):
        assert columns[: 4 if told[3] else 3] == told[: 4 if told[3] else 3]


def test_there_are_cases_enough() -> None:
    """The cases are at least eighty, a dozen of them without a statement; all texts differ."""
    assert len(CASES) >= 80
    assert sum(not case["statements"] for case in CASES) >= 12
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_an_entity_follows_its_speaker() -> None:
    """A named speaker carries the entity of the name; a description or an open pronoun carries none."""
    words = "Ewa Lis said it was late. The guard said it was not."
    case = {"text": words, "names": ["Ewa Lis"]}
    text = ParsedText(tuple(ParsedParagraph(1, "body", 0, doc) for doc in parse([words])))
    first, second = find_statements(text, list(names_of(case)))
    assert (first.speaker, first.entity) == ("Ewa Lis", "Ewa Lis")
    assert (second.speaker, second.entity) == ("The guard", None)


def hold_together(text: ParsedText, statements: tuple[Statement, ...]) -> None:
    """Spans lie within their paragraph and hold the words told; terms are known; order is that of the text."""
    docs = {paragraph.number: paragraph.doc.text for paragraph in text.paragraphs}
    for statement in statements:
        words = docs[statement.span.paragraph]
        assert 0 <= statement.span.start < statement.span.end <= len(words)
        assert statement.text == words[statement.span.start : statement.span.end]
        assert statement.content
        assert all(statement.span.holds(part) and part.start < part.end for part in statement.content)
        assert statement.cue is None or statement.span.holds(statement.cue)
        assert (statement.speaker is None) == (statement.speaker_span is None)
        if statement.speaker_span is not None:
            said = docs[statement.speaker_span.paragraph]
            assert said[statement.speaker_span.start : statement.speaker_span.end] == statement.speaker
        assert statement.form in STATEMENT_FORMS
        assert statement.quotation is None or statement.quotation in QUOTATIONS
        assert (statement.quotation is None) == (statement.form == "indirect")
        assert statement.modality in STATEMENT_MODALITIES
    starts = [(statement.span.paragraph, statement.span.start) for statement in statements]
    assert starts == sorted(starts)


def test_the_cases_hold_together() -> None:
    """What holds for any text holds for the texts of the cases."""
    for text in all_parsed():
        hold_together(text, find_statements(text))


pieces = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "said",
        "says",
        "he",
        "she",
        "Anna",
        "told",
        "that",
        "according to",
        "the mayor",
        ",",
        ".",
        ":",
        "?",
        "—",
        "we will stay",
        "by",
        "account",
        "it was reported that",
        "as",
        "in",
        "40 men",
        "asked",
        "denied",
        "\xa0",
        "\n",
    ]
)


@settings(deadline=None, max_examples=200)
@example([""])
@example(['"'])
@example(["He said: ", "“We"])
@example(["0 rEPOrted 000”» told"])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.lists(pieces, max_size=14).map(" ".join),
            st.lists(pieces, max_size=9).map("".join),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_text_goes_in(words: list[str]) -> None:
    """Whatever the paragraphs, the finder answers, and what it finds holds together."""
    text = ParsedText(
        tuple(ParsedParagraph(number, "body", 0, doc) for number, doc in enumerate(parse(words), 1))
    )
    hold_together(text, find_statements(text))


@settings(deadline=None)
@given(st.text(alphabet="ab “”\"'‘’«».,\n", max_size=50))
def test_quotations_are_in_order_and_apart(words: str) -> None:
    """Quotations lie within their text, in order, none over another, and their words within their marks."""
    end = 0
    for quotation in find_quotations(words):
        assert (
            end
            <= quotation.start
            <= quotation.inner_start
            <= quotation.inner_end
            <= quotation.end
            <= len(words)
        )
        end = quotation.end
