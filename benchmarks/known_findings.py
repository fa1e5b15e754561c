"""What a faultless extractor would find in the invented articles, from their known facts: loads without extraction.

It stands in for the workers, so that everything but the extractor is the program's own: reading, cleaning, drafting,
proof, names, rows and what relates them. Its own time is counted apart.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import Fact, InventedArticle, article
from loaders.edtf_bounds import iso_days
from loaders.extract.findings import Date, Event, Figure, Findings, Name, Participant, Point, Statement
from loaders.extract.findings_json import to_json
from loaders.extract.version import extractor_version
from loaders.extraction import Extraction, text_hash
from loaders.records import CleanDocument, Span

# Of two hundred figures that a text counts without a measure of the lists, so many fall under one of these.
_MEASURES = {"newcomers": "arrivals", "travellers": "travelers-abroad", "deserters": "requests-from-soldiers"}
_COUNTED = re.compile(r" (?P<counted>[a-z]+)")
_NUMBER = re.compile(r"[\d,]+")


class KnownPool:
    """Reads chunks of invented documents by what is known of them; `seconds` of processor time went into it."""

    ahead = 0

    def __init__(self, seed: int = 1) -> None:
        self.seconds = 0.0
        self.read = 0
        self._seed = seed

    def submit(self, documents: Sequence[CleanDocument]) -> KnownTask:
        """Read documents at once."""
        start = time.process_time()
        found = [self._extraction(document) for document in documents]
        self.seconds += time.process_time() - start
        self.read += len(found)
        return KnownTask(found)

    def _extraction(self, document: CleanDocument) -> Extraction:
        item = article(number_of(document.document.file), self._seed)
        return Extraction(text_hash(document), extractor_version(), to_json(findings_of(item)))


class KnownTask:
    """Documents that were read."""

    def __init__(self, found: list[Extraction]) -> None:
        self._found = found

    def result(self) -> list[Extraction]:
        """Return what was found in each, in order."""
        return self._found


def number_of(file: Path) -> int:
    """Return the number of the invented article that a file holds, told by its name."""
    return int(file.stem.split("-")[1])


def findings_of(item: InventedArticle) -> Findings:
    """Return the facts of an invented article as findings of the extractor."""
    names: list[Name] = []
    dates: list[Date] = []
    statements: list[Statement] = []
    figures: list[Figure] = []
    events: list[Event] = []
    last: dict[str, Date] = {}
    place: tuple[int, Name] | None = None
    for number, start, fact in item.located():
        span = Span(number, start, start + len(fact.words))
        match fact.kind:
            case "person":
                names.append(_name(span, fact, "person", None))
                if number > 1:
                    statements.append(_statement(span, fact))
            case "place":
                names.append(_name(span, fact, "place", _point(fact)))
                place = (number, names[-1])
                if number > 1:
                    events.append(_event(span, names[-1], statements))
            case "date":
                date = _date(span, fact)
                dates.append(date)
                last = {str(number): date}
            case "figure":
                near = (place[1],) if place is not None and place[0] == number else ()
                figures.append(_figure(item, span, fact, near, last.get(str(number))))
    return Findings(tuple(names), tuple(dates), tuple(statements), tuple(figures), tuple(events))


def _name(span: Span, fact: Fact, kind: str, point: Point | None) -> Name:
    status = "real" if kind == "person" else None
    return Name(
        span, fact.words, kind, fact.words, None, "name", "literal", status, 1.0, "as invented", point
    )


def _point(fact: Fact) -> Point:
    return Point(fact.words, "settlement", None, None, None, fact.value, None, 1.0, "as invented")


def _statement(span: Span, fact: Fact) -> Statement:
    return Statement(
        span=span,
        text=fact.words,
        speaker=fact.words,
        speaker_span=span,
        entity=fact.value,
        cue=None,
        content=(span,),
        form="indirect",
        quotation=None,
        modality="asserted",
        rule="as-invented",
    )


def _event(span: Span, name: Name, statements: Sequence[Statement]) -> Event:
    said = statements[-1] if statements else None
    agents = (Participant("agent", said.span, said.text, said.entity),) if said else ()
    return Event(
        span, name.text, span, "journey", "happened", None, (("to", name),), agents, None, "as-invented"
    )


def _date(span: Span, fact: Fact) -> Date:
    first, last = iso_days(fact.value)
    return Date(
        span=span,
        text=fact.words,
        edtf=fact.value,
        earliest=first,
        latest=last,
        timex3_type="DATE",
        timex3_value=fact.value,
        rule="date-printed",
        anchor="printed",
        phrase=span,
        period=fact.value,
    )


def _figure(
    item: InventedArticle, span: Span, fact: Fact, places: Sequence[Name], date: Date | None
) -> Figure:
    text = item.paragraphs[span.paragraph - 1]
    comparator, value = fact.value.split()
    percent = fact.words.endswith("percent")
    printed = _NUMBER.match(fact.words)
    assert printed is not None, fact
    counted = None if percent else _COUNTED.match(text, span.end)
    end = counted.end() if counted else span.end
    return Figure(
        span=Span(span.paragraph, span.start, end),
        text=text[span.start : end],
        number=span if percent else Span(span.paragraph, span.start, span.start + printed.end()),
        value=float(value) / 100 if percent else float(value),
        low=None,
        high=None,
        unit="percent" if percent else None,
        per=None,
        comparator="exact" if percent else comparator,
        counted=counted["counted"] if counted else None,
        counted_span=Span(span.paragraph, counted.start("counted"), end) if counted else None,
        counted_head=counted["counted"] if counted else None,
        claimant=None,
        subject=None,
        part_of=None,
        statement=None,
        figure_kind="share" if percent else "count",
        accumulation="none" if percent else "gross_flow",
        modality="reported",
        measure=_MEASURES.get(counted["counted"]) if counted else None,
        places=tuple(("in", name) for name in places),
        date=date,
        rule="percent" if percent else "thousands-comma",
    )
