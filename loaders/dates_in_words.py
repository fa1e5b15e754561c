"""Dates in EDTF as people say them, for pages and for the reasons that comparisons give."""

from __future__ import annotations

import calendar
import re
from typing import Final

# A year, month, season or day of EDTF without doubt.
CALENDAR_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-2[1-4])?")
_MONTHS: Final = tuple(calendar.month_name)[1:]
_SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def date_in_words(edtf: str) -> str:
    """Put an EDTF date in words.

    >>> date_in_words("2023-04-19/2023-04-30"), date_in_words("2024-03/.."), date_in_words("2022-23~")
    ('19 to 30 April 2023', 'March 2024 or later', 'about autumn 2022')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in {"", ".."}:
        return f"{_one(last)} or earlier"
    if last in {"", ".."}:
        return f"{_one(first)} or later"
    return f"{_without_common_end(_one(first), _one(last))} to {_one(last)}"


def period_in_words(edtf: str) -> str:
    """Put a period in words: like a date, but one with an open end as going on from its beginning.

    >>> period_in_words("2022-09/..")
    'from September 2022 on'
    """
    first, slash, last = edtf.partition("/")
    return f"from {date_in_words(first)} on" if slash and last in {"", ".."} else date_in_words(edtf)


def _one(date: str) -> str:
    plain = date.rstrip("?~%")
    doubt = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}.get(date[len(plain) :], "")
    year, *parts = plain.split("-") if CALENDAR_DATE.fullmatch(plain) else [plain]
    if not parts:
        return doubt + year
    part = _SEASONS.get(parts[0]) or _MONTHS[int(parts[0]) - 1]
    day = f"{int(parts[1])} " if len(parts) > 1 else ""
    return f"{doubt}{day}{part} {year}"


def _without_common_end(first: str, last: str) -> str:
    """Leave out month and year of a first date where the last one says them again."""
    ours, theirs = first.split(), last.split()
    while len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    return " ".join(ours)
