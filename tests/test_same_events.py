"""Promises of same_events.py: what an article tells twice is one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from drafts import draft_of
from extracting import parsed

from loaders.conduct import Conductor
from loaders.extract.extractor import extract
from loaders.extract.same_events import at_odds, tellings

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("same_events.yaml").read_text("utf-8"))
PUBLISHED = date(2023, 4, 20)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_an_event_told_twice_is_one(case: dict[str, Any]) -> None:
    """Tellings with something in common and nothing at odds are of one event, that of the first."""
    found = extract(replace(parsed(case["text"]), published=PUBLISHED))
    assert list(tellings(found.events)) == case["same"]


def test_every_event_is_its_own_first_telling_or_an_earlier_ones() -> None:
    """The position of a first telling is never later than its own, and is that of a first telling."""
    events = extract(parsed("".join(case["text"] for case in CASES))).events
    firsts = tellings(events)
    assert all(first <= position and firsts[first] == first for position, first in enumerate(firsts))
    assert all(not at_odds(events[first], event) for first, event in zip(firsts, events, strict=True))
    assert tellings(()) == ()


def test_a_draft_has_one_event_with_two_reports() -> None:
    """What an article tells twice becomes one event of its draft, with a report for each telling."""
    annotation = draft_of(
        Conductor(), "Police arrested Ivan Orlov. Ivan Orlov was arrested in Omsk on 3 April 2023."
    )
    assert [event.name for event in annotation.introduces.events] == ["arrest: Ivan Orlov"]
    assert len(annotation.events) == 2
    assert {report.event for report in annotation.events} == {annotation.introduces.events[0].id}
