"""`python tests/shots.py FILE` takes the pictures of the main pages in `docs/shots/` from a database file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final, Literal

from browser import PAGES, browsing, serving

from loaders.paths import PROJECT

_FOLDER = PROJECT / "docs" / "shots"
# What to take: the page, the size of the window, and the colour scheme.
_DESKTOP: Final = (1120, 760)
_PHONE: Final = (390, 760)
_SHOTS: Final[tuple[tuple[str, tuple[int, int], Literal["light", "dark"]], ...]] = (
    ("home", _DESKTOP, "light"),
    ("article", _DESKTOP, "light"),
    ("person", _DESKTOP, "light"),
    ("figure", _DESKTOP, "light"),
    ("numbers", _DESKTOP, "dark"),
    ("map", _DESKTOP, "light"),
    ("timeline", _DESKTOP, "light"),
    ("disagreements", _DESKTOP, "light"),
    ("article", _PHONE, "light"),
    ("home", _PHONE, "dark"),
)


def main(file: Path) -> None:
    """Write one PNG for each shot, named after its page."""
    _FOLDER.mkdir(exist_ok=True)
    with serving(file) as address, browsing() as browser:
        for name, (width, height), scheme in _SHOTS:
            with browser.new_context(viewport={"width": width, "height": height}) as context:
                page = context.new_page()
                page.emulate_media(color_scheme=scheme)
                page.goto(address + PAGES[name])
                small = "-phone" if width == _PHONE[0] else ""
                page.screenshot(path=_FOLDER / f"{name.replace(' ', '-')}{small}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
