"""In a real browser the pages of many articles have no barrier and no sideways scroll, and their parts are reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Visit, serving

from benchmarks.filled import fill

PAGES = {
    "home": "/",
    "a part of the articles": "/articles?page=2",
    "people": "/people",
    "people by name": "/people?q=Kiril",
    "timeline": "/timeline",
    "a year of the timeline": "/timeline?when=2023",
    "map": "/map",
    "a part of the world": "/map?box=20,45,40,60",
    "disagreements": "/disagreements",
    "disagreements of one verdict": "/disagreements?verdict=disagrees&page=2",
    "numbers": "/numbers",
    "measure": "/relokanty/measures/invented-measure-0",
    "search": "/search?q=a",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an invented corpus."""
    file = tmp_path_factory.mktemp("many") / "many.db"
    fill(file, 600)
    with serving(file) as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_many_articles_are_for_everybody(visit: Visit, name: str) -> None:
    """Axe-core finds nothing critical or serious, light or dark, and nothing scrolls sideways at any width."""
    assert visit.open(PAGES[name]).status == 200
    for scheme in ("light", "dark"):
        assert visit.barriers(scheme) == [], scheme
    for width in (390, 768, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert visit.too_wide() <= 0, width


def test_from_a_month_to_its_events(visit: Visit) -> None:
    """Columns lead to the events of their month."""
    visit.open("/timeline?when=2023")
    visit.page.get_by_role("link", name="March 2023").first.click()
    assert "when=2023-03" in visit.path()
    assert "March 2023" in visit.page.locator(".events .when").first.inner_text()


def test_from_a_group_of_places_to_its_places(visit: Visit) -> None:
    """A group on the map opens the part of the world in which its places stand apart."""
    visit.open("/map")
    visit.page.locator("a.cluster").first.click()
    assert "box=" in visit.path()
    assert visit.page.locator("a.pin:not(.cluster)").count() > 0
