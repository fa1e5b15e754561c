"""extractor: calls the finders in order; what they found comes out with offsets of the text given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from loaders.authorities import Authorities
from loaders.extract.attributes import find_attributes
from loaders.extract.dates import find_dates
from loaders.extract.events import find_events
from loaders.extract.figures import find_figures
from loaders.extract.findings import Findings
from loaders.extract.names import find_names
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from loaders.extract.places import resolve_places
from loaders.extract.statements import find_statements
from loaders.reading.repairs import Repaired, repair
from loaders.records import CleanDocument, Span

# Paragraphs with these roles are no part of the story.
UNREAD_ROLES = {"masthead", "source_line", "photo_credit", "notice", "teaser", "furniture"}


def extract(text: ParsedText, known: Authorities | None = None) -> Findings:
    """Return everything found in a text; spans count the code points of its paragraphs as parsed."""
    dates = find_dates(text)
    names = resolve_places(text, find_names(text, known))
    statements = find_statements(text, names)
    figures = find_figures(text, names, dates, statements)
    events = find_events(text, names, dates, statements)
    attributes = find_attributes(text, names)
    return Findings(names, dates, statements, figures.figures, events, attributes, figures.left_out)


def extract_document(document: CleanDocument, known: Authorities | None = None) -> Findings:
    """Return everything found in a document's running text; spans count the code points of the text given."""
    read = {
        paragraph.number: repair(paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.role not in UNREAD_ROLES
    }
    roles = {paragraph.number: paragraph.role for paragraph in document.paragraphs}
    docs = parse(item.text for item in read.values())
    paragraphs = tuple(
        ParsedParagraph(number, roles[number], 0, doc) for number, doc in zip(read, docs, strict=True)
    )
    findings = extract(ParsedText(paragraphs, day_of_publication(document)), known)
    if not any(item.repairs for item in read.values()):
        return findings
    return _as_given(findings, read, {p.number: p.text for p in document.paragraphs})  # type: ignore[no-any-return]


def day_of_publication(document: CleanDocument) -> date | None:
    """Return the day on which a document was published, where it says just that."""
    stated = next((item.value for item in document.found if item.kind == "published"), "")
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def _as_given(value: Any, read: Mapping[int, Repaired], texts: Mapping[int, str]) -> Any:
    """Return findings with every span led back to the text given, and the words that stand there."""
    if isinstance(value, Span):
        return Span(value.paragraph, *read[value.paragraph].given(value.start, value.end))
    if isinstance(value, tuple):
        return tuple(_as_given(item, read, texts) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {field.name: _as_given(getattr(value, field.name), read, texts) for field in fields(value)}
    if "text" in changed and isinstance(span := changed.get("span"), Span):
        changed["text"] = texts[span.paragraph][span.start : span.end]
    return replace(value, **changed)
