"""relate, for claims: which figures echo each other, and how figures, statements and place claims compare."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Row

from loaders.arithmetic import Derivation, check_derivation
from loaders.claims import Days, FigureClaim, StatementClaim, Verdict, are_copies
from loaders.compare import compare_figures, compare_statements
from loaders.echo import echoes, echoes_of_statements
from loaders.identifiers import derived_number
from loaders.origins import Origins
from loaders.relate_places import compare_places
from loaders.rows import Rows, Value
from loaders.write import insert
from schema.basis import Comparison
from schema.claims import FigureRelation

_Claim = TypeVar("_Claim", FigureClaim, StatementClaim)
# The articles in question, given as JSON.
_ARTICLES = "(SELECT value FROM json_each(?))"
_FIGURES = f"SELECT id FROM figures WHERE article_id IN {_ARTICLES}"
_STATEMENTS = f"SELECT id FROM statements WHERE article_id IN {_ARTICLES}"
# Figures of one measure, and statements on one proposition, may be set against each other.
_MEASURES = f"SELECT measure_id FROM figures WHERE article_id IN {_ARTICLES}"
_PROPOSITIONS = f"SELECT proposition_id FROM statements WHERE article_id IN {_ARTICLES}"
# Where chains of relations start: at the articles themselves, or at all whose claims may be set against theirs.
_RELATED = "SELECT article FROM these"
_COMPARABLE = """
    SELECT article FROM these
    UNION SELECT article_id FROM figures
        WHERE measure_id IN (SELECT measure_id FROM figures JOIN these ON article_id = these.article)
    UNION SELECT article_id FROM statements
        WHERE proposition_id IN (SELECT proposition_id FROM statements JOIN these ON article_id = these.article)
"""
_CHAINS = """
    WITH RECURSIVE these (article) AS (SELECT value FROM json_each(?)),
    concerned (id) AS (
        {start}
        UNION SELECT r.other_article_id FROM concerned AS c JOIN article_relations AS r ON r.article_id = c.id
        UNION SELECT r.article_id FROM concerned AS c JOIN article_relations AS r ON r.other_article_id = c.id
    )
    SELECT r.article_id, r.relation, r.other_article_id
    FROM concerned AS c JOIN article_relations AS r ON r.article_id = c.id
"""
_FORGET = (
    f"DELETE FROM figure_relations WHERE relation = 'repeats' AND figure_id IN ({_FIGURES})",
    f"DELETE FROM figure_relations WHERE relation = 'repeats' AND other_figure_id IN ({_FIGURES})",
    *(
        f"DELETE FROM comparisons WHERE kind <> 'arithmetic' AND {side}_figure_id IN ({_FIGURES})"
        for side in ("left", "right")
    ),
    *(f"DELETE FROM comparisons WHERE {side}_statement_id IN ({_STATEMENTS})" for side in ("left", "right")),
)


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles whose claims are set anew against all others, and what every article rests on."""

    touched: frozenset[str]
    origins: Origins

    @property
    def json(self) -> str:
        """The touched articles as a parameter of a query."""
        return json.dumps(sorted(self.touched))

    def nearer_or_first(self, one: str, two: str) -> str:
        """Return the article nearer the source, the first by id where nothing tells."""
        return self.origins.nearer(one, two) or min(one, two)


def forget_claims(connection: Connection, article: str) -> None:
    """Take out the echoes and comparisons of one article's claims, before its rows are replaced or related anew."""
    _forget(connection, json.dumps([article]))
    own = "SELECT id FROM figures WHERE article_id = ?"
    connection.exec_driver_sql(f"DELETE FROM comparisons WHERE left_figure_id IN ({own})", (article,))
    connection.exec_driver_sql("DELETE FROM comparisons WHERE article_id = ?", (article,))


def relate_claims(connection: Connection, article: str) -> None:
    """Write echoes and comparisons of one article's claims with each other and with those of every other article.

    The same rows come out in whatever order articles are written: each pair is looked at when its second side comes,
    and again when an article comes on which one side rests, since that one says what both rest on in the end.
    """
    touched = frozenset({article} | _origins(connection, _RELATED, [article]).resting_on(article))
    articles = _Articles(touched, _origins(connection, _COMPARABLE, sorted(touched)))
    _forget(connection, articles.json)
    rows = Rows()
    figures = list(_figures(connection, articles))
    _relate_figures(rows, figures, articles)
    _relate_statements(rows, list(_statements(connection, articles)), articles)
    for derivation in _derivations(connection, article, {figure.id: figure for figure in figures}):
        verdict = check_derivation(derivation)
        if verdict is not None:
            first, second = sorted((derivation.result.id, derivation.sources[0].id))
            _add(rows, verdict, {"left_figure_id": first, "right_figure_id": second}, None)
    for found in compare_places(connection, article):
        sides = {"left_place_id": found.place, "right_place_id": found.other}
        _add(rows, found.verdict, sides | {"left_event_report_id": found.report, "article_id": article}, None)
    insert(connection, rows)


def _origins(connection: Connection, start: str, articles: Sequence[str]) -> Origins:
    """Return what articles rest on, as far as it matters to some: reading all relations for each would never end."""
    rows = connection.exec_driver_sql(_CHAINS.format(start=start), (json.dumps(articles),))
    return Origins.of((row.article_id, row.relation, row.other_article_id) for row in rows)


def _forget(connection: Connection, articles: str) -> None:
    for statement in _FORGET:
        connection.exec_driver_sql(statement, (articles,))


def _relate_figures(rows: Rows, figures: Sequence[FigureClaim], articles: _Articles) -> None:
    """Add the echoes and comparisons of figures; of copies of one report, only echoes are compared."""
    repeats = [
        (two, one) if one.article == articles.nearer_or_first(one.article, two.article) else (one, two)
        for mine, theirs in _families(figures, articles)
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
    for left, right, nearer in _pairs(figures, matched, articles):
        # What moved is told from the nearer article to the farther.
        verdict = compare_figures(*((right, left) if nearer == right.article else (left, right)))
        if verdict is not None:
            common = left.accumulation if left.accumulation == right.accumulation else None
            sides = {"left_figure_id": left.id, "right_figure_id": right.id, "accumulation": common}
            _add(rows, verdict, sides, nearer)


def _relate_statements(rows: Rows, statements: Sequence[StatementClaim], articles: _Articles) -> None:
    """Add the comparisons of statements; of copies of one report, only the same statements are compared."""
    matched = {
        frozenset((one.id, two.id))
        for mine, theirs in _families(statements, articles)
        for one, two in echoes_of_statements(mine, theirs)
    }
    for left, right, nearer in _pairs(statements, matched, articles):
        verdict = compare_statements(*((right, left) if nearer == right.article else (left, right)))
        if verdict is not None:
            _add(rows, verdict, {"left_statement_id": left.id, "right_statement_id": right.id}, nearer)


def _families(claims: Sequence[_Claim], articles: _Articles) -> Iterator[tuple[list[_Claim], list[_Claim]]]:
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
    claims: Sequence[_Claim], matched: Collection[frozenset[str]], articles: _Articles
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


def _add(rows: Rows, verdict: Verdict, sides: Mapping[str, Value], nearer: str | None) -> None:
    key = [f"{name}={value}" for name, value in sorted(sides.items()) if value is not None]
    rows.add(
        Comparison,
        id=derived_number("comparison", verdict.kind, *key),
        kind=verdict.kind,
        verdict=verdict.verdict,
        reason=verdict.reason,
        nearer_article_id=nearer,
        **sides,
    )


def _figures(connection: Connection, articles: _Articles) -> Iterator[FigureClaim]:
    """Yield every figure of the measures that the touched articles have figures of."""
    these = f"SELECT id FROM figures WHERE measure_id IN ({_MEASURES})"
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    query = f"SELECT figure_id, role, place_id FROM figure_places WHERE figure_id IN ({these})"
    for row in connection.exec_driver_sql(query, (articles.json,)):
        places[row.figure_id].add((row.role, row.place_id))
    query = f"SELECT figure_id, other_figure_id FROM figure_relations WHERE figure_id IN ({these})"
    for row in connection.exec_driver_sql(f"{query} AND relation <> 'repeats'", (articles.json,)):
        related[row.figure_id].add(row.other_figure_id)
    query = (
        "SELECT f.*, s.speaker_id, s.said, s.said_earliest, s.said_latest "
        f"FROM figures AS f LEFT JOIN statements AS s ON s.id = f.statement_id WHERE f.id IN ({these}) ORDER BY f.id"
    )
    for row in connection.exec_driver_sql(query, (articles.json,)):
        as_of, period = _days(row, "as_of"), _days(row, "period")
        yield FigureClaim(
            id=row.id,
            article=row.article_id,
            origin=articles.origins.origin(row.article_id),
            claimant=row.speaker_id,
            measure=row.measure_id,
            figure_kind=row.figure_kind,
            accumulation=row.accumulation,
            modality=row.modality,
            unit=row.unit,
            per=row.per,
            subject=row.subject_id,
            places=frozenset(places[row.id]),
            printed=row.printed,
            comparator=row.comparator,
            value=row.value,
            low=row.interval_low,
            high=row.interval_high,
            when=as_of or period,
            since=period if as_of else Days(),
            said=_days(row, "said"),
            related=frozenset(related[row.id]),
        )


def _statements(connection: Connection, articles: _Articles) -> Iterator[StatementClaim]:
    """Yield every statement on the propositions on which the touched articles have statements."""
    query = f"SELECT * FROM statements WHERE proposition_id IN ({_PROPOSITIONS}) ORDER BY id"
    for row in connection.exec_driver_sql(query, (articles.json,)):
        yield StatementClaim(
            id=row.id,
            article=row.article_id,
            origin=articles.origins.origin(row.article_id),
            speaker=row.speaker_id,
            proposition=row.proposition_id,
            stance=row.stance,
            modality=row.modality,
            said=_days(row, "said"),
        )


def _days(row: Row[tuple[object, ...]], name: str) -> Days:
    earliest, latest, date = (getattr(row, f"{name}{end}") for end in ("_earliest", "_latest", ""))
    return Days(earliest, latest, date)


def _derivations(
    connection: Connection, article: str, figures: Mapping[str, FigureClaim]
) -> Iterable[Derivation]:
    """Return what an article derives from other figures, with all of those, by result and operation."""
    query = (
        "SELECT r.figure_id, r.operation, r.other_figure_id FROM figure_relations AS r "
        "JOIN figures AS f ON f.id = r.figure_id WHERE r.relation = 'derived_from' AND f.article_id = ? "
        "ORDER BY r.figure_id, r.operation, r.other_figure_id"
    )
    sources: dict[tuple[str, str], list[FigureClaim]] = defaultdict(list)
    for row in connection.exec_driver_sql(query, (article,)):
        sources[row.figure_id, row.operation].append(figures[row.other_figure_id])
    return [Derivation(figures[result], operation, tuple(of)) for (result, operation), of in sources.items()]
