"""Which events the filters of the timeline leave: their positions in the order of time, and how many a month has.

The stored list has all events in order of time, so a month or year is a stretch of positions. Of several filters the
one that leaves fewest events finds them, the others are asked of each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from website.metadata import DATABASE

FILTERS: Final = ("type", "article", "person", "country", "when")
# What `when` gives: a year, a month, or this word for events of which no day is known.
UNDATED: Final = "undated"
_WHEN: Final = re.compile(r"\d{4}(-\d\d)?")
_LAST: Final = 2**62
# Where positions come from, by filter; those that find fewest stand first.
_SOURCES: Final = {
    "article": "(SELECT DISTINCT e.position FROM event_reports AS r "
    "CROSS JOIN stored.event_list AS e ON e.id = r.event_id WHERE r.article_id = :article)",
    "person": "(SELECT position FROM stored.event_people WHERE party_id = :person)",
    "country": "(SELECT position FROM stored.event_countries WHERE country_code = :country)",
    "type": "(SELECT position FROM stored.event_list WHERE event_type_id = :type)",
    "": "(SELECT position FROM stored.event_list)",
}
_ALSO: Final = {
    "person": "EXISTS (SELECT 1 FROM stored.event_people AS p WHERE p.party_id = :person AND p.position = s.position)",
    "country": "EXISTS (SELECT 1 FROM stored.event_countries AS c WHERE c.country_code = :country "
    "AND c.position = s.position)",
    "type": "EXISTS (SELECT 1 FROM stored.event_list AS t WHERE t.position = s.position AND t.event_type_id = :type)",
}
_SCOPED: Final = "SELECT month, events FROM stored.event_months WHERE scope = :scope ORDER BY month"


@dataclass(frozen=True, slots=True)
class Selection:
    """The events that filters leave: SQL for their positions with its parameters, and their number by month."""

    sql: str
    parameters: Mapping[str, Any]
    months: dict[str, int]

    @property
    def count(self) -> int:
        """How many events there are."""
        return sum(self.months.values())


async def select(datasette: Any, filters: Mapping[str, str]) -> Selection:
    """Return what the filters leave; a blank one leaves all, one that nothing fits leaves nothing."""
    database = datasette.get_database(DATABASE)
    scopes = [f"{name}:{filters[name]}" for name in ("type", "country") if filters[name]]
    counted = {
        scope: dict((await database.execute(_SCOPED, {"scope": scope})).rows) for scope in (scopes or [""])
    }
    if len(scopes) == 2 and sum(counted[scopes[0]].values()) < sum(counted[scopes[1]].values()):
        order = ("article", "person", "type", "country")
    else:
        order = ("article", "person", "country", "type")
    used = [name for name in order if filters[name]]
    first, last = await _stretch(database, filters["when"])
    parameters = {**filters, "first": first, "last": last}
    also = [f" AND {_ALSO[name]}" for name in used[1:]]
    sql = (
        f"SELECT s.position FROM {_SOURCES[used[0] if used else '']} AS s "
        f"WHERE s.position BETWEEN :first AND :last{''.join(also)}"
    )
    if len(used) <= 1 and len(used) == len(scopes):
        months = counted[scopes[0] if scopes else ""]
        return Selection(
            sql, parameters, {month: n for month, n in months.items() if _within(month, filters["when"])}
        )
    by_month = (
        f"SELECT l.month, count(*) FROM ({sql}) AS found CROSS JOIN stored.event_list AS l "
        "ON l.position = found.position GROUP BY l.month ORDER BY l.month"
    )
    return Selection(sql, parameters, dict((await database.execute(by_month, parameters)).rows))


async def positions(datasette: Any, selection: Selection, most: int, skipped: int = 0) -> list[int]:
    """Return the positions of some of the selected events, in order of time."""
    sql = f"{selection.sql} ORDER BY s.position LIMIT {most} OFFSET {skipped}"
    found = await datasette.get_database(DATABASE).execute(sql, selection.parameters)
    return [row[0] for row in found.rows]


async def newest(datasette: Any, selection: Selection, most: int) -> list[int]:
    """Return the positions of the newest of the selected events that have a date, in order of time."""
    dated = sum(count for month, count in selection.months.items() if month)
    return await positions(datasette, selection, min(most, dated), max(0, dated - most))


def _within(month: str, when: str) -> bool:
    return month == "" if when == UNDATED else month.startswith(when)


async def _stretch(database: Any, when: str) -> tuple[int, int]:
    """Return the first and last position of a year or month; of all events without one, of none for anything else."""
    if not when:
        return 0, _LAST
    if when != UNDATED and not _WHEN.fullmatch(when):
        return 1, 0
    sql = "SELECT min(first), max(last) FROM stored.event_months WHERE scope = '' AND "
    sql += "month = ''" if when == UNDATED else "month BETWEEN :when AND :when || '~'"
    first, last = (await database.execute(sql, {"when": when})).rows[0]
    return (1, 0) if first is None else (first, last)
