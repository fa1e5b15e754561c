"""Events for calendar programs (iCalendar, RFC 5545), events and articles for feed readers (Atom, RFC 4287)."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from xml.etree import ElementTree

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from loaders.dates_in_words import date_in_words
from website.metadata import DATABASE
from website.wording import headline

_ATOM: Final = "http://www.w3.org/2005/Atom"
_TITLES: Final = {"timeline": "Relokanty: events", "articles": "Relokanty: articles"}
# What a reader of the calendar must know: its entries start and end on days that are only bounds.
_BOUNDS: Final = "From the first to the last day that the date can mean."
Row = sqlite3.Row | Mapping[str, Any]


def as_calendar(events: Sequence[Row], base: str) -> bytes:
    """Return events as whole days of a calendar; those of which no day is known are left out.

    An event whose first or last day is not known stands on the day that is; its description says so.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Relokanty//events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _TITLES["timeline"])
    for event in events:
        first, last = (
            event["date_earliest"] or event["date_latest"],
            event["date_latest"] or event["date_earliest"],
        )
        if not first:
            continue
        entry = CalendarEvent()
        entry.add("uid", f"{event['id']}@relokanty")
        # The file says nothing of when it was made, so that equal data give equal calendars.
        entry.add("dtstamp", datetime.combine(date.fromisoformat(first), datetime.min.time(), UTC))
        entry.add("dtstart", date.fromisoformat(first))
        entry.add("dtend", date.fromisoformat(last) + timedelta(days=1))
        entry.add("summary", event["name"])
        entry.add("description", f"{date_in_words(event['date'])}. {_BOUNDS} Status: {event['status']}.")
        entry.add("url", f"{base}/{DATABASE}/events/{event['id']}")
        if event["place"]:
            entry.add("location", event["place"])
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def as_feed(kind: str, rows: Sequence[Row], base: str) -> bytes:
    """Return events (`timeline`) or articles (`articles`) as a feed, newest first; those without a day are left out.

    An entry is updated on its last known day, since that is all that the data know of it.
    """
    ElementTree.register_namespace("", _ATOM)
    days = {row["id"]: row["date_latest"] or row["date_earliest"] for row in rows}
    dated = sorted(
        (row for row in rows if days[row["id"]]), key=lambda row: str(days[row["id"]]), reverse=True
    )
    table = "events" if kind == "timeline" else "articles"
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"urn:relokanty:{kind}")
    _add(feed, "title", _TITLES[kind])
    _add(feed, "updated", _moment(max(days[row["id"]] for row in dated)) if dated else _moment("1970-01-01"))
    _add(feed, "link", href=f"{base}/{kind}.atom", rel="self")
    _add(_add(feed, "author"), "name", "Relokanty")
    for row in dated:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:relokanty:{table}:{row['id']}")
        _add(entry, "title", row["name"] if kind == "timeline" else headline(row["name"], row["id"]))
        _add(entry, "updated", _moment(days[row["id"]]))
        _add(entry, "link", href=f"{base}/{DATABASE}/{table}/{row['id']}")
        _add(entry, "summary", f"{date_in_words(row['date'])}. {row['told']}")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child
