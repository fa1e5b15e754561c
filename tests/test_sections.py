"""Promises of sections.py: what took too long is told on a page, and never missing in silence from anything else."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from datasette.database import QueryInterrupted

from website.sections import statements
from website.serve import application
from website.served_database import ServedDatabase


@pytest.fixture(scope="module")
def datasette(built: Path) -> Any:
    """Serve the bundled articles."""
    return application(built)


def asked(datasette: Any, path: str) -> Any:
    """The answer to a request."""
    return asyncio.run(datasette.client.get(path))


def is_late(monkeypatch: pytest.MonkeyPatch, slow: str) -> None:
    """Have a section run out of time."""
    execute = ServedDatabase.execute

    async def interrupted(self: ServedDatabase, sql: str, *arguments: Any, **options: Any) -> Any:
        if sql.startswith(slow):
            raise QueryInterrupted(TimeoutError(), sql, arguments)
        return await execute(self, sql, *arguments, **options)

    monkeypatch.setattr(ServedDatabase, "execute", interrupted)


@pytest.mark.parametrize(
    ("path", "page", "section"),
    [
        ("/map", "map", "places"),
        ("/articles", "article_list", "articles"),
        ("/relokanty/persons/vladimir-putin", "parties", "statements"),
        ("/search?q=border", "search", "events"),
    ],
)
def test_a_page_says_what_it_lacks(
    datasette: Any, monkeypatch: pytest.MonkeyPatch, path: str, page: str, section: str
) -> None:
    """A section that takes too long is named on the page, whose other sections are there; else nothing is said."""
    assert "Not whole" not in asked(datasette, path).text
    is_late(monkeypatch, statements(page)[section])
    answer = asked(datasette, path)
    assert answer.status_code == 200
    assert f"it took too long to ask for {section}" in answer.text


@pytest.mark.parametrize(
    ("path", "page", "section"),
    [("/map.geojson", "map", "places"), ("/articles.atom", "feeds", "articles")],
)
def test_a_file_that_would_lack_something_is_not_made(
    datasette: Any, monkeypatch: pytest.MonkeyPatch, path: str, page: str, section: str
) -> None:
    """What cannot say that it lacks something fails as a whole."""
    assert asked(datasette, path).status_code == 200
    is_late(monkeypatch, statements(page)[section])
    answer = asked(datasette, path)
    assert answer.status_code == 503
    assert "takes too long" in answer.text


def test_a_search_of_a_common_word_is_not_ranked_and_lacks_nothing(
    datasette: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That counting took too long only means that there are many."""
    is_late(monkeypatch, statements("search_text")["beyond"])
    answer = asked(datasette, "/search?q=border")
    assert answer.status_code == 200
    assert "Not whole" not in answer.text
