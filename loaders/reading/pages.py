"""Web pages: main text and metadata, by trafilatura."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from loaders.errors import InputError
from loaders.reading.printed_dates import edtf_of
from loaders.records import FoundMetadata

MAXIMUM_TAGS: Final = 40_000
MAXIMUM_ATTRIBUTES: Final = 500  # of one tag; the parser takes time with their square
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{5000,}")
_ATTRIBUTE: Final = re.compile(r"[\s\"'][^\s=<>\"']+\s*=")
_PROLOG: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_TITLE: Final = "title"


def main_text(html: str, file: Path, line: int | None = None) -> tuple[str, tuple[FoundMetadata, ...]]:
    """Return a page's text, one paragraph a line, its title first, and what the page says of itself.

    Raises InputError where no text is found, the page declares entities of its own or is too large, and where
    trafilatura, which only the full lock installs, is missing.
    """
    try:
        # Takes a second to import, and serving needs no page.
        from trafilatura import bare_extraction  # noqa: PLC0415
    except ImportError as error:
        message = "is a web page; to read pages install the full lock, as `make test` does"
        raise InputError(message, file, line) from error
    if _ENTITY.search(html):
        raise InputError("declares entities of its own, which no news page needs", file, line)
    if html.count("<") > MAXIMUM_TAGS:
        raise InputError(f"has over {MAXIMUM_TAGS:,} tags, too many for one article", file, line)
    if any(len(_ATTRIBUTE.findall(tag.group())) > MAXIMUM_ATTRIBUTES for tag in _LONG_TAG.finditer(html)):
        raise InputError(f"has a tag of over {MAXIMUM_ATTRIBUTES} attributes", file, line)
    page = bare_extraction(
        _PROLOG.sub("", html),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = "" if page is None or isinstance(page, dict) else (page.text or "")
    if page is None or isinstance(page, dict) or not text.strip():
        raise InputError("is a web page in which no article was found; save its text as .txt", file, line)
    given = tuple(
        FoundMetadata(kind, value, "external", None, "page-metadata")
        for kind, value in (
            (_TITLE, page.title),
            ("publisher", page.sitename),
            ("published", edtf_of(page.date) if page.date else None),
            ("url", page.url),
            *(("byline", author.strip()) for author in (page.author or "").split(";")),
        )
        if value and value.strip()
    )
    lines = [
        found
        for found in (" ".join(given_line.split("\t")).strip() for given_line in text.split("\n"))
        if found
    ]
    title = next((" ".join(item.value.split()) for item in given if item.kind == _TITLE), None)
    if title and title not in lines[:3]:
        lines.insert(0, title)
    return "\n".join(lines), given
