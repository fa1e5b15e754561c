"""evaluate_items: what a person read, and what the extractor found, as items that can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.annotation import Figure as AnnotatedFigure
from loaders.authorities import Authorities
from loaders.evaluate import Item
from loaders.extract.findings import Date, Figure, Findings, Name, Subject
from loaders.identifiers import name_key
from loaders.records import KnownDate
from loaders.resolve import Reading

_BEFORE = re.compile(
    r"^(?:on|in|at|since|until|by|from|during|of|the|for|within|over|after|before|around|about) "
)
_POSSESSIVE = re.compile(r"(?:'s|’s|')$")
_LENGTHS = {"DURATION", "SET"}
# A number of a thing that is counted has the thing for its unit; a person or a case is no unit of measurement.
_MEASURED = {"duration", "age", "money", "rate"}
# The first ending that fits.
_PLURALS = {"people": "person", "children": "child", "men": "man", "ies": "y", "ss": "ss", "s": ""}


def items_read(reading: Reading) -> list[Item]:
    """Return what a reviewed annotation holds, with the names of its authorities as values."""
    return [*_names_read(reading), *_dates_read(reading), *_figures_read(reading), *_deeds_read(reading)]


def items_found(findings: Findings) -> list[Item]:
    """Return what the extractor found."""
    return [
        *_names_found(findings),
        *_dates_found(findings),
        *_figures_found(findings),
        *_deeds_found(findings),
    ]


def _names_read(reading: Reading) -> Iterator[Item]:
    lists = reading.authorities
    seen: set[tuple[int, str]] = set()
    for mention in reading.mentions:
        target = mention.party or mention.place
        if (
            target is None
            or mention.form not in {"name", "demonym"}
            or (mention.span.paragraph, target) in seen
        ):
            continue
        seen.add((mention.span.paragraph, target))
        values = names_of(target, lists)
        if mention.place is not None:
            place = lists.places[mention.place]
            point = (place.latitude, place.longitude) if place.latitude is not None else None
            known = (point[0], point[1]) if point and point[0] is not None and point[1] is not None else None
            yield Item("place", mention.span.paragraph, values, {}, known, place.country_code)
        elif lists.parties[target].kind != "group":
            yield Item(lists.parties[target].kind, mention.span.paragraph, values)


def names_of(target: str | None, lists: Authorities) -> frozenset[str]:
    """Return every name of a party or place, demonyms too, as keys; of a group, its name and its last word."""
    if target is None:
        return frozenset()
    if target in lists.places:
        place = lists.places[target]
        return frozenset(map(name_key, [place.name, *(n.name for n in place.names), *place.demonyms]))
    party = lists.parties[target]
    return keys([party.name, *(n.name for n in party.names)])


def keys(names: Iterable[str]) -> frozenset[str]:
    """Return the forms by which names are held equal: without article and possessive, and their last words."""
    whole = {_POSSESSIVE.sub("", name_key(name)).removeprefix("the ") for name in names if name}
    return frozenset(whole | {key.split()[-1] for key in whole if key.split()})


def _dates_read(reading: Reading) -> Iterator[Item]:
    for i, date in enumerate(reading.annotation.dates):
        if date.quote is not None:
            yield Item("date words", date.p, frozenset({bare(date.quote)}))
        known = reading.date_of.get(("dates", i))
        if known is not None:
            yield Item("date", date.p, frozenset({known.edtf}))


def bare(words: str) -> str:
    """Return the words of a date without the prepositions before it."""
    text = name_key(words).rstrip(".")
    while match := _BEFORE.match(text):
        text = text[match.end() :]
    return text


def _figures_read(reading: Reading) -> Iterator[Item]:
    speakers = {statement.key: statement.speaker for statement in reading.annotation.statements}
    for i, figure in enumerate(reading.annotation.figures):
        number = reading.number_of[i]
        unit = "share" if figure.figure_kind == "share" else ""
        if figure.figure_kind in _MEASURED:
            unit = reading.authorities.measures[figure.measure].unit
        speaker = speakers.get(figure.statement) if figure.statement else None
        facets = {
            "unit": frozenset({unit}),
            "comparator": frozenset({figure.comparator}),
            "claimant": names_of(speaker, reading.authorities),
            "subject": _subject_read(figure, reading.authorities),
        }
        values = frozenset({_number(number.value, number.low, number.high)})
        yield from (Item("figure", quote.p, values, facets) for quote in (figure, *figure.also))


def _subject_read(figure: AnnotatedFigure, lists: Authorities) -> frozenset[str]:
    """Return the names of a person; of a group the words of its name, and of the phrase in which it is counted."""
    if figure.subject is None or lists.parties[figure.subject].kind != "group":
        return names_of(figure.subject, lists)
    words = f"{lists.parties[figure.subject].name} {figure.quote or ''}"
    return frozenset(map(singular, name_key(words).split()))


def singular(word: str) -> str:
    """Return an English noun in the singular, by its ending alone; good enough to hold two forms equal."""
    for ending, instead in _PLURALS.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


def _number(value: float | None, low: float | None, high: float | None) -> str:
    return "/".join("" if number is None else f"{number:g}" for number in (value, low, high))


def _deeds_read(reading: Reading) -> Iterator[Item]:
    """Yield events and statements.

    Beside an event stand the dates and places of its own paragraph; what a reader took from elsewhere is none of them,
    so that whoever reads that paragraph alone can find all. Such a date agrees by its days or by its words.
    """
    lists = reading.authorities
    named = {(m.span.paragraph, m.place) for m in reading.mentions if m.form == "name"}
    for i, event in enumerate(reading.annotation.events):
        known = reading.date_of.get(("events", i, "date"))
        places = [place for ids in event.places.values() for place in ids]
        beside = [place for place in places if (event.p, place) in named]
        facets = {
            "date": frozenset({known.edtf} if known else ()),
            "place": frozenset(name for place in places for name in names_of(place, lists)),
            "date beside": _beside(known, event.p, reading),
            "place beside": frozenset(name for place in beside for name in names_of(place, lists)),
        }
        yield Item("event", event.p, frozenset({lists.events[event.event].type}), facets)
    for statement in reading.annotation.statements:
        if statement.speaker is not None:
            yield Item("statement", statement.p, names_of(statement.speaker, lists))


def _beside(date: KnownDate | None, paragraph: int, reading: Reading) -> frozenset[str]:
    if date is None or date.span is None or date.span.paragraph != paragraph:
        return frozenset()
    text = reading.document.paragraphs[paragraph - 1].text
    return frozenset({date.edtf, bare(text[date.span.start : date.span.end])})


def _names_found(findings: Findings) -> Iterator[Item]:
    seen: set[tuple[int, str, str]] = set()
    for name in findings.names:
        key = (name.span.paragraph, name.kind, name.entity)
        if key in seen:
            continue
        seen.add(key)
        point = name.point
        at = (point.latitude, point.longitude) if point and point.latitude is not None else None
        known = (at[0], at[1]) if at and at[0] is not None and at[1] is not None else None
        country = point.country if point else None
        values = _place_forms(name) if name.kind == "place" else keys([name.entity, name.text])
        yield Item(name.kind, name.span.paragraph, values, {}, known, country)


def _place_forms(name: Name) -> frozenset[str]:
    names = {name.entity, name.text, name.point.name if name.point else ""}
    return frozenset(name_key(one) for one in names if one)


def _dates_found(findings: Findings) -> Iterator[Item]:
    for date in findings.dates:
        if date.timex3_type in _LENGTHS:
            continue
        yield Item("date words", date.span.paragraph, frozenset({bare(date.text)}))
        if _edtf(date):
            yield Item("date", date.span.paragraph, frozenset({_edtf(date)}))


def _edtf(date: Date | None) -> str:
    return (date.period or date.edtf or "") if date is not None else ""


def _figures_found(findings: Findings) -> Iterator[Item]:
    for figure in findings.figures:
        facets = {
            "unit": frozenset({_unit(figure)}),
            "comparator": frozenset({figure.comparator}),
            "claimant": keys([figure.claimant, figure.statement.entity or ""])
            if figure.claimant and figure.statement
            else frozenset(),
            "subject": _subject_found(figure.subject),
        }
        scale = 0.01 if figure.unit == "percent" else 1
        numbers = [None if n is None else n * scale for n in (figure.value, figure.low, figure.high)]
        yield Item("figure", figure.span.paragraph, frozenset({_number(*numbers)}), facets)


def _subject_found(subject: Subject | None) -> frozenset[str]:
    if subject is None:
        return frozenset()
    if subject.entity is not None:
        return keys([subject.entity, subject.text])
    return frozenset({singular(name_key(subject.text).split()[-1])})


def _unit(figure: Figure) -> str:
    if figure.figure_kind == "share":
        return "share"
    return figure.unit or "" if figure.figure_kind in _MEASURED else ""


def _deeds_found(findings: Findings) -> Iterator[Item]:
    for event in findings.events:
        places = {key for _, name in event.places for key in _place_forms(name)}
        dates = {_edtf(event.date)} - {""}
        words = {bare(event.date.text)} if event.date is not None else set()
        facets = {
            "date": frozenset(dates),
            "place": frozenset(places),
            "date beside": frozenset(dates | words),
            "place beside": frozenset(places),
        }
        yield Item("event", event.trigger.paragraph, frozenset({event.type}), facets)
    for statement in findings.statements:
        if statement.form not in {"authorial", "gloss"}:
            speakers = [statement.speaker or "", statement.entity or ""]
            yield Item("statement", statement.span.paragraph, keys(speakers))
