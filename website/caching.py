"""caching: the name of an answer, by which browsers and balancers know that what they hold is still right.

An answer depends on the file that is served, on the program and on what is asked, and the file does not change while
it is served; so the name can be told before the answer is made, and whoever holds it need not be sent it again.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from loaders.fingerprint import fingerprint

_FOLDER: Final = Path(__file__).parent
_SUFFIXES: Final = {".py", ".html", ".sql", ".css", ".js", ".json", ".yaml", ".txt"}
# Answers that differ by who asks, or tell how the process is.
_UNNAMED: Final = ("/reconcile", "/-/")
# An answer that took longer, in seconds, may have been cut off by time: another time there may be more of it.
LONGEST: Final = 0.25


def name(sha256: str, scope: Any) -> str | None:
    """Return the entity tag (RFC 9110, section 8.8.3) of the answer to a request; None where it has none.

    All answers depend on the file that is served, given by its SHA-256, and on the program.
    """
    if scope.get("method") not in {"GET", "HEAD"} or scope["path"].startswith(_UNNAMED):
        return None
    asked = scope.get("raw_path") or scope["path"].encode()
    parts = (sha256.encode(), _program().encode(), asked, scope.get("query_string", b""))
    return f'W/"{hashlib.sha256(b"?".join(parts)).hexdigest()[:32]}"'


def is_held(tag: str, scope: Any) -> bool:
    """Tell whether who asks holds the answer of this name already (RFC 9110, section 13.1.2)."""
    held = dict(scope.get("headers", [])).get(b"if-none-match", b"").decode("latin-1")
    return tag in {one.strip() for one in held.split(",")}


def lasting(tag: str) -> dict[str, str]:
    """Return the headers of an answer that has a name: keep it, and ask whether it is still right before using it."""
    return {"etag": tag, "cache-control": "no-cache"}


@cache
def _program() -> str:
    """Return the fingerprint of all that answers are made by."""
    return fingerprint(_FOLDER, (file for file in _FOLDER.rglob("*") if file.suffix in _SUFFIXES))
