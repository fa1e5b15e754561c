"""Long lists in parts: which part is asked for, how many rows there are in all, and where the other parts are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

_MOST_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Paging:
    """One part of a list: its number, from 1, the rows of a full part, and those of all parts together.

    `path` and `asked` are the address of the list without the number of the part.
    """

    number: int
    size: int
    count: int
    path: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def skipped(self) -> int:
        """How many rows stand before this part."""
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last part; 1 for an empty list.

        >>> [Paging(1, 100, count, "/people").last for count in (0, 100, 101)]
        [1, 1, 2]
        """
        return max(1, -(-self.count // self.size))

    def address(self, number: int) -> str:
        """Return the address of another part.

        >>> Paging(1, 100, 300, "/people", (("kind", "group"),)).address(3)
        '/people?kind=group&page=3'
        """
        asked = [*self.asked, *([("page", str(number))] if number > 1 else [])]
        return f"{self.path}?{urlencode(asked)}" if asked else self.path

    def with_value(self, name: str, value: str) -> str:
        """Return what follows the question mark in the address of the same list with one more, or other, filter.

        >>> Paging(1, 100, 300, "/timeline", (("when", "2022"),)).with_value("when", "2022-09")
        'when=2022-09'
        """
        return urlencode({**dict(self.asked), name: value})


def paging(request: Any, path: str, size: int, count: int, asked: Mapping[str, str] | None = None) -> Paging:
    """Return the part of a list that a request asks for by `page`: the last one where there are not so many."""
    typed = request.args.get("page") or "1"
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS else 1
    kept = tuple((name, value) for name, value in (asked or {}).items() if value)
    whole = Paging(1, size, count, path, kept)
    return Paging(min(max(number, 1), whole.last), size, count, path, kept)
