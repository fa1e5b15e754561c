"""Figures: each number of a text is a claim with unit, comparator and what it counts, or is left out for a reason."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders import yaml_source
from loaders.extract.figures import FiguresFound, find_figures
from loaders.extract.findings import Figure
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from schema.vocabularies import ACCUMULATIONS, COMPARATORS, FIGURE_KINDS, FIGURE_MODALITIES

CASES, _ = yaml_source.read(Path(__file__).parent / "cases" / "extract_figures.yaml")
SENTENCES = [*CASES["development"], *CASES["held_out"], *CASES["learned"]]


def parsed(texts: Iterable[str]) -> ParsedText:
    """A text of these paragraphs."""
    docs = enumerate(parse(texts), 1)
    return ParsedText(tuple(ParsedParagraph(number, "body", 0, doc) for number, doc in docs))


@lru_cache(maxsize=1)
def all_found() -> tuple[ParsedText, FiguresFound]:
    """The sentences of the cases, parsed at one go, and their figures."""
    text = parsed(case["text"] for case in SENTENCES)
    return text, find_figures(text)


def as_case(figure: Figure) -> str:
    """A figure as the cases write it: value or range, unit, comparator."""
    value = f"{figure.value:.4g}" if figure.value is not None else f"{figure.low:g}..{figure.high:g}"
    unit = "/".join(part for part in (figure.unit or ("-" if figure.per else ""), figure.per) if part)
    return " | ".join([value, unit or "-", figure.comparator])


def expected(case: str) -> str:
    """The same of a case's own words."""
    columns = [column.strip() for column in case.split("|")] + ["-", "exact"][len(case.split("|")) - 1 :]
    ends = columns[0].split("..")
    value = f"{float(ends[0]):.4g}" if len(ends) == 1 else "..".join(f"{float(end):g}" for end in ends)
    return " | ".join([value, columns[1], columns[2]])


def as_parameter(number: int, case: dict[str, Any]) -> Any:
    """A case as a parameter of a test; one with a remedy is a known failure."""
    marks = [pytest.mark.xfail(reason=case["remedy"], strict=True)] if "remedy" in case else []
    return pytest.param(number, case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize(("number", "case"), [as_parameter(*row) for row in enumerate(SENTENCES, 1)])
def test_the_figures_of_a_sentence(number: int, case: dict[str, Any]) -> None:
    """A sentence gives just the figures of its case, in order: value, unit, comparator; the noun where told."""
    figures = [figure for figure in all_found()[1].figures if figure.span.paragraph == number]
    assert [as_case(figure) for figure in figures] == [expected(words) for words in case["figures"]]
    for figure, words in zip(figures, case["figures"], strict=True):
        head = [*words.split("|"), "", "", ""][3].strip()
        assert not head or figure.counted_head == head


def test_there_are_cases_enough() -> None:
    """The cases hold at least 300 figures in 290 sentences, and at least 35 sentences whose numbers claim nothing."""
    assert len(SENTENCES) >= 290
    assert sum(len(case["figures"]) for case in SENTENCES) >= 300
    assert sum(not case["figures"] for case in SENTENCES) >= 35
    assert len({case["text"] for case in SENTENCES}) == len(SENTENCES)


def hold_together(text: ParsedText, found: FiguresFound) -> None:
    """Spans lie within their paragraph and hold the words told; terms are known; order is that of the text."""
    docs = {paragraph.number: paragraph.doc.text for paragraph in text.paragraphs}
    for figure in found.figures:
        words = docs[figure.span.paragraph]
        assert 0 <= figure.span.start < figure.span.end <= len(words)
        assert figure.text == words[figure.span.start : figure.span.end]
        assert figure.span.holds(figure.number)
        assert (
            figure.counted_span is None
            or words[figure.counted_span.start : figure.counted_span.end] == figure.counted
        )
        assert (figure.value is None) == (figure.low is not None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.comparator in COMPARATORS
        assert figure.figure_kind in FIGURE_KINDS
        assert figure.accumulation in ACCUMULATIONS
        assert figure.modality in FIGURE_MODALITIES
    numbers = [figure.number for figure in found.figures]
    assert numbers == sorted(numbers)
    assert all(one.end <= other.start for one, other in pairwise(numbers) if one.paragraph == other.paragraph)
    assert all(count > 0 for count in found.left_out.values())


def test_the_cases_hold_together() -> None:
    """What holds for any text holds for all sentences of the cases."""
    hold_together(*all_found())


pieces = st.sampled_from(
    [
        "5",
        "1,200",
        "9,7 million",
        "$",
        "€",
        "3bn",
        "%",
        "percent",
        "a",
        "few",
        "hundred",
        "thousands",
        "of",
        "between",
        "and",
        "to",
        "-",
        "–",
        "one",
        "in",
        "three",
        "half",
        "twenty",
        "third",
        "nearly",
        "more than",
        "or more",
        "years",
        "old",
        "km",
        "per",
        "day",
        "people",
        "Russia",
        "said",
        "doubled",
        "times",
        "1/2",
        "½",
        "12:30",
        "2022",
        "March",
        ",",
        ".",
        "(",
        ")",
        "+",
        "\xa0",
        "\u2028",
        "é",
        "٣",
        "²",
    ]
)


@settings(deadline=None, max_examples=150)
@example("")
@example(" ")
@example("²")
@example("٣ men and ٣٤٥ women")
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(pieces, max_size=14).map(" ".join),
        st.lists(pieces, max_size=9).map("".join),
    )
)
def test_any_text_goes_in(words: str) -> None:
    """Whatever the text, the finder answers, and what it finds holds together."""
    text = parsed([words])
    hold_together(text, find_figures(text))
