"""Which methods of HTTP are answered: those that read, and one question that is too long for an address."""

from __future__ import annotations

from typing import Final

_READING: Final = ("GET", "HEAD", "OPTIONS")
# OpenRefine sends its batches of names as a form.
RECONCILE: Final = "/reconcile"


def allowed_methods(path: str) -> tuple[str, ...]:
    """Return the methods that an address answers; any other is refused before a page sees it.

    >>> "POST" in allowed_methods("/reconcile"), "POST" in allowed_methods("/relokanty")
    (True, False)
    """
    return (*_READING, "POST") if path == RECONCILE else _READING
