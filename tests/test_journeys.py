"""Readers find their way in a real browser: page to page, without script, on a phone, by keyboard, in the dark."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest
from browser import Visit
from playwright.sync_api import Browser, expect


@pytest.fixture
def without_script(browser: Browser, address: str) -> Iterator[Visit]:
    """A visitor whose browser runs no script."""
    with browser.new_context(java_script_enabled=False) as context:
        yield Visit(context.new_page(), address)


def test_from_home_to_a_disagreement_and_its_two_passages(visit: Visit) -> None:
    """Home, an article, a person in it, a figure of his, who says otherwise, both sides' words, one's paragraph."""
    page = visit.page
    visit.open("/")
    page.get_by_role("link", name="Russian Refugee Escapes Mobilization", exact=True).last.click()
    page.locator("#p3").get_by_role("link", name="Vladimir Putin", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vladimir Putin")
    page.get_by_role(
        "link", name="Vladimir Putin: 49,000 of the mobilized directly engaged in combat"
    ).click()
    page.get_by_role("link", name="disagrees", exact=True).click()
    assert visit.path().startswith("/relokanty/comparisons/")
    marks = page.locator(".side mark")
    expect(marks).to_have_count(2)
    words = marks.last.inner_text()
    page.locator(".side").last.get_by_role("link", name="paragraph").click()
    number = visit.path().partition("#")[2]
    assert words in page.locator(f"#{number}").inner_text()
    assert page.locator(f"#{number}").evaluate("place => place.matches(':target')")


def test_search_finds_a_person_in_another_spelling(visit: Visit) -> None:
    """The field in the header of any page takes a German spelling and leads to the person."""
    visit.open("/people")
    visit.page.get_by_role("searchbox", name="Search everything").fill("Swerdlin")
    visit.page.keyboard.press("Enter")
    visit.page.locator("#names + ul").get_by_role("link", name="Grigory Sverdlin").click()
    assert visit.path() == "/relokanty/persons/grigory-sverdlin"


def test_a_question_with_a_choice(visit: Visit) -> None:
    """From the list of questions to one, with a parameter typed, and its SQL to change."""
    visit.open("/ask")
    visit.page.get_by_role("link", name="What is said to have happened in a country, by date?").click()
    visit.page.get_by_label("Name of a country").fill("Kazakhstan")
    visit.page.get_by_role("button", name="Ask").click()
    assert "country=Kazakhstan" in visit.path()
    assert visit.page.locator("tbody tr").count() > 5
    visit.page.get_by_text("The SQL of this question").click()
    visit.page.get_by_role("link", name="Change it").click()
    expect(visit.page.get_by_role("textbox", name="A SELECT statement")).to_contain_text("event_places")


def test_a_download_holds_the_rows_of_the_file(visit: Visit, built: Path) -> None:
    """The CSV that the page of a table links to has the rows of the database, in any order."""
    visit.open("/relokanty/figures")
    href = visit.page.get_by_role("link", name="as CSV").first.evaluate("link => link.href")
    with urlopen(href) as answer:  # noqa: S310 - our own server
        rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))
    with closing(sqlite3.connect(built)) as connection:
        stored = connection.execute("SELECT id, claim, printed FROM figures").fetchall()
    assert sorted((row["id"], row["claim"], row["printed"]) for row in rows) == sorted(stored)


def test_the_map_can_be_enlarged_and_narrowed_down(visit: Visit) -> None:
    """A button enlarges the map, another shows all again; a choice of article leaves fewer places; pins are links."""
    visit.open("/map")
    drawing = visit.page.locator("#map-full")
    before = drawing.get_attribute("viewBox")
    visit.page.get_by_role("button", name="Enlarge").click()
    assert drawing.get_attribute("viewBox") != before
    visit.page.get_by_role("button", name="Show all").click()
    assert drawing.get_attribute("viewBox") == before
    rows = visit.page.locator("tbody tr").count()
    visit.page.get_by_role("combobox", name="Article").select_option(index=1)
    visit.page.get_by_role("button", name="Show", exact=True).click()
    assert 0 < visit.page.locator("tbody tr").count() < rows
    visit.page.locator("#map-full .pin").first.click()
    assert visit.path().startswith("/relokanty/places/")


@pytest.mark.parametrize("path", ["/map", "/timeline", "/numbers", "/search?q=mobilization", "/schema"])
def test_pages_need_no_script(without_script: Visit, path: str) -> None:
    """Without script drawings, links and tables are there, and no tool that would do nothing."""
    assert without_script.open(path).status == 200
    assert without_script.page.locator("main a").count() > 10
    expect(without_script.page.locator(".map-tools:visible")).to_have_count(0)


def test_the_text_on_a_phone(visit: Visit) -> None:
    """At 390 pixels the notes stand below their paragraph, and everything is within the window."""
    visit.page.set_viewport_size({"width": 390, "height": 800})
    visit.open("/relokanty/articles/kalmykia-asylum-seeker")
    text = visit.page.locator("#p8 > p").bounding_box()
    notes = visit.page.locator("#p8 > .notes").bounding_box()
    assert text is not None
    assert notes is not None
    assert notes["y"] >= text["y"] + text["height"]
    assert notes["x"] + notes["width"] <= 390


def test_the_dark_scheme_is_dark(visit: Visit) -> None:
    """Who asks for dark pages gets light letters on a dark ground."""
    visit.page.emulate_media(color_scheme="dark")
    visit.open("/")
    ground, ink = visit.page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    brightness = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (ground, ink)]
    assert brightness[0] < 150
    assert brightness[1] > 500


def test_by_keyboard_alone(visit: Visit) -> None:
    """The first Tab offers to skip to the content; from there Tab and Enter lead through the page, always in sight."""
    visit.open("/relokanty/articles/kalmykia-asylum-seeker")
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    visit.page.keyboard.press("Enter")
    for _ in range(25):
        visit.page.keyboard.press("Tab")
        seen = visit.page.evaluate(
            "() => { const at = document.activeElement; const box = at.getBoundingClientRect();"
            " return at.closest('main') !== null && box.top >= 0 && box.bottom <= innerHeight + 1"
            " && getComputedStyle(at).outlineStyle !== 'none'; }"
        )
        assert seen
    visit.page.keyboard.press("Enter")
    assert visit.path() != "/relokanty/articles/kalmykia-asylum-seeker"


def test_kinds_of_marks_can_be_put_away(visit: Visit) -> None:
    """Unticking places takes their colour and line away, and leaves the people's."""
    visit.open("/relokanty/articles/kalmykia-asylum-seeker")
    place, person = visit.page.locator("#p4 .m-place").first, visit.page.locator("#p4 .m-person").first
    line = "mark => getComputedStyle(mark).textDecorationLine"
    assert place.evaluate(line) == "underline"
    visit.page.get_by_label("places").uncheck()
    assert (place.evaluate(line), person.evaluate(line)) == ("none", "underline")
