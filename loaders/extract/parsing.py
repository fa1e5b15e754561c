"""parsing: paragraphs to tagged and parsed text, by a statistical model of English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from loaders.extract.version import model_name
from loaders.records import Span

BATCH = 64


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """One paragraph of running text: its number, its role where known, its offset in the text given, and its parse.

    Token offsets (`token.idx`) are code points of the paragraph's text, from 0. `printed` is that text, kept because
    spaCy joins the tokens anew each time it is asked for it.
    """

    number: int
    role: str | None
    offset: int
    doc: Doc
    printed: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "printed", self.doc.text)

    def span(self, tokens: Tokens) -> Span:
        """Return the stretch of the paragraph that these tokens cover."""
        return Span(self.number, tokens.start_char, tokens.end_char)

    def text(self, span: Span) -> str:
        """Return the words at a span of this paragraph."""
        return self.printed[span.start : span.end]


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A document's paragraphs, parsed, with the day it was published where that is known."""

    paragraphs: tuple[ParsedParagraph, ...]
    published: date | None = None


@lru_cache(maxsize=1)
def model() -> Language:
    """Return the model, loaded once a process: small by default, or the package that RELOKANTY_MODEL names."""
    package = import_module(model_name())
    loaded: Language = package.load()
    return loaded


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each text, in order; texts are taken in batches."""
    yield from model().pipe(texts, batch_size=BATCH)
