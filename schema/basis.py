"""Basis and bookkeeping: how values are known, how claims compare, what was left out, what this file is."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from schema.base import Base, check, number_key, reference, sha256, slug, term, text
from schema.vocabularies import BASES, COMPARISON_KINDS, ISSUE_KINDS, JUDGEMENTS, MAKER_KINDS, VERDICTS


class Evidence(Base):
    """How a value is known that is not simply printed in its row's own passage."""

    __tablename__ = "evidence"

    id: Mapped[int] = number_key("Derived from table, row and column.")
    article_id: Mapped[str | None] = reference(
        "articles.id", "The article whose row it is; NULL for rows of the authorities.", owner=True
    )
    table_name: Mapped[str] = text("Table of the value.")
    row_id: Mapped[str] = text("Primary key of its row; parts joined by commas.")
    column_name: Mapped[str] = text("Column of the value.")
    basis: Mapped[str] = term(BASES, "How the value is known.")
    reasoning: Mapped[str | None] = text("Why, in a sentence.")
    source: Mapped[str | None] = text("Where an external value comes from.")
    other_value: Mapped[str | None] = text("Another value that was considered.")
    passage_id: Mapped[int | None] = reference("passages.id", "Other words it rests on.", owner=True)

    rules = (
        UniqueConstraint("table_name", "row_id", "column_name"),
        check("stated_has_passage", "basis <> 'stated' OR passage_id IS NOT NULL"),
        check("external_has_source", "(basis = 'external') = (source IS NOT NULL)"),
        check("has_reasoning", "basis = 'stated' OR basis = 'external' OR reasoning IS NOT NULL"),
    )


class Comparison(Base):
    """Two claims set side by side by rule: what differs, and why; no winner is picked."""

    __tablename__ = "comparisons"

    id: Mapped[int] = number_key("Derived from both sides and the kind.")
    left_figure_id: Mapped[str | None] = reference("figures.id", "One figure.", owner=True)
    right_figure_id: Mapped[str | None] = reference("figures.id", "The other figure.", owner=True)
    left_statement_id: Mapped[str | None] = reference("statements.id", "One statement.", owner=True)
    right_statement_id: Mapped[str | None] = reference("statements.id", "The other statement.", owner=True)
    left_event_report_id: Mapped[int | None] = reference(
        "event_reports.id", "The report that lists places.", owner=True
    )
    left_place_id: Mapped[str | None] = reference("places.id", "The place of which something is said.")
    right_place_id: Mapped[str | None] = reference("places.id", "The place beside which it is set.")
    article_id: Mapped[str | None] = reference(
        "articles.id", "The article that says so, where places are compared.", owner=True
    )
    accumulation: Mapped[str | None] = text(
        "What both figures have in common, so that stock, sum, gross and net never meet; NULL where they need not."
    )
    kind: Mapped[str] = term(COMPARISON_KINDS, "What is compared.")
    verdict: Mapped[str] = term(VERDICTS, "How the two stand to each other.")
    reason: Mapped[str] = text("Why, as the rule says it.")
    nearer_article_id: Mapped[str | None] = reference(
        "articles.id", "The article of the side nearer the source, where relations tell.", owner=True
    )

    rules = (
        ForeignKeyConstraint(
            ["left_figure_id", "accumulation"], ["figures.id", "figures.accumulation"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["right_figure_id", "accumulation"], ["figures.id", "figures.accumulation"], ondelete="CASCADE"
        ),
        check(
            "one_kind_of_sides",
            "(left_figure_id IS NOT NULL) + (left_statement_id IS NOT NULL) + (left_place_id IS NOT NULL) = 1",
        ),
        check(
            "both_sides",
            "(left_figure_id IS NULL) = (right_figure_id IS NULL) "
            "AND (left_statement_id IS NULL) = (right_statement_id IS NULL) "
            "AND (left_place_id IS NULL) = (right_place_id IS NULL)",
        ),
        check("places_of_an_article", "(left_place_id IS NULL) = (article_id IS NULL)"),
        check("report_lists_places", "left_event_report_id IS NULL OR left_place_id IS NOT NULL"),
        check(
            "pair_once",
            "left_place_id IS NOT NULL "
            "OR coalesce(left_figure_id < right_figure_id, left_statement_id < right_statement_id)",
        ),
        check(
            "only_like_disagrees",
            "left_figure_id IS NULL OR accumulation IS NOT NULL OR verdict = 'not_comparable' OR kind = 'wording' "
            "OR kind = 'arithmetic'",
        ),
    )


class IdentityJudgement(Base):
    """Whether two parties are one, with score and reason; unsure is a real answer."""

    __tablename__ = "identity_judgements"

    left_party_id: Mapped[str] = reference("parties.id", "One party.", owner=True, primary=True)
    right_party_id: Mapped[str] = reference("parties.id", "The other party.", owner=True, primary=True)
    judgement: Mapped[str] = term(JUDGEMENTS, "Whether they are one.")
    reason: Mapped[str] = text("Why.")
    maker_id: Mapped[str] = reference("makers.id", "Who judged.")

    rules = (check("pair_once", "left_party_id < right_party_id"),)


class Issue(Base):
    """What a loader or reader could not interpret, or left out on purpose, by paragraph."""

    __tablename__ = "issues"

    id: Mapped[int] = number_key("Derived from paragraph, kind and item.")
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True)
    paragraph_id: Mapped[int | None] = reference("paragraphs.id", "The paragraph.", owner=True)
    kind: Mapped[str] = term(ISSUE_KINDS, "Whether it was not understood, left out, or not yet read.")
    item: Mapped[str] = text("What it is about, in our own words.")
    reason: Mapped[str] = text("Why it is not among the facts.")
    passage_id: Mapped[int | None] = reference("passages.id", "The words.", owner=True)


class RetiredId(Base):
    """Public ids that were merged or withdrawn, so that old links still lead somewhere."""

    __tablename__ = "retired_ids"

    table_name: Mapped[str] = text("Table that the id belonged to.", primary=True)
    retired_id: Mapped[str] = text("The id that is no more.", primary=True)
    replaced_by: Mapped[str | None] = slug("The id that took its place, if any.")
    reason: Mapped[str] = text("Why.")


class Maker(Base):
    """Who made the rows of an article: a person who reviewed them, or a version of the extractor."""

    __tablename__ = "makers"

    id: Mapped[str] = slug("Public id of the maker.", primary=True)
    kind: Mapped[str] = term(MAKER_KINDS, "Person or program.")
    name: Mapped[str] = text("What the maker is called; no private data.")
    version: Mapped[str | None] = text("Version, of a program.")


class Load(Base):
    """How a document came into a working file: so that an unchanged one is known at once, and none is read twice."""

    __tablename__ = "loads"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    inputs_sha256: Mapped[str] = sha256(
        "SHA-256 of all that its rows were made from: document, annotation, seeds and program."
    )
    text_sha256: Mapped[str | None] = sha256("SHA-256 of the text that the extractor read, if it did.")
    extractor_version: Mapped[str | None] = text("The extractor that read it.")
    findings: Mapped[str | None] = text(
        "What the extractor found, as JSON, compressed by zlib, in base 85, so that it need not read again."
    )

    rules = (
        Index("ix_loads_text_sha256", "text_sha256"),
        check("whole_extraction", "(findings IS NULL) = (text_sha256 IS NULL)"),
        check("extraction_has_version", "(findings IS NULL) = (extractor_version IS NULL)"),
    )


class AboutFile(Base):
    """What this database file is: published or working, from which seeds, at which revision."""

    __tablename__ = "about_file"

    name: Mapped[str] = text("Name of the property.", primary=True)
    content: Mapped[str] = text("What it is.")


class TableDigest(Base):
    """What our programs left in a table, so that a change by any other hand shows; `relokanty check` compares."""

    __tablename__ = "table_digests"

    table_name: Mapped[str] = text("Table that is digested.", primary=True)
    column_names: Mapped[str] = text("Its columns that are digested, in order, joined by commas.")
    digest: Mapped[str] = sha256("Sum, modulo 2^256, of the SHA-256 of each row, in hexadecimal.")
