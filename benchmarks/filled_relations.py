"""The rows that join one invented article to others: whose text it carries, what it repeats, how claims compare.

They are what `relate` would write of such a corpus in kind and number, not in judgement: two claims are set side by
side because their articles are neighbours.
"""

from __future__ import annotations

from typing import Final

from benchmarks.corpus import InventedArticle, article
from benchmarks.filled_claims import Telling, accumulation
from loaders.annotation import Basis
from loaders.identifiers import derived_number
from schema import basis, claims, events, text

_VERDICTS: Final = (
    ("value", "disagrees"),
    ("value", "disagrees"),
    ("revision", "revised"),
    ("definition", "not_comparable"),
)
_LEFT_OUT: Final = ("an ordinal number", "part of a name", "a time of the day")


def add_relations(told: Telling, seed: int) -> None:
    """Add what joins an article to its source and its neighbour, and what was left out of it."""
    number = int(told.item.name.rpartition("-")[2])
    if told.item.relation is not None and told.item.source is not None:
        source = article(int(told.item.source.rpartition("-")[2]), seed)
        _add_source(told, source, told.item.relation)
    elif number:
        _compare_with_neighbour(told, article(number - 1, seed))
    if len(told.reports) > 1 and told.reports[0][1] != told.reports[1][1]:
        told.rows.add(
            events.EventRelation,
            article_id=told.item.name,
            event_id=told.reports[0][1],
            relation="before",
            other_event_id=told.reports[1][1],
            passage_id=told.passage,
        )
    _leave_out(told)


def _add_source(told: Telling, source: InventedArticle, relation: str) -> None:
    """Add the article that this one carries, and the figures that it repeats."""
    told.rows.add(
        text.ArticleRelation,
        article_id=told.item.name,
        relation=relation,
        other_article_id=source.name,
        reasoning="They share most runs of words.",
    )
    printed = dict(_figures(source))
    for words, figure in told.figures:
        if words not in printed:
            continue
        told.rows.add(
            claims.FigureRelation,
            figure_id=figure,
            relation="repeats",
            other_figure_id=printed[words],
            reasoning="the same claim of one report",
        )
        if relation == "rewrites":
            _compare(told, figure, printed[words], "wording", "drifts", source.name, accumulation(words))


def _compare_with_neighbour(told: Telling, neighbour: InventedArticle) -> None:
    for (words, mine), (others, theirs) in list(zip(told.figures, _figures(neighbour), strict=False))[:2]:
        if accumulation(words) == accumulation(others):
            kind, verdict = told.chance.choice(_VERDICTS)
            _compare(told, mine, theirs, kind, verdict, None, accumulation(words))


def _figures(item: InventedArticle) -> list[tuple[str, str]]:
    """Return the words and the id of each figure of an article."""
    return [
        (fact.words, f"{item.name}-p{number}-{start}")
        for number, start, fact in item.located()
        if fact.kind == "figure"
    ]


def _compare(
    told: Telling, one: str, other: str, kind: str, verdict: str, nearer: str | None, common: str
) -> None:
    left, right = sorted((one, other))
    told.rows.add(
        basis.Comparison,
        id=derived_number(left.rpartition("-p")[0], "comparison", kind, left, right),
        left_figure_id=left,
        right_figure_id=right,
        accumulation=common,
        kind=kind,
        verdict=verdict,
        reason=f"As invented: {verdict}.",
        nearer_article_id=nearer,
    )


def _leave_out(told: Telling) -> None:
    for number in range(2, min(5, len(told.item.paragraphs) + 1)):
        item = told.chance.choice(_LEFT_OUT)
        paragraph = derived_number(told.item.name, number)
        told.rows.add(
            basis.Issue,
            id=derived_number(paragraph, "left_out", item),
            article_id=told.item.name,
            paragraph_id=paragraph,
            kind="left_out",
            item=item,
            reason="It counts nothing.",
        )
    why = Basis(basis="not_stated", reasoning="The article does not say.")
    for column in ("agency_id", "truncated"):
        told.rows.add_evidence(text.Article, told.item.name, column, why, article=told.item.name)
