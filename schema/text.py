"""Articles and their text: paragraphs, passages, mentions, dates."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from schema.base import (
    Base,
    as_printed,
    check,
    day,
    edtf,
    flag,
    integer,
    number_key,
    real,
    reference,
    sha256,
    slug,
    term,
    text,
)
from schema.vocabularies import (
    ARTICLE_DATE_KINDS,
    ARTICLE_KINDS,
    ARTICLE_RELATIONS,
    DATE_ANCHORS,
    DATE_PRECISIONS,
    GENRES,
    MENTION_FORMS,
    MENTION_READINGS,
    PARAGRAPH_RELATIONS,
    PARAGRAPH_ROLES,
    READING_STATES,
    TEXT_KINDS,
    TOPICS,
)


class Article(Base):
    """News articles: those the dataset holds, and those it knows only because others rest on them."""

    __tablename__ = "articles"

    id: Mapped[str] = slug("Public id of the article.", primary=True)
    title: Mapped[str | None] = text("Headline as printed.", required=True)
    kind: Mapped[str] = term(ARTICLE_KINDS, "Whether the dataset holds the article or only knows of it.")
    publisher_id: Mapped[str | None] = reference(
        "organisations.id", "Organisation that published the article.", required=True
    )
    agency_id: Mapped[str | None] = reference(
        "organisations.id", "News agency that the article credits for its text.", required=True
    )
    published: Mapped[str | None] = edtf(
        "When the article was published, as EDTF: the best reading.", required=True
    )
    published_earliest: Mapped[str | None] = day("First day on which the article may have been published.")
    published_latest: Mapped[str | None] = day("Last day on which the article may have been published.")
    language: Mapped[str | None] = text("Language of the text, ISO 639-1.", required=True)
    genre: Mapped[str | None] = term(GENRES, "Kind of journalism.", fact=True)
    reading: Mapped[str] = term(
        READING_STATES, "Who read the article: a person, the extractor, or nobody yet."
    )
    maker_id: Mapped[str | None] = reference("makers.id", "Who made the rows read out of the article.")
    text_kind: Mapped[str] = term(
        TEXT_KINDS, "What stands in `paragraphs`: a digest, the full text, or nothing."
    )
    truncated: Mapped[int | None] = flag(
        "1 where the article's text breaks off before its end.", required=True
    )
    paragraph_count: Mapped[int] = integer("Number of paragraphs.")
    word_count: Mapped[int] = integer(
        "Words of the article as published, where known, else of the text held."
    )
    source_file: Mapped[str | None] = text("Name of the file with the article as published.")
    source_sha256: Mapped[str | None] = sha256("SHA-256 of that file's bytes.")
    document_sha256: Mapped[str | None] = sha256("SHA-256 of the document that was loaded.")

    rules = (
        check("language_code", "language GLOB '[a-z][a-z]'"),
        check("held_has_text", "(kind = 'held') = (text_kind <> 'none')"),
        check("read_has_maker", "(reading = 'unread') = (maker_id IS NULL)"),
    )


class ArticleAuthor(Base):
    """Who wrote an article, in the order of the byline."""

    __tablename__ = "article_authors"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    position: Mapped[int] = integer("Place in the byline, from 1.", primary=True, minimum=1)
    person_id: Mapped[str] = reference("persons.id", "The author.", fact=True)
    credit: Mapped[str | None] = text("Role that the byline gives, as printed.", fact=True)
    passage_id: Mapped[int] = reference("passages.id", "The words of the byline.", owner=True)


class ArticleDate(Base):
    """Dates of an article itself, each with the best reading and the widest bracket that the evidence allows."""

    __tablename__ = "article_dates"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    kind: Mapped[str] = term(ARTICLE_DATE_KINDS, "What happened to the article on that date.", primary=True)
    date: Mapped[str] = edtf("Best reading, as EDTF.")
    date_earliest: Mapped[str | None] = day("First day of the best reading.")
    date_latest: Mapped[str | None] = day("Last day of the best reading.")
    widest_earliest: Mapped[str | None] = day("First day that the evidence allows at all.")
    widest_latest: Mapped[str | None] = day("Last day that the evidence allows at all.")
    passage_id: Mapped[int | None] = reference(
        "passages.id", "The words that say or bound the date.", owner=True
    )


class ArticleTopic(Base):
    """What an article is about."""

    __tablename__ = "article_topics"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    topic: Mapped[str] = term(TOPICS, "Topic from a closed list.", primary=True)


class ArticleRelation(Base):
    """How one article depends on another."""

    __tablename__ = "article_relations"

    article_id: Mapped[str] = reference("articles.id", "The article that depends.", owner=True, primary=True)
    relation: Mapped[str] = term(ARTICLE_RELATIONS, "How it depends on the other.", primary=True)
    other_article_id: Mapped[str] = reference(
        "articles.id", "The article it depends on.", deferred=True, primary=True
    )
    passage_id: Mapped[int | None] = reference("passages.id", "The words that show it.", owner=True)
    reasoning: Mapped[str] = text("How the relation is known.")

    rules = (check("not_itself", "article_id <> other_article_id"),)


class ArticleShingle(Base):
    """Hashes that stand for the text of an article, by which those that carry or rewrite each other are found."""

    __tablename__ = "article_shingles"
    only_key = True

    shingle: Mapped[int] = number_key("Hash of a run of four telling words: one of the smallest of the text.")
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)


class Paragraph(Base):
    """The numbered paragraphs of an article, as held: for a digest, retold in the project's own words."""

    __tablename__ = "paragraphs"

    id: Mapped[int] = number_key("Derived from article and number.")
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True)
    number: Mapped[int] = integer("The n-th non-blank line of the article, from 1.", minimum=1)
    role: Mapped[str | None] = term(
        PARAGRAPH_ROLES,
        "What the paragraph is for: of a digest as a reader says, of other documents by rule.",
    )
    block: Mapped[int | None] = integer("Number shared by a teaser and its headline.", minimum=1)
    text: Mapped[str] = text("The paragraph's text; offsets count its code points.")
    word_count: Mapped[int] = integer("Words of the text held.")
    original_word_count: Mapped[int | None] = integer("Words of the paragraph as published.")
    original_sha256: Mapped[str | None] = sha256("SHA-256 of the paragraph as published, in UTF-8, stripped.")

    rules = (UniqueConstraint("article_id", "number"),)


class ParagraphRelation(Base):
    """How paragraphs of one article relate to each other."""

    __tablename__ = "paragraph_relations"

    paragraph_id: Mapped[int] = reference("paragraphs.id", "The paragraph.", owner=True, primary=True)
    relation: Mapped[str] = term(PARAGRAPH_RELATIONS, "What it is to the other.", primary=True)
    other_paragraph_id: Mapped[int] = reference(
        "paragraphs.id", "The other paragraph.", owner=True, primary=True
    )

    rules = (check("not_itself", "paragraph_id <> other_paragraph_id"),)


class Repair(Base):
    """Where a paragraph is read otherwise than it stands: slips of machines, such as a missing space or a soft hyphen.

    The paragraph's text stays as given, and so do all offsets.
    """

    __tablename__ = "repairs"

    paragraph_id: Mapped[int] = reference("paragraphs.id", "The paragraph.", owner=True, primary=True)
    start_offset: Mapped[int] = integer("First code point of the paragraph's text, from 0.", primary=True)
    given: Mapped[str] = as_printed("What stands there.", minimum=1)
    repaired: Mapped[str] = as_printed("What it is read as; empty where it is passed over.")
    rule: Mapped[str] = text("The rule that says so.")

    rules = (check("changes", "given <> repaired"),)


class Passage(Base):
    """Contiguous spans of paragraphs: the words on which facts rest."""

    __tablename__ = "passages"

    id: Mapped[int] = number_key("Derived from paragraph and offsets.")
    paragraph_id: Mapped[int] = reference("paragraphs.id", "The paragraph.", owner=True)
    start_offset: Mapped[int] = integer("First code point of the paragraph's text, from 0.")
    end_offset: Mapped[int] = integer("Code point after the last.")
    words: Mapped[str] = text("The text between the offsets.")

    rules = (
        UniqueConstraint("paragraph_id", "start_offset", "end_offset"),
        check("offset_order", "start_offset < end_offset"),
        check("words_fit", "length(words) = end_offset - start_offset"),
    )


class Mention(Base):
    """Passages that name or describe a person, place or organisation, and what they were resolved to."""

    __tablename__ = "mentions"

    id: Mapped[int] = number_key("Derived from passage and target.")
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)
    party_id: Mapped[str | None] = reference(
        "parties.id", "The party that is meant; NULL for a place, or where it cannot be told."
    )
    place_id: Mapped[str | None] = reference(
        "places.id", "The place that is meant; NULL for a party, or where it cannot be told."
    )
    form: Mapped[str] = term(MENTION_FORMS, "How it is named.")
    reading: Mapped[str] = term(MENTION_READINGS, "In what sense it is named.")
    score: Mapped[float] = real("How sure the resolution is, from 0 to 1.", minimum=0, maximum=1)
    reason: Mapped[str] = text("Why it was resolved so.")

    rules = (check("one_target", "party_id IS NULL OR place_id IS NULL"),)


class TimeExpression(Base):
    """Every time expression of an article, with the days it means and how they are known."""

    __tablename__ = "dates"

    id: Mapped[int] = number_key("Derived from the passage.")
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)
    date: Mapped[str | None] = edtf("The date meant, as EDTF at printed precision.", required=True)
    date_earliest: Mapped[str | None] = day("First day of the date.")
    date_latest: Mapped[str | None] = day("Last day of the date.")
    precision: Mapped[str | None] = term(DATE_PRECISIONS, "How precise the date is.")
    anchor: Mapped[str] = term(DATE_ANCHORS, "What the date is read from.")
    rule_id: Mapped[str] = reference("reading_rules.id", "The rule by which it was read.")

    rules = (UniqueConstraint("passage_id"), check("precision_given", "(date IS NULL) = (precision IS NULL)"))
