"""What a time expression is read against: the day of publication, the dates that the text has named, the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon
from loaders.extract.date_tense import FUTURE, PAST, tense_of
from loaders.extract.date_units import DAY, MONTH, Granule, around
from loaders.extract.date_words import Line

# How much farther a date seems on the past and on the future side of publication, by what the verb speaks of.
_FARTHER: Final = {PAST: (1, 14), FUTURE: (4, 1), None: (1, 2)}

_BACK: Final = 1.5

# Rules by which a date is known, with the anchors that they count from.
PRINTED: Final = ("date-printed", "printed")
YEAR_FROM_TEXT: Final = ("year-of-a-date-in-the-text", "text")


@dataclass(frozen=True)
class Reading:
    """What an expression means; `granule` is its place in the calendar, None where it has none."""

    type: str
    value: str
    rule: str
    anchor: str
    granule: Granule | None = None
    edtf: str | None = None
    stretch: tuple[date, date] | None = None


@dataclass
class Story:
    """What is known of a whole text so far.

    `latest` is the date that it named last, `in_paragraph` the same since the paragraph began; `whole` is the day or
    month with its year that it printed last, or will print first; `is_dated` tells whether the paragraph printed it,
    `is_short` whether all years that the text prints are one or two in a row. `year_source` is the rule and the
    anchor of a year that `whole` gives.
    """

    published: date | None
    latest: Granule | None = None
    in_paragraph: Granule | None = None
    whole: Granule | None = None
    is_dated: bool = False
    is_short: bool = False
    year_source: tuple[str, str] = YEAR_FROM_TEXT

    def take_note(self, reading: Reading) -> None:
        """Remember a date that the text has just named."""
        granule = reading.granule
        if granule is None:
            return
        self.latest = self.in_paragraph = granule
        if granule.unit in {DAY, MONTH} and reading.rule in {PRINTED[0], YEAR_FROM_TEXT[0]}:
            self.whole, self.is_dated = granule, True


@dataclass(frozen=True)
class Scene:
    """One expression in its paragraph and its story."""

    line: Line
    match: Match
    story: Story
    lexicon: DateLexicon

    @property
    def slots(self) -> Mapping[str, str]:
        """What stands in the slots of the match."""
        return self.match.slots

    @cached_property
    def tense(self) -> str | None:
        """Whether the governing verb speaks of the past or the future."""
        before = self.line.word(self.match.extent[0] - 1)
        preposition = before if self.line.tag(self.match.extent[0] - 1) in {"IN", "TO"} else ""
        return tense_of(self.line.token(self.match.first), preposition, self.lexicon.tense)

    def before(self, distance: int = 1) -> str:
        """Return the word so many places before the expression, in lower case."""
        return self.line.word(self.match.first - distance)

    def after(self, distance: int = 1) -> str:
        """Return the word so many places after the expression, in lower case."""
        return self.line.word(self.match.end - 1 + distance)

    def nearest(self, candidates: Iterable[Granule | None]) -> Granule | None:
        """Return the candidate nearest to publication, on the side of it that the verb speaks of."""
        real = [granule for granule in candidates if granule is not None and granule.in_range()]
        if self.story.published is None or not real:
            return None
        return min(real, key=self.distance)

    def distance(self, granule: Granule) -> float:
        """Return how far, in days, a granule seems to lie from publication, or else from where the story is.

        It seems farther where the verb does not look.
        """
        published, whole = self.story.published, self.story.whole
        if published is None:
            return 0 if whole is None else _distance_in_story(whole, granule)
        past, future = _FARTHER[self.tense]
        if granule.last() < published:
            return past * (published - granule.last()).days
        return max(future * (granule.first() - published).days, 0)

    def start(self) -> date | None:
        """Return the day from which years are counted: that of the story at hand, of publication, or of the text."""
        story = self.story
        if story.published is not None and not self.is_told_in_order():
            return story.published
        return story.whole.first() if story.whole is not None and (story.is_dated or story.is_short) else None

    def is_told_in_order(self) -> bool:
        """Tell whether a sentence that starts with the date goes on from a day or month printed with its year."""
        if not self.story.is_dated or self.story.whole is None or self.tense != PAST:
            return False
        first = self.match.extent[0]
        return any(
            token is not None and token.is_sent_start for token in map(self.line.token, (first - 1, first))
        )

    def here(self, unit: str) -> Granule | None:
        """Return the granule of a unit in which the text was published."""
        return None if self.story.published is None else around(self.story.published, unit)

    def there(self, unit: str) -> Granule | None:
        """Return the granule of a unit at the date named latest, else at publication."""
        latest = self.story.in_paragraph or self.story.latest
        return self.here(unit) if latest is None else around(latest.first(), unit)

    def next_in_text(self, candidates: Iterable[Granule | None]) -> Granule | None:
        """Return the candidate nearest to the day or month that the text gave last; stories rather go on than back."""
        whole = self.story.whole
        real = [granule for granule in candidates if granule is not None and granule.in_range()]
        if whole is None or not real:
            return None
        return min(real, key=lambda granule: _distance_in_story(whole, granule))


def _distance_in_story(start: Granule, granule: Granule) -> float:
    """Return how many days lie between two granules; those on the way back count for more."""
    on, back = (granule.first() - start.last()).days, (start.first() - granule.last()).days
    return max(on, _BACK * back, 0)


def dated(granule: Granule, rule: str, anchor: str, clock: str = "") -> Reading | None:
    """Return the reading of a piece of the calendar, with a time of day (`T10:35`, `TMO`) where it has one."""
    if not granule.in_range():
        return None
    kind = "TIME" if clock else "DATE"
    return Reading(kind, granule.timex() + clock, rule, anchor, granule, granule.edtf())


def without_day(
    kind: str, value: str, rule: str = "no-date-to-count-from", anchor: str = "published"
) -> Reading:
    """Return a reading that has no place in the calendar."""
    return Reading(kind, value, rule, anchor)
