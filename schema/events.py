"""Events: something said to have happened, planned, tried, refused or denied, as told by one or more articles."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from schema.base import Base, check, day, edtf, number_key, reference, slug, term, text
from schema.vocabularies import (
    EVENT_DETAILS,
    EVENT_EXTENTS,
    EVENT_PLACE_ROLES,
    EVENT_RELATIONS,
    EVENT_STATUSES,
    PARTICIPANT_ROLES,
)


class EventType(Base):
    """Sorts of events: a closed list."""

    __tablename__ = "event_types"

    id: Mapped[str] = slug("Public id of the type.", primary=True)
    name: Mapped[str] = text("The type in a few words.")
    meaning: Mapped[str] = text("What counts as an event of this type.")
    extent: Mapped[str] = term(EVENT_EXTENTS, "Whether such an event happens at one time or lasts.")


class Event(Base):
    """Events, each once however many articles tell of it; date and place are worked out from their reports."""

    __tablename__ = "events"

    id: Mapped[str] = slug("Public id of the event.", primary=True)
    name: Mapped[str] = text("The event as a short phrase.")
    event_type_id: Mapped[str] = reference("event_types.id", "Sort of event.", fact=True)
    status: Mapped[str | None] = term(
        EVENT_STATUSES, "How it stands by its reports: what any says that it happened did.", fact=True
    )
    date: Mapped[str | None] = edtf("When, as EDTF, worked out from its reports.", required=True)
    date_earliest: Mapped[str | None] = day("First day of that date.")
    date_latest: Mapped[str | None] = day("Last day of that date.")
    place_id: Mapped[str | None] = reference("places.id", "Where, as its reports say.", fact=True)


class EventReport(Base):
    """One article's own version of an event."""

    __tablename__ = "event_reports"

    id: Mapped[int] = number_key("Derived from event and passage.")
    event_id: Mapped[str] = reference("events.id", "The event.")
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True)
    gist: Mapped[str] = text("What this article says of it, in our own words.", fact=True)
    status: Mapped[str] = term(
        EVENT_STATUSES, "Whether it is said to have happened, or was planned, tried, refused.", fact=True
    )
    date: Mapped[str | None] = edtf("When, as EDTF, by this article.", required=True)
    date_earliest: Mapped[str | None] = day("First day of that date.")
    date_latest: Mapped[str | None] = day("Last day of that date.")
    statement_id: Mapped[str | None] = reference(
        "statements.id", "The statement it rests on; NULL for the author's own voice.", deferred=True
    )
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)


class EventParticipant(Base):
    """Who took part in an event, by one report of it."""

    __tablename__ = "event_participants"

    event_report_id: Mapped[int] = reference("event_reports.id", "The report.", owner=True, primary=True)
    party_id: Mapped[str] = reference("parties.id", "The party.", primary=True)
    role: Mapped[str] = term(PARTICIPANT_ROLES, "Its part in the event.", primary=True)


class EventPlace(Base):
    """Where an event was, by one report of it."""

    __tablename__ = "event_places"

    event_report_id: Mapped[int] = reference("event_reports.id", "The report.", owner=True, primary=True)
    place_id: Mapped[str] = reference("places.id", "The place.", primary=True)
    role: Mapped[str] = term(EVENT_PLACE_ROLES, "What the place is to the event.", primary=True)


class EventDetail(Base):
    """Outcome, cause, purpose, means or charge of an event, by one report of it."""

    __tablename__ = "event_details"

    id: Mapped[int] = number_key("Derived from report, kind and text.")
    event_report_id: Mapped[int] = reference("event_reports.id", "The report.", owner=True)
    kind: Mapped[str] = term(EVENT_DETAILS, "What sort of detail it is.", fact=True)
    detail: Mapped[str] = text("The detail, in our own words.", fact=True)
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)


class EventRelation(Base):
    """How an article orders or joins two events."""

    __tablename__ = "event_relations"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    event_id: Mapped[str] = reference("events.id", "The event.", primary=True)
    relation: Mapped[str] = term(EVENT_RELATIONS, "What it is to the other.", primary=True)
    other_event_id: Mapped[str] = reference("events.id", "The other event.", primary=True)
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)

    rules = (check("not_itself", "event_id <> other_event_id"),)
