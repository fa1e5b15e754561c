"""The errors of the program: few classes, one root; each message names the file, the line and the way out."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


def printable(text: str) -> str:
    """Return a text fit for one line of a terminal: what is not printed is escaped, such as line ends and overrides.

    >>> printable("a\u202eb.txt")
    'a\\\\u202eb.txt'
    """
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


class RelokantyError(Exception):
    """Something the program can explain; the command line prints it as one line and exits with `exit_status`."""

    exit_status: ClassVar[int] = 1


class InputError(RelokantyError):
    """A document, seed or option is not what it should be; nothing was written."""

    exit_status = 2

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        place = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(printable(place + message))
        self.message = message
        self.file = file
        self.line = line


class ProofError(InputError):
    """A quoted passage does not stand in its paragraph, word for word, at one place."""


class DatabaseError(RelokantyError):
    """A database file is not what the command needs (published, foreign, newer, damaged)."""


class CheckError(RelokantyError):
    """A check found something wrong; the findings were printed."""
