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
from loaders.extract import date_calendar, date_lengths, date_relative
from loaders.extract import date_units as units
from loaders.extract.date_composition import composed
from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon, date_lexicon
from loaders.extract.date_scene import Reading, Scene, Story, dated
from loaders.extract.date_words import Line, line_of
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.records import Span

Reader = Callable[[Scene], Reading | None]
READERS: Final[dict[str, Reader]] = {
    name: function
    for module in (date_calendar, date_lengths, date_relative)
    for name, function in vars(module).items()
    if callable(function) and getattr(function, "__module__", "") == module.__name__
}


def find_dates(text: ParsedText) -> tuple[Date, ...]:
    """Return the time expressions of a text in order; none overlaps another.

    Without a date of publication, what counts from it has a TIMEX3 value with X for what is not known, and no EDTF.
    """
    lexicon = date_lexicon()
    story = Story(text.published)
    lines = [(paragraph, _line(paragraph, lexicon)) for paragraph in text.paragraphs]
    found = [(paragraph, line, composed(lexicon.grammar.matches(line), line, lexicon)) for paragraph, line in lines]
    story.years.extend(
        int(match.slots["year"])
        for _, _, matches in found
        for match in matches
        if len(match.slots.get("year", "")) == 4
    )
    return tuple(date for paragraph, line, matches in found for date in _read(paragraph, line, matches, story, lexicon))


def _line(paragraph: ParsedParagraph, lexicon: DateLexicon) -> Line:
    return line_of(paragraph.doc, lexicon.grammar.vocabulary)


def _read(
    paragraph: ParsedParagraph, line: Line, matches: list[Match], story: Story, lexicon: DateLexicon
) -> Iterator[Date]:
    story.in_sentence = None
    for match in matches:
        reading = _reading(Scene(line, match, story, lexicon))
        if reading is None:
            continue
        if reading.granule is not None:
            story.latest = story.in_sentence = reading.granule
        span = Span(paragraph.number, line.starts[match.first], line.ends[match.end - 1])
        earliest, latest = iso_days(reading.edtf) if reading.edtf else (None, None)
        yield Date(
            span, paragraph.text(span), reading.edtf, earliest, latest, reading.type, reading.value, reading.rule,
            reading.anchor,
        )  # fmt: skip


def _reading(scene: Scene) -> Reading | None:
    """Read an expression: what it lies within first, then itself, then its time of day."""
    match = scene.match
    source: Reading | None = None
    if match.within is not None:
        source = _reading(replace(scene, match=match.within))
        if source is None or source.granule is None:
            return None
        year = units.around(source.granule.first(), units.YEAR).index
        scene = replace(scene, match=replace(match, slots={**match.slots, "year": f"{year:04}"}, within=None))
    reading = READERS[match.read](scene)
    if reading is None or reading.granule is None:
        return reading
    if source is not None:
        reading = replace(reading, rule=source.rule, anchor=source.anchor)
    if match.clock is not None:
        value = date_relative.clock_value(dict(match.clock.slots))
        return None if value is None else dated(reading.granule, reading.rule, reading.anchor, clock=value)
    if match.slots.get("whole") == "week":
        return dated(units.around(reading.granule.first(), units.WEEK), reading.rule, reading.anchor)
    return reading
