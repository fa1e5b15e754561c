"""What a document may say of itself beside its text, in front matter or as keys of a JSONL line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from loaders.reading.encodings import is_known
from loaders.reading.printed_dates import edtf_of
from loaders.records import FoundMetadata
from loaders.shapes import Shape


def _check_not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("a text is blank")
    return value


def _day(value: str) -> str:
    edtf = edtf_of(value)
    if edtf is None:
        raise ValueError(f"'{value}' is not a date that can be read; write it as 2023-04-20")
    return edtf


def _check_encoding(value: str) -> str:
    if not is_known(value):
        raise ValueError(f"the encoding '{value}' is not known")
    return value


Text = Annotated[str, AfterValidator(_check_not_blank)]
Day = Annotated[str, AfterValidator(_day)]
Encoding = Annotated[str, AfterValidator(_check_encoding)]
Language = Annotated[str, Field(pattern="^[a-z]{2}$")]


class Keys(Shape):
    """The keys that front matter and JSONL lines share; dates come out as EDTF."""

    title: Text | None = None
    language: Language | None = None
    byline: Text | list[Text] | None = None
    publisher: Text | None = None
    agency: Text | None = None
    published: Day | None = None
    updated: Day | None = None
    url: Text | None = None
    encoding: Encoding | None = None

    def given(self, rule: str) -> Iterator[FoundMetadata]:
        """Yield what the keys say; `rule` says where they stand."""
        for kind in ("title", "language", "publisher", "agency", "published", "updated", "url"):
            value = getattr(self, kind)
            if value is not None:
                yield FoundMetadata(kind, value, "external", None, rule)
        for author in [self.byline] if isinstance(self.byline, str) else self.byline or []:
            yield FoundMetadata("byline", author, "external", None, rule)
