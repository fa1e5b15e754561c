"""Invented pages of many shapes, from tests/cases/pages.yaml, and what rules make of them; scores for docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from loaders import yaml_source
from loaders.clean import clean
from loaders.records import CleanDocument, Document

_LINE: Final = re.compile(r"\[(?P<role>[a-z_]+)(?: (?P<block>\d+))?\] (?P<text>.*)", re.DOTALL)
Role = tuple[str, int | None]


@dataclass(frozen=True)
class Page:
    """An invented page: its paragraphs, their roles and blocks as a reader gives them, and what it says of itself."""

    case: str
    texts: tuple[str, ...]
    roles: tuple[Role, ...]
    found: dict[str, Any]
    known_failures: frozenset[int]

    def cleaned(self) -> CleanDocument:
        """Return the page as the rules read it, its paragraphs apart by blank lines."""
        text = "\n\n".join(self.texts)
        return clean(Document(Path("page.txt"), "page", None, None, text, 1, "0" * 64, None))


def pages() -> Iterator[Page]:
    """Yield the invented pages."""
    cases, _ = yaml_source.read(Path(__file__).parent / "cases" / "pages.yaml")
    for case in cases:
        lines = [_LINE.fullmatch(line) for line in case["lines"]]
        assert all(lines), case["case"]
        found = [line for line in lines if line is not None]
        yield Page(
            case["case"],
            tuple(line["text"] for line in found),
            tuple((line["role"], int(line["block"]) if line["block"] else None) for line in found),
            case["found"],
            frozenset(int(number) for number in case.get("known_failures") or ()),
        )
