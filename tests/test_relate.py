"""Promises of relate.py: when and where an event was follows from all its reports, whichever came first."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.authority_rows import UNREPORTED
from loaders.edtf_bounds import bounds
from loaders.relate import ReportedDate, event_date
from schema.vocabularies import EVENT_EXTENTS

NONE, SAME = "No article read so far says when.", "The date that its reports give."


def reported(edtf: str) -> ReportedDate:
    """A date as a report gives it, with its days."""
    days = bounds(edtf)
    ends = [None if day is None else day.isoformat() for day in (days.earliest, days.latest)]
    return ReportedDate(edtf, ends[0], ends[1])


def common(count: int) -> str:
    """What is said of a moment that several reports date."""
    return f"What {count} reports have in common."


def span(count: int) -> str:
    """What is said of a stretch that several reports date."""
    return f"From the first day to the last of {count} reports."


@pytest.mark.parametrize(
    ("extent", "reports", "expected", "reasoning"),
    [
        ("moment", [], None, NONE),
        ("stretch", [], None, NONE),
        ("moment", ["2022-09-21"], "2022-09-21", SAME),
        ("stretch", ["2022-09~"], "2022-09~", SAME),
        ("moment", ["2022-09", "2022-09"], "2022-09", SAME),
        ("moment", ["2022-09", "2022-09-21"], "2022-09-21", common(2)),
        ("moment", ["2022", "2022-09", "2022-09-21"], "2022-09-21", common(3)),
        ("moment", ["2022-09/2022-11", "2022-10/2022-12"], "2022-10-01/2022-11-30", common(2)),
        ("moment", ["2022-09-01/2022-09-21", "2022-09-21/2022-10"], "2022-09-21", common(2)),
        ("moment", ["2022-09-21/..", "../2022-10-01"], "2022-09-21/2022-10-01", common(2)),
        ("moment", ["2022-09-21/..", "2022-10/.."], "2022-10/..", common(2)),
        ("moment", ["2022-09-21", "2022-09-22"], None, "The 2 reports have no day in common."),
        ("moment", ["2022-09", "2022-09-21", "2022-10"], None, "The 3 reports have no day in common."),
        ("moment", ["2022-09", "2022-09~"], "2022-09", common(2)),
        ("stretch", ["2022-09-21", "2022-09-22"], "2022-09-21/2022-09-22", span(2)),
        ("stretch", ["2022-09", "2022-09-21"], "2022-09", span(2)),
        ("stretch", ["2022-09-21/2022-10-05", "2022-09-25", "2022-10"], "2022-09-21/2022-10-31", span(3)),
        ("stretch", ["2022-09-21", "2022-10/.."], "2022-09-21/..", span(2)),
        ("stretch", ["2022-09-21", "../2022-10-01"], "../2022-10-01", span(2)),
        ("stretch", ["2022-09-21/..", "2022-10/.."], "2022-09-21/..", span(2)),
    ],
)
def test_the_date_of_an_event(extent: str, reports: list[str], expected: str | None, reasoning: str) -> None:
    """A moment has what its reports have in common, a stretch all from the first day to the last."""
    found, told = event_date([reported(edtf) for edtf in reports], extent)
    assert (found.date if found else None, told) == (expected, reasoning)
    if found:
        assert found == reported(found.date)


days = st.dates(min_value=date(2022, 1, 1), max_value=date(2022, 3, 31))
single = days.map(lambda day: day.isoformat())
interval = st.tuples(days, days).map(lambda ends: f"{min(ends)}/{max(ends)}")
half_open = st.tuples(days, st.sampled_from(["{}/..", "../{}"])).map(lambda parts: parts[1].format(parts[0]))
dates = st.lists(
    single | interval | half_open | st.sampled_from(["2022", "2022-02", "2022-01~"]), min_size=1, max_size=4
)


@settings(deadline=None, max_examples=150)
@given(dates, st.sampled_from(list(EVENT_EXTENTS)))
def test_days_do_not_depend_on_the_order_of_reports(edtf: list[str], extent: str) -> None:
    """Whatever the order of the reports, the days are the same, and the text of the date means just these days."""
    reports = [reported(text) for text in edtf]
    found = {
        (d.earliest, d.latest) if (d := event_date(order, extent)[0]) else None
        for order in itertools.permutations(reports)
    }
    assert len(found) == 1
    known, _ = event_date(reports, extent)
    if known is not None and (known.earliest or known.latest):
        assert reported(known.date) == known


def test_a_stretch_without_ends_has_no_date() -> None:
    """Reports that leave one end open each leave nothing to say."""
    found, _ = event_date([reported("../2022-10-01"), reported("2022-09-21/..")], "stretch")
    assert found is None or found == reported(found.date)


def event(file: Path, name: str = "gdynia-dock-strike-2021") -> tuple[object, ...]:
    """Date, days and place of an event in a database, and the basis of the date and the place."""
    with closing(sqlite3.connect(file)) as connection:
        row = connection.execute(
            "SELECT date, date_earliest, date_latest, place_id FROM events WHERE id = ?", (name,)
        ).fetchone()
        bases = connection.execute(
            "SELECT column_name, basis, reasoning FROM evidence WHERE table_name = 'events' AND row_id = ? "
            "ORDER BY column_name",
            (name,),
        ).fetchall()
    return (*row, *bases)


def test_an_event_is_worked_out_anew_with_every_article(tmp_path: Path) -> None:
    """An event that nobody reports has no date and says so; each article loaded, or loaded anew, counts at once."""
    seeds = invented.make(tmp_path)
    file = invented.working(tmp_path, with_articles=False)
    place = ("place_id", "computed", "The place that its reports give.")
    assert event(file) == (
        None,
        None,
        None,
        None,
        ("date", "not_stated", UNREPORTED),
    )
    seeds.conductor().load([seeds.article(invented.STRIKE)], file)
    monday = "2021-03-01"
    assert event(file) == (monday, monday, monday, "gdynia", ("date", "computed", SAME), place)
    seeds.conductor().load([seeds.article(invented.VOTE), seeds.article(invented.RECALL)], file)
    last = "2021-03-20"
    assert event(file) == (f"{monday}/{last}", monday, last, "gdynia", ("date", "computed", span(3)), place)


def test_an_event_that_is_no_longer_reported_loses_its_date(tmp_path: Path) -> None:
    """When the only article that reports an event reports another one instead, the first is undated again."""
    seeds = invented.make(tmp_path)
    file = invented.working(tmp_path)
    assert event(file, "gdynia-dock-vote-2021")[0] == "2021-03-09"
    seeds.replace(
        "annotations/harbour-vote.yaml",
        "quote: had voted, event: gdynia-dock-vote-2021, status",
        "quote: had voted, event: gdynia-dock-strike-2021, status",
    )
    seeds.conductor().load([seeds.article(invented.VOTE)], file)
    assert event(file, "gdynia-dock-vote-2021")[:4] == (None, None, None, None)
    assert event(file, "gdynia-dock-vote-2021")[4:] == (("date", "not_stated", UNREPORTED),)


def test_reports_of_two_places_give_none(tmp_path: Path) -> None:
    """An event that its reports place differently has no place of its own."""
    seeds = invented.make(tmp_path)
    seeds.replace("annotations/strike-recalled.yaml", "places: {at: [gdynia]}", "places: {at: [poland]}")
    file = invented.working(tmp_path)
    seeds.conductor().load([seeds.article(invented.RECALL)], file)
    assert event(file)[3] is None
    assert [row[0] for row in event(file)[4:] if isinstance(row, tuple)] == ["date"]
