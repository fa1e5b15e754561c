"""The claims that an article's are set against, read from the database: only those that may have something to say.

Where a person read both articles, every two figures of one measure are looked at. A draft's figures meet those that
have a subject, a claimant or a day in common with them and of which something may then be said, and the copies of
their own report: so what a load costs depends on what it has to do with the file, not on how much the file holds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sqlalchemy import Connection, Row

from loaders.arithmetic import Derivation
from loaders.claims import Days, FigureClaim, StatementClaim
from loaders.origins import Origins

# Articles are given as JSON. A unary plus and CROSS JOIN keep SQLite to the index that the comment of the part names.
_MINE = """
    mine AS MATERIALIZED (
        SELECT f.*, s.speaker_id, a.reading, EXISTS (SELECT 1 FROM figure_places WHERE figure_id = f.id) AS placed,
            CASE WHEN f.as_of_earliest IS NULL AND f.as_of_latest IS NULL
                THEN f.period_earliest ELSE f.as_of_earliest END AS day
        FROM json_each(:touched) AS t CROSS JOIN articles AS a ON a.id = t.value
        CROSS JOIN figures AS f ON f.article_id = a.id LEFT JOIN statements AS s ON s.id = f.statement_id
    )
"""
# What two drafts must have in common, beside a measure, so that `compare_figures` says anything of them. What an index
# holds is looked at first: most pairs end there, without a look at the row.
_OF_ONE_THING = """
    f.accumulation = m.accumulation AND f.subject_id IS m.subject_id AND (m.placed OR m.subject_id IS NOT NULL)
    {time} AND f.figure_kind = m.figure_kind AND f.unit = m.unit AND f.per IS m.per
"""
_AT_ANY_TIME = _OF_ONE_THING.format(time="")
# A day of the count stands before one of its period; of sums up to two days, the later may be the smaller.
_AT_ONE_TIME = _OF_ONE_THING.format(
    time="AND (f.accumulation = 'cumulative' OR coalesce(f.as_of_earliest, f.period_earliest) "
    "IS coalesce(m.as_of_earliest, m.period_earliest))"
)
_READ_BY_A_PERSON = (
    "m.reading = 'reviewed' OR (SELECT reading FROM articles WHERE id = f.article_id) = 'reviewed'"
)
_CANDIDATES = (
    "SELECT id FROM mine",
    # By article: copies of one report.
    "SELECT f.id FROM json_each(:copies) AS c CROSS JOIN figures AS f ON f.article_id = c.value "
    "WHERE +f.measure_id IN (SELECT measure_id FROM mine)",
    # By article: of two that a person read.
    "SELECT f.id FROM (SELECT 1 FROM mine WHERE reading = 'reviewed' LIMIT 1) CROSS JOIN articles AS a "
    "CROSS JOIN figures AS f ON f.article_id = a.id WHERE a.reading = 'reviewed' "
    "AND +f.measure_id IN (SELECT measure_id FROM mine WHERE reading = 'reviewed')",
    # By subject.
    "SELECT f.id FROM mine AS m CROSS JOIN figures AS f INDEXED BY "
    "ix_figures_measure_id_subject_id_accumulation_as_of_earliest_period_earliest_article_id "
    f"ON f.measure_id = m.measure_id AND f.subject_id = m.subject_id WHERE {_AT_ONE_TIME} OR {_READ_BY_A_PERSON}",
    # By speaker, who may revise what was said.
    "SELECT f.id FROM mine AS m CROSS JOIN statements AS s ON s.speaker_id = m.speaker_id "
    "CROSS JOIN figures AS f ON f.statement_id = s.id "
    f"WHERE +f.measure_id = m.measure_id AND ({_AT_ANY_TIME} OR {_READ_BY_A_PERSON})",
    # By measure and day.
    *(
        f"SELECT f.id FROM mine AS m CROSS JOIN figures AS f ON f.measure_id = m.measure_id AND f.{day} = m.day "
        f"WHERE {_AT_ONE_TIME} OR {_READ_BY_A_PERSON}"
        for day in ("as_of_earliest", "period_earliest")
    ),
)
_THESE = "SELECT value FROM json_each(?)"
_FIGURES = f"""
    SELECT f.*, s.speaker_id, s.said, s.said_earliest, s.said_latest, a.reading
    FROM figures AS f JOIN articles AS a ON a.id = f.article_id LEFT JOIN statements AS s ON s.id = f.statement_id
    WHERE f.id IN ({_THESE}) ORDER BY f.id
"""
# A statement takes a side only where a person said so, so there are never many.
_STATEMENTS = """
    SELECT o.* FROM (
        SELECT DISTINCT s.proposition_id AS id FROM json_each(?) AS t
        CROSS JOIN statements AS s ON s.article_id = t.value WHERE s.proposition_id IS NOT NULL
    ) AS p CROSS JOIN statements AS o ON o.proposition_id = p.id ORDER BY o.id
"""
_RELATIONS = f"""
    WITH RECURSIVE concerned (id) AS (
        {_THESE}
        UNION SELECT r.other_article_id FROM concerned AS c JOIN article_relations AS r ON r.article_id = c.id
        UNION SELECT r.article_id FROM concerned AS c JOIN article_relations AS r ON r.other_article_id = c.id
    )
    SELECT r.article_id, r.relation, r.other_article_id
    FROM concerned AS c JOIN article_relations AS r ON r.article_id = c.id
"""


@dataclass(frozen=True, slots=True)
class Comparable:
    """The claims of the touched articles and those that they are set against, and what all of them rest on."""

    touched: frozenset[str]
    origins: Origins
    figures: Sequence[FigureClaim]
    statements: Sequence[StatementClaim]

    def nearer_or_first(self, one: str, two: str) -> str:
        """Return the article nearer the source, the first by id where nothing tells."""
        return self.origins.nearer(one, two) or min(one, two)


def comparable_claims(connection: Connection, article: str) -> Comparable:
    """Read the claims of an article and of all that rest on it, with those that they are set against."""
    near = relations_of(connection, [article])
    origins = Origins.of(near)
    touched = frozenset({article} | origins.resting_on(article))
    copies = {one for relation in near for one in (relation[0], relation[2])} - touched
    figures = _figure_rows(connection, touched, copies)
    statements = connection.exec_driver_sql(_STATEMENTS, (_json(touched),)).all()
    others = {row.article_id for row in (*figures, *statements)} | touched
    origins = Origins.of(relations_of(connection, others))
    return Comparable(
        touched,
        origins,
        _figures(connection, figures, origins),
        [_statement(row, origins) for row in statements],
    )


def relations_of(connection: Connection, articles: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return the relations of some articles, and of those to which they lead: reading all would never end."""
    rows = connection.exec_driver_sql(_RELATIONS, (_json(articles),))
    return [(row.article_id, row.relation, row.other_article_id) for row in rows]


def derivations(
    connection: Connection, article: str, figures: Mapping[str, FigureClaim]
) -> Iterator[Derivation]:
    """Yield what an article derives from other figures, with all of those, by result and operation."""
    query = (
        "SELECT r.figure_id, r.operation, r.other_figure_id FROM figures AS f CROSS JOIN figure_relations AS r "
        "ON r.figure_id = f.id WHERE r.relation = 'derived_from' AND f.article_id = ? "
        "ORDER BY r.figure_id, r.operation, r.other_figure_id"
    )
    sources: dict[tuple[str, str], list[FigureClaim]] = defaultdict(list)
    for row in connection.exec_driver_sql(query, (article,)):
        sources[row.figure_id, row.operation].append(figures[row.other_figure_id])
    for (result, operation), of in sources.items():
        yield Derivation(figures[result], operation, tuple(of))


def _figure_rows(
    connection: Connection, touched: AbstractSet[str], copies: AbstractSet[str]
) -> Sequence[Row[tuple[object, ...]]]:
    """Return the rows of the touched articles' figures and of all that may be set against one of them."""
    values = {"touched": _json(touched), "copies": _json(copies)}
    found = connection.exec_driver_sql(f"WITH {_MINE} {' UNION '.join(_CANDIDATES)}", values).scalars().all()
    return connection.exec_driver_sql(_FIGURES, (json.dumps(found),)).all()


def _figures(
    connection: Connection, rows: Sequence[Row[tuple[object, ...]]], origins: Origins
) -> list[FigureClaim]:
    these = json.dumps([row.id for row in rows])
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    query = f"SELECT figure_id, role, place_id FROM figure_places WHERE figure_id IN ({_THESE})"
    for row in connection.exec_driver_sql(query, (these,)):
        places[row.figure_id].add((row.role, row.place_id))
    query = f"SELECT figure_id, other_figure_id FROM figure_relations WHERE figure_id IN ({_THESE})"
    for row in connection.exec_driver_sql(f"{query} AND relation <> 'repeats'", (these,)):
        related[row.figure_id].add(row.other_figure_id)
    return [_figure(row, frozenset(places[row.id]), frozenset(related[row.id]), origins) for row in rows]


def _figure(
    row: Row[tuple[object, ...]],
    places: frozenset[tuple[str, str]],
    related: frozenset[str],
    origins: Origins,
) -> FigureClaim:
    as_of, period = _days(row, "as_of"), _days(row, "period")
    return FigureClaim(
        id=row.id,
        article=row.article_id,
        origin=origins.origin(row.article_id),
        reviewed=row.reading == "reviewed",
        claimant=row.speaker_id,
        measure=row.measure_id,
        figure_kind=row.figure_kind,
        accumulation=row.accumulation,
        modality=row.modality,
        unit=row.unit,
        per=row.per,
        subject=row.subject_id,
        places=places,
        printed=row.printed,
        comparator=row.comparator,
        value=row.value,
        low=row.interval_low,
        high=row.interval_high,
        when=as_of or period,
        since=period if as_of else Days(),
        said=_days(row, "said"),
        related=related,
    )


def _statement(row: Row[tuple[object, ...]], origins: Origins) -> StatementClaim:
    return StatementClaim(
        id=row.id,
        article=row.article_id,
        origin=origins.origin(row.article_id),
        speaker=row.speaker_id,
        proposition=row.proposition_id,
        stance=row.stance,
        modality=row.modality,
        said=_days(row, "said"),
    )


def _days(row: Row[tuple[object, ...]], name: str) -> Days:
    earliest, latest, date = (getattr(row, f"{name}{end}") for end in ("_earliest", "_latest", ""))
    return Days(earliest, latest, date)


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids))
