"""Promises of loading hostile files: no crash, bounded time and memory, each told with its place and reason."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import hostile
import pytest
from hostile import FILES, LOADED, Hostile, Named, Outcome

from loaders.check import check_database

SECONDS = 60  # for a third of the files at once, on a machine that does other things too
MEBIBYTES = (
    1_200  # of which the language model takes some 400, and the process of the test may be a good part
)
BATCHES = 3


@dataclass(frozen=True)
class Batch:
    """What one process did with every third of the hostile files."""

    outcome: Outcome
    database: Path
    held: set[str]


@pytest.fixture(scope="module")
def batches(tmp_path_factory: pytest.TempPathFactory) -> list[Batch]:
    """Load all hostile files, a folder of every third of them at a time, into working files of their own."""
    folder = tmp_path_factory.mktemp("hostile")
    made: list[Batch] = []
    for number in range(BATCHES):
        place, database = folder / str(number), folder / f"{number}.db"
        place.mkdir()
        if made:
            shutil.copyfile(folder / "base.db", database)
        else:
            hostile.run([place], folder / "base.db")
            shutil.copyfile(folder / "base.db", database)
        for each in FILES[number::BATCHES]:
            each.make(place / each.name)
        outcome = hostile.run([place], database)
        made.append(Batch(outcome, database, hostile.held_files(database)))
    return made


@pytest.mark.parametrize("number", range(len(FILES)), ids=lambda number: ascii(FILES[number].name)[1:40])
def test_a_hostile_file_is_told_or_harmless(batches: list[Batch], number: int) -> None:
    """What must be refused is told with file, place and reason, and leaves no row; the rest is loaded."""
    batch = batches[number % BATCHES]
    assert hostile.fault(FILES[number], batch.outcome, batch.held) is None


def test_time_and_memory_are_bounded(batches: list[Batch]) -> None:
    """A third of the files at once takes less than a minute and some hundred MiB, and ends with status 2."""
    for batch in batches:
        assert batch.outcome.status == 2
        assert batch.outcome.seconds < SECONDS
        assert batch.outcome.mebibytes < MEBIBYTES


def test_reports_are_one_line_each_and_can_be_shown(batches: list[Batch]) -> None:
    """A report holds no sign that a terminal would obey, and no file has two lines but those of many documents."""
    for batch in batches:
        lines = batch.outcome.err.splitlines()
        assert all(line.isprintable() for line in lines)
        assert all(line.startswith("relokanty: ") for line in lines)


def test_what_is_held_is_sound(batches: list[Batch]) -> None:
    """Nothing is wrong with the files that were written; no script of a page is text, and plain text is as given."""
    for batch in batches:
        assert check_database(batch.database)[0] == []
        with closing(sqlite3.connect(batch.database)) as connection:
            texts = dict(
                connection.execute(
                    "SELECT a.source_file, group_concat(p.text, char(10)) FROM paragraphs AS p "
                    "JOIN articles AS a ON a.id = p.article_id GROUP BY a.id"
                )
            )
        for each in FILES:
            if each.name in texts and each.name.endswith(".html"):
                assert "alert(" not in texts[each.name]
                assert "<" not in texts[each.name]
        if "override.txt" in texts:
            assert texts["override.txt"] == f"Ewa \u202esiL\u202c said. {hostile.NEWS}"


def test_the_cases_are_many() -> None:
    """Over 70 files, no two of one name; some are harmless; the page of docs tells of each."""
    names = [each.name for each in FILES]
    assert len(names) == len(set(names)) > 70
    assert any(each.told == LOADED for each in FILES)
    told = hostile.PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ")[:2] for line in told if line.startswith("| ")][2:]
    assert len(rows) == len(FILES)
    assert [row[1] for row in rows] == [hostile.told_of(each) for each in FILES]


def test_a_fault_is_noticed() -> None:
    """A crash, a file that was loaded though it should not be, or a report without its place, are faults."""
    bad = Hostile("bad.txt", "holds a NUL", Named(b"bad.txt"), ":2: ")
    told = "relokanty: /x/bad.txt:2: holds a NUL character"
    assert hostile.fault(bad, Outcome(2, "", told, 0, 0), set()) is None
    assert hostile.fault(bad, Outcome(2, "", told, 0, 0), {"bad.txt"}) == "loaded"
    assert hostile.fault(bad, Outcome(2, "", told.replace(":2:", ":3:"), 0, 0), set()) is not None
    assert hostile.fault(bad, Outcome(-11, "", told, 0, 0), set()) is not None
    assert hostile.fault(bad, Outcome(2, "", f"Traceback\n{told}", 0, 0), set()) is not None
    good = Hostile("good.txt", LOADED, Named(b"good.txt"))
    assert hostile.fault(good, Outcome(0, "", "", 0, 0), {"good.txt"}) is None
    assert hostile.fault(good, Outcome(0, "", "", 0, 0), set()) is not None
