"""Promises of snapshot.py: what is served stays one build while its file is written or swapped, until a reload."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import httpx
import invented
import pytest

from loaders.errors import DatabaseError
from website.serve import application
from website.snapshot import Snapshots, take

BUILD = "/relokanty.json?_shape=arrayfirst&sql=select+content+from+about_file+where+name='build_id'"
ARTICLES = "/relokanty.json?_shape=arrayfirst&sql=select+count(*)+from+articles"


def answers(snapshots: Snapshots, path: str, count: int) -> list[Any]:
    """The distinct answers to so many requests at once."""

    async def ask() -> list[Any]:
        transport = httpx.ASGITransport(app=snapshots)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            found = await asyncio.gather(*(client.get(path) for _ in range(count)))
        return sorted({json.dumps(answer.json()) for answer in found})

    return asyncio.run(ask())


def test_a_build_under_a_running_server_is_seen_after_a_reload(tmp_path: Path) -> None:
    """While a build swaps the file in, 60 answers at once are of the old one; after a reload 60 of 60 of the new."""
    file = invented.published(tmp_path)
    (tmp_path / "snapshots").mkdir()
    snapshots = Snapshots(file, tmp_path / "snapshots", application)
    # One request, so that some threads open their file only after it was swapped.
    (old,) = answers(snapshots, BUILD, 1)
    seeds = invented.make(tmp_path / "other")
    seeds.replace("authorities/makers.yaml", "a tester", "a Tester")
    new = json.dumps([seeds.conductor().build(file)])
    assert answers(snapshots, BUILD, 60) == [old]
    asyncio.run(snapshots.reload())
    assert answers(snapshots, BUILD, 60) == [new] != [old]
    for _ in range(3):
        asyncio.run(snapshots.reload())
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_load_into_a_served_file_is_seen_after_a_reload(tmp_path: Path) -> None:
    """A working file is served as it was at the start, while rows are written to it, until the server reloads."""
    seeds = invented.make(tmp_path / "seeds")
    documents = seeds.aside(*invented.ARTICLES)
    file = invented.working(tmp_path, with_articles=False)
    (tmp_path / "snapshots").mkdir()
    snapshots = Snapshots(file, tmp_path / "snapshots", application)
    (before,) = answers(snapshots, ARTICLES, 1)
    seeds.conductor().load(documents, file)
    assert answers(snapshots, ARTICLES, 20) == [before]
    asyncio.run(snapshots.reload())
    assert answers(snapshots, ARTICLES, 60) == [json.dumps([json.loads(before)[0] + 3])]


def test_a_snapshot_holds_what_was_committed(tmp_path: Path) -> None:
    """What was committed is in a snapshot, even if it still stands in a write-ahead log; what was not is not."""
    file = invented.working(tmp_path)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("DELETE FROM figure_relations")
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM figure_places")
        take(file, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM figure_relations").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM figure_places").fetchone() == (1,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (invented.other_program, "another program"),
        (invented.other_revision(1), "newer relokanty"),
        (invented.other_revision(-1), "relokanty upgrade"),
        (lambda file: file.write_text("<!doctype html>"), "not an SQLite database"),
    ],
)
def test_a_file_of_another_revision_is_not_served(tmp_path: Path, spoil: Any, told: str) -> None:
    """What is not a database of ours at the newest revision is refused in one line before anything is served."""
    spoil(tmp_path / "port.db")
    with pytest.raises(DatabaseError, match=told):
        take(tmp_path / "port.db", tmp_path / "copy.db")


def test_the_server_reloads_when_told(tmp_path: Path) -> None:
    """The command serves a working file; after a load and SIGHUP it shows the new rows; nothing is left behind."""
    seeds = invented.make(tmp_path / "seeds")
    documents = seeds.aside(*invented.ARTICLES)
    (tmp_path / "served").mkdir()
    file = invented.working(tmp_path / "served", with_articles=False)
    (tmp_path / "temporary").mkdir()
    code = f"from pathlib import Path; from website.serve import serve; serve(Path({str(file)!r}), 0)"
    environment = {"TMPDIR": str(tmp_path / "temporary"), "PATH": ""}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=-1, stderr=-1, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[2].rstrip("/")
        (before,) = read(address)
        seeds.conductor().load(documents, file)
        assert read(address) == [before]
        server.send_signal(signal.SIGHUP)
        end = time.monotonic() + 20
        while read(address) == [before] and time.monotonic() < end:
            time.sleep(0.1)
        assert read(address) == [before + 3]
        shutil.move(file, tmp_path / "away.db")
        server.send_signal(signal.SIGHUP)
        assert "no such file" in (server.stderr.readline() if server.stderr else "")
        assert read(address) == [before + 3]
        server.send_signal(signal.SIGINT)
        assert server.communicate(timeout=10) == ("", "")
    assert list((tmp_path / "temporary").iterdir()) == []


def read(address: str) -> list[int]:
    """Ask a server how many articles it has."""
    with urlopen(f"{address}{ARTICLES}") as answer:  # noqa: S310 - our own server
        found: list[int] = json.load(answer)
    return found
