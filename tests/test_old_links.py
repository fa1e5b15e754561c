"""Promises of old_links.py: a link that once led somewhere still does, or says why not; a withheld one names nobody.

Requests go to Datasette in this process, over invented seeds of which ids are retired and a person is withheld.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import invented
import pytest

from loaders.published_ids import record_published_ids
from loaders.withhold_command import withhold_person
from website.serve import application

RETIRED = """\
- {table: organisations, id: old-port-radio, replaced_by: port-radio-two, reason: renamed}
- {table: organisations, id: port-radio-two, replaced_by: radio-port, reason: renamed again}
- {table: organisations, id: shipping-news, reason: It was never a body of its own.}
- {table: organisations, id: round-one, replaced_by: round-two, reason: a circle}
- {table: organisations, id: round-two, replaced_by: round-one, reason: a circle}
- {table: articles, id: the-strike, replaced_by: harbour-strike, reason: renamed}
"""
Ask = Callable[[str], Any]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask the site of a file whose seeds withhold Ewa Lis, and retire some ids."""
    folder = tmp_path_factory.mktemp("links")
    seeds = invented.make(folder)
    record_published_ids(seeds.folder)
    withhold_person(["Ewa Lis"], seeds.folder)
    retired = seeds.file("authorities/retired_ids.yaml")
    retired.write_text(retired.read_text(encoding="utf-8") + RETIRED, encoding="utf-8")
    file = folder / "port.db"
    seeds.conductor().build(file)
    site = application(file, seeds.folder)
    with asyncio.Runner() as runner:
        yield lambda path: runner.run(site.client.get(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/organisations/port-radio-two", "/organisations/radio-port"),
        ("/organisations/old-port-radio", "/organisations/radio-port"),
        ("/parties/old-port-radio", "/parties/radio-port"),
        ("/articles/the-strike", "/articles/harbour-strike"),
        ("/articles/the-strike.json", "/articles/harbour-strike.json"),
        ("/articles/the-strike.json?_shape=objects", "/articles/harbour-strike.json?_shape=objects"),
        ("/articles/the-strike.csv", "/articles/harbour-strike.csv"),
    ],
)
def test_an_old_link_leads_to_the_new_page(ask: Ask, old: str, new: str) -> None:
    """The answer is for good, keeps form and parameters, leaves the fragment to the browser, and leads to a page."""
    response = ask(f"/relokanty{old}")
    assert (response.status_code, response.headers["location"]) == (301, f"/relokanty{new}")
    assert "#" not in response.headers["location"]
    if not new.endswith(".csv"):
        assert ask(f"/relokanty{new}").status_code == 200


@pytest.mark.parametrize("table", ["persons", "parties"])
def test_a_withheld_page_says_so_and_names_nobody(ask: Ask, table: str) -> None:
    """The answer is 410, in every form, with our headers, and neither page nor headers repeat the id."""
    for form in ("", ".json", ".csv"):
        response = ask(f"/relokanty/{table}/ewa-lis{form}")
        assert response.status_code == 410
        assert "withheld" in response.text
        everything = (response.text + str(response.headers)).lower()
        assert "lis" not in everything.replace("listed", "").replace("published", "").replace("list-of", "")
        assert "ewa" not in everything
        assert "hashed-" not in everything
        assert "default-src 'none'" in response.headers["content-security-policy"]
    assert ask(f"/relokanty/{table}/ewa-lis.json").json()["status"] == 410


def test_a_withdrawn_page_says_why(ask: Ask) -> None:
    """An id without a successor is answered with the reason for which it was withdrawn."""
    response = ask("/relokanty/organisations/shipping-news")
    assert response.status_code == 410
    assert "It was never a body of its own." in response.text


@pytest.mark.parametrize(
    "path",
    [
        *("organisations/nobody", "organisations/round-one", "persons/old-port-radio", "nothing/the-strike"),
        *("persons/Ewa+Lis", "articles/ewa-lis", "paragraphs/12", "persons/" + "a" * 400),
    ],
)
def test_what_never_was_is_not_found(ask: Ask, path: str) -> None:
    """An id that never was, one of another table, one that leads in a circle, and a name are not found."""
    assert ask(f"/relokanty/{path}").status_code == 404
    assert ask(f"/relokanty/{path}.json").status_code == 404


def test_a_row_that_is_there_is_shown(ask: Ask) -> None:
    """A row is itself, whatever was retired; a withheld person's row has the id that stands for it."""
    assert ask("/relokanty/organisations/radio-port").status_code == 200
    rows = ask("/relokanty/persons.json?_shape=array").json()
    shown = [row["id"] for row in rows if "withheld" in row["id"]]
    assert len(shown) == 1
    assert ask(f"/relokanty/persons/{shown[0]}").status_code == 200


def test_without_withheld_ids_nothing_is_hashed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody is withheld, an unknown address costs no slow hash."""
    site = application(built)
    monkeypatch.setattr(type(site.withheld_names), "opaque", lambda *_: pytest.fail("hashed"))
    with asyncio.Runner() as runner:
        assert runner.run(site.client.get("/relokanty/persons/nobody")).status_code == 404
