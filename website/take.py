"""What can be taken away: each table and view with its rows and the forms it comes in, examples, how to cite."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.utils import escape_sqlite

from schema.views import views
from website.about import About
from website.dataset import bibtex
from website.downloads import COORDINATES
from website.metadata import DATABASE, metadata

_EXAMPLES: Final = Path(__file__).parent / "examples"
# How long the rows of one view may take to count; of a longer one nobody waits for the number.
_MILLISECONDS: Final = 1000


@dataclass(frozen=True, slots=True)
class Offer:
    """A table or view to take away: what it holds, its rows (None where they are too many to count), as a map."""

    name: str
    description: str
    rows: int | None
    has_points: bool


@dataclass(frozen=True, slots=True)
class Example:
    """How to work with the data elsewhere: in what, and the text to run, with this site's address in it."""

    title: str
    text: str


def examples(base: str) -> list[Example]:
    """Return the examples in order, for the site at an address without its last slash."""
    return [Example(title, text.replace("{base}", base)) for title, text in _example_files()]


async def take(datasette: Any, about: About, base: str) -> dict[str, Any]:
    """Return what the page of downloads shows."""
    named = {view.name for view in views()}
    rows = {**await _view_rows(datasette), **about.rows}
    site: dict[str, Any] = metadata()
    tables = site["databases"][DATABASE]["tables"]
    offers = [
        Offer(name, table["description"], rows.get(name), set(COORDINATES) <= set(table["columns"]))
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


async def _view_rows(datasette: Any) -> dict[str, int | None]:
    """Return the rows of each view; they are counted once, since the file does not change while it is served."""
    if datasette.view_rows is None:
        counts = await asyncio.gather(*(_count(datasette, view.name) for view in views()))
        datasette.view_rows = {view.name: count for view, count in zip(views(), counts, strict=True)}
    return dict(datasette.view_rows)


async def _count(datasette: Any, view: str) -> int | None:
    sql = f"SELECT count(*) FROM {escape_sqlite(view)}"
    try:
        found = await datasette.get_database(DATABASE).execute(sql, custom_time_limit=_MILLISECONDS)
    except QueryInterrupted:
        return None
    return int(found.single_value())


@cache
def _example_files() -> tuple[tuple[str, str], ...]:
    """Return the title, from the comment on the first line, and the rest of each example."""
    parts = [file.read_text(encoding="utf-8").strip().partition("\n") for file in sorted(_EXAMPLES.iterdir())]
    return tuple((first.removeprefix("# "), rest) for first, _, rest in parts)
