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


@dataclass(frozen=True, slots=True)
class Document:
    """One file that holds one article, as read: nothing interpreted.

    `text` is the file's text after its front matter, `first_line` the line of the file at which it starts;
    `sha256` is of the whole file's bytes. `original` is None unless the document is a digest.
    """

    file: Path
    article_id: str
    title: str | None
    language: str | None
    text: str
    first_line: int
    sha256: str
    original: Original | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The n-th non-blank line of a document, counted from 1; `line` is its line in the file.

    `role` is None where nobody has read the document; `block` is shared by teasers and their headlines.
    """

    number: int
    role: str | None
    block: int | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A document cut into numbered paragraphs."""

    document: Document
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph | None:
        """Return the paragraph of that number, or None where the document has none."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


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
