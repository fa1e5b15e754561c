"""The headers of every answer: what pages may load, who may show them in a frame, and who may read them by script."""

from __future__ import annotations

from typing import Final

# Our templates carry no script or style of their own, so a page runs nothing but our files, whatever the data hold.
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)
# OpenRefine, where it runs as it is installed. Its pages ask for the manifest, suggestions and previews.
OPENREFINE: Final = ("http://127.0.0.1:3333", "http://localhost:3333")
_RECONCILIATION: Final = "/reconcile"


def headers(path: str, origin: str) -> dict[str, str]:
    """Return the headers for an address, asked for by a page of an origin; nobody else's page may read an answer.

    >>> headers("/reconcile", "http://127.0.0.1:3333")["access-control-allow-origin"]
    'http://127.0.0.1:3333'
    >>> "access-control-allow-origin" in headers("/relokanty.json", "http://127.0.0.1:3333")
    False
    """
    common = {"referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
    if path != _RECONCILIATION and not path.startswith(f"{_RECONCILIATION}/"):
        return {**common, "content-security-policy": f"{_POLICY}'none'", "x-frame-options": "DENY"}
    framed = {**common, "content-security-policy": f"{_POLICY}{' '.join(OPENREFINE)}", "vary": "origin"}
    return {**framed, "access-control-allow-origin": origin} if origin in OPENREFINE else framed
