"""What can be taken away: each table and view with its rows and the forms it comes in, examples, how to cite."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from schema.views import views
from website.about import About
from website.dataset import bibtex
from website.downloads import COORDINATES
from website.metadata import DATABASE, metadata

_EXAMPLES: Final = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Offer:
    """A table or view to take away: what it holds, the number of its rows, and whether they can stand on a map."""

    name: str
    description: str
    rows: int
    has_points: bool


@dataclass(frozen=True, slots=True)
class Example:
    """How to work with the data elsewhere: in what, and the text to run, with this site's address in it."""

    title: str
    text: str


def examples(base: str) -> list[Example]:
    """Return the examples in order, for the site at an address without its last slash."""
    return [Example(title, text.replace("{base}", base)) for title, text in _example_files()]


def take(datasette: Any, about: About, base: str) -> dict[str, Any]:
    """Return what the page of downloads shows."""
    named = {view.name for view in views()}
    rows = {**datasette.get_database(DATABASE).answers.rows, **about.rows}
    site: dict[str, Any] = metadata()
    tables = site["databases"][DATABASE]["tables"]
    offers = [
        Offer(name, table["description"], rows[name], set(COORDINATES) <= set(table["columns"]))
        for name, table in tables.items()
        if not table.get("hidden")
    ]
    return {
        "views": [offer for offer in offers if offer.name in named],
        "tables": [offer for offer in offers if offer.name not in named],
        "examples": examples(base),
        "base": base,
        "bibtex": bibtex(about),
        "most_json_rows": datasette.setting("max_returned_rows"),
    }


@cache
def _example_files() -> tuple[tuple[str, str], ...]:
    """Return the title, from the comment on the first line, and the rest of each example."""
    parts = [file.read_text(encoding="utf-8").strip().partition("\n") for file in sorted(_EXAMPLES.iterdir())]
    return tuple((first.removeprefix("# "), rest) for first, _, rest in parts)
