"""Which of the words and numbers that look like a time expression are one: 1900 soldiers, May asked, a second time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from loaders.extract.date_grammar import Match
from loaders.extract.date_lexicon import DateLexicon
from loaders.extract.date_words import Line

_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2100

Doubt = Callable[[Line, Match, DateLexicon], bool]


class Doubts:
    """The test that the grammar asks of each candidate."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self._lexicon = lexicon

    def is_time(self, line: Line, match: Match) -> bool:
        """Tell whether what fits a pattern is a time expression where it stands."""
        doubt = _DOUBTS.get(match.read)
        return doubt is None or doubt(line, match, self._lexicon)


def _month(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """A month alone is no verb, no person, no word cut short."""
    if "day" in match.slots or "year" in match.slots:
        return True
    index = match.end - 1
    word, before = line.word(index), line.word(match.first - 1)
    if word == ".":
        return (
            line.tag(index - 1) != "NNP"
            or before in lexicon.doubts.before_year
            or line.word(index - 1) != "jan"
        )
    if word in lexicon.short:
        return False
    if word not in lexicon.doubts.other_words:
        return True
    if before in lexicon.doubts.before_year or before in lexicon.words["PART"]:
        return not line.tag(index).startswith(("MD", "VB")) and not line.tag(match.end).startswith("NNP")
    token = line.token(index)
    return token is not None and token.tag_ == "NNP" and token.ent_type_ == "DATE"


def _year(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """A number of four digits alone counts nothing and names nothing else."""
    printed = match.slots["year"]
    if len(printed) < 4:
        return line.starts[match.first] == 0 or line.text[line.starts[match.first] - 1] in " (-–"
    if match.end - match.first > 1:
        return True
    before, after = line.word(match.first - 1), line.word(match.end)
    if before in lexicon.doubts.counters or after in {"%", "percent"} or after in lexicon.words["UNITS"]:
        return False
    if (before == "." and line.word(match.first - 2) in lexicon.doubts.counters) or _is_glued(line, match):
        return False
    if not _FIRST_YEAR <= int(printed) <= _LAST_YEAR:
        return before in {"in", "since", "year", "until", "circa", "by"} and not line.tag(
            match.end
        ).startswith("NN")
    token = line.token(match.first)
    counts = (
        token is not None
        and token.dep_ == "nummod"
        and token.head.tag_ == "NNS"
        and token.head.i == token.i + 1
    )
    return not counts or before in lexicon.doubts.before_counted_year


def _is_glued(line: Line, match: Match) -> bool:
    """Tell whether a number is a part of a longer one: 1-800-1990, 12.1990."""
    first = match.first
    if (
        first < 2
        or line.ends[first - 1] != line.starts[first]
        or line.ends[first - 2] != line.starts[first - 1]
    ):
        return False
    other = line.words[first - 2]
    return other[0].isdecimal() and not (len(other) == 4 and line.words[first - 1] in "-–/")


def _decade(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """The age of somebody in his sixties is no date; the 80s need their article."""
    if line.word(match.first - 1) in lexicon.doubts.owners:
        return False
    printed = match.slots.get("decade", "")
    return (
        len(printed) > 4
        or line.word(match.first) in {"the", "'", "’", "‘", "early", "late", "mid"}
        or not printed
    )


def _season(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """A season alone is a noun with a word before it, not a verb, a well or a device."""
    if "year" in match.slots or (match.end - match.first > 1 and line.word(match.first) != "the"):
        return True
    index = match.end - 1
    if not line.tag(index).startswith("NN"):
        return False
    before = line.word(match.first - 1)
    article = match.first if line.word(match.first) == "the" else match.first - 1
    is_the_fall = line.word(index) == "fall" and line.word(article) == "the"
    if is_the_fall and line.word(article - 1) not in lexicon.doubts.before_season:
        # `the fall of prices`, `though the fall is steep`: a decline, but behind `in` or the like.
        return False
    if line.word(match.first) == "the":
        return line.word(match.end) != "of"
    return (
        before in lexicon.doubts.before_year
        or before in lexicon.words["PART"]
        or line.tag(match.first - 1) in {"JJ", "IN"}
    )


def _weekday(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """The Sun is no Sunday, and who sat did not on Saturday."""
    word = line.word(match.end - 1)
    if word not in lexicon.short:
        return True
    return line.word(match.end) == "." and line.word(match.first - 1) in {"on", "last", "next", "this"}


def _clock(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """Digits with a colon are a time where a word or a part of the day says so, not a result or a verse."""
    slots = match.slots
    before = line.word(match.first - 1)
    if slots.get("hour") in {"12", "24"} and match.end - match.first == 1:
        return before != "high" and not line.words[match.first][0].isupper()
    if "clock" not in slots or "meridiem" in slots or not slots["clock"][-1].isdecimal():
        return True
    if match.end - match.first > 1:
        return True
    return slots["clock"].count(":") == 1 and before in lexicon.doubts.before_clock


def _duration(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """An age is no length of time, nor a quarter of something, nor a second in a row, nor what one costs a day."""
    slots = match.slots
    after, second = line.word(match.end), line.word(match.end + 1)
    if after in {"old", "olds"} or (after in {"-", "–"} and second in {"old", "olds", "ago", "earlier"}):
        return False
    if line.word(match.first - 1) in {"aged", "age"}:
        return False
    unit = slots.get("unit", slots.get("units"))
    last = line.word(match.end - 1)
    is_one = line.word(match.first) in lexicon.words["ARTICLE"]
    if is_one and after in {"-", "–"}:
        return False
    if unit == "Q" and last == "quarter" and (after in {"of", "-"} or is_one or slots.get("number") == "1"):
        return False
    if last in {"second", "minute"}:
        return line.tag(match.end - 1).startswith("NN") and not line.tag(match.end).startswith(("NN", "JJ"))
    if is_one and unit == "N":
        return line.word(match.first - 1) in {"for", "in", "after", "within"}
    return len(slots.get("number", "")) < 4 or "units" in slots


def _stretch(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """What may last two weeks is no stretch of the past."""
    return not line.tag(match.first).startswith("VB")


def _shift(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """An hour later is an hour, and no date that a day could tell."""
    return match.slots.get("unit", match.slots.get("units")) not in {"S", "M", "H"}


def _frequency(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """A daily is a newspaper."""
    return not line.tag(match.first).startswith("NN") and not line.words[match.first][0].isupper()


def _reference(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """A current may be electric, but not as an adjective."""
    return line.word(match.first) not in {"current", "recent"} or line.tag(match.first) == "JJ"


def _part_of_day(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """Good evening is a greeting."""
    return line.word(match.first - 1) != "good"


def _the_unit(line: Line, match: Match, lexicon: DateLexicon) -> bool:
    """The quarter of something is a part of it; the end of the month is a date."""
    if line.word(match.first - 1) == "of" and line.word(match.first - 2) in lexicon.words["EDGE"]:
        return match.slots["unit"] in {"D", "W", "MO", "Q", "Y", "DE", "CE"} and line.word(match.end) != "of"
    return match.slots["unit"] in {"Q", "Y"} and line.word(match.end) not in {"of", "-"}


def _holiday(line: Line, match: Match, lexicon: DateLexicon) -> bool:  # noqa: ARG001
    """Names of holidays have capitals: a new year is none."""
    return any(not word[0].islower() for word in line.words[match.first : match.end])


_DOUBTS: Final[dict[str, Doubt]] = {
    "calendar": _month,
    "relative_month": _month,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "weekday": _weekday,
    "clock": _clock,
    "duration": _duration,
    "stretch": _stretch,
    "shift": _shift,
    "frequency": _frequency,
    "reference": _reference,
    "part_of_day": _part_of_day,
    "the_unit": _the_unit,
    "holiday": _holiday,
}
