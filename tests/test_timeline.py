"""The timeline draws what is known of each date and no more, and gives the same events as calendar and feed."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import invented
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from website.feeds import as_calendar, as_feed
from website.serve import application
from website.timeline import UNDATED, Axis, timeline

AXIS = Axis(date(2022, 1, 1), date(2022, 12, 31))
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(calendar: bytes | str) -> list[Any]:
    """The entries of a calendar, read back."""
    return list(Calendar.from_ical(calendar).walk("VEVENT"))


def event(earliest: str | None, latest: str | None, extent: str = "moment", **other: str) -> dict[str, Any]:
    """An event between two days, either of which may be unknown."""
    told = {"id": "strike", "name": "A strike", "status": "happened", "place": "Gdynia", "told": "strike."}
    return {
        **told,
        "date_earliest": earliest,
        "date_latest": latest,
        "extent": extent,
        "date": "2022",
        **other,
    }


@pytest.mark.parametrize(
    ("earliest", "latest", "extent", "shape", "open_start", "open_end"),
    [
        ("2022-03-01", "2022-03-01", "moment", "day", False, False),
        ("2022-03-01", "2022-03-31", "moment", "bracket", False, False),
        ("2022-03-01", "2022-03-31", "stretch", "stretch", False, False),
        ("2022-03-01", "2022-03-01", "stretch", "stretch", False, False),
        ("2022-03-01", None, "moment", "bracket", False, True),
        (None, "2022-03-31", "stretch", "stretch", True, False),
    ],
)
def test_each_precision_has_its_shape(
    earliest: str | None, latest: str | None, extent: str, shape: str, open_start: bool, open_end: bool
) -> None:
    """A day, a bracket within which something was, and a time that it lasted never look alike."""
    stripe = AXIS.stripe(event(earliest, latest, extent))
    assert stripe is not None
    assert (stripe.shape, stripe.open_start, stripe.open_end) == (shape, open_start, open_end)


def test_an_open_end_runs_to_the_edge() -> None:
    """What has no known end is drawn to the end of the axis, what has no known beginning from its start."""
    no_end, no_start = AXIS.stripe(event("2022-07-01", None)), AXIS.stripe(event(None, "2022-07-01"))
    assert no_end is not None
    assert no_start is not None
    assert no_end.x + no_end.width == pytest.approx(100)
    assert no_start.x == 0


def test_an_event_without_any_day_is_listed_and_not_drawn() -> None:
    """No day is made up: such events stand in a group of their own."""
    laid_out = timeline([event("2022-03-01", "2022-03-01"), event(None, None)])
    assert [group for group, _ in laid_out.groups] == ["2022", UNDATED]
    assert laid_out.groups[1][1][0][1] is None
    assert timeline([event(None, None)]).axis is None


@given(st.dates(date(1900, 1, 1)), st.integers(0, 200_000))
def test_an_axis_of_any_length_has_few_marks_in_order(first: date, days: int) -> None:
    """From a day to centuries, marks are few, within the axis, and in order of time."""
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal() - 40))
    ticks = Axis(first, max(first, last)).ticks()
    assert len(ticks) <= 7
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})
    assert all(0 <= tick.x <= 100 for tick in ticks)


def test_the_calendar_has_whole_days_up_to_the_last() -> None:
    """An entry ends on the day after its last, as the standard wants; what has no day is left out."""
    rows = [
        event("2022-03-01", "2022-03-31"),
        event(None, "2022-05-02", id="vote"),
        event(None, None, id="talk"),
    ]
    one, two = entries(as_calendar(rows, "http://test"))
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2022, 3, 1), date(2022, 4, 1))
    assert (two["dtstart"].dt, two["dtend"].dt) == (date(2022, 5, 2), date(2022, 5, 3))
    assert one["url"] == "http://test/relokanty/events/strike"


def test_hostile_names_stay_text() -> None:
    """Line breaks and markup in a name can't add properties to a calendar or elements to a feed."""
    name = "A strike\r\nATTENDEE:mailto:x@example.org <b>&amp;"
    rows = [event("2022-03-01", "2022-03-01", name=name)]
    (entry,) = entries(as_calendar(rows, "http://test"))
    assert "attendee" not in entry
    feed = ElementTree.fromstring(as_feed("timeline", rows, "http://test"))  # noqa: S314 - made by ourselves
    title = feed.findtext(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert title.split() == name.split()


def test_a_feed_goes_from_new_to_old() -> None:
    """A feed reader gets the newest first, each with an id that does not depend on the host."""
    rows = [
        event("2022-03-01", "2022-03-01"),
        event("2022-05-01", None, id="vote"),
        event(None, None, id="talk"),
    ]
    feeds = [as_feed("timeline", rows, base) for base in ("http://one", "http://two")]
    ids = [re.findall(r"<id>(.*?)</id>", feed.decode()) for feed in feeds]
    assert (
        ids[0]
        == ids[1]
        == ["urn:relokanty:timeline", "urn:relokanty:events:vote", "urn:relokanty:events:strike"]
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A way to ask the site over the invented port for a path."""
    file = invented.published(tmp_path_factory.mktemp("port"))
    datasette = application(file)
    with asyncio.Runner() as runner:
        yield lambda path: runner.run(datasette.client.get(path))


def test_every_event_is_on_the_page_in_the_calendar_and_in_the_table(site: Any, tmp_path: Path) -> None:
    """The page lists every event; the calendar those with a day."""
    with closing(sqlite3.connect(invented.published(tmp_path))) as connection:
        events = dict(connection.execute("SELECT id, coalesce(date_earliest, date_latest) FROM events"))
    page, calendar = site("/timeline"), site("/timeline.ics")
    assert all(f"/relokanty/events/{name}" in page.text for name in events)
    uids = {entry["uid"].partition("@")[0] for entry in entries(calendar.text)}
    assert uids == {name for name, day in events.items() if day}
    assert calendar.headers["content-type"].startswith("text/calendar")


def test_filters_narrow_page_and_calendar_alike(site: Any) -> None:
    """A filter leaves the events that fit; one that nothing fits says so and leads back."""
    assert "gdynia-dock-vote-2021" not in site("/timeline?type=strike").text
    assert "gdynia-dock-strike-2021" in site("/timeline?type=strike").text
    assert "vote" not in site("/timeline.ics?type=strike").text
    nothing = site("/timeline?type=no-such-type")
    assert nothing.status_code == 200
    assert "No event fits" in nothing.text


def test_the_feed_of_articles_has_every_article_with_a_day(site: Any, tmp_path: Path) -> None:
    """Readers who follow the feed learn of every article of which a day is known."""
    with closing(sqlite3.connect(invented.published(tmp_path))) as connection:
        query = "SELECT id FROM articles WHERE kind = 'held' AND published IS NOT NULL"
        dated = {name for (name,) in connection.execute(query)}
    found = re.findall(r"<id>urn:relokanty:articles:(.*?)</id>", site("/articles.atom").text)
    assert set(found) == dated
    assert len(found) == 2
