"""How dates, numbers, terms and hidden characters are put for people on pages; JSON, CSV and SQL keep them."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from loaders.dates_in_words import CALENDAR_DATE, date_in_words, period_in_words

_WEB: Final = re.compile(r"https?://[^\s<>\"']+$", re.IGNORECASE)
# Characters that turn the direction of the text after them, so that a name can pretend to be another.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def date_for_page(edtf: str | None) -> Markup:
    """Return a date in words, with its stored form to be seen on pointing at it; nothing for no date.

    >>> date_for_page("2022-11-04")
    Markup('<time title="2022-11-04" datetime="2022-11-04">4 November 2022</time>')
    """
    if not edtf:
        return Markup("")
    machine = (
        Markup(' datetime="{}"').format(edtf) if CALENDAR_DATE.fullmatch(edtf) and edtf[5:6] != "2" else ""
    )
    return Markup('<time title="{}"{}>{}</time>').format(edtf, machine, date_in_words(edtf))


def period_for_page(edtf: str | None) -> Markup:
    """Return a period like a date, but one with an open end as going on from its beginning.

    >>> period_for_page("2022-09/..")
    Markup('<span title="2022-09/..">from September 2022 on</span>')
    """
    if edtf and edtf.endswith(("/", "/..")):
        return Markup('<span title="{}">{}</span>').format(edtf, period_in_words(edtf))
    return date_for_page(edtf)


def number_for_page(value: float | None) -> str:
    """Return a number with commas and without needless zeros.

    >>> number_for_page(318000.0), number_for_page(0.7), number_for_page(6.5), number_for_page(0.00002)
    ('318,000', '0.7', '6.5', '2e-05')
    """
    if value is None:
        return ""
    if value and abs(value) < 0.001:
        return f"{value:g}"
    return f"{value:,.5f}".rstrip("0").rstrip(".")


def headline(title: str | None, key: str) -> str:
    """Return the headline of an article, or for one without headline words that tell it from others.

    >>> headline(None, "russians-fleeing-to-kyrgyzstan")
    '[Without headline: russians fleeing to kyrgyzstan]'
    """
    return title or f"[Without headline: {key.replace('-', ' ')}]"


def term(word: str | None) -> str:
    """Return a term of a closed list as words.

    >>> term("not_comparable")
    'not comparable'
    """
    return (word or "").replace("_", " ")


def safe_link(url: object) -> str | None:
    """Return an address that may be linked to, of the web only; None for any other.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return url if isinstance(url, str) and _WEB.match(url) else None


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


# What templates may call these functions by.
FILTERS: Final = {
    "date": date_for_page,
    "date_in_words": date_in_words,
    "headline": headline,
    "number": number_for_page,
    "period": period_for_page,
    "safe_link": safe_link,
    "term": term,
    "with_code": with_code,
}
