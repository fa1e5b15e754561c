"""relate, for claims: which figures echo each other, and how figures, statements and place claims compare."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from loaders.arithmetic import check_derivation
from loaders.claims import FigureClaim, StatementClaim, Verdict, are_copies
from loaders.compare import compare_figures, compare_statements, may_meet
from loaders.echo import echoes, echoes_of_statements
from loaders.identifiers import derived_number
from loaders.read_claims import Comparable, comparable_claims, derivations
from loaders.relate_places import compare_places
from loaders.rows import Rows, Value
from loaders.write import insert
from schema.basis import Comparison
from schema.claims import FigureRelation

_Claim = TypeVar("_Claim", FigureClaim, StatementClaim)
# Of the articles in question, given as JSON.
_FIGURES = "SELECT f.id FROM json_each(?) AS t CROSS JOIN figures AS f ON f.article_id = t.value"
_STATEMENTS = "SELECT s.id FROM json_each(?) AS t CROSS JOIN statements AS s ON s.article_id = t.value"
# Each names its index: of a column that is mostly empty SQLite believes that an index leaves all rows.
_FORGET = (
    f"DELETE FROM figure_relations WHERE relation = 'repeats' AND figure_id IN ({_FIGURES})",
    "DELETE FROM figure_relations INDEXED BY ix_figure_relations_other_figure_id "
    f"WHERE relation = 'repeats' AND other_figure_id IN ({_FIGURES})",
    *(
        f"DELETE FROM comparisons INDEXED BY ix_comparisons_{side}_figure_id "
        f"WHERE kind <> 'arithmetic' AND {side}_figure_id IN ({_FIGURES})"
        for side in ("left", "right")
    ),
    *(
        f"DELETE FROM comparisons INDEXED BY ix_comparisons_{side}_statement_id "
        f"WHERE {side}_statement_id IN ({_STATEMENTS})"
        for side in ("left", "right")
    ),
)
# Of the article itself, given by its id: its sums, and its places.
_FORGET_OWN = (
    "DELETE FROM comparisons INDEXED BY ix_comparisons_left_figure_id "
    "WHERE left_figure_id IN (SELECT id FROM figures WHERE article_id = ?)",
    "DELETE FROM comparisons INDEXED BY ix_comparisons_article_id WHERE article_id = ?",
)


def forget_claims(connection: Connection, article: str) -> None:
    """Take out the echoes and comparisons of one article's claims, before its rows are replaced or related anew."""
    _forget(connection, json.dumps([article]))
    for statement in _FORGET_OWN:
        connection.exec_driver_sql(statement, (article,))


def relate_claims(connection: Connection, article: str) -> None:
    """Write echoes and comparisons of one article's claims with each other and with those of other articles.

    The same rows come out in whatever order articles are written: each pair is looked at when its second side comes,
    and again when an article comes on which one side rests, since that one says what both rest on in the end.
    """
    claims = comparable_claims(connection, article)
    _forget(connection, json.dumps(sorted(claims.touched)))
    rows = Rows()
    _relate_figures(rows, claims)
    _relate_statements(rows, claims)
    for derivation in derivations(connection, article, {figure.id: figure for figure in claims.figures}):
        verdict = check_derivation(derivation)
        if verdict is not None:
            first, second = sorted((derivation.result.id, derivation.sources[0].id))
            _add(rows, article, verdict, {"left_figure_id": first, "right_figure_id": second}, None)
    for found in compare_places(connection, article):
        sides = {"left_place_id": found.place, "right_place_id": found.other}
        _add(
            rows,
            article,
            found.verdict,
            sides | {"left_event_report_id": found.report, "article_id": article},
            None,
        )
    insert(connection, rows)


def _forget(connection: Connection, articles: str) -> None:
    for statement in _FORGET:
        connection.exec_driver_sql(statement, (articles,))


def _relate_figures(rows: Rows, claims: Comparable) -> None:
    """Add the echoes and comparisons of figures; of copies of one report, only echoes are compared."""
    repeats = [
        (two, one) if one.article == claims.nearer_or_first(one.article, two.article) else (one, two)
        for mine, theirs in _families(claims.figures, claims)
        for one, two in echoes(mine, theirs)
    ]
    for repeat, repeated in repeats:
        rows.add(
            FigureRelation,
            figure_id=repeat.id,
            relation="repeats",
            other_figure_id=repeated.id,
            reasoning="the same claim of one report, nearer to it in the other article",
        )
    matched = {frozenset((one.id, two.id)) for one, two in repeats}
    for left, right, nearer in _pairs(claims.figures, matched, claims):
        if not may_meet(left, right):
            continue
        # What moved is told from the nearer article to the farther.
        verdict = compare_figures(*((right, left) if nearer == right.article else (left, right)))
        if verdict is not None:
            common = left.accumulation if left.accumulation == right.accumulation else None
            sides = {"left_figure_id": left.id, "right_figure_id": right.id, "accumulation": common}
            _add(rows, left.article, verdict, sides, nearer)


def _relate_statements(rows: Rows, claims: Comparable) -> None:
    """Add the comparisons of statements; of copies of one report, only the same statements are compared."""
    matched = {
        frozenset((one.id, two.id))
        for mine, theirs in _families(claims.statements, claims)
        for one, two in echoes_of_statements(mine, theirs)
    }
    for left, right, nearer in _pairs(claims.statements, matched, claims):
        verdict = compare_statements(*((right, left) if nearer == right.article else (left, right)))
        if verdict is not None:
            _add(
                rows,
                left.article,
                verdict,
                {"left_statement_id": left.id, "right_statement_id": right.id},
                nearer,
            )


def _families(claims: Sequence[_Claim], articles: Comparable) -> Iterator[tuple[list[_Claim], list[_Claim]]]:
    """Yield the claims of each two articles of one origin of which at least one is touched, by article."""
    by_article: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    for one in sorted(by_article.keys() & articles.touched):
        for other in sorted(by_article.keys() - {one}):
            once = other not in articles.touched or one < other
            if once and articles.origins.origin(one) == articles.origins.origin(other):
                yield by_article[one], by_article[other]


def _pairs(
    claims: Sequence[_Claim], matched: Collection[frozenset[str]], articles: Comparable
) -> Iterator[tuple[_Claim, _Claim, str | None]]:
    """Yield each two claims of which at least one is of a touched article, in order of id, and the nearer article.

    Two claims of copies of one report are left out where they are not matched.
    """
    for one in (claim for claim in claims if claim.article in articles.touched):
        for two in claims:
            if two.article in articles.touched and two.id <= one.id:
                continue
            if are_copies(one, two) and frozenset((one.id, two.id)) not in matched:
                continue
            left, right = (one, two) if one.id < two.id else (two, one)
            nearer = None if one.article == two.article else articles.origins.nearer(one.article, two.article)
            yield left, right, nearer


def _add(rows: Rows, article: str, verdict: Verdict, sides: Mapping[str, Value], nearer: str | None) -> None:
    key = [f"{name}={value}" for name, value in sorted(sides.items()) if value is not None]
    rows.add(
        Comparison,
        id=derived_number(article, "comparison", verdict.kind, *key),
        kind=verdict.kind,
        verdict=verdict.verdict,
        reason=verdict.reason,
        nearer_article_id=nearer,
        **sides,
    )
