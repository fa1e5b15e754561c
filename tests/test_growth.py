"""Promises of scale: what one article costs depends on the article, not on how much the file holds already."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from benchmarks.corpus import article, write
from benchmarks.known_findings import KnownPool
from loaders import paths
from loaders.conduct import Conductor, seeds_id
from loaders.keeping import keep_digests
from loaders.loading import Loading, LoadResult
from loaders.loads import Inputs
from loaders.relate_claims import forget_claims
from loaders.relate_texts import forget_texts
from loaders.statistics import renew_statistics
from loaders.write import remove_article
from schema.engine import writer

FEW, MANY = 40, 240
# Some articles have more to do with others than the rest have: twenty together are alike in any file.
NEW = 20
_EVERY = 10


class Steps:
    """Counts the steps of SQLite's virtual machine, which no other work on the machine changes."""

    def __init__(self, connection: Connection) -> None:
        self.count = 0
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(self._more, _EVERY)

    def _more(self) -> int:
        self.count += _EVERY
        return 0


def load(conductor: Conductor, folder: Path, file: Path) -> tuple[LoadResult, int]:
    """Load documents as a faultless extractor reads them; return also the steps that it took."""
    with writer(file).connect() as connection:
        keep_digests(connection)
        steps = Steps(connection)
        loading = Loading(conductor, connection, KnownPool(), Inputs(seeds_id(paths.SEEDS), "known"))  # type: ignore[arg-type]
        return loading.load(sorted(folder.rglob("*.txt")), iter), steps.count


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the seeds."""
    return Conductor()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, conductor: Conductor) -> dict[int, Path]:
    """A file of few articles and one of six times as many, by their number."""
    folder = tmp_path_factory.mktemp("growth")
    made = {count: folder / f"{count}.db" for count in (FEW, MANY)}
    conductor.load([], made[FEW])
    write(folder / "few", FEW)
    load(conductor, folder / "few", made[FEW])
    shutil.copy(made[FEW], made[MANY])
    write(folder / "more", MANY - FEW, first=FEW)
    load(conductor, folder / "more", made[MANY])
    return made


def test_an_article_costs_the_same_in_a_larger_file(
    files: dict[int, Path], conductor: Conductor, tmp_path: Path
) -> None:
    """In a file six times as large, SQLite takes at most a third more steps to write and relate twenty articles."""
    write(tmp_path / "new", NEW, first=5_000)
    steps = {}
    for count, file in files.items():
        result, steps[count] = load(
            conductor, tmp_path / "new", Path(shutil.copy(file, tmp_path / "copy.db"))
        )
        assert len(result.drafted) == NEW
    assert steps[FEW] > 10_000
    assert steps[MANY] <= 1.33 * steps[FEW], steps


def test_a_withdrawal_costs_the_same_in_a_larger_file(files: dict[int, Path]) -> None:
    """In a file six times as large, SQLite takes at most a third more steps to take out ten articles."""
    steps = {}
    for count, file in files.items():
        with writer(file).connect() as connection, connection.begin() as transaction:
            names = "SELECT id FROM articles WHERE reading = 'draft' ORDER BY id LIMIT 10"
            drafts = connection.exec_driver_sql(names).scalars().all()
            counted = Steps(connection)
            for name in drafts:
                forget_claims(connection, name)
                forget_texts(connection, name)
                remove_article(connection, name)
            transaction.rollback()
            steps[count] = counted.count
    assert steps[FEW] > 1_000
    assert steps[MANY] <= 1.33 * steps[FEW], steps


def test_comparisons_are_forgotten_by_index_whatever_is_believed(
    files: dict[int, Path], tmp_path: Path
) -> None:
    """Columns that are mostly empty look like no help to SQLite; what runs for every article uses them anyway."""
    file = shutil.copy(files[FEW], tmp_path)
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute(
            "UPDATE sqlite_stat1 SET stat = '1000000 1000000' WHERE tbl IN ('comparisons', 'figure_relations')"
        )
    with writer(Path(file)).connect() as connection:
        driver: Any = connection.connection.driver_connection
        told: list[str] = []
        driver.set_trace_callback(told.append)
        forget_claims(connection, article(0).name)
        driver.set_trace_callback(None)
        deletes = [sql for sql in told if sql.startswith("DELETE")]
        plans = {sql: str(driver.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()) for sql in deletes}
    assert len(plans) > 5
    assert not [
        sql for sql, plan in plans.items() if "SCAN comparisons" in plan or "SCAN figure_relations" in plan
    ]


def test_what_was_put_in_comes_out(files: dict[int, Path]) -> None:
    """Every person, place, date and figure of the invented articles stands in its own article, and no other does."""
    told = {number: article(number).facts for number in range(MANY)}
    query = {
        "figure": "SELECT f.article_id, count(*) FROM figures AS f JOIN figure_passages AS p ON p.figure_id = f.id "
        "GROUP BY 1",
        "date": "SELECT g.article_id, count(*) FROM dates AS d JOIN passages AS p ON p.id = d.passage_id "
        "JOIN paragraphs AS g ON g.id = p.paragraph_id GROUP BY 1",
    }
    with closing(sqlite3.connect(files[MANY])) as connection:
        for kind, sql in query.items():
            found = {
                name.split("-")[1]: count for name, count in connection.execute(sql) if "invented" in name
            }
            expected = {
                f"{number:08}": sum(fact.kind == kind for fact in facts) for number, facts in told.items()
            }
            assert found == {name: count for name, count in expected.items() if count}, kind


def test_statistics_follow_the_file(files: dict[int, Path]) -> None:
    """A file that doubled was looked at anew while it was loaded, so that no look-up reads a whole table."""
    with closing(sqlite3.connect(files[MANY])) as connection:
        (believed,) = connection.execute(
            "SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'articles'"
        ).fetchone()
    assert believed > MANY / 2
    with writer(files[MANY]).connect() as writing, writing.begin():
        assert not renew_statistics(writing)
