"""Promises of quoting.py: whatever the words, the proof gate finds them where they were taken from."""

from __future__ import annotations

import invented
from hypothesis import given
from hypothesis import strategies as st

from loaders.annotation import Quote
from loaders.extract.quoting import quote
from loaders.prove import find
from loaders.records import Span

SIGNS = "ab A1,.'’-“” \u0301é"


@given(st.text(alphabet=SIGNS, min_size=1).filter(str.strip), st.integers(0, 60), st.integers(1, 20))
def test_a_span_becomes_a_quote_that_is_found_there(text: str, start: int, length: int) -> None:
    """The quote of a span is proved at a place that holds the span, less the blanks at its ends."""
    paragraph = text.strip()
    start %= len(paragraph)
    end = min(len(paragraph), start + length)
    document = invented.document(paragraph)
    found = find(Quote.model_validate(quote(document, Span(1, start, end))), document)
    words = paragraph[start:end]
    inner = Span(1, start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
    assert found.holds(inner) or inner.start >= inner.end


def test_words_that_stand_twice_get_a_number() -> None:
    """The second of two equal words is quoted with nth; a part of a longer number is widened to all of it."""
    document = invented.document("Lis met Lis; 1,200 came.")
    assert quote(document, Span(1, 8, 11)) == {"p": 1, "quote": "Lis", "nth": 2}
    assert quote(document, Span(1, 15, 18)) == {"p": 1, "quote": "1,200"}
    assert quote(document, Span(1, 0, 24)) == {"p": 1}
