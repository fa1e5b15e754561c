"""drafting_attributes: what a text says of people, and the ages among its figures, as entries of an annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loaders.extract.findings import Attribute, Findings, Statement
from loaders.extract.introducing import Introducing
from loaders.extract.quoting import quote
from loaders.records import CleanDocument

Entry = dict[str, Any]
# Ages of other units are told by the figure alone.
_OTHER_UNITS = ("month", "week", "day")
_OF_THE_FIGURE = ("p", "quote", "nth", "evidence", "statement")


def attributes(
    document: CleanDocument,
    findings: Findings,
    introducing: Introducing,
    figures: Sequence[Entry],
    statements: Mapping[Statement, str],
) -> list[Entry]:
    """Return what is said of people, in order of paragraphs; `statements` are the keys of those in the draft.

    An entry of `figures` that gives a person's age gets a key, by which the attribute refers to it.
    """
    found = [*_ages(figures, introducing), *_said(document, findings, introducing, statements)]
    return sorted(found, key=lambda entry: int(entry["p"]))


def _ages(figures: Sequence[Entry], introducing: Introducing) -> Iterator[Entry]:
    for number, figure in enumerate(figures, 1):
        is_age = figure["figure_kind"] == "age" and introducing.is_person(figure.get("subject"))
        if not is_age or any(unit in figure["claim"] for unit in _OTHER_UNITS):
            continue
        figure.setdefault("key", f"age{number}")
        place: Entry = {name: figure[name] for name in _OF_THE_FIGURE if name in figure}
        evidence = place.pop("evidence", {})
        if "subject_id" in evidence:
            place["evidence"] = {"person_id": evidence["subject_id"]}
        value = f"{figure['number']} years"
        yield {**place, "person": figure["subject"], "kind": "age", "value": value, "figure": figure["key"]}


def _said(
    document: CleanDocument, findings: Findings, introducing: Introducing, statements: Mapping[Statement, str]
) -> Iterator[Entry]:
    for attribute in findings.attributes:
        person = introducing.party_named("person", attribute.entity)
        if person is None:
            continue
        value = " ".join(attribute.value.split())
        entry = {**quote(document, attribute.span), "person": person, "kind": attribute.kind, "value": value}
        party = introducing.party_named("organisation", attribute.organisation)
        place = introducing.place_named(attribute.place)
        entry |= {"tenure": attribute.tenure} if attribute.tenure != "current" else {}
        entry |= {"party": party} if party else {}
        entry |= {"place": place} if place else {}
        key = _said_in(attribute, findings, statements)
        yield entry | ({"statement": key} if key else {})


def _said_in(attribute: Attribute, findings: Findings, statements: Mapping[Statement, str]) -> str | None:
    """Return the key of the statement whose words hold an attribute; none for the author's own voice."""
    for statement in findings.statements:
        if any(part.holds(attribute.span) for part in statement.content):
            return statements.get(statement)
    return None
