"""How dates and names of columns are put for people in the text of a page; tables show them as they are."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

_SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


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
