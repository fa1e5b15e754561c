"""The views that most readers use: one SQL file each, its words in the comment at the top.

A file starts with `-- ` lines: the description of the view, an empty comment line, then `name: description` for
each column in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schema import coverage

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, description, the description of each column, and the statement that creates it."""

    name: str
    description: str
    columns: dict[str, str]
    create: str


def views() -> tuple[View, ...]:
    """Return all views, in order of name."""
    from_files = [_read(file) for file in sorted(_FOLDER.glob("*.sql"))]
    generated = View(coverage.NAME, coverage.DESCRIPTION, dict(coverage.COLUMNS), coverage.create_view())
    return tuple(sorted([*from_files, generated], key=lambda view: view.name))


def _read(file: Path) -> View:
    head, create, body = file.read_text(encoding="utf-8").partition("CREATE VIEW ")
    lines = [line.removeprefix("--").strip() for line in head.strip().split("\n")]
    end = lines.index("")
    columns = dict(line.split(": ", 1) for line in lines[end + 1 :])
    return View(file.stem, " ".join(lines[:end]), columns, (create + body).strip())
