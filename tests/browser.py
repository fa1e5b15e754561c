"""A real browser for tests: Debian's Chromium, driven by Playwright, in front of a server of our own.

A `Visit` remembers what must not happen on any page: a request to another host, a script error, a broken file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Every sort of page, by a name that a person would give it.
PAGES = {
    "home": "/",
    "articles": "/articles",
    "article": "/relokanty/articles/russian-refugee-escapes-mobilization",
    "digest cut short": "/relokanty/articles/soldiers-no-heros-welcome",
    "article known through others": "/relokanty/articles/ap-report-on-russian-deserters",
    "person": "/relokanty/persons/vladimir-putin",
    "organisation": "/relokanty/organisations/associated-press",
    "group": "/relokanty/groups/kazakh-authorities",
    "place": "/relokanty/places/kazakhstan",
    "place with a point": "/relokanty/places/oral",
    "event": "/relokanty/events/mobilization-2022",
    "figure": "/relokanty/figures/russian-refugee-escapes-mobilization-p5-329",
    "measure": "/relokanty/measures/people-mobilized",
    "statement": "/relokanty/statements/russian-refugee-escapes-mobilization-p5-276",
    "proposition": "/relokanty/propositions/russians-should-be-let-in",
    "timeline": "/timeline",
    "timeline of one country": "/timeline?country=KZ",
    "map": "/map",
    "map of one article": "/map?article=kalmykia-asylum-seeker",
    "map of nothing": "/map?kind=nothing",
    "numbers": "/numbers",
    "people": "/people",
    "disagreements": "/disagreements",
    "search": "/search?q=Swerdlin",
    "search with many answers": "/search?q=mobilization",
    "search without an answer": "/search?q=Putyn+zebra",
    "search for nothing": "/search",
    "ask": "/ask",
    "schema": "/schema",
    "take": "/take",
    "preview in OpenRefine": "/reconcile/preview?id=places/kazakhstan",
    "database": "/relokanty",
    "table": "/relokanty/figures",
    "view": "/relokanty/figure_claims",
    "question": "/relokanty/numbers-about",
    "question with choices": "/relokanty/what-happened-in-a-country?country=Kazakhstan",
    "own SQL": "/relokanty?sql=select+title,+published+from+articles",
    "own SQL with an error": "/relokanty?sql=select+nothing",
    "search for paragraphs": "/relokanty/search-paragraphs?q=border",
    "page that is not there": "/relokanty/nothing",
}


def chromium() -> str:
    """Return the browser's program; skip the test where there is none, but never in CI."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("CI needs a browser: apt-get install chromium")
    if found is None:
        pytest.skip("no browser: install chromium (Debian: apt-get install chromium)")
    return found


@contextmanager
def serving(file: Path) -> Iterator[str]:
    """Serve a database file on a free port; yield the address, without the last slash; stop the server."""
    code = f"from pathlib import Path; from website.serve import serve; serve(Path({str(file)!r}), 0)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[2].rstrip("/")
        finally:
            server.kill()  # It only reads, and would wait for the browser's connections.


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the browser, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


# In a drawing the address of a link is an object, so it is read from the attribute.
_ADDRESSES = "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"


class Visit:
    """One visitor's tab: opens pages of the site and notes what went wrong on them."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.problems: list[str] = []
        self._address = address
        self._axe = Axe()
        page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("request", lambda request: self._check_host(request.url))

    def open(self, path: str) -> Response:
        """Open a page by its path."""
        answer = self.page.goto(self._address + path)
        assert answer is not None
        return answer

    def path(self) -> str:
        """Return the path of the page that is open, with its parameters."""
        return self.page.url.removeprefix(self._address)

    def _note(self, kind: str, text: str) -> None:
        # The page itself may be a 404 that the test asked for; its status is the test's business.
        if kind == "error" and "status of 40" not in text:
            self.problems.append(f"console: {text}")

    def _check_host(self, url: str) -> None:
        if not url.startswith((self._address, "data:", "blob:")):
            self.problems.append(f"request to another host: {url}")

    def links(self) -> set[str]:
        """Return the addresses within the site that the open page links to, without their fragments."""
        found = self.page.eval_on_selector_all("a[href], link[href]", _ADDRESSES)
        return {link.partition("#")[0] for link in found if link.startswith(self._address)}

    def status(self, url: str) -> int:
        """Return the status with which an address answers; a long answer is not waited for."""
        request = Request(url, headers={"accept": "text/html"})  # noqa: S310 - our own server
        try:
            with urlopen(request, timeout=10) as answer:  # noqa: S310
                return int(answer.status)
        except HTTPError as error:
            with error:
                return error.code
        except TimeoutError:
            pytest.fail(f"no answer within ten seconds: {url}")

    def too_wide(self) -> int:
        """Return by how many pixels the open page is wider than the window."""
        root = "document.documentElement"
        return int(self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))

    def barriers(self, scheme: Any) -> list[str]:
        """Return what axe-core finds critical or serious on the open page, in the light or dark colour scheme."""
        self.page.emulate_media(color_scheme=scheme)
        found = self._axe.run(self.page).response["violations"]
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found
            if rule["impact"] in {"critical", "serious"}
            for node in rule["nodes"]
        ]
