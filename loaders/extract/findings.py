"""Frozen records that the finders pass on: each names the words it rests on by a `Span`."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.records import Span


@dataclass(frozen=True, slots=True)
class Point:
    """A place that a name was resolved to, with the reason.

    Coordinates are WGS 84 degrees; `country` is ISO 3166-1 alpha-2 in capitals; `kind` is a term of PLACE_KINDS;
    `place` is the id of an authority where one is known; `score` runs from 0 to 1.
    """

    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    country: str | None
    place: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """A passage that names a person, an organisation or a place.

    `kind` is person, organisation or place. `entity` is equal for all names of one thing within a document, and is
    its fullest name there. `party` is the id of an authority where one is known. `form` and `reading` are terms of
    MENTION_FORMS and MENTION_READINGS, `name_status` (persons only) of NAME_STATUSES. `point` is None for
    anything but a place, and for a place that could not be resolved: `reason` then says why not.
    """

    span: Span
    text: str
    kind: str
    entity: str
    party: str | None
    form: str
    reading: str
    name_status: str | None
    score: float
    reason: str
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression, as TimeML marks it. `edtf` is None where the text does not allow days; `rule` then says why.

    `phrase` and `period` take in the words around it: its preposition, the other end of its range, the part of a
    month that is meant (since May: 2022-05/..; between May and July, on both: 2022-05/2022-07; late May: 2022-05-2X);
    a length of time that ends with publication has a period, but no `edtf`.
    `timex3_type` and `timex3_value` follow TimeML 1.2.1 (ISO 24617-1); `anchor` is a term of DATE_ANCHORS. Durations
    and sets have a TIMEX3 value but no days.
    """

    span: Span
    text: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    timex3_type: str
    timex3_value: str
    rule: str
    anchor: str
    phrase: Span
    period: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody said or wrote, or that are put down to somebody; `span` covers what was said and by whom.

    `speaker` is the printed name or description at `speaker_span`, None where the speaker is not named; `entity` is
    that of the speaker's `Name`, if there is one. `cue` is the span of the words of speech ("said", "according to").
    `content` holds the spans of what was said. `form`, `quotation` and `modality` are terms of the vocabularies.
    """

    span: Span
    text: str
    speaker: str | None
    speaker_span: Span | None
    entity: str | None
    cue: Span | None
    content: tuple[Span, ...]
    form: str
    quotation: str | None
    modality: str
    rule: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about: people as the words at `span` describe them, or the person whose `Name` has `entity`.

    `head` is the lemma of the noun for people, None for a person named.
    """

    text: str
    span: Span
    entity: str | None
    head: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number that claims something.

    `span` covers the whole phrase (comparator, number, unit and what is counted), `number` the number's own words,
    with multipliers. `value` is None for a range and a vague word, which have `low` and `high` (ends may be None).
    `unit` is an English singular in lower case ("percent", "kilometer", "us dollar"), None for a bare count;
    `counted` is the head noun with its modifiers as printed, `counted_head` that noun's lemma. `subject` is None where
    the figure is about no people; `part_of` is the number of the figure of which it counts a part (`36,000 of them`).
    `claimant` is the printed speaker of `statement`, None for the author's own voice.
    `comparator`, `figure_kind`, `accumulation` and `modality` are terms of the vocabularies; `measure` is an
    authority's id where one fits.
    """

    span: Span
    text: str
    number: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    comparator: str
    counted: str | None
    counted_span: Span | None
    counted_head: str | None
    subject: Subject | None
    part_of: Span | None
    claimant: str | None
    statement: Statement | None
    figure_kind: str
    accumulation: str
    modality: str
    measure: str | None
    places: tuple[tuple[str, Name], ...]
    date: Date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a text says that a person is; `entity` is that of the person's `Name`, which lies within `span`.

    `kind` and `tenure` are terms of ATTRIBUTE_KINDS and TENURES, `value` the printed words that tell it. `place` and
    `organisation` are the entities of names that these words hold.
    """

    span: Span
    text: str
    entity: str
    kind: str
    value: str
    tenure: str
    place: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event: a term of PARTICIPANT_ROLES, the printed words, and the entity of their `Name`."""

    role: str
    span: Span
    text: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something told as having happened, planned, tried, refused or denied; `trigger` is the word that tells it.

    `type` is the id of an event type, `status` a term of EVENT_STATUSES; `places` pairs terms of EVENT_PLACE_ROLES
    with names of places.
    """

    span: Span
    text: str
    trigger: Span
    type: str
    status: str
    date: Date | None
    places: tuple[tuple[str, Name], ...]
    participants: tuple[Participant, ...]
    statement: Statement | None
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one text, each kind in order of its spans; `left_out` counts numbers that claim nothing."""

    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
