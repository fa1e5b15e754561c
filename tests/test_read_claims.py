"""Promises of read_claims.py: the figures that are not set against an article's would have had nothing to say."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection

from benchmarks.filled import fill
from loaders import read_claims
from loaders.digests import table_digest
from loaders.relate_claims import relate_claims
from schema.engine import writer

ARTICLES = 80
WRITTEN = ("comparisons", "figure_relations")
EVERY_FIGURE = ("SELECT id FROM mine", "SELECT id FROM figures")
# EDTF with its first and last day; of one that is open there is no first.
DAYS = (("2023-03-01", "2023-03-01", "2023-03-01"), ("2023-03-02", "2023-03-02", "2023-03-02"))
DATES = (*DAYS, ("../2023-03-01", None, "2023-03-01"), (None, None, None), (None, None, None))
# A figure of a measure and party of few, at one of few times, so that two of them often have much in common.
CHANGE = """
    UPDATE figures SET measure_id = :measure, subject_id = :subject, accumulation = :accumulation, unit = :unit,
        modality = :modality, statement_id = (SELECT s.id FROM statements AS s
            WHERE s.article_id = figures.article_id AND s.speaker_id IS NOT NULL AND :said ORDER BY s.id LIMIT 1),
        as_of = :as_of, as_of_earliest = :as_of_earliest, as_of_latest = :as_of_latest,
        period = :period, period_earliest = :period_earliest, period_latest = :period_latest
    WHERE id = :id
"""
OF_DRAFTS = """
    SELECT DISTINCT c.verdict FROM comparisons AS c
    JOIN figures AS l ON l.id = c.left_figure_id JOIN articles AS a ON a.id = l.article_id
    JOIN figures AS r ON r.id = c.right_figure_id JOIN articles AS b ON b.id = r.article_id
    WHERE a.reading = 'draft' AND b.reading = 'draft'
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled database of a few drafts, beside the articles that a person read."""
    file = tmp_path_factory.mktemp("filled") / "filled.db"
    fill(file, ARTICLES)
    return file


def column(connection: Connection, query: str) -> Sequence[Any]:
    """The only column of an answer."""
    return connection.exec_driver_sql(query).scalars().all()


def mix(connection: Connection, chance: Random) -> None:
    """Change what the figures count, of whom, where, when and on whose word; most of them in drafts."""
    for table in WRITTEN:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    connection.exec_driver_sql(
        "UPDATE OR IGNORE figure_places SET role = 'in', place_id = (SELECT min(id) FROM places)"
    )
    measures = column(connection, "SELECT id FROM measures ORDER BY id LIMIT 2")
    parties = column(connection, "SELECT id FROM parties ORDER BY id LIMIT 2")
    for name in column(connection, "SELECT id FROM figures ORDER BY id"):
        values: dict[str, Any] = {
            "id": name,
            "measure": chance.choice(measures),
            "subject": chance.choice([*parties, None]),
            "accumulation": chance.choice(["stock", "cumulative", "none"]),
            "unit": chance.choice(["person"] * 7 + ["ruble"]),
            "said": chance.choice([0, 1, 1]),
            "modality": chance.choice(["reported"] * 4 + ["estimated", "planned"]),
        }
        for date in ("as_of", "period"):
            words, earliest, latest = chance.choice(DATES)
            values |= {date: words, f"{date}_earliest": earliest, f"{date}_latest": latest}
        connection.exec_driver_sql(CHANGE, values)
    for name in column(connection, "SELECT id FROM statements WHERE speaker_id IS NOT NULL ORDER BY id"):
        words, earliest, latest = chance.choice(DAYS)
        connection.exec_driver_sql(
            "UPDATE statements SET speaker_id = ?, said = ?, said_earliest = ?, said_latest = ? WHERE id = ?",
            (chance.choice(parties), words, earliest, latest, name),
        )
    for name in column(connection, "SELECT id FROM articles WHERE maker_id IS NOT NULL ORDER BY id"):
        reading = chance.choice(["draft"] * 7 + ["reviewed"])
        connection.exec_driver_sql("UPDATE articles SET reading = ? WHERE id = ?", (reading, name))


def related(connection: Connection) -> list[str]:
    """What tables of relations say once every article has been related."""
    for article in column(connection, "SELECT id FROM articles ORDER BY id"):
        relate_claims(connection, article)
    return [table_digest(connection, table) for table in WRITTEN]


@pytest.mark.parametrize("seed", range(4))
def test_figures_left_out_would_have_said_nothing(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Setting each figure against every other gives the same rows."""
    file = tmp_path / "mixed.db"
    shutil.copy(filled, file)
    with writer(file).connect() as connection, connection.begin():
        mix(connection, Random(seed))
        narrowed = related(connection)
        assert {"disagrees", "revised"} <= {*column(connection, OF_DRAFTS)}
        monkeypatch.setattr(read_claims, "_CANDIDATES", EVERY_FIGURE)
        assert related(connection) == narrowed
