"""drafting_about: what a document says of itself as the `about` of its draft."""

from __future__ import annotations

from typing import Any

from loaders.extract.findings import Name
from loaders.extract.introducing import Introducing
from loaders.extract.quoting import quote
from loaders.records import CleanDocument, FoundMetadata, Span

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
    "genre": "The extractor does not tell genres.",
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
    for column, reason in _NOT_SAID.items():
        told = column.removesuffix("_id") in value or column in evidence
        if not told and not (column == "published" and "published" in found):
            evidence[column] = {"basis": "not_stated", "reasoning": reason}
    return {**value, "evidence": evidence}


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
