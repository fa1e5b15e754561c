"""The rows of what one invented article tells: people who speak, places where things happen, figures, dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Final

from benchmarks.corpus import Fact, InventedArticle
from loaders.annotation import Basis
from loaders.identifiers import derived_number, name_key, slug
from loaders.rows import Rows
from schema import Base, claims, events, parties, places, text

# How many places go by one printed name, as in drafts many small places do.
_NAMESAKES: Final = 100
_OWN_PERSON, _OWN_MEASURE, _SHARED_EVENT = 0.5, 0.3, 0.1
_EVENT_TYPES: Final = ("journey", "flight", "arrest", "meeting", "decision")
_STATUSES: Final = ("happened", "happened", "happened", "ongoing", "planned", "alleged", "refused")
_MODALITIES: Final = ("asserted", "asserted", "asserted", "plan", "hope", "opinion", "promise")
_COUNTED: Final = ("reported", "reported", "reported", "estimated", "planned", "target")


@dataclass(slots=True)
class Telling:
    """One article while its rows are made, with what its later facts refer to; places and parties by id."""

    rows: Rows
    item: InventedArticle
    known: set[str]
    chance: Random
    speaker: str | None = None
    statement: str | None = None
    place: str | None = None
    event: str | None = None
    passage: int = 0
    # The words and the id of each figure, in order, and the reports of events.
    figures: list[tuple[str, str]] = field(default_factory=list)
    reports: list[tuple[int, str]] = field(default_factory=list)

    @property
    def day(self) -> str:
        """The day of publication, ISO."""
        return self.item.published.isoformat()


def add_facts(told: Telling, measures: int, shared_events: int, groups: int) -> None:
    """Add the rows of all facts of an article; of so many measures, events and groups all articles know."""
    for number, start, fact in told.item.located():
        paragraph = derived_number(told.item.name, number)
        end = start + len(fact.words)
        told.passage = derived_number(paragraph, start, end)
        offsets = {"start_offset": start, "end_offset": end}
        told.rows.add(text.Passage, id=told.passage, paragraph_id=paragraph, words=fact.words, **offsets)
        identifier = f"{told.item.name}-p{number}-{start}"
        if fact.kind == "person":
            _add_person(told, fact)
            if told.chance.random() < 0.6:
                _add_statement(told, identifier, fact)
        elif fact.kind == "place":
            _add_place(told, fact)
            if told.chance.random() < 0.5:
                _add_report(told, shared_events)
        elif fact.kind == "figure":
            _add_figure(told, identifier, fact, measures, groups)
        else:
            _add_date(told, fact)


def _introduce(told: Telling, model: type[Base], identifier: str) -> None:
    """Say that a row came with this article, as drafts do."""
    why = Basis(basis="inferred", reasoning="No authority knows it; the article names it.")
    told.rows.add_evidence(model, identifier, "id", why, article=told.item.name)


def _add_person(told: Telling, fact: Fact) -> None:
    person = slug(fact.value)
    if Random(f"{told.item.name} {person}").random() < _OWN_PERSON:
        person = f"{person}--{told.item.name}"
    if person not in told.known:
        told.known.add(person)
        name, key = fact.value, derived_number(person, fact.value)
        told.rows.add(parties.Party, id=person, kind="person", name=name)
        told.rows.add(parties.Person, id=person, name=name, name_status="real", kind="person")
        told.rows.add(
            parties.PartyName, id=key, party_id=person, name=name, name_key=name_key(name), kind="full"
        )
        if "--" in person:
            _introduce(told, parties.Party, person)
    if person != told.speaker and told.chance.random() < 0.4:
        _add_attribute(told, person)
    told.speaker = person
    _add_mention(told, person, None)


def _add_attribute(told: Telling, person: str) -> None:
    kind = told.chance.choice(("office", "occupation", "residence", "origin"))
    said = {"kind": kind, "attribute": f"an invented {kind}", "tenure": "current"}
    told.rows.add(
        parties.PersonAttribute,
        id=derived_number(told.passage, person, kind),
        article_id=told.item.name,
        person_id=person,
        passage_id=told.passage,
        **said,
    )


def _add_statement(told: Telling, identifier: str, fact: Fact) -> None:
    told.statement = identifier
    told.rows.add(
        claims.Statement,
        id=identifier,
        article_id=told.item.name,
        speaker_id=told.speaker,
        gist=f"{fact.words} speaks of {told.item.paragraphs[0]}.",
        form="indirect",
        modality=told.chance.choice(_MODALITIES),
        passage_id=told.passage,
    )
    told.rows.add(claims.StatementPassage, statement_id=identifier, passage_id=told.passage)
    if told.chance.random() < 0.1:
        why = Basis(basis="inferred", reasoning="Nobody else was named before.")
        told.rows.add_evidence(claims.Statement, identifier, "speaker_id", why, article=told.item.name)


def _add_place(told: Telling, fact: Fact) -> None:
    number = Random(f"{told.item.name} {fact.words}").randrange(_NAMESAKES)
    place = f"invented-{slug(fact.words)}-{number}"
    if place not in told.known:
        told.known.add(place)
        spot, name = Random(place), f"{fact.words} {number}"
        point = {"latitude": round(spot.uniform(38, 62), 3), "longitude": round(spot.uniform(10, 110), 3)}
        told.rows.add(
            places.Place,
            id=place,
            name=name,
            kind="settlement",
            status="ordinary",
            country_code=fact.value,
            point_precision="point",
            **point,
        )
        key = derived_number(place, name)
        told.rows.add(
            places.PlaceName, id=key, place_id=place, name=name, name_key=name_key(name), kind="name"
        )
    told.place = place
    _add_mention(told, None, place)


def _add_mention(told: Telling, party: str | None, place: str | None) -> None:
    told.rows.add(
        text.Mention,
        id=derived_number(told.passage, party or "", place or ""),
        passage_id=told.passage,
        party_id=party,
        place_id=place,
        form="name",
        reading="literal" if told.chance.random() < 0.9 else "metonym",
        score=1.0,
        reason="as invented",
    )


def _add_report(told: Telling, shared_events: int) -> None:
    """Add a report of an event, of which most are this article's own."""
    days = {"date": told.day, "date_earliest": told.day, "date_latest": told.day}
    if told.chance.random() < _SHARED_EVENT:
        number = told.chance.randrange(shared_events)
        event, name = f"invented-event-{number}", f"invented event {number}"
    else:
        event, name = f"{told.place}--{told.item.name}", f"what happened in {told.place}"
        kind, of_event = Random(event).choice(_EVENT_TYPES), {"place_id": told.place, "status": "happened"}
        told.rows.add(events.Event, id=event, name=name, event_type_id=kind, **of_event, **days)
        _introduce(told, events.Event, event)
        why = Basis(basis="computed", reasoning="The date that its reports give.")
        told.rows.add_evidence(events.Event, event, "date", why)
    report = derived_number(told.passage, event)
    told.event = event
    told.reports.append((report, event))
    told.rows.add(
        events.EventReport,
        id=report,
        event_id=event,
        article_id=told.item.name,
        gist=name,
        status=told.chance.choice(_STATUSES),
        statement_id=told.statement if told.chance.random() < 0.5 else None,
        passage_id=told.passage,
        **days,
    )
    told.rows.add(events.EventPlace, event_report_id=report, place_id=told.place, role="at")
    if told.speaker is not None:
        role = told.chance.choice(("agent", "affected"))
        told.rows.add(events.EventParticipant, event_report_id=report, party_id=told.speaker, role=role)
    if told.chance.random() < 0.3:
        why = Basis(basis="inferred", reasoning="The day of publication, as the tense tells.")
        told.rows.add_evidence(events.EventReport, report, "date", why, article=told.item.name)
    if told.chance.random() < 0.4:
        kind = told.chance.choice(("cause", "purpose", "outcome"))
        told.rows.add(
            events.EventDetail,
            id=derived_number(report, kind),
            event_report_id=report,
            kind=kind,
            detail=f"an invented {kind}",
            passage_id=told.passage,
        )


def accumulation(words: str) -> str:
    """Return what a printed figure of the corpus accumulates to.

    >>> accumulation("1,200"), accumulation("12 percent")
    ('gross_flow', 'stock')
    """
    return "stock" if "percent" in words else "gross_flow"


def _add_figure(told: Telling, identifier: str, fact: Fact, measures: int, groups: int) -> None:
    comparator, number = fact.value.split()
    chance, percent = told.chance, "percent" in fact.words
    value = float(number) / 100 if percent else float(number)
    measure = f"invented-measure-{int(number) % measures}"
    if chance.random() < _OWN_MEASURE:
        measure = f"invented-things-{int(number) % 3}--{told.item.name}"
        name = f"invented things {int(number) % 3}"
        told.rows.add(claims.Measure, id=measure, name=name, meaning="Something invented.", unit="person")
        _introduce(told, claims.Measure, measure)
    when = chance.choice(("as_of", "period"))
    days = {when: told.day, f"{when}_earliest": told.day, f"{when}_latest": told.day}
    told.rows.add(
        claims.Figure,
        id=identifier,
        claim=f"{fact.words} counted",
        article_id=told.item.name,
        printed=fact.words,
        value=value,
        interval_low=value,
        interval_high=value,
        interval_rule_id="bounds-as-invented",
        unit="person",
        comparator=comparator,
        rule_id="number-as-invented",
        measure_id=measure,
        figure_kind="share" if percent else "count",
        base_words="not printed" if percent else None,
        accumulation=accumulation(fact.words),
        modality=chance.choice(_COUNTED),
        subject_id=f"invented-group-{chance.randrange(groups)}" if chance.random() < 0.3 else None,
        statement_id=told.statement if chance.random() < 0.6 else None,
        event_id=told.event if chance.random() < 0.4 else None,
        passage_id=told.passage,
        **days,
    )
    told.figures.append((fact.words, identifier))
    told.rows.add(claims.FigurePassage, figure_id=identifier, passage_id=told.passage)
    if told.place is not None and chance.random() < 0.6:
        role = chance.choice(("in", "in", "from", "to"))
        told.rows.add(claims.FigurePlace, figure_id=identifier, role=role, place_id=told.place)


def _add_date(told: Telling, fact: Fact) -> None:
    month = len(fact.value) == len("2022-09")
    identifier = derived_number(told.passage, "date")
    told.rows.add(
        text.TimeExpression,
        id=identifier,
        passage_id=told.passage,
        date=fact.value,
        date_earliest=f"{fact.value}-01" if month else fact.value,
        date_latest=f"{fact.value}-28" if month else fact.value,
        precision="month" if month else "day",
        anchor="printed",
        rule_id="as-invented",
    )
    if told.chance.random() < 0.2:
        why = Basis(basis="inferred", reasoning="The year is that of publication.")
        told.rows.add_evidence(text.TimeExpression, identifier, "date", why, article=told.item.name)
