"""relate, for claims: which figures echo each other, and how figures, statements and place claims compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sqlalchemy import Connection

from loaders.compare import (
    Derivation,
    FigureClaim,
    StatementClaim,
    Verdict,
    are_copies,
    check_derivation,
    compare_figures,
    compare_statements,
    echoes,
    listed_beside_its_whole,
)
from loaders.identifiers import derived_number
from loaders.rows import Rows, Value
from loaders.write import insert
from schema.basis import Comparison
from schema.claims import FigureRelation

_NEARNESS = {"syndicates": 0, "rewrites": 1}
_LISTED_PLACES = """
    SELECT p.event_report_id, p.role, p.place_id FROM event_places AS p
    JOIN event_reports AS r ON r.id = p.event_report_id WHERE r.article_id = ?
"""
# A claimed neighbour that is not among the known ones, of a place whose neighbours are known.
_UNKNOWN_NEIGHBOURS = """
    SELECT c.place_id, c.other_place_id FROM place_claims AS c
    WHERE c.article_id = ? AND c.relation = 'borders'
    AND EXISTS (SELECT 1 FROM place_relations AS k
        WHERE k.place_id = c.other_place_id AND k.relation = 'borders')
    AND NOT EXISTS (SELECT 1 FROM place_relations AS k
        WHERE k.relation = 'borders' AND k.place_id = c.other_place_id AND k.other_place_id = c.place_id)
"""


def forget_claims(connection: Connection, article: str) -> None:
    """Take out the echoes and comparisons of one article's claims, before its rows are replaced or related anew."""
    mine = "SELECT id FROM {table} WHERE article_id = ?"
    for side in ("figure_id", "other_figure_id"):
        connection.exec_driver_sql(
            f"DELETE FROM figure_relations WHERE relation = 'repeats' AND {side} IN ({mine.format(table='figures')})",
            (article,),
        )
    for kind in ("figure", "statement"):
        for side in ("left", "right"):
            ids = mine.format(table=f"{kind}s")
            connection.exec_driver_sql(
                f"DELETE FROM comparisons WHERE {side}_{kind}_id IN ({ids})", (article,)
            )
    connection.exec_driver_sql("DELETE FROM comparisons WHERE article_id = ?", (article,))


def relate_claims(connection: Connection, article: str) -> None:
    """Write echoes and comparisons of one article's claims with each other and with those of every other article.

    The same rows come out in whatever order articles are written: each pair is looked at when its second side comes.
    """
    rows, sources = Rows(), _sources(connection)
    figures = list(_figures(connection, article, sources))
    _relate_figures(rows, figures, article, sources)
    for left, right in combinations(_statements(connection, article, sources), 2):
        verdict = compare_statements(left, right) if article in {left.article, right.article} else None
        if verdict is not None:
            sides = {"left_statement_id": left.id, "right_statement_id": right.id}
            _add(rows, verdict, sides, _nearer(left.article, right.article, sources))
    for derivation in _derivations(connection, article, {figure.id: figure for figure in figures}):
        verdict = check_derivation(derivation)
        if verdict is not None:
            first, second = sorted((derivation.result.id, derivation.sources[0].id))
            _add(rows, verdict, {"left_figure_id": first, "right_figure_id": second}, None)
    _compare_places(connection, article, rows)
    insert(connection, rows)


def _relate_figures(
    rows: Rows, figures: Sequence[FigureClaim], article: str, sources: Mapping[str, tuple[str, int]]
) -> None:
    """Add the echoes and comparisons of one article's figures; of copies of one report, only echoes are compared."""
    repeats = list(_echoes_with(figures, article, sources))
    for repeat, origin in repeats:
        rows.add(
            FigureRelation,
            figure_id=repeat,
            relation="repeats",
            other_figure_id=origin,
            reasoning="the same claim of one report, nearer to it in the other article",
        )
    matched = {frozenset(pair) for pair in repeats}
    for left, right in combinations(sorted(figures, key=lambda figure: figure.id), 2):
        unmatched = are_copies(left, right) and {left.id, right.id} not in matched
        if article not in {left.article, right.article} or unmatched:
            continue
        nearer = _nearer(left.article, right.article, sources)
        # What moved is told from the nearer article to the farther.
        from_right = nearer == right.article
        verdict = compare_figures(right, left) if from_right else compare_figures(left, right)
        if verdict is not None:
            common = left.accumulation if left.accumulation == right.accumulation else None
            sides = {"left_figure_id": left.id, "right_figure_id": right.id, "accumulation": common}
            _add(rows, verdict, sides, nearer)


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


def _sources(connection: Connection) -> dict[str, tuple[str, int]]:
    """Return, for each article that rests on another, that other one and how near it stays to it."""
    query = (
        "SELECT article_id, relation, other_article_id FROM article_relations ORDER BY article_id, relation"
    )
    return {
        row.article_id: (row.other_article_id, _NEARNESS[row.relation])
        for row in connection.exec_driver_sql(query)
        if row.relation in _NEARNESS
    }


def _origin(article: str, sources: Mapping[str, tuple[str, int]]) -> str | None:
    """Follow an article to the one it rests on in the end: itself, where others rest on it; None where none do."""
    seen = {article}
    origin = article if any(other == article for other, _ in sources.values()) else None
    while article in sources and sources[article][0] not in seen:
        article = origin = sources[article][0]
        seen.add(article)
    return origin


def _nearer(left: str, right: str, sources: Mapping[str, tuple[str, int]]) -> str | None:
    """Return which of two articles of one origin stays nearer to it; None where nothing tells."""
    if left == right or left not in sources or right not in sources or sources[left][0] != sources[right][0]:
        return None
    one, two = sources[left][1], sources[right][1]
    return None if one == two else left if one < two else right


def _figures(
    connection: Connection, article: str, sources: Mapping[str, tuple[str, int]]
) -> Iterator[FigureClaim]:
    """Yield every figure of the measures that this article has figures of."""
    measures = "SELECT measure_id FROM figures WHERE article_id = ?"
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for row in connection.exec_driver_sql("SELECT figure_id, role, place_id FROM figure_places"):
        places[row.figure_id].add((row.role, row.place_id))
    for row in connection.exec_driver_sql("SELECT figure_id, other_figure_id FROM figure_relations"):
        related[row.figure_id].add(row.other_figure_id)
    query = (
        "SELECT f.*, s.speaker_id, s.said FROM figures AS f LEFT JOIN statements AS s ON s.id = f.statement_id "
        f"WHERE f.measure_id IN ({measures}) ORDER BY f.id"
    )
    for row in connection.exec_driver_sql(query, (article,)):
        yield FigureClaim(
            id=row.id,
            article=row.article_id,
            origin=_origin(row.article_id, sources),
            claimant=row.speaker_id,
            measure=row.measure_id,
            figure_kind=row.figure_kind,
            accumulation=row.accumulation,
            modality=row.modality,
            per=row.per,
            subject=row.subject_id,
            places=frozenset(places[row.id]),
            printed=row.printed,
            comparator=row.comparator,
            low=row.interval_low,
            high=row.interval_high,
            when_earliest=row.as_of_earliest or row.period_earliest,
            when_latest=row.as_of_latest or row.period_latest,
            said=row.said,
            related=frozenset(related[row.id]),
        )


def _echoes_with(
    figures: Iterable[FigureClaim], article: str, sources: Mapping[str, tuple[str, int]]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of each repeat and what it repeats, for this article and every other of the same origin."""
    by_article: dict[str, list[FigureClaim]] = defaultdict(list)
    for figure in figures:
        by_article[figure.article].append(figure)
    mine = by_article.pop(article, [])
    for other, theirs in by_article.items():
        near = _nearer(article, other, sources) or min(article, other)
        for one, two in echoes(mine, theirs):
            yield (two.id, one.id) if near == article else (one.id, two.id)


def _statements(
    connection: Connection, article: str, sources: Mapping[str, tuple[str, int]]
) -> Iterator[StatementClaim]:
    query = (
        "SELECT id, article_id, speaker_id, proposition_id, stance, modality FROM statements "
        "WHERE proposition_id IN (SELECT proposition_id FROM statements WHERE article_id = ?) ORDER BY id"
    )
    for row in connection.exec_driver_sql(query, (article,)):
        origin = _origin(row.article_id, sources)
        yield StatementClaim(
            row.id, row.article_id, origin, row.speaker_id, row.proposition_id, row.stance, row.modality
        )


def _derivations(
    connection: Connection, article: str, figures: Mapping[str, FigureClaim]
) -> Iterator[Derivation]:
    query = (
        "SELECT r.figure_id, r.operation, min(r.other_figure_id) AS one, max(r.other_figure_id) AS two "
        "FROM figure_relations AS r JOIN figures AS f ON f.id = r.figure_id "
        "WHERE r.relation = 'derived_from' AND f.article_id = ? "
        "GROUP BY r.figure_id, r.operation HAVING count(*) = 2 ORDER BY r.figure_id"
    )
    for row in connection.exec_driver_sql(query, (article,)):
        yield Derivation(figures[row.figure_id], row.operation, (figures[row.one], figures[row.two]))


def _compare_places(connection: Connection, article: str, rows: Rows) -> None:
    """Hold what an article says of places, and how it lists them, against what is known of them."""
    known = connection.exec_driver_sql("SELECT id, name, parent_id, status FROM places").all()
    names = {row.id: row.name for row in known}
    parents = {row.id: row.parent_id for row in known}
    disputed = {row.id for row in known if row.status == "disputed"}
    listed: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in connection.exec_driver_sql(_LISTED_PLACES, (article,)):
        listed[row.event_report_id, row.role].add(row.place_id)
    for (report, _), places in listed.items():
        for part, whole in listed_beside_its_whole(places, parents, disputed):
            reason = f"{names[part]} lies in {names[whole]}, beside which it is listed"
            _add_places(rows, article, part, whole, reason, report)
    for row in connection.exec_driver_sql(_UNKNOWN_NEIGHBOURS, (article,)):
        part, whole = row.place_id, row.other_place_id
        reason = f"{names[part]} is said to border {names[whole]}, and is not among its neighbours"
        _add_places(rows, article, part, whole, reason, None)


def _add_places(rows: Rows, article: str, left: str, right: str, reason: str, report: int | None) -> None:
    sides: dict[str, Value] = {"left_place_id": left, "right_place_id": right}
    sides |= {"left_event_report_id": report, "article_id": article}
    _add(rows, Verdict("geography", "disagrees", reason), sides, None)
