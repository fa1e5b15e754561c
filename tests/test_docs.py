"""Promises of the documents: what is generated is fresh, and what the README shows works."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loaders import paths
from loaders.annotation import JSON_SCHEMA, json_schema
from schema.describe import SCHEMA_PAGE, SNAPSHOT, schema_page, snapshot

_README = (paths.PROJECT / "README.md").read_text(encoding="utf-8")
_QUESTIONS = re.findall(r"```sql\n(.*?)```", _README, re.DOTALL)


def test_the_schema_page_is_fresh() -> None:
    """`docs/schema.md` is what the models say; `make docs` writes it."""
    assert SCHEMA_PAGE.read_text(encoding="utf-8") == schema_page()


def test_the_snapshot_is_fresh() -> None:
    """`schema/snapshot.sql` is the structure that the models make; `make docs` writes it."""
    assert SNAPSHOT.read_text(encoding="utf-8") == snapshot()


def test_the_json_schema_of_annotations_is_fresh() -> None:
    """`docs/annotation.schema.json` is what the annotation model says; `make docs` writes it."""
    assert JSON_SCHEMA.read_text(encoding="utf-8") == json_schema()


def test_the_readme_asks_ten_questions() -> None:
    """The README shows ten questions with their SQL."""
    assert len(_QUESTIONS) == 10


@pytest.mark.parametrize("sql", _QUESTIONS)
def test_each_question_of_the_readme_has_an_answer(sql: str, built: Path) -> None:
    """A reader who pastes a question of the README gets rows."""
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        assert connection.execute(sql).fetchall()
