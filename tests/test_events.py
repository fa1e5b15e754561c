"""Promises of events.py, event_status.py, clauses.py and triggers.py: which events a paragraph tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import authorities, paths, yaml_source
from loaders.extract.events import SILENT_ROLES, find_events
from loaders.extract.findings import Date, Event, Name
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from loaders.extract.triggers import FILE, MARKERS, triggers
from loaders.records import Span

FOLDER = Path(__file__).with_name("cases")
CASES = [
    case
    for name in ("events.yaml", "events_of_news.yaml")
    for case in yaml.safe_load(FOLDER.joinpath(name).read_text("utf-8"))
]
# What the parser takes for something else, with what would mend it.
UNREAD = {
    "a poll conducted": "the parser hangs the agent on the people asked: a larger model",
    "asylum claims grow": "the tagger takes the noun for a verb: a larger model",
}


def spans(text: str, words: str) -> Iterator[Span]:
    """Every place of some words in the one paragraph."""
    for match in re.finditer(re.escape(words), text):
        yield Span(1, *match.span())


def names(case: dict[str, Any]) -> list[Name]:
    """The names of a case, as the finder of names would give them."""
    kinds = [("place", name) for name in case.get("places", [])]
    kinds += [("person", name) for name in case.get("persons", [])]
    return [
        Name(span, name, kind, name, None, "name", "literal", None, 1.0, "a case")
        for kind, name in kinds
        for span in spans(case["text"], name)
    ]


def dates(case: dict[str, Any]) -> list[Date]:
    """The dates of a case, as the finder of dates would give them."""
    return [
        Date(
            span, words, "2022", "2022-01-01", "2022-12-31", "DATE", "2022", "a-case", "printed", span, "2022"
        )
        for words in case.get("dates", [])
        for span in spans(case["text"], words)
    ]


def events(case: dict[str, Any], role: str = "body") -> tuple[Event, ...]:
    """The events found in a case."""
    (doc,) = parse([case["text"]])
    text = ParsedText((ParsedParagraph(1, role, 0, doc),))
    return find_events(text, names(case), dates(case), ())


def told(event: Event) -> str:
    """An event in the words of the cases."""
    parts = [f"{event.type} {event.status}"]
    parts += [f"{role} {name.text}" for role, name in event.places]
    parts += [f"on {event.date.text}"] if event.date else []
    parts += sorted(f"{one.role}={one.text}" for one in event.participants)
    return " ".join(parts)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            marks=[pytest.mark.xfail(strict=True, reason=UNREAD[case["case"]])]
            if case["case"] in UNREAD
            else [],
        )
        for case in CASES
    ],
    ids=lambda case: case["case"],
)
def test_events_are_told(case: dict[str, Any]) -> None:
    """Each event comes out with status, places, date and participants; nothing else is taken for one."""
    found = [told(event) for event in events(case)]
    expected = [
        " ".join([head, *sorted(re.findall(r"\w+=[^=]+(?= \w+=|$)", line))])
        for line in case["events"]
        for head in [re.sub(r" \w+=.*", "", line)]
    ]
    assert found == expected


def test_every_event_stands_on_its_words() -> None:
    """The words of an event hold its trigger, and are those of the paragraph at its span."""
    for case in CASES:
        for event in events(case):
            assert event.span.holds(event.trigger)
            assert case["text"][event.span.start : event.span.end] == event.text
            for one in event.participants:
                assert case["text"][one.span.start : one.span.end] == one.text


@pytest.mark.parametrize("role", sorted(SILENT_ROLES))
def test_headlines_and_bylines_tell_no_events(role: str) -> None:
    """What a headline says the text says again; only the text counts."""
    assert events(CASES[0], role) == ()
    assert events(CASES[0])


def test_the_triggers_are_of_known_types() -> None:
    """Each type of the lexicon is an authority's, each lasts as that one does, and nearly every type has triggers."""
    known = authorities.load(paths.SEEDS / paths.AUTHORITIES).event_types
    value, _ = yaml_source.read(FILE)
    types = {entry["type"]: entry.get("lasts") == "yes" for entry in value["types"]}
    assert {name: known[name].extent == "stretch" for name in types} == types
    assert set(known) - {
        trigger.alone for frames in triggers().by_lemma.values() for trigger in frames
    } == set(types)


def test_a_need_of_a_trigger_names_words_or_groups() -> None:
    """A word in capitals in a need is a group, so that a misspelt one is noticed."""
    groups = yaml_source.read(FILE)[0]["groups"]
    words = {
        word
        for frames in triggers().by_lemma.values()
        for trigger in frames
        for need in trigger.needs.values()
        for word in need
    }
    assert {word for word in words if word.isupper()} == MARKERS
    assert len(groups) > 5


def captioned(caption: str, body: str) -> tuple[Event, ...]:
    """The events of a picture's caption above a paragraph."""
    shown, told_in_text = parse([caption, body])
    paragraphs = (ParsedParagraph(1, "caption", 0, shown), ParsedParagraph(2, "body", 0, told_in_text))
    return find_events(ParsedText(paragraphs), (), (), ())


def test_a_caption_tells_what_the_text_does_not() -> None:
    """A caption that repeats a paragraph tells nothing again; another one does."""
    body = "Two soldiers deserted the army near the river, their officer said."
    assert [
        event.span.paragraph for event in captioned("Two soldiers deserted the army near the river.", body)
    ] == [2]
    assert [event.span.paragraph for event in captioned("A drone killed five guards.", body)] == [1, 2]
