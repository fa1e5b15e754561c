"""dates: the time expressions of a text, with the days that they mean (EDTF) and their TIMEX3 values.

Words become signs (`date_words`), patterns find expressions (`date_grammar`), neighbours are joined
(`date_composition`), and each is read against publication and the dates before it (`date_calendar`,
`date_relative`, `date_lengths`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
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
from loaders.extract.date_periods import periods
from loaders.extract.date_ranges import completed
from loaders.extract.date_scene import Reading, Scene, Story, dated
from loaders.extract.date_words import Line, line_of
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.records import Span

Reader = Callable[[Scene], Reading | None]
READERS: Final[dict[str, Reader]] = {
    reader.__name__: reader
    for reader in (
        *(
            cal.calendar,
            cal.iso,
            cal.numeric,
            cal.year,
            cal.spelled_year,
            cal.month_spelled_year,
            cal.fiscal_year,
        ),
        *(
            cal.decade,
            cal.century,
            cal.quarter,
            cal.half,
            cal.season,
            cal.relative_month,
            cal.weekday,
            cal.holiday,
        ),
        *(
            rel.deictic,
            rel.daypart,
            rel.part_of_day,
            rel.clock,
            rel.relative_unit,
            rel.past_unit,
            rel.stretch,
        ),
        *(rel.latest_unit, rel.that_unit, rel.the_unit, rel.weekend, rel.ago, rel.shift, rel.year_ago_period),
        *(rel.year_end, rel.fiscal_this),
        *(lengths.duration, lengths.vague_duration, lengths.frequency, lengths.every, lengths.every_day),
        lengths.reference,
    )
}


def find_dates(text: ParsedText) -> tuple[Date, ...]:
    """Return the time expressions of a text in order; none overlaps another.

    Without a date of publication, what counts from it has a TIMEX3 value with X for what is not known, and no EDTF.
    """
    lexicon = date_lexicon()
    story = Story(text.published)
    is_time = Doubts(lexicon).is_time
    found: list[tuple[ParsedParagraph, Line, list[Match]]] = []
    for paragraph in text.paragraphs:
        line = line_of(paragraph.doc, lexicon.grammar.vocabulary)
        matches = composed(lexicon.grammar.matches(line, is_time), line, lexicon)
        found.append((paragraph, line, completed(matches, line, lexicon)))
    story.years.extend(
        int(match.slots["year"])
        for _, _, matches in found
        for match in matches
        if len(match.slots.get("year", "")) == 4
    )
    return tuple(
        date for paragraph, line, matches in found for date in _read(paragraph, line, matches, story, lexicon)
    )


def _read(
    paragraph: ParsedParagraph, line: Line, matches: list[Match], story: Story, lexicon: DateLexicon
) -> Iterator[Date]:
    """Yield the expressions of a paragraph that can be read, with the phrases that they stand in."""
    story.in_sentence = None
    read: list[tuple[Match, Reading]] = []
    for match in matches:
        reading = _reading(Scene(line, match, story, lexicon))
        if reading is None:
            continue
        if reading.granule is not None and not _looks_back(match):
            story.latest = story.in_sentence = reading.granule
        read.append((match, reading))
    for (match, reading), period in zip(read, periods(line, read), strict=True):
        span = _span(paragraph, line, *match.extent)
        earliest, latest = iso_days(reading.edtf) if reading.edtf else (None, None)
        yield Date(
            span=span,
            text=paragraph.text(span),
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


def _looks_back(match: Match) -> bool:
    """Tell whether an expression is only compared with, so that the text stays at the date before."""
    return "earlier" in match.slots or match.read == "year_ago_period"


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
    if "whole" in match.slots:
        return dated(units.around(reading.granule.first(), units.WEEK), reading.rule, reading.anchor)
    return reading


def _within(scene: Scene, match: Match, outer: Match) -> Reading | None:
    """Read August of last year: in the year of last year, and by its rule."""
    source = _reading(replace(scene, match=outer))
    if source is None or source.granule is None:
        return source
    year = units.around(source.granule.first(), units.YEAR).timex()
    reading = READERS[match.read](replace(scene, match=replace(match, slots={**match.slots, "year": year})))
    return reading and replace(reading, rule=source.rule, anchor=source.anchor)
