"""The day on which a document was published, as documents give it: ISO 8601, of mails, and as newspapers print it."""

from __future__ import annotations

import re
from typing import Final

from loaders.edtf_bounds import InvalidDate, bounds

_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS: Final = {
    name[:length]: number
    for number, name in enumerate(_NAMES, start=1)
    for length in ({3, 4, len(name)} if name == "september" else {3, len(name)})
}
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
_MONTH_FIRST: Final = re.compile(
    _WEEKDAY + r"(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[12]\d{3})\b"
)
_DAY_FIRST: Final = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[A-Z][a-z]{2,8})\.?,?[ -](?P<year>[12]\d{3})\b"
)
_ISO: Final = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?=[T ]|\b)")
_FORMS: Final = (_ISO, _MONTH_FIRST, _DAY_FIRST)


def day_at_start(text: str) -> tuple[str, int] | None:
    """Return the day with which a text starts, as EDTF, and the offset at which its words end; None without one.

    >>> day_at_start("Thursday, April 20, 2023 at noon")
    ('2023-04-20', 24)
    """
    for form in _FORMS:
        match = form.match(text)
        edtf = match and _edtf(match)
        if match and edtf:
            return edtf, match.end()
    return None


def day_within(text: str) -> tuple[str, int, int] | None:
    """Return the first day that a text prints, as EDTF, with the offsets of its words; None without one."""
    matches = [match for form in _FORMS for match in form.finditer(text)]
    for match in sorted(matches, key=lambda found: found.start()):
        edtf = _edtf(match)
        if edtf:
            return edtf, match.start(), match.end()
    return None


def edtf_of(text: str) -> str | None:
    """Return what a key such as `published` says as EDTF: a printed day, or EDTF itself; None for anything else.

    >>> edtf_of("Thu, 20 Apr 2023 10:00:00 GMT"), edtf_of("2023-04-20T10:00:00Z"), edtf_of("2023-04"), edtf_of("now")
    ('2023-04-20', '2023-04-20', '2023-04', None)
    """
    found = day_at_start(text.strip())
    if found:
        return found[0]
    try:
        bounds(text.strip())
    except InvalidDate:
        return None
    return text.strip()


def _edtf(match: re.Match[str]) -> str | None:
    """Return the day that a match gives, None where there is no such day."""
    printed = match["month"]
    month = int(printed) if printed.isdigit() else _MONTHS.get(printed.lower())
    if month is None:
        return None
    edtf = f"{match['year']}-{month:02}-{int(match['day']):02}"
    try:
        bounds(edtf)
    except InvalidDate:
        return None
    return edtf
