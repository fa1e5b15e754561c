"""The shape of an annotation: everything read out of one document, reviewed or drafted.

Every fact carries `p`, `quote` and, where the words stand twice, `nth`: the passage on which it rests.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import Field, model_validator

from loaders import authorities
from loaders.edtf_bounds import bounds
from loaders.paths import PROJECT
from loaders.shapes import Edtf, PublicId, Shape, Slug, term_of
from schema import vocabularies as words

Paragraph = Annotated[int, Field(ge=1)]


class Quote(Shape):
    """Words of a paragraph: `quote` stands there once, or is its `nth` occurrence from 1; no quote means all of it."""

    p: Paragraph
    quote: str | None = None
    nth: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _nth_of_words(self) -> Quote:
        if self.nth is not None and self.quote is None:
            raise ValueError("nth needs the quote whose nth occurrence is meant")
        return self

    @property
    def anchor(self) -> Anchor:
        """What identifies the passage."""
        return (self.p, self.quote, self.nth)


Anchor = tuple[int, str | None, int | None]


class Basis(Shape):
    """How a value is known that is not printed in its row's own passage."""

    basis: Annotated[str, term_of(words.BASES)]
    reasoning: str | None = None
    source: str | None = None
    other: str | None = None
    at: Quote | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Basis:
        if self.basis == "stated" and self.at is None:
            raise ValueError("what is stated needs `at`: the words elsewhere in the article")
        if (self.basis == "external") != (self.source is not None):
            raise ValueError("what is external, and only that, needs `source`")
        if self.basis in {"inferred", "computed", "not_stated"} and self.reasoning is None:
            raise ValueError(f"what is {self.basis} needs `reasoning`")
        return self


class GivenDate(Basis):
    """A date that no single time expression of the article gives, and how it is known all the same."""

    edtf: Edtf
    reasoning: str


# The words or the key of an entry of `dates`, or a date given with its reasons.
DateReference = str | GivenDate
EvidenceByColumn = dict[str, Basis]


class Fact(Quote):
    """A row that rests on a passage, with the basis of whatever that passage does not print."""

    evidence: EvidenceByColumn = {}


class Published(Basis):
    """When the article itself was published or changed, and how that is known."""

    kind: Annotated[str, term_of(words.ARTICLE_DATE_KINDS)] = "published"
    edtf: Edtf
    widest: Edtf | None = None

    @model_validator(mode="after")
    def _best_lies_within_widest(self) -> Published:
        best, widest = bounds(self.edtf), bounds(self.widest or self.edtf)
        starts_before = widest.earliest and (best.earliest is None or best.earliest < widest.earliest)
        ends_after = widest.latest and (best.latest is None or best.latest > widest.latest)
        if starts_before or ends_after:
            raise ValueError(f"the best reading {self.edtf} is not within the widest bracket {self.widest}")
        return self


class Author(Quote):
    """One name of the byline."""

    person: PublicId
    credit: str | None = None


class ArticleRelation(Shape):
    """How the article depends on another."""

    relation: Annotated[str, term_of(words.ARTICLE_RELATIONS)]
    article: Slug
    reasoning: str
    at: Quote | None = None


class About(Shape):
    """What the article is as a publication."""

    title: Quote | None = None
    publisher: PublicId | None = None
    agency: PublicId | None = None
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    genre: Annotated[str, term_of(words.GENRES)] | None = None
    truncated: bool
    authors: list[Author] = []
    dates: list[Published] = []
    topics: list[Annotated[str, term_of(words.TOPICS)]] = []
    relations: list[ArticleRelation] = []
    evidence: EvidenceByColumn = {}


class ParagraphRelation(Shape):
    """How one paragraph relates to another."""

    p: Paragraph
    relation: Annotated[str, term_of(words.PARAGRAPH_RELATIONS)]
    other: Paragraph


class Mention(Quote):
    """A mention that the authorities' names alone would miss or misread."""

    party: PublicId | None = None
    place: PublicId | None = None
    form: Annotated[str, term_of(words.MENTION_FORMS)] = "name"
    reading: Annotated[str, term_of(words.MENTION_READINGS)] = "literal"
    score: Annotated[float, Field(ge=0, le=1)] = 1.0
    reason: str = "read so by the reviewer"


class NotMention(Quote):
    """Words that look like a known name and are not."""

    reason: str


class Date(Fact):
    """A time expression; `edtf` may be left out only with a basis that says why."""

    key: str | None = None
    edtf: Edtf | None = None
    anchor_to: Annotated[str, term_of(words.DATE_ANCHORS)] = Field(default="printed", alias="anchor")
    rule: Slug


class Statement(Fact):
    """Who said what; no speaker means the author's own judgement."""

    key: str
    speaker: PublicId | None = None
    gist: str
    form: Annotated[str, term_of(words.STATEMENT_FORMS)]
    quotation: Annotated[str, term_of(words.QUOTATIONS)] | None = None
    modality: Annotated[str, term_of(words.STATEMENT_MODALITIES)] = "asserted"
    condition: str | None = None
    via: PublicId | None = None
    channel: str | None = None
    addressee: PublicId | None = None
    place: PublicId | None = None
    said: DateReference | None = None
    proposition: Slug | None = None
    stance: Annotated[str, term_of(words.STANCES)] | None = None
    also: list[Quote] = []


class FigureRelation(Shape):
    """How a figure relates to another of the same article."""

    relation: Annotated[str, term_of(words.FIGURE_RELATIONS)]
    figure: str
    operation: Annotated[str, term_of(words.DERIVATIONS)] | None = None
    reasoning: str | None = None


class Figure(Fact):
    """A number that the article prints; `number` stands in the quote and is read by rule."""

    key: str | None = None
    claim: str
    number: str
    comparator: Annotated[str, term_of(words.COMPARATORS)] = "exact"
    measure: PublicId
    figure_kind: Annotated[str, term_of(words.FIGURE_KINDS)]
    accumulation: Annotated[str, term_of(words.ACCUMULATIONS)]
    modality: Annotated[str, term_of(words.FIGURE_MODALITIES)] = "reported"
    per: str | None = None
    subject: PublicId | None = None
    places: dict[Annotated[str, term_of(words.FIGURE_PLACE_ROLES)], list[PublicId]] = {}
    period: DateReference | None = None
    as_of: DateReference | None = None
    statement: str | None = None
    event: PublicId | None = None
    base: str | None = None
    base_words: str | None = None
    relations: list[FigureRelation] = []
    also: list[Quote] = []


class Attribute(Fact):
    """What the article says a person is."""

    person: PublicId
    kind: Annotated[str, term_of(words.ATTRIBUTE_KINDS)]
    value: str
    tenure: Annotated[str, term_of(words.TENURES)] = "current"
    party: PublicId | None = None
    place: PublicId | None = None
    figure: str | None = None
    date: DateReference | None = None
    statement: str | None = None


class EventDetail(Quote):
    """Outcome, cause, purpose, means or charge."""

    kind: Annotated[str, term_of(words.EVENT_DETAILS)]
    detail: str


class Event(Fact):
    """The article's version of an event."""

    event: PublicId
    gist: str
    status: Annotated[str, term_of(words.EVENT_STATUSES)]
    date: DateReference | None = None
    places: dict[Annotated[str, term_of(words.EVENT_PLACE_ROLES)], list[PublicId]] = {}
    participants: dict[Annotated[str, term_of(words.PARTICIPANT_ROLES)], list[PublicId]] = {}
    details: list[EventDetail] = []
    statement: str | None = None


class EventRelation(Quote):
    """How the article orders or joins two events."""

    event: PublicId
    relation: Annotated[str, term_of(words.EVENT_RELATIONS)]
    other: PublicId


class PlaceClaim(Quote):
    """What the article itself says places are to another, right or wrong."""

    places: list[PublicId]
    relation: Annotated[str, term_of(words.PLACE_CLAIMS)]
    other: PublicId


class Issue(Quote):
    """What was left out on purpose, or could not be understood, and why; no quote means the whole paragraph."""

    item: str
    reason: str


class IntroducedEvent(authorities.Event):
    """An event that the article tells of and no authority knows."""


class Introduced(Shape):
    """What the article tells of and no authority knows, in the shapes of the authorities.

    Each id is `<name>--<article>`; the rows come and go with the article, and no other article may use them.
    """

    parties: list[authorities.Party] = []
    places: list[authorities.Place] = []
    measures: list[authorities.Measure] = []
    events: list[IntroducedEvent] = []


class Annotation(Shape):
    """Everything read out of one document."""

    article: Slug
    status: Literal["reviewed", "draft"]
    maker: Slug
    about: About
    introduces: Introduced = Introduced()
    paragraphs: list[ParagraphRelation] = []
    mentions: list[Mention] = []
    not_mentions: list[NotMention] = []
    dates: list[Date] = []
    statements: list[Statement] = []
    figures: list[Figure] = []
    attributes: list[Attribute] = []
    events: list[Event] = []
    event_relations: list[EventRelation] = []
    place_claims: list[PlaceClaim] = []
    left_out: list[Issue] = []
    unclear: list[Issue] = []


JSON_SCHEMA = PROJECT / "docs" / "annotation.schema.json"


def json_schema() -> str:
    """Return the JSON Schema of an annotation, for editors that complete and check YAML."""
    return json.dumps(Annotation.model_json_schema(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    JSON_SCHEMA.write_text(json_schema(), encoding="utf-8")
