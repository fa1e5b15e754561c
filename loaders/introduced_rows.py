"""Rows of what one article introduces: parties, places, measures and events that no authority knows."""

from __future__ import annotations

from loaders.annotation import Basis
from loaders.article_rows import ArticleRows
from loaders.authority_rows import add_event, add_measure, add_party, add_place
from loaders.resolve import Reading
from schema import Base, claims, events, parties, places


def add_introduced(rows: ArticleRows, reading: Reading) -> None:
    """Add the article's own parties, places, measures and events; `evidence` of each id says whose it is."""
    introduced = reading.annotation.introduces
    for party in introduced.parties:
        add_party(rows, party)
        _mark(rows, parties.Party, party.id)
    for place in introduced.places:
        add_place(rows, place, reading.authorities)
        _mark(rows, places.Place, place.id)
    for measure in introduced.measures:
        add_measure(rows, measure)
        _mark(rows, claims.Measure, measure.id)
    for event in introduced.events:
        add_event(rows, event)
        _mark(rows, events.Event, event.id)


def _mark(rows: ArticleRows, table: type[Base], row_id: str) -> None:
    rows.evidence(
        table,
        row_id,
        "id",
        Basis(basis="inferred", reasoning="No authority knows it; the article introduces it."),
    )
