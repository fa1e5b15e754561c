"""Kill it anywhere: what `make crash` does hundreds of times, a few times; and two writers, a full disk, any order."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import invented
import pytest
from invented import ARTICLES

from loaders.check import check_database
from loaders.digests import table_digests
from loaders.swap import one_writer
from loaders.workers import CHUNK
from schema.engine import reader

HERE = Path(__file__).parent
RELOKANTY = str(Path(sys.executable).with_name("relokanty"))
LOADER = """
import sys
from pathlib import Path
from loaders.conduct import Conductor
conductor = Conductor(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
result = conductor.load([Path(name) for name in sys.argv[3:]], Path(sys.argv[2]))
assert not result.refused, result.refused
"""


def digests(file: Path) -> dict[str, str]:
    """The digest of every table, but for the one that names the seeds of the file."""
    with reader(file).connect() as connection:
        found = table_digests(connection)
    del found["about_file"]
    return found


def test_a_kill_leaves_old_or_new_and_can_be_repeated() -> None:
    """Builds, loads, upgrades and merges killed at random moments leave whole states, and end alike when run again."""
    done = subprocess.run(
        [sys.executable, HERE / "crash.py", "--kills", "2", "--flips", "4"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.rsplit(maxsplit=5) for line in done.stdout.splitlines()[2:-2]]
    assert [name for name, *_ in rows] == ["build", "load", "upgrade", "upgrade --in-place", "merge"]
    assert [(kills, retried) for _, kills, *_, retried in rows] == [("2", "2")] * 5
    published, working = done.stdout.splitlines()[-2:]
    assert published == "4 single bits flipped in a published file, found by check: 4"
    assert working.endswith("of the others changed a value: 0")


def test_two_loaders_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two loads into one file, started together, both end well, and the file holds what one load of all would."""
    seeds = invented.make(tmp_path)
    documents = [str(file) for file in seeds.aside(*ARTICLES)]
    file = invented.working(tmp_path, with_articles=False)
    parts = (documents[:2], documents[1:])
    with one_writer(file):
        both = [
            subprocess.Popen(
                [sys.executable, "-c", LOADER, seeds.folder, file, *part],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for part in parts
        ]
        for process in both:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
    assert [process.communicate(timeout=60)[1] for process in both] == ["", ""]
    (tmp_path / "whole").mkdir()
    whole = invented.working(tmp_path / "whole", with_articles=False)
    seeds.conductor().load([Path(name) for name in documents], whole)
    assert digests(file) == digests(whole)
    assert check_database(file)[0] == []
    assert not (tmp_path / ".port.db.lock").exists()


def storms(folder: Path, count: int) -> list[Path]:
    """Documents of a page each, in a folder of their own; Polish, so that no extractor reads them."""
    folder.mkdir()
    files = [folder / f"storm-{number:02}.md" for number in range(count)]
    for number, file in enumerate(files):
        lines = [
            f"Storm {number}, hour {hour}: it blew from the north and from the east." for hour in range(30)
        ]
        file.write_text(
            "\n".join(["---", f"id: storm-{number}", "language: pl", "---", *lines]), encoding="utf-8"
        )
    return files


def load_on_a_small_disk(file: Path, more: int, *documents: Path) -> subprocess.CompletedProcess[str]:
    """Load documents in a process whose files may not be longer than the file is now, and so many bytes more."""
    limit = file.stat().st_size + more

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [RELOKANTY, "load", *map(str, documents), "--db", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=small_disk)


@pytest.mark.parametrize("chunks", [0, 1])
def test_a_full_disk_keeps_whole_chunks_only(tmp_path: Path, chunks: int) -> None:
    """Where the file may not grow a load ends in one line; what it had written is whole, and the next completes it."""
    file, documents = invented.working(tmp_path), storms(tmp_path / "storms", 3 * CHUNK)
    conductor = invented.make(tmp_path / "seeds").conductor()
    (tmp_path / "whole").mkdir()
    whole = invented.working(tmp_path / "whole")
    conductor.load(documents[:CHUNK], whole)
    room = (whole.stat().st_size - file.stat().st_size) * 3 // 2 if chunks else 0
    conductor.load(documents, whole)
    before = digests(file)
    done = load_on_a_small_disk(file, room, *documents)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"relokanty: {file}: ")
    conductor.load([], file)
    assert check_database(file)[0] == []
    with closing(sqlite3.connect(file)) as connection:
        held = connection.execute("SELECT paragraph_count FROM articles WHERE id LIKE 'storm-%'").fetchall()
    assert held == [(30,)] * CHUNK * chunks
    assert chunks or digests(file) == before
    conductor.load(documents, file)
    assert {**digests(file), "loads": ""} == {**digests(whole), "loads": ""}


def test_loading_twice_is_loading_once(tmp_path: Path) -> None:
    """A load of what is held already, in another order, changes no row."""
    file, documents = invented.working(tmp_path), storms(tmp_path / "storms", 3)
    conductor = invented.make(tmp_path / "seeds").conductor()
    conductor.load(documents, file)
    before = digests(file)
    conductor.load(documents[::-1], file)
    assert digests(file) == before
