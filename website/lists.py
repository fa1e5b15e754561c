"""Lists that our pages show a part of: rows in order, counted once, since the data do not change while served.

Each file of `lists/` is SQL that makes tables of the schema `stored`, which is attached beside the data: a page then
reads the rows that it shows by their positions, however many there are.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import Final

from website import spelling
from website.spelling import name_groups, name_words

_FOLDER: Final = Path(__file__).parent / "lists"


@cache
def list_statements() -> tuple[str, ...]:
    """Return the statements that make all lists, in order."""
    found, begun = [], ""
    for file in sorted(_FOLDER.glob("*.sql")):
        for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
            begun += line
            if sqlite3.complete_statement(begun):
                found.append(begun.strip())
                begun = ""
    return tuple(found)


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection that makes lists the functions that they ask of names."""
    connection.create_function("name_words", 1, name_words, deterministic=True)
    connection.create_function("name_groups", 1, name_groups, deterministic=True)


def spelling_rules() -> str:
    """Return the program text by which names are cut into words and sounds: other rules make other lists."""
    return Path(spelling.__file__).read_text(encoding="utf-8")
