"""Rows of one article's events: reports, participants, places, how events hang together; and its claims on places."""

from __future__ import annotations

from loaders.article_rows import ArticleRows
from loaders.identifiers import derived_number
from loaders.resolve import Reading
from schema import events, places


def add_events(rows: ArticleRows, reading: Reading) -> None:
    """Add the article's reports of events, their participants, places and details, and its event relations."""
    table = events.EventReport
    for i, item in enumerate(reading.annotation.events):
        passage = rows.quoted(item)
        report = derived_number(passage, item.event)
        known = reading.date_of.get(("events", i, "date"))
        rows.add(
            table,
            id=report,
            event_id=item.event,
            article_id=rows.article,
            gist=item.gist,
            status=item.status,
            **rows.date_cell(table, report, "date", known, reading.span(item), item.evidence),
            statement_id=reading.statement_by_key[item.statement] if item.statement else None,
            passage_id=passage,
        )
        rows.evidence_of(table, report, item.evidence)
        for role, party_ids in item.participants.items():
            for party in party_ids:
                rows.add(events.EventParticipant, event_report_id=report, party_id=party, role=role)
        for role, place_ids in item.places.items():
            for place in place_ids:
                rows.add(events.EventPlace, event_report_id=report, place_id=place, role=role)
        for detail in item.details:
            rows.add(
                events.EventDetail,
                id=derived_number(report, detail.kind, detail.detail),
                event_report_id=report,
                kind=detail.kind,
                detail=detail.detail,
                passage_id=rows.quoted(detail),
            )
    for claim in reading.annotation.place_claims:
        for place in claim.places:
            rows.add(
                places.PlaceClaim,
                article_id=rows.article,
                place_id=place,
                relation=claim.relation,
                other_place_id=claim.other,
                passage_id=rows.quoted(claim),
            )
    for relation in reading.annotation.event_relations:
        rows.add(
            events.EventRelation,
            article_id=rows.article,
            event_id=relation.event,
            relation=relation.relation,
            other_event_id=relation.other,
            passage_id=rows.quoted(relation),
        )
