"""relate, for events: when and where each was, worked out from all its reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from loaders.annotation import Basis
from loaders.authority_rows import UNREPORTED
from loaders.rows import Rows
from loaders.write import insert
from schema.events import Event
from schema.vocabularies import EVENT_STATUSES


@dataclass(frozen=True, slots=True)
class ReportedDate:
    """The date that one report gives an event; days are ISO, None where open."""

    date: str
    earliest: str | None
    latest: str | None
    status: str = "happened"


# Reports with these statuses say that there was no such event, so they do not date or place it.
_NOT_SO = ("denied", "refused")


def relate(connection: Connection, touched: Iterable[str]) -> None:
    """Work out anew what depends on the events in `touched`: their date and place, from all their reports."""
    for event in sorted(set(touched)):
        _relate_event(connection, event)


def events_of(connection: Connection, article: str) -> set[str]:
    """Return the events that an article reports."""
    rows = connection.exec_driver_sql("SELECT event_id FROM event_reports WHERE article_id = ?", (article,))
    return {event for (event,) in rows}


def event_date(reports: Sequence[ReportedDate], extent: str) -> tuple[ReportedDate | None, str]:
    """Return the date of an event and how it was worked out.

    A stretch runs from the first day reported to the last, and on where the last report says that it goes on;
    a moment is what all reports have in common, and has no date where they have nothing in common.
    """
    if not reports:
        return None, "No article read so far says when."
    if len({(report.date, report.earliest, report.latest) for report in reports}) == 1:
        return reports[0], "The date that its reports give."
    starts, ends = [report.earliest for report in reports], [report.latest for report in reports]
    if extent == "stretch":
        earliest = None if None in starts else min(start for start in starts if start)
        last = None if None in ends else max(end for end in ends if end)
        goes_on = any(report.latest == last and report.status == "ongoing" for report in reports)
        latest = None if goes_on else last
        reasoning = f"From the first day to the last of {len(reports)} reports."
        if goes_on:
            reasoning = f"From the first day of {len(reports)} reports on; the last says that it goes on."
    else:
        earliest = max((start for start in starts if start), default=None)
        latest = min((end for end in ends if end), default=None)
        reasoning = f"What {len(reports)} reports have in common."
        if earliest and latest and earliest > latest:
            return None, f"The {len(reports)} reports have no day in common."
    if earliest is None and latest is None:
        return None, f"The {len(reports)} reports leave both ends open."
    for report in reports:
        if (report.earliest, report.latest) == (earliest, latest):
            return report, reasoning
    date = earliest if earliest == latest and earliest else f"{earliest or '..'}/{latest or '..'}"
    return ReportedDate(date, earliest, latest), reasoning


def event_status(statuses: Collection[str]) -> str | None:
    """Return how an event stands by all its reports: what any says that it happened did; None without reports."""
    return next((status for status in EVENT_STATUSES if status in statuses), None)


def _relate_event(connection: Connection, event: str) -> None:
    extent = connection.exec_driver_sql(
        "SELECT t.extent FROM events AS e JOIN event_types AS t ON t.id = e.event_type_id WHERE e.id = ?",
        (event,),
    ).scalar()
    if extent is None:  # An event that its article introduced and tells of no more.
        return
    reports = [
        ReportedDate(*row)
        for row in connection.exec_driver_sql(
            "SELECT date, date_earliest, date_latest, status FROM event_reports "
            "WHERE event_id = ? AND date IS NOT NULL AND status NOT IN (?, ?) ORDER BY article_id, id",
            (event, *_NOT_SO),
        )
    ]
    statuses = {
        status
        for (status,) in connection.exec_driver_sql(
            "SELECT status FROM event_reports WHERE event_id = ?", (event,)
        )
    }
    found, reasoning = event_date(reports, extent)
    if not statuses:
        reasoning = UNREPORTED
    elif statuses <= set(_NOT_SO):
        reasoning = "It is only said not to have happened."
    places = connection.exec_driver_sql(
        "SELECT DISTINCT p.place_id FROM event_places AS p JOIN event_reports AS r ON r.id = p.event_report_id "
        "WHERE r.event_id = ? AND p.role = 'at' AND r.status NOT IN (?, ?)",
        (event, *_NOT_SO),
    ).all()
    place = places[0][0] if len(places) == 1 else None
    connection.exec_driver_sql(
        "UPDATE events SET status = ?, date = ?, date_earliest = ?, date_latest = ?, place_id = ? WHERE id = ?",
        (
            event_status(statuses),
            found.date if found else None,
            found.earliest if found else None,
            found.latest if found else None,
            place,
            event,
        ),
    )
    rows = Rows()
    rows.add_evidence(
        Event, event, "date", Basis(basis="computed" if found else "not_stated", reasoning=reasoning)
    )
    if place:
        rows.add_evidence(
            Event, event, "place_id", Basis(basis="computed", reasoning="The place that its reports give.")
        )
    connection.exec_driver_sql(
        "DELETE FROM evidence WHERE table_name = 'events' AND row_id = ? AND column_name IN ('date', 'place_id')",
        (event,),
    )
    insert(connection, rows)
