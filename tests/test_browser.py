"""In a real browser every sort of page works: no error, no foreign request, no barrier, no sideways scroll."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from browser import PAGES, Visit


@pytest.mark.parametrize("name", PAGES)
def test_every_sort_of_page_is_for_everybody(visit: Visit, name: str) -> None:
    """Axe-core finds nothing critical or serious, light or dark, and nothing scrolls sideways at any width.

    There is one main heading, and a title of the page's own.
    """
    visit.open(PAGES[name])
    assert visit.page.locator("h1").count() == 1
    assert len(visit.page.title()) > 5
    for scheme in ("light", "dark"):
        assert visit.barriers(scheme) == [], scheme
    for width in (390, 768, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert visit.too_wide() <= 0, width


def test_no_link_of_any_sort_of_page_is_broken(visit: Visit) -> None:
    """Every link within the site, from every sort of page, answers; of links with parameters, one of each shape."""
    links: dict[tuple[str, ...], str] = {}
    for path in PAGES.values():
        if visit.open(path).status != 200:
            continue
        for link in visit.links():
            parts = urlsplit(link)
            shape = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
            links[parts.path, *sorted({re.sub(r"__.*|_\d+$", "", name) for name in shape})] = link
    assert len(links) > 100
    broken = {link: status for link in links.values() if (status := visit.status(link)) >= 400}
    assert broken == {}
