"""event_scene: the names, dates and statements of one paragraph, by token, and the triggers found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders.extract.clauses import Functions
from loaders.extract.findings import Date, Name, Statement
from loaders.extract.parsing import ParsedParagraph
from loaders.extract.triggers import Trigger
from loaders.records import Span

_DATED = {"DATE", "TIME"}
_DASHES = {"--", "–", "—", "-"}
# "KRAKOW, Poland (agency) -": longer than this, it is a sentence with a dash in it.
_LONGEST_DATELINE = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger found in a paragraph, with what it governs; `host` is the verb of little meaning that tells a noun."""

    token: Token
    trigger: Trigger
    functions: Functions
    status: str
    host: Token | None

    @property
    def heads(self) -> frozenset[int]:
        """The words whose dates and places are the event's own."""
        return frozenset({self.token.i} | ({self.host.i} if self.host is not None else set()))


class Scene:
    """What stands in one paragraph, by token; `earlier` are the persons named in the paragraphs before."""

    def __init__(
        self,
        paragraph: ParsedParagraph,
        names: Sequence[Name],
        dates: Sequence[Date],
        statements: Sequence[Statement],
        earlier: Sequence[Name] = (),
    ) -> None:
        self.paragraph = paragraph
        self.statements = statements
        self.earlier = earlier
        self.names: dict[int, Name] = {}
        self.places: list[tuple[Token, Name]] = []
        self.dates: list[tuple[Tokens, Date]] = []
        self.dated: set[int] = set()
        for name in names:
            if name.form == "demonym":
                continue
            tokens = self._tokens(name.span)
            self.names.update({token.i: name for token in tokens})
            if name.kind == "place" and name.form == "name" and name.reading == "literal":
                self.places.append((tokens.root, name))
        for date in dates:
            if date.timex3_type in _DATED:
                tokens = self._tokens(date.span)
                self.dates.append((tokens, date))
                self.dated.update(token.i for token in tokens)
        self.sentence = [0] * len(paragraph.doc)
        self.asked: set[int] = set()
        for number, sentence in enumerate(paragraph.doc.sents):
            self.sentence[sentence.start : sentence.end] = [number] * len(sentence)
            if any(token.text == "?" for token in paragraph.doc[max(sentence.end - 3, 0) : sentence.end]):
                self.asked.update(range(sentence.start, sentence.end))
        self.dateline = _end_of_dateline(paragraph)

    def _tokens(self, span: Span) -> Tokens:
        tokens = self.paragraph.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            raise ValueError(f"no words stand at {span}")
        return tokens

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch from the first of some tokens to the last."""
        first, last = min(tokens, key=_position), max(tokens, key=_position)
        return Span(self.paragraph.number, first.idx, last.idx + len(last))

    def in_sentence(self, one: Token, other: Token) -> bool:
        """Tell whether two tokens stand in one sentence."""
        return self.sentence[one.i] == self.sentence[other.i]

    def statement_at(self, span: Span) -> Statement | None:
        """Return the statement that a span is part of."""
        return next((s for s in self.statements if any(part.holds(span) for part in s.content)), None)


def _end_of_dateline(paragraph: ParsedParagraph) -> int:
    """Return the number of the first token after the place and agency that open a report; 0 where none do."""
    for token in paragraph.doc[:_LONGEST_DATELINE]:
        if token.text in _DASHES:
            before = paragraph.doc[: token.i]
            return token.i + 1 if len(before) and before[0].is_upper and len(before[0]) > 1 else 0
        if token.text.islower() and token.is_alpha:
            return 0
    return 0


def _position(token: Token) -> int:
    return token.i
