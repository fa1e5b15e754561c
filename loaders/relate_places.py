"""relate, for places: what an article says of places, and how it lists them, against what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from loaders.claims import Verdict
from loaders.compare import listed_beside_its_whole

_LISTED_PLACES = """
    SELECT p.event_report_id, p.role, p.place_id FROM event_places AS p
    JOIN event_reports AS r ON r.id = p.event_report_id WHERE r.article_id = ?
"""
# The places that an article lists or claims something of, and those that hold them.
_KNOWN_PLACES = """
    WITH RECURSIVE concerned (id) AS (
        SELECT p.place_id FROM event_reports AS r CROSS JOIN event_places AS p ON p.event_report_id = r.id
            WHERE r.article_id = :article
        UNION SELECT place_id FROM place_claims WHERE article_id = :article
        UNION SELECT other_place_id FROM place_claims WHERE article_id = :article
        UNION SELECT p.parent_id FROM concerned AS c CROSS JOIN places AS p ON p.id = c.id
    )
    SELECT p.id, p.name, p.parent_id, p.status FROM concerned AS c CROSS JOIN places AS p ON p.id = c.id
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


@dataclass(frozen=True, slots=True)
class PlaceComparison:
    """Two places of which an article says what is not known to be so; the report where a list says it."""

    place: str
    other: str
    report: int | None
    verdict: Verdict


def compare_places(connection: Connection, article: str) -> Iterator[PlaceComparison]:
    """Yield what an article says of places that is not as the places are known to be."""
    known = connection.exec_driver_sql(_KNOWN_PLACES, {"article": article}).all()
    names = {row.id: row.name for row in known}
    parents = {row.id: row.parent_id for row in known}
    disputed = {row.id for row in known if row.status == "disputed"}
    listed: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in connection.exec_driver_sql(_LISTED_PLACES, (article,)):
        listed[row.event_report_id, row.role].add(row.place_id)
    for (report, _), places in listed.items():
        for part, whole in listed_beside_its_whole(places, parents, disputed):
            reason = f"{names[part]} lies in {names[whole]}, beside which it is listed"
            yield PlaceComparison(part, whole, report, Verdict("geography", "disagrees", reason))
    for row in connection.exec_driver_sql(_UNKNOWN_NEIGHBOURS, (article,)):
        place, other = row.place_id, row.other_place_id
        reason = f"{names[place]} is said to border {names[other]}, and is not among its neighbours"
        yield PlaceComparison(place, other, None, Verdict("geography", "disagrees", reason))
