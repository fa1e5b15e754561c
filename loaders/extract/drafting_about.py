"""drafting_about: what a document says of itself as the `about` of its draft."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders import yaml_source
from loaders.extract.findings import Name
from loaders.extract.introducing import Introducing
from loaders.extract.quoting import quote
from loaders.records import CleanDocument, FoundMetadata, Span
from loaders.shapes import Shape, parse_shape

# A line that is nothing but a label, or a label before a headline: `Analysis: ...`.
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z -]{2,20}?)\s*(?:[:|–—]\s+|$)")
_ABOVE = 6
# Roles of running text, whose last paragraph shows whether the text breaks off.
_RUNNING = {None, "lead", "body"}
_ENDS = (".", "!", "?", "…", "”", '"', "’", ")", "]", ":")
_DATE_KINDS = ("published", "updated", "copyright")
_NOT_SAID = {
    "title": "No headline was found.",
    "publisher_id": "The document names no publisher that was found.",
    "agency_id": "The document credits no agency that was found.",
    "published": "The document gives no date of publication that was found.",
    "language": "The language was not told.",
    "genre": "No label above the article tells its genre.",
}


def about(document: CleanDocument, introducing: Introducing, extractor: str) -> dict[str, Any]:
    """Return the `about` of a draft: title, publisher, agency, authors and dates, each with its basis."""
    found = {item.kind: item for item in reversed(document.found)}
    evidence: dict[str, Any] = {}
    value: dict[str, Any] = {"truncated": "yes" if _breaks_off(document) else "no"}
    reasoning = f"Whether the last paragraph of running text ends a sentence, by the extractor {extractor}."
    evidence["truncated"] = {"basis": "inferred", "reasoning": reasoning}
    title = next((item for item in document.found if item.kind == "title" and item.span is not None), None)
    if title is not None and title.span is not None:
        value["title"] = {"p": str(title.span.paragraph)}
    elif document.document.title:
        evidence["title"] = (
            _basis(document, found["title"]) if "title" in found else _external("front matter")
        )
    for kind in ("publisher", "agency"):
        if kind in found:
            value[kind] = _organisation(found[kind], introducing)
            evidence[f"{kind}_id"] = _basis(document, found[kind])
    authors = [item for item in document.found if item.kind == "byline" and item.span is not None]
    if authors:
        value["authors"] = [
            {**quote(document, item.span), "person": _person(item, item.span, introducing)}
            for item in authors
            if item.span is not None
        ]
    dates = [found[kind] for kind in _DATE_KINDS if kind in found]
    if dates:
        value["dates"] = [{"kind": item.kind, "edtf": item.value, **_basis(document, item)} for item in dates]
    if "language" in found:
        value["language"] = found["language"].value
        evidence["language"] = _basis(document, found["language"])
    genre, label = _genre(document)
    if genre is not None and label is not None:
        value["genre"] = genre
        evidence["genre"] = {"basis": "stated", "at": quote(document, label)}
    for column, reason in _NOT_SAID.items():
        told = column.removesuffix("_id") in value or column in evidence
        if not told and not (column == "published" and "published" in found):
            evidence[column] = {"basis": "not_stated", "reasoning": reason}
    return {**value, "evidence": evidence}


class GenreShape(Shape):
    """The labels of each genre."""

    news_report: list[str]
    feature: list[str]
    analysis: list[str]
    opinion: list[str]


@lru_cache(maxsize=1)
def genre_labels() -> dict[str, str]:
    """Return the genre of each label, read once; InputError where the file does not fit its shape."""
    file = Path(__file__).with_name("lexicon") / "genres.yaml"
    value, lines = yaml_source.read(file)
    lists = parse_shape(GenreShape, value, file, lines)
    return {label: genre for genre in GenreShape.model_fields for label in getattr(lists, genre)}


def _genre(document: CleanDocument) -> tuple[str | None, Span | None]:
    """Return the genre that a label above the article or before its headline tells, and the label."""
    for paragraph in document.paragraphs[:_ABOVE]:
        label = _LABEL.match(paragraph.text)
        genre = genre_labels().get(label[1].lower()) if label else None
        if label and genre and (label.end() == len(paragraph.text) or paragraph.role == "title"):
            return genre, Span(paragraph.number, *label.span(1))
        if paragraph.role in _RUNNING:
            break
    return None, None


def _basis(document: CleanDocument, item: FoundMetadata) -> dict[str, Any]:
    if item.basis == "stated" and item.span is not None:
        return {"basis": "stated", "at": quote(document, item.span)}
    if item.basis == "external":
        return _external(item.rule)
    return {"basis": "inferred", "reasoning": f"By the rule {item.rule}."}


def _external(source: str) -> dict[str, Any]:
    return {"basis": "external", "source": f"the document's own data: {source}"}


def _organisation(item: FoundMetadata, introducing: Introducing) -> str:
    span = item.span or Span(0, 0, 0)
    name = Name(
        span, item.value, "organisation", item.value, None, "name", "literal", None, 1.0, f"by {item.rule}"
    )
    introducing.add_names([name])
    return str(introducing.target(name)[0])


def _person(item: FoundMetadata, span: Span, introducing: Introducing) -> str:
    name = Name(
        span, item.value, "person", item.value, None, "name", "literal", "real", 1.0, f"by {item.rule}"
    )
    introducing.add_names([name])
    return str(introducing.target(name)[0])


def _breaks_off(document: CleanDocument) -> bool:
    running = [p.text.rstrip() for p in document.paragraphs if p.role in _RUNNING]
    return bool(running) and not running[-1].endswith(_ENDS)
