"""Promises of the data: single facts of the bundled articles, asked through SQL as a user would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loaders import yaml_source

_FACTS, _ = yaml_source.read(Path(__file__).parent / "cases" / "facts.yaml")


@pytest.mark.parametrize("case", _FACTS, ids=[case["fact"] for case in _FACTS])
def test_the_fact_is_as_the_article_has_it(case: dict[str, object], built: Path) -> None:
    """A fact that an editor would look up is in the rows just so; one that no article states is not."""
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        rows = connection.execute(str(case["sql"])).fetchall()
    assert [" | ".join("-" if cell is None else str(cell) for cell in row) for row in rows] == case["expect"]
