"""Connections: what a writer of small steps keeps in memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from schema.engine import writer

DESCRIPTORS = Path("/proc/self/fd")
# Some hundred pages, of which SQLite keeps only the first few of what may be taken back without a temporary file.
ROWS = [(number, "x" * 4000) for number in range(100)]


def temporary_files() -> list[str]:
    """The files without a name that SQLite holds open in this process."""
    targets = (os.readlink(link) for link in DESCRIPTORS.iterdir() if link.is_symlink())
    return [target for target in targets if "etilqs_" in target]


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="only Linux lists the files of a process")
@pytest.mark.parametrize(("small_steps", "files"), [(False, 1), (True, 0)])
def test_small_steps_write_no_temporary_file(tmp_path: Path, small_steps: bool, files: int) -> None:
    """What savepoints may take back stays in memory where steps are small, and is brought back from there."""
    with writer(tmp_path / "file.db", small_steps=small_steps).connect() as connection:
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)")
            connection.exec_driver_sql("INSERT INTO texts VALUES (?, ?)", ROWS)
        with connection.begin():
            connection.exec_driver_sql("UPDATE texts SET text = text || 'y'")
            # What the transaction changed before is what a savepoint must be able to bring back.
            with connection.begin_nested() as savepoint:
                connection.exec_driver_sql("UPDATE texts SET text = text || 'z'")
                assert len(temporary_files()) == files
                savepoint.rollback()
        assert connection.exec_driver_sql("SELECT sum(text LIKE '%xy') FROM texts").scalar() == len(ROWS)
