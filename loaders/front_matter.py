"""The shape of a document's front matter: what stands between the `---` lines."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from loaders.reading.keys import Keys, Text
from loaders.records import LeftOut, Original, OriginalParagraph
from loaders.shapes import Shape, Slug

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class ParagraphMark(Shape):
    """What is remembered of one paragraph of an original."""

    words: Annotated[int, Field(ge=1)]
    sha256: Sha256


class LeftOutItem(Shape):
    """An item that a digest leaves out on purpose."""

    p: Annotated[int, Field(ge=1)]
    item: Text
    reason: Text


class OriginalMark(Shape):
    """The publisher's text that a digest retells."""

    file: Text
    sha256: Sha256
    paragraphs: list[ParagraphMark]
    left_out: list[LeftOutItem] | None = None

    def record(self) -> Original:
        """Return it as the record that the stages share."""
        return Original(
            file=self.file,
            sha256=self.sha256,
            paragraphs=tuple(OriginalParagraph(mark.words, mark.sha256) for mark in self.paragraphs),
            left_out=tuple(LeftOut(item.p, item.item, item.reason) for item in self.left_out or ()),
        )


class FrontMatter(Keys):
    """What a document says of itself before its text."""

    id: Annotated[Slug, Field(max_length=200)] | None = None
    original: OriginalMark | None = None
