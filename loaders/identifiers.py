"""Public ids: the same in every build, every order of loading and every merge."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Stands between a name and the article that introduces it; no slug holds it.
INTRODUCED = "--"
# Unicode CLDR, transform Latin-ASCII: the letters of European languages without a decomposition.
_LATIN_ASCII = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "Ł": "L",
        "Ø": "O",
        "Đ": "D",
        "Ð": "D",
        "Þ": "TH",
        "ẞ": "SS",
        "Æ": "AE",
        "Œ": "OE",
        "Ħ": "H",
        "ŋ": "n",
        "Ŋ": "N",
        "ŧ": "t",
        "Ŧ": "T",
        "ə": "e",
        "Ə": "E",
        "ĸ": "q",
    }
)
_SEPARATOR = "\x1f"
# Of the bits of a derived number, the lower ones are its own, the others say beside what it lies.
_BITS, _OWN_BITS = 53, 35


def is_slug(text: str) -> bool:
    """Tell whether the text is a public id: words of a-z and 0-9 joined by single hyphens."""
    return SLUG.fullmatch(text) is not None


def is_introduced(text: str) -> bool:
    """Tell whether the text is the id of what an article introduces: `<name>--<article>`, both slugs."""
    name, _, article = text.partition(INTRODUCED)
    return is_slug(name) and is_slug(article)


def slug(text: str) -> str:
    """Return the slug of a name: accents dropped, everything else that is not a-z or 0-9 becomes a hyphen.

    Latin letters that Unicode does not take apart are written as CLDR's Latin-ASCII writes them; letters of other
    scripts are left out.

    >>> slug("Idite Lesom (Get Lost)"), slug("Łódź Straße")
    ('idite-lesom-get-lost', 'lodz-strasse')
    """
    latin = unicodedata.normalize("NFKD", text).translate(_LATIN_ASCII)
    plain = latin.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def derived_number(owner: str | int, *parts: str | int) -> int:
    """Return the integer id of a row that has no public name, of 53 bits, derived from what identifies it.

    Its upper 18 bits are those of its owner: of the number of the row that it belongs to, or of a hash of its article
    (of what an article introduces, that article). So the rows of an article lie together in every table and index, and
    it takes few pages to write or read them, however large the file. The lower 35 bits are of a hash of all parts.

    The hash is BLAKE2b. 53 bits, because JavaScript and JSON readers keep integers exactly only up to there.

    >>> paragraph = derived_number("harbour-strike", 2)
    >>> paragraph == derived_number("harbour-strike", 2) < 2**53
    True
    >>> derived_number(paragraph, 14, 20) >> 35 == paragraph >> 35
    True
    """
    if any(isinstance(part, str) and _SEPARATOR in part for part in (owner, *parts)):
        raise ValueError("a part of an id holds the separator U+001F")
    data = _SEPARATOR.join(str(part) for part in (owner, *parts))
    return _place(owner) << _OWN_BITS | _hash(data) >> (64 - _OWN_BITS)


def _place(owner: str | int) -> int:
    if isinstance(owner, int):
        return (owner >> _OWN_BITS) % (1 << _BITS - _OWN_BITS)
    return _hash(owner.rpartition(INTRODUCED)[2]) >> (64 - _BITS + _OWN_BITS)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest(), "big")


@lru_cache(maxsize=65536)  # The names of the authorities are asked for with every name of every article.
def name_key(name: str) -> str:
    """Return the form by which equal names are found: NFC, no format characters, one space, lower case.

    >>> name_key("  Ewa\u200b  Lis\u2019s ")
    "ewa lis's"
    """
    text = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) != "Cf")
    return " ".join(text.replace("\u2019", "'").replace("\u2018", "'").split()).casefold()
