"""Find the figures of a text: numbers that claim something, each with all that makes it a claim.

Numbers come from `quantities` (with units, ranges joined), what claims nothing is told by `left_out`; comparators,
what is counted, kind, places, date and statement are read from the words and the parse around each number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from loaders.extract.comparators import comparators
from loaders.extract.counted import (
    Counted,
    counted_after,
    counted_before,
    counted_elsewhere,
    counted_of,
    counted_subject,
)
from loaders.extract.date_reckoned import SINCE_EVENT
from loaders.extract.figure_kinds import figure_kinds, kind_of
from loaders.extract.figure_places import date_of, places_of
from loaders.extract.figure_subjects import Subjects
from loaders.extract.findings import Date, Figure, Name, Statement
from loaders.extract.left_out import left_out
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.quantities import Quantity, grammar, joined, measured
from loaders.extract.tokens import first_from, sentence_of, token_at
from loaders.extract.units import units
from loaders.records import Span

_AGO = re.compile(r" (?:ago|earlier|later|before(?= there| it| he| she| they|[.,;]))\b")
# What may stand against a number without being its unit: `58th`, `2nd`, `1990s`; told apart elsewhere.
_FOLLOWS_GLUED = re.compile(r"(?:st|nd|rd|th|s)\b", re.IGNORECASE)
_Found = TypeVar("_Found", Name, Date, Statement)
_NO_CLAIM_DATES = {"DATE", "TIME", "SET"}
_HYPHENS = {"-", "‑"}
_NAME = "part of a name"
# Digits of a number that is taken for a name wherever it stands.
_LEAST_NAMED = 3
_BEFORE_NAMES = {"DT", "POS", "PRP$", "JJ", "NNP", "NNPS"}
_COMPARED = {"more", "fewer", "less"}
_TIMELESS = {"age", "duration", "factor", "other"}
_WITHOUT_PLACE = {"age", "factor"}


@dataclass(frozen=True, slots=True)
class FiguresFound:
    """The figures of a text in order, and how many numbers were left out, by reason."""

    figures: tuple[Figure, ...]
    left_out: dict[str, int]


def find_figures(
    text: ParsedText,
    names: Sequence[Name] = (),
    dates: Sequence[Date] = (),
    statements: Sequence[Statement] = (),
) -> FiguresFound:
    """Return the figures of all paragraphs; names, dates and statements are those found in the same text."""
    found: list[Figure] = []
    reasons: Counter[str] = Counter()
    named, dated, stated = _by_paragraph(names), _by_paragraph(dates), _by_paragraph(statements)
    scenes = [
        _Surroundings(paragraph, named.get(number, []), dated.get(number, []), stated.get(number, []))
        for paragraph in text.paragraphs
        for number in (paragraph.number,)
    ]
    read = [scene.quantities() for scene in scenes]
    # `Boeing 787` makes the bare 787 of the same text a name too.
    in_names = {quantity.printed_text for row in read for quantity in row if quantity.reason == _NAME}
    for scene, row in zip(scenes, read, strict=True):
        judged = [_with_names(quantity, in_names, scene) for quantity in row]
        reasons.update(quantity.reason for quantity in judged if quantity.reason is not None)
        before: Figure | None = None
        for quantity in joined(scene.text, [one.quantity for one in judged if one.reason is None]):
            before = scene.figure(quantity, before)
            found.append(before)
    return FiguresFound(tuple(found), dict(sorted(reasons.items())))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A quantity, its number as printed, and why it claims nothing, None where it claims something."""

    quantity: Quantity
    printed_text: str
    reason: str | None


def _with_names(judged: _Judged, in_names: set[str], scene: _Surroundings) -> _Judged:
    """Leave out a bare number that is part of a name elsewhere in the text, but before what it counts."""
    is_bare = judged.reason is None and judged.quantity.unit is None and judged.quantity.form == "digits"
    if not is_bare or judged.printed_text not in in_names or len(judged.printed_text) < _LEAST_NAMED:
        return judged
    token = token_at(scene.doc, judged.quantity.end - 1)
    is_counting = token.i + 1 < len(scene.doc) and token.nbor(1).tag_ == "NNS"
    is_named = token.i > 0 and token.nbor(-1).tag_ in _BEFORE_NAMES
    return replace(judged, reason=_NAME) if is_named and not is_counting else judged


class _Surroundings:
    """A paragraph with what was found in it, out of which its figures are read."""

    def __init__(
        self, paragraph: ParsedParagraph, names: list[Name], dates: list[Date], statements: list[Statement]
    ) -> None:
        self.paragraph = paragraph
        self.doc: Doc = paragraph.doc
        self.text: str = paragraph.printed
        self.names, self.dates, self.statements = names, dates, statements
        self._subjects = Subjects(paragraph, names)

    def quantities(self) -> list[_Judged]:
        """Return the numbers with their units, each with the reason for which it claims nothing, if any."""
        judged: list[_Judged] = []
        numbers = list(grammar().find(self.text))
        nothing = left_out().stretches(self.text) if numbers else []
        nothing += [
            (date.span.start, date.span.end, "date")
            for date in self.dates
            if date.timex3_type in _NO_CLAIM_DATES
        ]
        for number in numbers:
            token = token_at(self.doc, number.end - 1)
            quantity = measured(self.text, number, sentence_of(token).text)
            within = (why for start, end, why in nothing if start <= number.start and number.end <= end)
            reason = next(within, None) or _why_nothing(self.text, quantity, token)
            judged.append(_Judged(quantity, self.text[number.start : number.end], reason))
        return judged

    def figure(self, quantity: Quantity, before: Figure | None) -> Figure:
        """Return the figure that a quantity is, read from the words around it."""
        unit = quantity.unit
        token = token_at(self.doc, quantity.number_end - 1)
        following = first_from(self.doc, quantity.end)
        is_duration = unit is not None and unit.dimension == "duration"
        comparator, start = self._comparator_before(quantity, is_duration)
        per, end = self._per(
            quantity.end, unit is not None and unit.dimension == "money", unit.per if unit else None
        )
        after = comparators().after(self.text, quantity.end) or comparators().after(
            self.text, quantity.number_end
        )
        if after is not None and after[1] > quantity.end:
            following = first_from(self.doc, after[1])
        counted = self._counted(quantity, token, following, before)
        beyond = quantity.end
        if counted is not None and counted.start >= token.i:
            beyond = self.doc[counted.head].idx + len(self.doc[counted.head])
            if per is None:
                per, end = self._per(beyond, is_money=False, known=None)
        if per is None and unit is None and (further := units().per_further_on(self.text, beyond)):
            per = further[0]
        if per is None:
            per = self._per_of_verb(token)
        after = after or (comparators().after(self.text, beyond) if beyond > quantity.end else None)
        if quantity.form in {"range", "vague"}:
            comparator = quantity.form
        elif after is not None and comparator == "exact":
            comparator = after[0]
        end = max(quantity.end, beyond, end, after[1] if after else 0)
        words = "" if counted is None else self.doc[counted.start : counted.head + 1].text
        head = None if counted is None else _singular(self.doc[counted.head])
        sentence = sentence_of(token)
        ends = [end for end in (quantity.value, quantity.low, quantity.high) if end is not None]
        is_whole = counted is not None or all(end.denominator == 1 for end in ends)
        is_count = is_whole and (counted is not None or not figure_kinds().tells_an_index(sentence.text))
        # A range of fractions is a share as each of them is.
        form = "fraction" if quantity.printed.form == "fraction" else quantity.form
        kind = kind_of(unit, form, per, self.text, quantity.end, is_count)
        noun = None if counted is None else self.doc[counted.start : counted.head + 1]
        anchors = [token] if counted is None else [token, self.doc[counted.head]]
        span = Span(self.paragraph.number, start, end)
        statement = self._statement(span, is_told_of_speakers=kind == "age")
        is_part = self._subjects.is_part(token)
        # A part is not measured by the words that tell what the whole is.
        measure = None if is_part else figure_kinds().measure(kind, head, token, noun, sentence)
        return Figure(
            span=span,
            text=self.text[start:end],
            number=Span(self.paragraph.number, quantity.number_start, quantity.number_end),
            value=None if quantity.value is None else float(quantity.value),
            low=None if quantity.low is None else float(quantity.low),
            high=None if quantity.high is None else float(quantity.high),
            unit=None if unit is None else unit.name,
            per=per,
            comparator=comparator,
            counted=words or None,
            counted_span=None
            if counted is None
            else self.paragraph.span(self.doc[counted.start : counted.head + 1]),
            counted_head=head,
            subject=self._subjects.of(kind, measure, token, counted, before),
            part_of=before.number if is_part and before is not None and before.subject is not None else None,
            claimant=None if statement is None else statement.speaker,
            statement=statement,
            figure_kind=kind,
            accumulation=figure_kinds().accumulation(kind, token, sentence.text, noun),
            modality=figure_kinds().modality(
                sentence.text, start - sentence.start_char, end - sentence.start_char
            ),
            measure=measure,
            places=() if kind in _WITHOUT_PLACE else places_of(self.doc, self.names, anchors, sentence),
            date=self._date(span, kind, sentence),
            rule=quantity.rule,
        )

    def _comparator_before(self, quantity: Quantity, is_duration: bool) -> tuple[str, int]:
        start = quantity.start
        if quantity.form == "range":
            # `between`, `from` and the like belong to the range.
            words = re.search(
                r"\b(?:between|from)(?: the ages of)? $", self.text[max(0, start - 24) : start], re.IGNORECASE
            )
            return "range", start - len(words.group()) if words else start
        found = comparators().before(self.text, start, is_duration)
        if found and is_duration and self.text[found[1] : start].lower().startswith("over"):
            # `spend $5 over three years` gives the length; `waited over three years` a bound.
            opening = token_at(self.doc, found[1])
            is_after_noun = not opening.is_sent_start and opening.nbor(-1).pos_ in {
                "NOUN",
                "PROPN",
                "NUM",
                "PRON",
            }
            if is_after_noun or opening.nbor(1).pos_ == "DET":
                return "exact", start
        return found if found is not None else ("exact", start)

    def _per(self, end: int, is_money: bool, known: str | None) -> tuple[str | None, int]:
        if known:
            return known, end
        found = units().per(self.text, end, is_money)
        return found if found is not None else (None, end)

    def _per_of_verb(self, token: Token) -> str | None:
        """Return what a number is counted by where an adverb of its verb says so: `leave daily`."""
        for above in token.ancestors:
            if above.pos_ == "VERB":
                for child in above.rights:
                    is_near = child.i > token.i and not any(
                        step.like_num for step in self.doc[token.i + 1 : child.i]
                    )
                    found = units().per(f" {child.lower_}", 0, is_money=False)
                    if is_near and child.dep_ == "advmod" and found:
                        return found[0]
                return None
        return None

    def _counted(
        self, quantity: Quantity, token: Token, following: int, before: Figure | None
    ) -> Counted | None:
        unit = quantity.unit
        if unit is None and quantity.form != "multiple":
            compound = first_from(self.doc, quantity.end + 1)
            if self.text[quantity.end : quantity.end + 1] in _HYPHENS and _is_noun_at(
                self.doc, compound, quantity.end + 1
            ):
                # `a 62-member team` counts members.
                return Counted(compound, compound)
            found = counted_after(self.doc, following) or counted_elsewhere(token)
            if found is None and quantity.form == "digits" and before is not None:
                return self._counted_alike(before, token, following)
            return found
        if unit is not None and unit.dimension == "age":
            return (
                counted_after(self.doc, following)
                if quantity.end > quantity.number_end
                else counted_before(self.doc, token_at(self.doc, quantity.start - 1).i)
            )
        if unit is not None and unit.dimension == "money":
            return None
        if following < len(self.doc) and self.doc[following].lower_ in _COMPARED:
            # `20% more programmers`
            return counted_after(self.doc, following)
        return counted_of(self.doc, following) or (
            counted_subject(token) if unit is None or unit.dimension == "share" else None
        )

    def _counted_alike(self, before: Figure, token: Token, following: int) -> Counted | None:
        """Return what the figure before counts, where a bare number leaves it out: `three men died, 11 were hurt`."""
        if before.counted_span is None or before.unit is not None or following >= len(self.doc):
            return None
        earlier = token_at(self.doc, before.counted_span.end - 1)
        if sentence_of(earlier).start != sentence_of(token).start or self.doc[following].tag_ not in {
            "VBN",
            "VBD",
            "VBP",
            ".",
            ",",
        }:
            return None
        if token.dep_ not in {"nsubj", "nsubjpass", "conj", "nummod"}:
            return None
        return Counted(token_at(self.doc, before.counted_span.start).i, earlier.i)

    def _date(self, span: Span, kind: str, sentence: Tokens) -> Date | None:
        """Return the date of a figure; only what can happen or hold since an event is dated by the event."""
        if kind == "age":
            # `Orlov, 38, who fled in December` was not 38 in December for that.
            return None
        dates = self.dates
        if kind in _TIMELESS:
            dates = [date for date in dates if date.rule != SINCE_EVENT]
        return date_of(self.text, dates, span, sentence)

    def _statement(self, span: Span, is_told_of_speakers: bool) -> Statement | None:
        """Return the innermost statement that holds a figure; one told of speakers must lie in what they said."""
        holding = [statement for statement in self.statements if statement.span.holds(span)]
        inner = [statement for statement in holding if any(part.holds(span) for part in statement.content)]
        return min(
            inner or ([] if is_told_of_speakers else holding),
            key=lambda statement: statement.span.end - statement.span.start,
            default=None,
        )


def _by_paragraph(found: Iterable[_Found]) -> dict[int, list[_Found]]:
    """Return what was found, by the number of its paragraph."""
    result: dict[int, list[_Found]] = {}
    for item in found:
        result.setdefault(item.span.paragraph, []).append(item)
    return result


def _why_nothing(text: str, quantity: Quantity, token: Token) -> str | None:
    """Return why a quantity claims nothing, or None."""
    dimension = None if quantity.unit is None else quantity.unit.dimension
    if dimension == "duration" and _AGO.match(text, quantity.end):
        return "date"
    is_glued = quantity.form == "digits" and text[quantity.end : quantity.end + 1].isalpha()
    if is_glued and not _FOLLOWS_GLUED.match(text, quantity.end):
        return "code"
    return left_out().reason(text, quantity.printed, token, dimension == "money")


def _is_noun_at(doc: Doc, number: int, place: int) -> bool:
    """Tell whether a noun starts at this very place of the text."""
    return number < len(doc) and doc[number].idx == place and doc[number].tag_ in {"NN", "NNS"}


def _singular(noun: Token) -> str:
    """Return the lemma of a noun; the tagger's model leaves names of peoples in the plural."""
    return str(noun.lemma_.removesuffix("s") if noun.tag_ == "NNPS" else noun.lemma_)
