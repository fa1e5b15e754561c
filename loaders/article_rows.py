"""Rows of one article's text: article, paragraphs, passages, mentions, dates, and what was left out."""

from __future__ import annotations

from typing import Final

from loaders.annotation import Basis, EvidenceByColumn, Quote
from loaders.identifiers import derived_number
from loaders.records import CleanDocument, FoundMetadata, KnownDate, Span
from loaders.resolve import Reading
from loaders.rows import Rows
from loaders.shingles import running_text, shingles, sketch
from schema import Base, basis, text

# How what stands beside a text, or follows from all of it, is known; by the rule that found it.
_BASES_OF_RULES: Final = {
    "front-matter": Basis(basis="external", source="the front matter of the document"),
    "json-key": Basis(basis="external", source="a key of the document's line of JSONL"),
    "page-metadata": Basis(basis="external", source="the page's own metadata"),
    "function-words": Basis(basis="inferred", reasoning="Most of its commonest words are of that language."),
}


def paragraph_id(article: str, number: int) -> int:
    """Return the id of a paragraph, derived from article and number."""
    return derived_number(article, number)


def passage_id(article: str, span: Span) -> int:
    """Return the id of a passage, derived from paragraph and offsets."""
    return derived_number(paragraph_id(article, span.paragraph), span.start, span.end)


class ArticleRows(Rows):
    """The rows of one article; adds the passage of every quote it is asked about."""

    def __init__(self, document: CleanDocument, reading: Reading | None) -> None:
        super().__init__()
        self.document = document
        self.article = document.document.article_id
        self._reading = reading

    def passage(self, span: Span) -> int:
        """Return the id of the passage of a span, adding its row."""
        number = passage_id(self.article, span)
        paragraph = self.document.paragraphs[span.paragraph - 1]
        self.add(
            text.Passage,
            id=number,
            paragraph_id=paragraph_id(self.article, span.paragraph),
            start_offset=span.start,
            end_offset=span.end,
            words=paragraph.text[span.start : span.end],
        )
        return number

    def quoted(self, quote: Quote) -> int:
        """Return the id of the passage of a proved quote, adding its row."""
        assert self._reading is not None  # noqa: S101
        return self.passage(self._reading.span(quote))

    def evidence(self, table: type[Base], row_id: str | int, column: str, known: Basis) -> None:
        """Add how one cell of this article is known."""
        passage = self.quoted(known.at) if known.at else None
        self.add_evidence(table, row_id, column, known, article=self.article, passage=passage)

    def evidence_of(self, table: type[Base], row_id: str | int, given: EvidenceByColumn) -> None:
        """Add how several cells of one row are known."""
        for column, known in given.items():
            self.evidence(table, row_id, column, known)

    def found_evidence(self, column: str, found: FoundMetadata) -> None:
        """Add how the document itself tells what stands in a column of its article."""
        passage = self.passage(found.span) if found.span else None
        known = _BASES_OF_RULES.get(found.rule) or Basis(
            basis="inferred", reasoning=f"The line is that by its form and place (rule {found.rule})."
        )
        self.add_evidence(text.Article, self.article, column, known, article=self.article, passage=passage)

    def date_cell(
        self,
        table: type[Base],
        row_id: str | int,
        column: str,
        known: KnownDate | None,
        within: Span,
        given: EvidenceByColumn,
    ) -> dict[str, str | None]:
        """Return the three columns of a date, adding its basis unless its words stand within the row's own passage."""
        names = (column, f"{column}_earliest", f"{column}_latest")
        if known is None:
            return dict.fromkeys(names)
        if column not in given:
            self._add_date_evidence(table, row_id, column, known, within)
        return dict(zip(names, (known.edtf, known.earliest, known.latest), strict=True))

    def _add_date_evidence(
        self, table: type[Base], row_id: str | int, column: str, known: KnownDate, within: Span
    ) -> None:
        if known.span is None:
            if known.basis is not None:
                self.evidence(table, row_id, column, known.basis)
            return
        elsewhere = Basis(basis="stated", at=Quote(p=known.span.paragraph))
        if known.basis is not None or not within.holds(known.span):
            passage = self.passage(known.span)
            self.add_evidence(
                table, row_id, column, known.basis or elsewhere, article=self.article, passage=passage
            )


def add_document(rows: ArticleRows, why: str) -> None:
    """Add the article and its paragraphs as far as the document itself tells them; `why` nothing is read out of it."""
    document, paragraphs = rows.document.document, rows.document.paragraphs
    known = {kind: rows.document.says(kind) for kind in ("title", "language")}
    rows.add(
        text.Article,
        id=rows.article,
        **{kind: item.value if item else None for kind, item in known.items()},
        kind="held",
        reading="unread",
        text_kind="digest" if document.original else "full",
        **_sizes(rows.document),
    )
    unread = Basis(basis="not_stated", reasoning="Nobody has read the article yet.")
    for column in ("title", "publisher_id", "agency_id", "published", "language", "genre", "truncated"):
        found = known.get(column)
        if found is None:
            rows.evidence(text.Article, rows.article, column, unread)
        else:
            rows.found_evidence(column, found)
    add_paragraphs(rows)
    rows.add(
        basis.Issue,
        id=derived_number(rows.article, "unread"),
        article_id=rows.article,
        kind="unread",
        item=f"all {len(paragraphs)} paragraphs",
        reason=why,
    )


def add_paragraphs(rows: ArticleRows) -> None:
    """Add the paragraphs, with what a digest knows of each original one, and their repairs."""
    original = rows.document.document.original
    for paragraph in rows.document.paragraphs:
        published = original.paragraphs[paragraph.number - 1] if original else None
        rows.add(
            text.Paragraph,
            id=paragraph_id(rows.article, paragraph.number),
            article_id=rows.article,
            number=paragraph.number,
            role=paragraph.role,
            block=paragraph.block,
            text=paragraph.text,
            word_count=len(paragraph.text.split()),
            original_word_count=published.words if published else None,
            original_sha256=published.sha256 if published else None,
        )
        for repair in paragraph.repairs:
            rows.add(
                text.Repair,
                paragraph_id=paragraph_id(rows.article, paragraph.number),
                start_offset=repair.start,
                given=repair.given,
                repaired=repair.repaired,
                rule=repair.rule,
            )
    if original is None:
        # A digest is in our own words, which no other text can carry.
        for shingle in sketch(shingles(running_text((p.role, p.text) for p in rows.document.paragraphs))):
            rows.add(text.ArticleShingle, shingle=shingle, article_id=rows.article)


def add_reading_of_text(rows: ArticleRows, reading: Reading) -> None:
    """Add the article as read: what it is, its paragraphs, names, dates, and what was left out."""
    about, document = reading.annotation.about, rows.document.document
    published = next((i for i, date in enumerate(about.dates) if date.kind == "published"), None)
    best = reading.date_of.get(("about", "dates", published, "best")) if published is not None else None
    title = rows.document.paragraphs[about.title.p - 1].text if about.title else document.title
    rows.add(
        text.Article,
        id=rows.article,
        title=title,
        kind="held",
        publisher_id=about.publisher,
        agency_id=about.agency,
        published=best.edtf if best else None,
        published_earliest=best.earliest if best else None,
        published_latest=best.latest if best else None,
        language=about.language or document.language,
        genre=about.genre,
        reading=reading.annotation.status,
        maker_id=reading.annotation.maker,
        text_kind="digest" if document.original else "full",
        truncated=int(about.truncated),
        **_sizes(rows.document),
    )
    if about.title and "title" not in about.evidence:
        rows.evidence(text.Article, rows.article, "title", Basis(basis="stated", at=about.title))
    rows.evidence_of(text.Article, rows.article, about.evidence)
    add_paragraphs(rows)
    _add_about(rows, reading)
    _add_mentions(rows, reading)
    _add_dates(rows, reading)
    _add_issues(rows, reading)


def _sizes(document: CleanDocument) -> dict[str, str | int | None]:
    held, original = document.document, document.document.original
    words = (
        sum(p.words for p in original.paragraphs)
        if original
        else sum(len(p.text.split()) for p in document.paragraphs)
    )
    return {
        "paragraph_count": len(document.paragraphs),
        "word_count": words,
        "source_file": original.file if original else held.file.name,
        "source_sha256": original.sha256 if original else held.sha256,
        "document_sha256": held.sha256,
    }


def _add_about(rows: ArticleRows, reading: Reading) -> None:
    about = reading.annotation.about
    for position, author in enumerate(about.authors, start=1):
        rows.add(
            text.ArticleAuthor,
            article_id=rows.article,
            position=position,
            person_id=author.person,
            credit=author.credit,
            passage_id=rows.quoted(author),
        )
    for i, date in enumerate(about.dates):
        best, widest = (reading.date_of["about", "dates", i, which] for which in ("best", "widest"))
        rows.add(
            text.ArticleDate,
            article_id=rows.article,
            kind=date.kind,
            date=best.edtf,
            date_earliest=best.earliest,
            date_latest=best.latest,
            widest_earliest=widest.earliest,
            widest_latest=widest.latest,
            passage_id=rows.quoted(date.at) if date.at else None,
        )
        rows.evidence(text.ArticleDate, f"{rows.article},{date.kind}", "date", date)
        if date.kind == "published":
            rows.evidence(text.Article, rows.article, "published", date)
    for topic in about.topics:
        rows.add(text.ArticleTopic, article_id=rows.article, topic=topic)
    for link in about.relations:
        rows.add(
            text.ArticleRelation,
            article_id=rows.article,
            relation=link.relation,
            other_article_id=link.article,
            passage_id=rows.quoted(link.at) if link.at else None,
            reasoning=link.reasoning,
        )
    for relation in reading.annotation.paragraphs:
        rows.add(
            text.ParagraphRelation,
            paragraph_id=paragraph_id(rows.article, relation.p),
            relation=relation.relation,
            other_paragraph_id=paragraph_id(rows.article, relation.other),
        )


def _add_mentions(rows: ArticleRows, reading: Reading) -> None:
    for mention in reading.mentions:
        passage = rows.passage(mention.span)
        rows.add(
            text.Mention,
            id=derived_number(passage, mention.party or "", mention.place or ""),
            passage_id=passage,
            party_id=mention.party,
            place_id=mention.place,
            form=mention.form,
            reading=mention.reading,
            score=mention.score,
            reason=mention.reason,
        )


def _add_dates(rows: ArticleRows, reading: Reading) -> None:
    for i, item in enumerate(reading.annotation.dates):
        known = reading.date_of.get(("dates", i))
        passage = rows.quoted(item)
        rows.add(
            text.TimeExpression,
            id=derived_number(passage, "date"),
            passage_id=passage,
            date=known.edtf if known else None,
            date_earliest=known.earliest if known else None,
            date_latest=known.latest if known else None,
            precision=known.precision if known else None,
            anchor=item.anchor_to,
            rule_id=item.rule,
        )
        row_id = derived_number(passage, "date")
        rows.evidence_of(text.TimeExpression, row_id, item.evidence)
        if known is not None and known.basis is not None and "date" not in item.evidence:
            rows.evidence(text.TimeExpression, row_id, "date", known.basis)


def _add_issues(rows: ArticleRows, reading: Reading) -> None:
    for kind, items in (
        ("left_out", reading.annotation.left_out),
        ("uninterpreted", reading.annotation.unclear),
    ):
        for item in items:
            paragraph = paragraph_id(rows.article, item.p)
            rows.add(
                basis.Issue,
                id=derived_number(paragraph, kind, item.item),
                article_id=rows.article,
                paragraph_id=paragraph,
                kind=kind,
                item=item.item,
                reason=item.reason,
                passage_id=rows.quoted(item) if item.quote else None,
            )
