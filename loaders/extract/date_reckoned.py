"""date_reckoned: times that count from an event that the text is about, with no date beside: since the war began."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.extract.date_lexicon import DateLexicon, Reckoned
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.records import Span

SINCE_EVENT = "since-event"
_CURLY = str.maketrans("’‘", "''")


def reckoned_dates(text: ParsedText, found: Iterable[Date], lexicon: DateLexicon) -> Iterator[Date]:
    """Yield the times that count from an event of the lexicon, but where a date or a phrase with one stands.

    The event counts only in a text that holds one of the words which go with it: without Ukraine, the war is another.
    """
    taken = [date.phrase or date.span for date in found]
    words = {token.lower_ for paragraph in text.paragraphs for token in paragraph.doc}
    events = [(event, pattern) for event, pattern in lexicon.reckoned if event.beside & words]
    for paragraph in text.paragraphs:
        printed = paragraph.printed.translate(_CURLY)
        for event, pattern in events:
            for match in pattern.finditer(printed):
                span = Span(paragraph.number, match.start(), match.end())
                if not any(_overlap(span, other) for other in taken):
                    yield _since(event, paragraph, span)


def _since(event: Reckoned, paragraph: ParsedParagraph, span: Span) -> Date:
    day = event.date.isoformat()
    return Date(
        span=span,
        text=paragraph.text(span),
        edtf=f"{day}/..",
        earliest=day,
        latest=None,
        timex3_type="DATE",
        timex3_value=day,
        rule=SINCE_EVENT,
        anchor="event",
        phrase=span,
        period=f"{day}/..",
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.paragraph == b.paragraph and a.start < b.end and b.start < a.end
