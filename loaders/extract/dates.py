"""dates: the time expressions of a text, with the days that they mean (EDTF) and their TIMEX3 values.

Words become signs (`date_words`), patterns find expressions (`date_grammar`), neighbours are joined
(`date_composition`), and each is read against publication and the dates before it (`date_calendar`,
`date_relative`, `date_lengths`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from loaders.edtf_bounds import iso_days
from loaders.extract import date_calendar as cal
from loaders.extract import date_lengths as lengths
from loaders.extract import date_relative as rel
from loaders.extract import date_units as units
from loaders.extract.date_composition import composed
from loaders.extract.date_doubts import Doubts
from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon, date_lexicon
from loaders.extract.date_periods import RANKS, periods
from loaders.extract.date_ranges import completed, is_range
from loaders.extract.date_reckoned import reckoned_dates
from loaders.extract.date_scene import Reading, Scene, Story, dated
from loaders.extract.date_units import Granule
from loaders.extract.date_words import Line, line_of
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.records import Span

READERS: Final[dict[str, Callable[[Scene], Reading | None]]] = {
    **cal.READERS,
    **rel.READERS,
    **lengths.READERS,
}

_MIDDLE: Final = 3  # days from the first of seven to the fourth


def find_dates(text: ParsedText) -> tuple[Date, ...]:
    """Return the time expressions of a text in order; none overlaps another.

    Without a date of publication, what counts from it has a TIMEX3 value with X for what is not known, and no EDTF.
    """
    lexicon = date_lexicon()
    is_time = Doubts(lexicon).is_time
    found: list[tuple[ParsedParagraph, Line, list[Match]]] = []
    for paragraph in text.paragraphs:
        line = line_of(paragraph.doc, paragraph.printed, lexicon.grammar.vocabulary)
        matches = composed(lexicon.grammar.matches(line, is_time), line, lexicon)
        found.append((paragraph, line, completed(matches, line, lexicon)))
    story = _story(text.published, [(line, matches) for _, line, matches in found], lexicon)
    dates = [
        found_date
        for paragraph, line, matches in found
        for found_date in _read(paragraph, line, matches, story, lexicon)
    ]
    dates += reckoned_dates(text, tuple(dates), lexicon)
    return tuple(sorted(dates, key=lambda item: item.span))


def _story(published: date | None, lines: list[tuple[Line, list[Match]]], lexicon: DateLexicon) -> Story:
    """Return what is known before reading: the first month with its year, or a landmark where none is printed."""
    printed = [(line, match) for line, matches in lines for match in matches if "year" in match.slots]
    months = [(line, match) for line, match in printed if "month" in match.slots]
    years = [int(match.slots["year"]) for _, match in printed]
    for line, match in months:
        reading = _reading(Scene(line, match, Story(published), lexicon))
        if reading is not None:
            return Story(published, whole=reading.granule, is_short=max(years) - min(years) <= 1)
    for landmark in lexicon.landmarks:
        if published is None and any(landmark.words & set(map(str.lower, line.words)) for line, _ in lines):
            whole = units.around(landmark.date, units.DAY)
            return Story(published, whole=whole, is_short=True, year_source=(landmark.rule, "event"))
    return Story(published)


def _read(
    paragraph: ParsedParagraph, line: Line, matches: list[Match], story: Story, lexicon: DateLexicon
) -> Iterator[Date]:
    """Yield the expressions of a paragraph that can be read, with the phrases that they stand in."""
    story.in_paragraph, story.is_dated = None, False
    read: list[tuple[Match, Reading]] = []
    for match in matches:
        scene = Scene(line, match, story, lexicon)
        reading = _reading(scene)
        if reading is None:
            continue
        if read and is_range(line, read[-1][0], match):
            start, reading = in_order(scene, read[-1][1], reading)
            read[-1] = read[-1][0], start
        if not _looks_back(match):
            story.take_note(reading)
        read.append((match, reading))
    read = _with_named_days(line, read)
    for (match, reading), period in zip(read, periods(line, read), strict=True):
        span = _span(paragraph, line, *match.extent)
        earliest, latest = _days(reading)
        yield Date(
            span=span,
            text=line.text[span.start : span.end],
            edtf=reading.edtf,
            earliest=earliest,
            latest=latest,
            timex3_type=reading.type,
            timex3_value=reading.value,
            rule=reading.rule,
            anchor=reading.anchor,
            phrase=_span(paragraph, line, period.first, period.end),
            period=period.edtf,
        )


def _with_named_days(line: Line, read: list[tuple[Match, Reading]]) -> list[tuple[Match, Reading]]:
    """Give today, tomorrow and the like the day that is named right after: "tomorrow, September 30"."""
    result = list(read)
    for i, ((match, reading), (named, day)) in enumerate(pairwise(read)):
        gap = {line.word(index) for index in range(match.extent[1], named.extent[0])}
        is_day = day.granule is not None and day.granule.unit == units.DAY and day.type == "DATE"
        if match.read == "deictic" and is_day and "," in gap and gap <= {",", "on"}:
            result[i] = match, replace(day, rule=reading.rule, anchor=reading.anchor)
    return result


def in_order(scene: Scene, start: Reading, stop: Reading) -> tuple[Reading, Reading]:
    """Return the ends of a range so that it does not run backwards: July to June ends in the year after it starts."""
    if not (start.granule and stop.granule) or start.granule.first() <= stop.granule.last():
        return start, stop
    if start.rule != stop.rule or start.rule not in {
        cal.NEAREST[0],
        cal.WEEKDAY[0],
        scene.story.year_source[0],
    }:
        return start, stop
    later, earlier = cal.next_round(stop.granule, stop.rule, 1), cal.next_round(start.granule, start.rule, -1)
    pairs = [(a, b) for a, b in ((start.granule, later), (earlier, stop.granule)) if a and b]
    first, last = min(pairs, key=lambda pair: scene.distance(pair[0]) + scene.distance(pair[1]))
    return dated(first, start.rule, start.anchor) or start, dated(last, stop.rule, stop.anchor) or stop


def _looks_back(match: Match) -> bool:
    """Tell whether an expression is only compared with, so that the text stays at the date before."""
    return "earlier" in match.slots or match.read == "year_ago_period"


def _days(reading: Reading) -> tuple[str | None, str | None]:
    """Return the first and the last day of a reading in ISO 8601; reading EDTF back would take milliseconds."""
    if reading.granule is not None:
        return reading.granule.first().isoformat(), reading.granule.last().isoformat()
    return iso_days(reading.edtf) if reading.edtf else (None, None)


def _span(paragraph: ParsedParagraph, line: Line, first: int, end: int) -> Span:
    return Span(paragraph.number, line.starts[first], line.ends[end - 1])


def _reading(scene: Scene) -> Reading | None:
    """Read an expression: the year that it lies within first, then itself, then its time of day."""
    match = scene.match
    reading = READERS[match.read](scene) if match.within is None else _within(scene, match, match.within)
    if reading is None or reading.granule is None:
        return reading
    if match.clock is not None:
        value = rel.clock_value(match.clock.slots)
        return None if value is None else dated(reading.granule, reading.rule, reading.anchor, clock=value)
    return _whole(match, reading, reading.granule)


def _whole(match: Match, reading: Reading, granule: Granule) -> Reading | None:
    """Read the week of March 6, the first week of March, the last day of March as that week, that day.

    A week of a month is the calendar week in which the middle of its seven days lies.
    """
    whole, rank = match.slots.get("whole"), match.slots.get("rank", "")
    if whole is None or (whole == "day" and rank not in {"first", "last", "final"}) or whole == "days":
        return reading
    day = granule.first()
    if rank:
        place, middle = RANKS[rank], 0 if whole == "day" else _MIDDLE
        day = (
            day + timedelta(days=7 * place + middle)
            if place >= 0
            else granule.last() - timedelta(days=middle)
        )
    return dated(
        units.around(day, units.WEEK if whole == "week" else units.DAY), reading.rule, reading.anchor
    )


def _within(scene: Scene, match: Match, outer: Match) -> Reading | None:
    """Read August of last year, Monday of next week: in that year, in that week, and by its rule."""
    source = _reading(replace(scene, match=outer))
    if source is None or source.granule is None:
        return source
    first = source.granule.first()
    known = {"year": units.around(first, units.YEAR).timex(), "week": str(first.toordinal())}
    reading = READERS[match.read](replace(scene, match=replace(match, slots={**match.slots, **known})))
    return reading and replace(reading, rule=source.rule, anchor=source.anchor)
