"""Claims: statements, and the figures that articles print."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, literal_column
from sqlalchemy.orm import Mapped

from schema.base import Base, check, day, edtf, real, reference, slug, term, text
from schema.vocabularies import (
    ACCUMULATIONS,
    BASES,
    COMPARATORS,
    DERIVATIONS,
    FIGURE_KINDS,
    FIGURE_MODALITIES,
    FIGURE_PLACE_ROLES,
    FIGURE_RELATIONS,
    QUOTATIONS,
    RULE_KINDS,
    STANCES,
    STATEMENT_FORMS,
    STATEMENT_MODALITIES,
)


class ReadingRule(Base):
    """Rules by which printed dates and numbers are read as values."""

    __tablename__ = "reading_rules"

    id: Mapped[str] = slug("Public id of the rule.", primary=True)
    kind: Mapped[str] = term(RULE_KINDS, "What it reads.")
    meaning: Mapped[str] = text("What the rule does.")
    basis: Mapped[str | None] = term(
        BASES, "Basis of the values it gives, where they are not simply printed."
    )
    source: Mapped[str | None] = text("Where what it adds from outside comes from.")

    rules = (check("external_has_source", "(coalesce(basis, '') = 'external') = (source IS NOT NULL)"),)


class Proposition(Base):
    """Matters on which statements take sides."""

    __tablename__ = "propositions"

    id: Mapped[str] = slug("Public id of the proposition.", primary=True)
    name: Mapped[str] = text("The proposition as a sentence.")


class Statement(Base):
    """Who said what, to whom, where and when, told in our own words."""

    __tablename__ = "statements"

    id: Mapped[str] = slug("Public id: article, paragraph and offset of the first passage.", primary=True)
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True)
    speaker_id: Mapped[str | None] = reference(
        "parties.id", "Who said it; NULL for the article's author.", fact=True
    )
    gist: Mapped[str] = text("What was said, in our own words.", fact=True)
    form: Mapped[str] = term(STATEMENT_FORMS, "How the article gives it.", fact=True)
    quotation: Mapped[str | None] = term(QUOTATIONS, "State of the quotation, for direct speech.", fact=True)
    modality: Mapped[str] = term(
        STATEMENT_MODALITIES, "Whether it asserts, promises, hopes, asks.", fact=True
    )
    condition: Mapped[str | None] = text("Condition under which it is said to hold.", fact=True)
    via_id: Mapped[str | None] = reference(
        "parties.id", "Outlet or body through which it reached the article.", fact=True
    )
    channel: Mapped[str | None] = text("Medium or occasion as printed, such as Telegram.", fact=True)
    addressee_id: Mapped[str | None] = reference("parties.id", "To whom it was said.", fact=True)
    place_id: Mapped[str | None] = reference("places.id", "Where it was said.", fact=True)
    said: Mapped[str | None] = edtf("When it was said, as EDTF.")
    said_earliest: Mapped[str | None] = day("First day on which it may have been said.")
    said_latest: Mapped[str | None] = day("Last day on which it may have been said.")
    proposition_id: Mapped[str | None] = reference(
        "propositions.id", "The matter on which it takes a side.", fact=True
    )
    stance: Mapped[str | None] = term(STANCES, "Which side it takes.", fact=True)
    passage_id: Mapped[int] = reference("passages.id", "The first words of it.", owner=True)

    rules = (
        check("author_has_no_speaker", "(speaker_id IS NULL) = (form = 'authorial' OR form = 'gloss')"),
        check("quotation_if_direct", "(quotation IS NOT NULL) = (form = 'direct')"),
        check("stance_on_proposition", "(proposition_id IS NULL) = (stance IS NULL)"),
        check("condition_if_conditional", "modality <> 'conditional' OR condition IS NOT NULL"),
    )


class StatementPassage(Base):
    """All passages of a statement, the first included."""

    __tablename__ = "statement_passages"

    statement_id: Mapped[str] = reference("statements.id", "The statement.", owner=True, primary=True)
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True, primary=True)


class Measure(Base):
    """What figures count: a closed list, with the larger measure where one is a part of another."""

    __tablename__ = "measures"

    id: Mapped[str] = slug("Public id of the measure.", primary=True)
    name: Mapped[str] = text("What is counted, in a few words.")
    meaning: Mapped[str] = text("What exactly is counted, and what is not.")
    unit: Mapped[str] = text("Unit of its figures.")
    parent_id: Mapped[str | None] = reference(
        "measures.id", "The measure of which this one is a part.", deferred=True
    )

    rules = (check("not_own_parent", "id <> parent_id"),)


class Figure(Base):
    """Numbers that articles print, each with all that makes it a claim: what it counts, how exactly, on whose word."""

    __tablename__ = "figures"

    id: Mapped[str] = slug("Public id: article, paragraph and offset of the first passage.", primary=True)
    claim: Mapped[str] = text("The claim as a short phrase.")
    article_id: Mapped[str] = reference("articles.id", "The article that prints it.", owner=True)
    printed: Mapped[str] = text("The number as printed.", fact=True)
    value: Mapped[float | None] = real(
        "The number; a share is a fraction of 1. NULL where it is a range or vague.", fact=True
    )
    low: Mapped[float | None] = real("Lowest number, of a range or a vague word.", fact=True)
    high: Mapped[float | None] = real(
        "Highest number, of a range or a vague word; NULL where it is open.", fact=True
    )
    interval_low: Mapped[float | None] = real(
        "Lowest number that the words allow, by the interval rule; NULL where open."
    )
    interval_high: Mapped[float | None] = real(
        "Highest number that the words allow, by the interval rule; NULL where open."
    )
    interval_rule_id: Mapped[str] = reference("reading_rules.id", "The rule by which the bounds were read.")
    unit: Mapped[str] = text("What one unit of the number is.", fact=True)
    per: Mapped[str | None] = text("Divisor of a rate, such as day.", fact=True)
    comparator: Mapped[str] = term(COMPARATORS, "How the words bound the number.", fact=True)
    rule_id: Mapped[str] = reference("reading_rules.id", "The rule by which the number was read.")
    measure_id: Mapped[str] = reference("measures.id", "What the figure counts.", fact=True)
    figure_kind: Mapped[str] = term(FIGURE_KINDS, "Sort of number.", fact=True)
    accumulation: Mapped[str] = term(
        ACCUMULATIONS, "Whether it is a stock, a sum since a beginning, or a flow.", fact=True
    )
    modality: Mapped[str] = term(
        FIGURE_MODALITIES, "Whether it is reported, estimated, a target, imposed.", fact=True
    )
    subject_id: Mapped[str | None] = reference(
        "parties.id", "The party that is counted or measured.", fact=True
    )
    period: Mapped[str | None] = edtf("Period in which the counted things happened, as EDTF.")
    period_earliest: Mapped[str | None] = day("First day of the period.")
    period_latest: Mapped[str | None] = day("Last day of the period.")
    as_of: Mapped[str | None] = edtf("Date on which the number is said to stand, as EDTF.")
    as_of_earliest: Mapped[str | None] = day("First day of that date.")
    as_of_latest: Mapped[str | None] = day("Last day of that date.")
    statement_id: Mapped[str | None] = reference(
        "statements.id",
        "The statement whose speaker claims it; NULL for the author's own voice.",
        deferred=True,
    )
    event_id: Mapped[str | None] = reference("events.id", "The event it belongs to.", fact=True)
    base_figure_id: Mapped[str | None] = reference(
        "figures.id", "The whole of which a share is a part.", deferred=True
    )
    base_words: Mapped[str | None] = text(
        "The whole in words, where no figure gives it; 'not printed' where none is."
    )
    passage_id: Mapped[int] = reference("passages.id", "The words that print it.", owner=True)

    rules = (
        # By which claims of one thing and day, or of one thing and party, find each other, however many there are.
        Index("ix_figures_measure_id_as_of_earliest", "measure_id", "as_of_earliest"),
        Index("ix_figures_measure_id_period_earliest", "measure_id", "period_earliest"),
        Index(
            None,
            *("measure_id", "subject_id", "accumulation", "as_of_earliest", "period_earliest", "article_id"),
            sqlite_where=literal_column("subject_id IS NOT NULL"),
        ),
        UniqueConstraint("id", "accumulation"),
        check("interval_order", "interval_low <= interval_high"),
        check("value_or_bounds", "(value IS NULL) = (low IS NOT NULL OR high IS NOT NULL)"),
        check("bounds_order", "low <= high"),
        check("range_has_bounds", "comparator <> 'range' OR (low IS NOT NULL AND high IS NOT NULL)"),
        check("vague_has_bounds", "comparator <> 'vague' OR low IS NOT NULL"),
        check(
            "share_has_base", "figure_kind <> 'share' OR base_figure_id IS NOT NULL OR base_words IS NOT NULL"
        ),
        check("one_base", "base_figure_id IS NULL OR base_words IS NULL"),
        check(
            "share_is_fraction",
            "figure_kind <> 'share' OR (coalesce(value, 0) BETWEEN 0 AND 1 "
            "AND coalesce(low, 0) BETWEEN 0 AND 1 AND coalesce(high, 0) BETWEEN 0 AND 1)",
        ),
        check("not_own_base", "id <> base_figure_id"),
        check("rate_has_divisor", "(figure_kind = 'rate') = (per IS NOT NULL)"),
    )


class FigurePassage(Base):
    """All passages that print a figure, the first included: one figure for each claim, however often it is printed."""

    __tablename__ = "figure_passages"

    figure_id: Mapped[str] = reference("figures.id", "The figure.", owner=True, primary=True)
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True, primary=True)


class FigurePlace(Base):
    """Where what a figure counts is, comes from or goes to."""

    __tablename__ = "figure_places"

    figure_id: Mapped[str] = reference("figures.id", "The figure.", owner=True, primary=True)
    role: Mapped[str] = term(FIGURE_PLACE_ROLES, "What the place is to the count.", primary=True)
    place_id: Mapped[str] = reference("places.id", "The place.", primary=True)


class FigureRelation(Base):
    """How one figure relates to another."""

    __tablename__ = "figure_relations"

    figure_id: Mapped[str] = reference("figures.id", "The figure.", owner=True, primary=True)
    relation: Mapped[str] = term(FIGURE_RELATIONS, "What it is to the other.", primary=True)
    other_figure_id: Mapped[str] = reference("figures.id", "The other figure.", deferred=True, primary=True)
    operation: Mapped[str | None] = term(DERIVATIONS, "How it was worked out, where it was derived.")
    reasoning: Mapped[str | None] = text("Why the relation holds, or where it does not come out.")

    rules = (
        check("not_itself", "figure_id <> other_figure_id"),
        check("operation_if_derived", "(operation IS NOT NULL) = (relation = 'derived_from')"),
    )
