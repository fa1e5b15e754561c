"""Frozen records passed between the stages: the only words they share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loaders.annotation import Basis


@dataclass(frozen=True, slots=True)
class OriginalParagraph:
    """What a digest remembers of one paragraph of its original.

    `words` counts runs of non-white space; `sha256` is of the paragraph's UTF-8 text, stripped of white space
    in the Unicode sense.
    """

    words: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item of an original's sentence that its digest leaves out on purpose."""

    paragraph: int
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class Original:
    """The publisher's text that a digest retells: file name, SHA-256 of its bytes, and each paragraph's mark."""

    file: str
    sha256: str
    paragraphs: tuple[OriginalParagraph, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a paragraph: code points from `start`, half open."""

    paragraph: int
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class FoundMetadata:
    """Something that a document says of itself, and how that is known.

    `kind` is title, byline (one author's name), publisher, agency, dateline (a place, as printed), published, updated,
    copyright (dates, as EDTF), language (ISO 639-1) or url. `basis` is a term of BASES: stated where its words stand
    at `span`; external where it stands outside the text (front matter, a key, the page's own metadata); inferred
    where a rule concludes it. `rule` names what found it.
    """

    kind: str
    value: str
    basis: str
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article, as read: nothing interpreted.

    `format` is text, markdown, html or jsonl. `text` is the file's text after its front matter, a page's main text,
    or a line's; `first_line` is the line of the file at which it starts; `sha256` is of the whole file's bytes, or
    of the line's. `given` is what stands beside the text. `original` is None unless the document is a digest.
    """

    file: Path
    article_id: str
    title: str | None
    language: str | None
    text: str
    first_line: int
    sha256: str
    original: Original | None
    format: str = "text"
    given: tuple[FoundMetadata, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of a text that is read otherwise than it is given: at offset `start`, `given` is read as `repaired`.

    `start` counts code points of the text given; `given` is never empty; `rule` names the repair.
    """

    start: int
    given: str
    repaired: str
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The n-th non-blank line of a document, counted from 1; `line` is its line in the file.

    `text` is as given, and offsets count its code points; `repairs` say how it is read. `role` is None where no rule
    could tell it; `block` is shared by teasers and their headlines.
    """

    number: int
    role: str | None
    block: int | None
    text: str
    line: int
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A document cut into numbered paragraphs, with what it says of itself: the surest first, of each kind."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    found: tuple[FoundMetadata, ...] = ()

    def says(self, kind: str) -> FoundMetadata | None:
        """Return the first that was found of a kind, None where the document does not say it."""
        return next((item for item in self.found if item.kind == kind), None)

    def paragraph(self, number: int) -> Paragraph | None:
        """Return the paragraph of that number, or None where the document has none."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A passage that names a party or a place, and why it was taken for that one."""

    span: Span
    party: str | None
    place: str | None
    form: str
    reading: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date with its days, and how it is known where it is not simply printed.

    `span` is where its words stand, None for a date that no single time expression gives.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    precision: str
    span: Span | None
    basis: Basis | None = None
