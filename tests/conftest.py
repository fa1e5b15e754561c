"""Databases for tests, made by the migrations once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from loaders.conduct import Conductor
from loaders.database import upgrade
from schema.engine import writer


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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the database that the bundled seeds make, as published; never write to it."""
    file = tmp_path_factory.mktemp("built") / "relokanty.db"
    Conductor().build(file)
    return file
