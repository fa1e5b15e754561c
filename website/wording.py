"""How dates, column names and hidden characters are put for people on pages; JSON, CSV and SQL keep them."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

_SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# Characters that turn the direction of the text after them, so that a name can pretend to be another.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def date_in_words(edtf: str) -> str:
    """Put an EDTF date in words.

    >>> date_in_words("2023-04-19/2023-04-30"), date_in_words("2024-03/.."), date_in_words("2022-23~")
    ('2023-04-19 to 2023-04-30', '2024-03 or later', 'about autumn 2022')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in {"", ".."}:
        return f"{_one(last)} or earlier"
    return f"{_one(first)} or later" if last in {"", ".."} else f"{_one(first)} to {_one(last)}"


def _one(date: str) -> str:
    plain = date.rstrip("?~%")
    doubt = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}.get(date[len(plain) :], "")
    year, _, part = plain.partition("-")
    return doubt + (f"{_SEASONS[part]} {year}" if part in _SEASONS else plain)


def with_code(text: str) -> Markup:
    """Mark up what stands between backticks as code; everything is escaped.

    >>> with_code("See `parties` <b>")
    Markup('See <code>parties</code> &lt;b&gt;')
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    code = Markup("<code>{}</code>")
    return Markup("").join(
        code.format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def without_turns(value: object) -> object:
    """Show characters that turn the direction of text by their names; every value on a page passes here.

    >>> without_turns("\u202eevil")
    '[U+202E]evil'
    """
    if not isinstance(value, str) or not _TURNING.search(value):
        return value
    return value.translate({ord(sign): f"[U+{ord(sign):04X}]" for sign in _TURNING.findall(value)})


def extent(value: object) -> str:
    """Return the class of a cell by the length of its text: short ones stay on one line, long ones get room."""
    length = len(value.striptags() if isinstance(value, Markup) else str(value))
    for longest, name in ((26, " short"), (60, ""), (140, " long")):
        if length <= longest:
            return name
    return " very-long"
