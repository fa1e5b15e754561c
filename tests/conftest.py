"""Databases for tests, made by the migrations once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from schema_rows import ROWS, SORTED, insert, tuples
from sqlalchemy import Connection

from loaders.conduct import Conductor
from loaders.database import upgrade
from schema.engine import writer

if TYPE_CHECKING:
    from browser import Visit
    from playwright.sync_api import Browser

# A busy machine is no failure; what must be quick is measured in benchmarks/.
settings.register_profile("relokanty", deadline=None)
settings.load_profile("relokanty")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty database at the newest revision; copy it, never write to it."""
    file = tmp_path_factory.mktemp("migrated") / "empty.db"
    upgrade(file)
    return file


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> Path:
    """Return an empty database of the test's own."""
    return shutil.copyfile(migrated, tmp_path / "test.db")


@pytest.fixture
def connection(database: Path) -> Iterator[Connection]:
    """Open the test's own database for writing, with foreign keys enforced."""
    with writer(database).connect() as opened:
        yield opened


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load as where the language model is not installed: documents that nobody has read stay unread."""
    monkeypatch.setattr("loaders.extraction.is_installed", lambda: False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the database that the bundled seeds make, as published; never write to it."""
    file = tmp_path_factory.mktemp("built") / "relokanty.db"
    Conductor().build(file)
    return file


@pytest.fixture(scope="module")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database that holds the valid rows."""
    file = shutil.copyfile(migrated, tmp_path_factory.mktemp("filled") / "filled.db")
    with writer(file).begin() as connection:
        connection.exec_driver_sql("DELETE FROM table_digests")  # those of empty tables
        for table in SORTED:
            insert(connection, table, tuples(table, ROWS[table.name]))
    return file


@pytest.fixture(scope="module")
def opened(filled: Path) -> Iterator[Connection]:
    """Open that database, once for all tests."""
    with writer(filled).connect() as connection:
        yield connection


@pytest.fixture
def valid(opened: Connection) -> Iterator[Connection]:
    """Return a connection to the valid rows, whose changes are undone."""
    yield opened
    opened.rollback()


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[Connection]:
    """Return a connection to a copy of the valid rows, which a test may commit to."""
    with writer(shutil.copyfile(filled, tmp_path / "own.db")).connect() as connection:
        yield connection


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file."""
    from browser import browsing  # noqa: PLC0415 - most tests need no browser

    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Serve the seeds."""
    from browser import serving  # noqa: PLC0415 - most tests need no browser

    with serving(built) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A visitor at a desktop; nothing may have gone wrong on any page that the test opened."""
    from browser import Visit  # noqa: PLC0415 - most tests need no browser

    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        visit = Visit(context.new_page(), address)
        yield visit
        assert visit.problems == []
