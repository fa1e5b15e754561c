"""What a document says of itself: title, authors, agency, dateline, dates, language; each with its basis and rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from loaders import yaml_source
from loaders.reading.languages import language_of
from loaders.reading.line_kinds import KNOWLEDGE, words_of
from loaders.reading.printed_dates import day_within
from loaders.reading.repairs import Repaired
from loaders.reading.roles import LineRole
from loaders.records import Document, FoundMetadata, Span

_HEAD_ROLES: Final = {"furniture", "byline", "source_line"}
_STORY_ROLES: Final = {"title", "lead", "body", "lead_in", "subhead"}
_UPDATED: Final = re.compile(r"\b(?:updated|modified|amended|corrected|edited)\b", re.IGNORECASE)
_COPYRIGHT: Final = re.compile(
    r"(?:copyright|©|\(c\))[ :©]*(?:\(c\) )?(?P<year>(?:19|20)\d{2})\b", re.IGNORECASE
)
# A place in capitals, with its state; then perhaps a date and the agency; then a dash.
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_PLACE: Final = rf"(?P<place>[A-Z](?:ST\. |[A-Z’' -]){{2,40}}(?:, (?!{_MONTH})[A-Z][\w. ]{{1,30}}?)?)"
_DATELINE: Final = re.compile(
    rf"{_PLACE}(?:,? (?P<date>[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}})(?:,? (?P<year>\d{{4}}))?)?"
    r"(?:[,.]? \(?(?P<agency>[A-Z][\w/ -]{1,30}?)\)?)? ?(?:—|–|--|-) ?(?=\S)"
)
_AUTHORS_START: Final = re.compile(
    r"\s*(?:by|text|words|story|author|written by|text by|words by|story by|posted by)[: ]+", re.IGNORECASE
)
_POSTED_BY: Final = re.compile(r"\bby (?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})\s*$")
_PICTURES: Final = re.compile(r"[.;|] ?(?:pictures?|photos?|photographs?|images?)\b.*", re.IGNORECASE)
_FOR: Final = re.compile(r"\s(?:for|in) .*", re.IGNORECASE)
_AND: Final = re.compile(r",? and | & |, |; | \| ")
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its name in full and the forms by which credits name it."""

    name: str
    forms: tuple[str, ...]


def found_in(
    document: Document, read: Sequence[Repaired], roles: Sequence[LineRole]
) -> tuple[FoundMetadata, ...]:
    """Return what a document says of itself: first what stands beside its text, then what its paragraphs say; pure.

    Values are as read, spans lead to the text given.
    """
    texts = [paragraph.text for paragraph in read]
    stated = [
        replace(item, span=Span(number, *read[number - 1].given(item.span.start, item.span.end)))
        for item in _stated(texts, roles)
        if item.span is not None and (number := item.span.paragraph)
    ]
    return (*document.given, *stated, *_language(texts, roles))


def _stated(texts: Sequence[str], roles: Sequence[LineRole]) -> Iterator[FoundMetadata]:
    """Yield what the paragraphs say, spans in the texts as read."""
    for number, (text, role) in enumerate(zip(texts, roles, strict=True), start=1):
        if role.role == "title":
            yield FoundMetadata("title", text, "stated", Span(number, 0, len(text)), role.rule)
        elif role.role == "masthead":
            yield FoundMetadata("publisher", text, "stated", Span(number, 0, len(text)), role.rule)
        elif role.role == "byline":
            yield from _authors(number, text)
        elif role.role == "lead":
            yield from _dateline(number, text)
        elif role.rule in {"copyright", "agency-alone"}:
            yield from _credits(number, text)
        yield from _dates(number, text, role)


def agency_named(text: str) -> Agency | None:
    """Return the agency that a credit is, as one of its forms; None for anything else."""
    key = text.casefold()
    return next((known for known in agencies() if key in {form.casefold() for form in known.forms}), None)


@lru_cache(maxsize=1)
def agencies() -> tuple[Agency, ...]:
    """Return the agencies that credits are known to name."""
    rows, _ = yaml_source.read(KNOWLEDGE / "agencies.yaml")
    return tuple(Agency(row["name"], tuple(row["forms"])) for row in rows)


def _authors(number: int, text: str) -> Iterator[FoundMetadata]:
    """Yield the names of a byline, without jobs, agencies and what says that they follow."""
    start = _AUTHORS_START.match(text)
    offset = start.end() if start else 0
    rest = _PICTURES.sub("", text[offset:])
    day = day_within(rest)
    if day:
        rest = rest[: day[1]]
    for agency in agencies():
        for form in agency.forms:
            rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", lambda match: " " * len(match.group()), rest)
    rest = _FOR.sub("", rest)
    position = 0
    jobs = words_of("people", "jobs")
    for part in _AND.split(rest):
        at = rest.index(part, position)
        position = at + len(part)
        name = part.strip(" ,.|–—-")
        words = _NAME_WORD.findall(name)
        if (
            not words
            or (not 1 < len(words) <= 5 and not start)
            or any(word.lower() in jobs for word in words)
        ):
            continue
        if not all(word[0].isupper() or word in words_of("people", "small") for word in words):
            continue
        begin = offset + at + part.index(name)
        yield FoundMetadata(
            "byline", _in_usual_case(name), "stated", Span(number, begin, begin + len(name)), "byline"
        )


def _in_usual_case(name: str) -> str:
    """Return a name that is printed in capitals as names are usually written."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), name)


def story_start(text: str) -> int:
    """Return where the story of a paragraph begins: after its dateline, if it has one, else at its start."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def _dateline(number: int, text: str) -> Iterator[FoundMetadata]:
    match = _DATELINE.match(text)
    if match is None:
        return
    agency = agency_named((match["agency"] or "").strip())
    place = match["place"].rstrip(" ,.")
    yield FoundMetadata("dateline", place, "stated", Span(number, 0, len(place)), "dateline")
    if agency is not None:
        yield FoundMetadata("agency", agency.name, "stated", Span(number, *match.span("agency")), "dateline")
    day = day_within(match.group()) if match["year"] else None
    if day:
        yield FoundMetadata("published", day[0], "stated", Span(number, day[1], day[2]), "dateline")


def _credits(number: int, text: str) -> Iterator[FoundMetadata]:
    """Yield the agency and the year of a line of credits."""
    year = _COPYRIGHT.search(text)
    if year:
        yield FoundMetadata(
            "copyright", year["year"], "stated", Span(number, *year.span("year")), "copyright-line"
        )
    for agency in agencies():
        for form in sorted(agency.forms, key=len, reverse=True):
            match = re.search(rf"(?<![\w/]){re.escape(form)}(?![\w/])", text)
            if match:
                yield FoundMetadata(
                    "agency", agency.name, "stated", Span(number, *match.span()), "credit-line"
                )
                break


def _dates(number: int, text: str, role: LineRole) -> Iterator[FoundMetadata]:
    """Yield the dates of a line that gives some, and what each says: published, or changed since."""
    is_dated = role.rule in {"date-line", "label"} or role.role == "byline"
    if not is_dated and role.rule != "correction":
        return
    done = 0
    while day := day_within(text[done:]):
        edtf, start, end = day[0], done + day[1], done + day[2]
        kind = "updated" if _UPDATED.search(text[done:start]) else "published"
        if kind == "updated" or role.rule != "correction":
            yield FoundMetadata(kind, edtf, "stated", Span(number, start, end), role.rule)
        done = end
    author = _POSTED_BY.search(text)
    if author and role.rule == "date-line":
        yield FoundMetadata("byline", author["name"], "stated", Span(number, *author.span("name")), role.rule)


def _language(texts: Sequence[str], roles: Sequence[LineRole]) -> Iterator[FoundMetadata]:
    story = " ".join(text for text, role in zip(texts, roles, strict=True) if role.role in _STORY_ROLES)
    code = language_of(story or " ".join(texts))
    if code is not None:
        yield FoundMetadata("language", code, "inferred", None, "function-words")
