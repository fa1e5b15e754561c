"""Rows of one article's claims: statements, figures, and what it says people are."""

from __future__ import annotations

from loaders.annotation import Basis, Figure
from loaders.article_rows import ArticleRows
from loaders.identifiers import derived_number
from loaders.resolve import Reading
from loaders.rows import Value
from schema import claims, parties

# What one unit of the number is where it is not one of the measure.
_UNITS = {"share": "share of the whole", "factor": "times as many"}


def add_claims(rows: ArticleRows, reading: Reading) -> None:
    """Add statements, figures and attributes; measures give units, rules the basis of what they read."""
    _add_statements(rows, reading)
    for i, figure in enumerate(reading.annotation.figures):
        _add_figure(rows, reading, i, figure)
    _add_attributes(rows, reading)


def _add_statements(rows: ArticleRows, reading: Reading) -> None:
    table = claims.Statement
    for i, (item, row_id) in enumerate(
        zip(reading.annotation.statements, reading.statement_ids, strict=True)
    ):
        said = reading.date_of.get(("statements", i, "said"))
        rows.add(
            table,
            id=row_id,
            article_id=rows.article,
            speaker_id=item.speaker,
            gist=item.gist,
            form=item.form,
            quotation=item.quotation,
            modality=item.modality,
            condition=item.condition,
            via_id=item.via,
            channel=item.channel,
            addressee_id=item.addressee,
            place_id=item.place,
            **rows.date_cell(table, row_id, "said", said, reading.span(item), item.evidence),
            proposition_id=item.proposition,
            stance=item.stance,
            passage_id=rows.quoted(item),
        )
        rows.evidence_of(table, row_id, item.evidence)
        for quote in (item, *item.also):
            rows.add(claims.StatementPassage, statement_id=row_id, passage_id=rows.quoted(quote))


def _add_figure(rows: ArticleRows, reading: Reading, i: int, item: Figure) -> None:
    authorities = reading.authorities
    table, row_id = claims.Figure, reading.figure_ids[i]
    number, interval = reading.number_of[i], reading.interval_of[i]
    dates: dict[str, Value] = {}
    for column in ("period", "as_of"):
        known = reading.date_of.get(("figures", i, column))
        dates.update(rows.date_cell(table, row_id, column, known, reading.span(item), item.evidence))
    rows.add(
        table,
        id=row_id,
        claim=item.claim,
        article_id=rows.article,
        printed=item.number,
        value=number.value,
        low=number.low,
        high=number.high,
        interval_low=interval.low,
        interval_high=interval.high,
        interval_rule_id=interval.rule,
        unit=_UNITS.get(item.figure_kind, authorities.measures[item.measure].unit),
        per=item.per,
        comparator=item.comparator,
        rule_id=number.rule,
        measure_id=item.measure,
        figure_kind=item.figure_kind,
        accumulation=item.accumulation,
        modality=item.modality,
        subject_id=item.subject,
        **dates,
        statement_id=reading.statement_by_key[item.statement] if item.statement else None,
        event_id=item.event,
        base_figure_id=reading.figure_by_key[item.base] if item.base else None,
        base_words=item.base_words,
        passage_id=rows.quoted(item),
    )
    rows.evidence_of(table, row_id, item.evidence)
    rule = authorities.rules[number.rule]
    for column in ("value", "low", "high"):
        if rule.basis and getattr(number, column) is not None and column not in item.evidence:
            read = Basis(basis=rule.basis, reasoning=rule.meaning, source=rule.source)
            rows.evidence(table, row_id, column, read)
    for quote in (item, *item.also):
        rows.add(claims.FigurePassage, figure_id=row_id, passage_id=rows.quoted(quote))
    for role, place_ids in item.places.items():
        for place in place_ids:
            rows.add(claims.FigurePlace, figure_id=row_id, role=role, place_id=place)
    for relation in item.relations:
        rows.add(
            claims.FigureRelation,
            figure_id=row_id,
            relation=relation.relation,
            other_figure_id=reading.figure_by_key[relation.figure],
            operation=relation.operation,
            reasoning=relation.reasoning,
        )


def _add_attributes(rows: ArticleRows, reading: Reading) -> None:
    table = parties.PersonAttribute
    for i, item in enumerate(reading.annotation.attributes):
        passage = rows.quoted(item)
        row_id = derived_number(passage, item.person, item.kind, item.value)
        known = reading.date_of.get(("attributes", i, "date"))
        rows.add(
            table,
            id=row_id,
            article_id=rows.article,
            person_id=item.person,
            kind=item.kind,
            attribute=item.value,
            tenure=item.tenure,
            party_id=item.party,
            place_id=item.place,
            figure_id=reading.figure_by_key[item.figure] if item.figure else None,
            **rows.date_cell(table, row_id, "date", known, reading.span(item), item.evidence),
            statement_id=reading.statement_by_key[item.statement] if item.statement else None,
            passage_id=passage,
        )
        rows.evidence_of(table, row_id, item.evidence)
