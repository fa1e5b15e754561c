"""door: what was found in one text, as plain objects with offsets of that text, for programs of others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.authorities import Authorities
from loaders.clean import clean
from loaders.extract.extractor import extract_document
from loaders.extract.findings import Date, Event, Figure, Findings, Name, Statement
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from loaders.extract.places import resolve_given
from loaders.records import CleanDocument, Document, FoundMetadata, Span

# A text of fewer paragraphs is no page: all of it is read, whatever its lines look like.
FEWEST_OF_A_PAGE = 4
Object = dict[str, Any]
Offsets = tuple[int, int]


def objects(
    text: str, published: str | None, known: Authorities | None, mentions: Sequence[Offsets] | None = None
) -> list[Object]:
    """Return everything found in a text, in order; `published` is an ISO 8601 day.

    Offsets are code points of the text, half open. With `mentions`, just those spans are resolved as places.
    Raises InputError where the text is too long, ValueError where it is no text or a span is not within a line.
    """
    text.encode("utf-8")
    if not text.strip():
        return []
    document = _document(text, published, as_page=mentions is None)
    lines = _Lines(text)
    found = list(_objects(extract_document(document, known), lines))
    if mentions is not None:
        found = [item for item in found if item["kind"] != "place"]
        found += [_place(name, lines) for name in _resolved(document, lines, mentions)]
    return sorted(found, key=lambda item: (item["start"], item["end"], item["kind"]))


class _Lines:
    """Where each paragraph of a text stands: its non-blank lines, numbered from 1, less the blanks at their ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        start = 0
        for line in text.split("\n"):
            if line.strip():
                number = len(self._starts) + 1
                self._starts[number] = start + len(line) - len(line.lstrip())
                self._ends[number] = start + len(line.rstrip())
            start += len(line) + 1

    def place(self, span: Span) -> Object:
        """Return start, end and words of a span in the text."""
        start, end = (self._starts[span.paragraph] + offset for offset in (span.start, span.end))
        return {"start": start, "end": end, "text": self._text[start:end]}

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the text; ValueError where it is not within one line."""
        for number, first in self._starts.items():
            if first <= start < end <= self._ends[number]:
                return Span(number, start - first, end - first)
        raise ValueError(f"the mention from {start} to {end} does not lie within one line")


def _document(text: str, published: str | None, as_page: bool) -> CleanDocument:
    given = (FoundMetadata("published", published, "external", None, "given"),) if published else ()
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = clean(Document(Path("text"), "text", None, "en", text, 1, sha256, None, "text", given))
    if as_page and len(document.paragraphs) >= FEWEST_OF_A_PAGE:
        return document
    return replace(document, paragraphs=tuple(replace(p, role=None) for p in document.paragraphs))


def _resolved(document: CleanDocument, lines: _Lines, mentions: Iterable[Offsets]) -> tuple[Name, ...]:
    docs = parse(paragraph.text for paragraph in document.paragraphs)
    paragraphs = tuple(
        ParsedParagraph(paragraph.number, None, 0, doc)
        for paragraph, doc in zip(document.paragraphs, docs, strict=True)
    )
    return resolve_given(ParsedText(paragraphs), [lines.span(*mention) for mention in mentions])


def _objects(findings: Findings, lines: _Lines) -> Iterator[Object]:
    for name in findings.names:
        yield _place(name, lines) if name.kind == "place" else _party(name, lines)
    yield from (_date(date, lines) for date in findings.dates)
    yield from (_figure(figure, lines) for figure in findings.figures)
    yield from (_event(event, lines) for event in findings.events)
    yield from (_statement(statement, lines) for statement in findings.statements)


def _party(name: Name, lines: _Lines) -> Object:
    status = {"name_status": name.name_status} if name.kind == "person" else {}
    more = {"entity": name.entity, "party": name.party, "score": name.score, "reason": name.reason}
    return {"kind": name.kind, **lines.place(name.span), **status, **more}


def _place(name: Name, lines: _Lines) -> Object:
    point = name.point
    return {
        "kind": "place",
        **lines.place(name.span),
        "entity": name.entity,
        "form": name.form,
        "reading": name.reading,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "geonames_id": point.geonames_id if point else None,
        "country": point.country if point else None,
        "place": point.place if point else None,
        "score": point.score if point else name.score,
        "reason": point.reason if point else name.reason,
    }


def _date(date: Date, lines: _Lines) -> Object:
    fields = ("edtf", "earliest", "latest", "timex3_type", "timex3_value", "period", "rule")
    return {"kind": "date", **lines.place(date.span), **_some(date, fields)}


def _figure(figure: Figure, lines: _Lines) -> Object:
    number = lines.place(figure.number)
    fields = ("value", "low", "high", "unit", "per", "comparator", "counted", "claimant", "figure_kind")
    return {
        "kind": "figure",
        **lines.place(figure.span),
        "number": number["text"],
        "number_start": number["start"],
        "number_end": number["end"],
        **_some(figure, (*fields, "accumulation", "modality", "measure")),
        "subject": figure.subject.text if figure.subject else None,
        "date": (figure.date.period or figure.date.edtf) if figure.date else None,
        "places": [{"role": role, "text": name.text} for role, name in figure.places],
    }


def _event(event: Event, lines: _Lines) -> Object:
    trigger = lines.place(event.trigger)
    return {
        "kind": "event",
        **lines.place(event.span),
        "trigger": trigger["text"],
        "trigger_start": trigger["start"],
        "trigger_end": trigger["end"],
        "type": event.type,
        "status": event.status,
        "date": (event.date.period or event.date.edtf) if event.date else None,
        "place": event.places[0][1].text if event.places else None,
        "places": [{"role": role, "text": name.text} for role, name in event.places],
        "participants": [_some(one, ("role", "text", "entity")) for one in event.participants],
    }


def _statement(statement: Statement, lines: _Lines) -> Object:
    return {
        "kind": "statement",
        **lines.place(statement.span),
        **_some(statement, ("speaker", "entity", "form", "quotation", "modality")),
    }


def _some(record: object, names: Iterable[str]) -> Mapping[str, Any]:
    return {name: getattr(record, name) for name in names}
