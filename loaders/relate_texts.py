"""relate, for texts: which articles carry or rewrite another, found by the runs of words that they share.

Each article rests on at most one other: of all those whose text it shares, the one that came first. So the rows do
not depend on the order in which articles are written, unless texts share little but formulas. What a reviewer said of
an article's sources stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from loaders.annotation import Basis
from loaders.rows import Rows
from loaders.shingles import SKETCH_SIZE, containment, running_text, shingles
from loaders.write import insert
from schema.text import ArticleRelation

# Shared runs of the sketch that make a pair worth comparing, and of the whole text that make it related.
_CANDIDATE = 2
REWRITES, SYNDICATES = 0.25, 0.8
# A text of fewer runs can be all formula.
_SMALLEST = 15
# A run that stands in more texts than these is a formula, by which thousands would be compared with each other. Of a
# text that has little else the rarest half counts all the same: so copies of one text find each other, however many.
_FORMULA = 50
# Sorts after every day, so that a text of unknown day is never taken for the source of one whose day is known.
_UNKNOWN = "9999"

_CANDIDATES = f"""
    WITH mine AS MATERIALIZED (
        SELECT m.shingle, (SELECT count(*) FROM (
            SELECT 1 FROM article_shingles AS o WHERE o.shingle = m.shingle LIMIT {_FORMULA + 1})) AS articles
        FROM article_shingles AS m WHERE m.article_id = ?1),
    ranked AS (SELECT shingle, articles, row_number() OVER (ORDER BY articles, shingle) AS place FROM mine)
    SELECT other.article_id FROM ranked
    CROSS JOIN article_shingles AS other ON other.shingle = ranked.shingle AND other.article_id <> ?1
    WHERE ranked.articles <= {_FORMULA} OR ranked.place <= {SKETCH_SIZE // 2}
    GROUP BY other.article_id HAVING count(*) >= {_CANDIDATE} ORDER BY other.article_id
"""
_COMPUTED = """
    FROM article_relations AS r JOIN evidence AS e ON e.table_name = 'article_relations'
    AND e.row_id = r.article_id || ',' || r.relation || ',' || r.other_article_id AND e.basis = 'computed'
"""
_REVIEWED = """
    SELECT 1 FROM article_relations AS r WHERE r.article_id = ? AND r.relation IN ('syndicates', 'rewrites')
    AND NOT EXISTS (SELECT 1 FROM evidence AS e WHERE e.table_name = 'article_relations' AND e.basis = 'computed'
        AND e.row_id = r.article_id || ',' || r.relation || ',' || r.other_article_id)
"""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with what tells which of two came first: the day of publication, then length, then id."""

    article: str
    published: str
    runs: frozenset[int]

    @property
    def order(self) -> tuple[str, int, str]:
        return (self.published, -len(self.runs), self.article)


def forget_texts(connection: Connection, article: str) -> set[str]:
    """Take out what was computed to rest on this article, before its rows are replaced; return those that did."""
    rows = connection.exec_driver_sql(
        f"SELECT r.article_id {_COMPUTED} WHERE r.other_article_id = ?", (article,)
    )
    dependents = {row.article_id for row in rows}
    for dependent in dependents:
        _forget(connection, dependent)
    return dependents


def relate_texts(connection: Connection, article: str) -> set[str]:
    """Write on which text an article rests, and which rest on it; return the articles whose source changed."""
    candidates = connection.exec_driver_sql(_CANDIDATES, (article,)).scalars().all()
    # Most articles are of nobody's making but their own: their texts are not even read.
    text = _text(connection, article) if candidates else None
    if text is None:
        return set()
    changed: set[str] = set()
    others = [other for other in _texts(connection, candidates) if _are_related(text, other)]
    first = min(others, key=lambda other: other.order, default=None)
    if first is not None and first.order < text.order:
        changed |= _rest_on(connection, text, first)
    for other in others:
        if text.order < other.order and _comes_before_source(connection, text, other):
            changed |= _rest_on(connection, other, text)
    return changed


def _texts(connection: Connection, articles: Iterable[str]) -> Iterator[_Text]:
    return (text for article in articles if (text := _text(connection, article)) is not None)


def _are_related(text: _Text, other: _Text) -> bool:
    return containment(text.runs, other.runs) >= REWRITES


def _comes_before_source(connection: Connection, text: _Text, other: _Text) -> bool:
    """Tell whether a text came before what another was found to rest on so far."""
    source = connection.exec_driver_sql(
        f"SELECT r.other_article_id {_COMPUTED} WHERE r.article_id = ?", (other.article,)
    ).scalar()
    known = _text(connection, source) if source else None
    return known is None or text.order < known.order


def _rest_on(connection: Connection, text: _Text, source: _Text) -> set[str]:
    """Write that a text rests on another, in place of what was computed before; a reviewer's word stands."""
    if connection.exec_driver_sql(_REVIEWED, (text.article,)).first():
        return set()
    _forget(connection, text.article)
    share = containment(text.runs, source.runs)
    relation = "syndicates" if share >= SYNDICATES else "rewrites"
    told_by = _why_first(source, text)
    reasoning = f"{share:.0%} of the runs of four words of the shorter text stand in the other; {told_by}."
    rows = Rows()
    rows.add(
        ArticleRelation,
        article_id=text.article,
        relation=relation,
        other_article_id=source.article,
        reasoning=reasoning,
    )
    basis = Basis(basis="computed", reasoning=reasoning)
    row_id = f"{text.article},{relation},{source.article}"
    rows.add_evidence(ArticleRelation, row_id, "relation", basis, article=text.article)
    insert(connection, rows)
    return {text.article}


def _why_first(source: _Text, text: _Text) -> str:
    """Say what tells that the source came first."""
    if source.published < text.published:
        return "that came first" if text.published != _UNKNOWN else "only the other's day is known"
    return "the days do not tell which came first, so the longer is taken for the source"


def _forget(connection: Connection, article: str) -> None:
    """Take out what an article was computed to rest on, with its evidence."""
    found = connection.exec_driver_sql(
        f"SELECT r.relation, r.other_article_id, e.id {_COMPUTED} WHERE r.article_id = ?", (article,)
    ).all()
    for relation, other, evidence in found:
        connection.exec_driver_sql(
            "DELETE FROM article_relations WHERE article_id = ? AND relation = ? AND other_article_id = ?",
            (article, relation, other),
        )
        connection.exec_driver_sql("DELETE FROM evidence WHERE id = ?", (evidence,))


def _text(connection: Connection, article: str) -> _Text | None:
    """Return a text held in full, long enough to be told from others; None for a digest or a short one."""
    row = connection.exec_driver_sql(
        "SELECT coalesce(published_earliest, ?) AS published FROM articles WHERE id = ? AND text_kind = 'full'",
        (_UNKNOWN, article),
    ).first()
    if row is None:
        return None
    paragraphs = connection.exec_driver_sql(
        "SELECT role, text FROM paragraphs WHERE article_id = ? ORDER BY number", (article,)
    )
    runs = shingles(running_text((paragraph.role, paragraph.text) for paragraph in paragraphs))
    return _Text(article, row.published, runs) if len(runs) >= _SMALLEST else None
