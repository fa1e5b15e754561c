"""Promises of workers.py: whoever reads, the rows are the same; a process that dies loses nothing, doubles nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import invented
import pytest

from loaders import workers
from loaders.clean import clean
from loaders.conduct import Conductor
from loaders.digests import table_digests
from loaders.errors import InputError, RelokantyError
from loaders.read import read
from loaders.records import CleanDocument
from loaders.workers import CHUNK, Cluster, Pool, pool_of
from schema.engine import reader

STORIES = 2 * CHUNK + 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of short invented documents, more than fit a few chunks; every tenth is refused."""
    folder = tmp_path_factory.mktemp("stories")
    for n in range(STORIES):
        text = "" if n % 10 == 9 else f"Storm {n} hit Sopot.\n\nAbout {n + 300} boats sank, Ewa Lis said.\n"
        (folder / f"story-{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def conductor(tmp_path_factory: pytest.TempPathFactory) -> Conductor:
    """A conductor of invented authorities."""
    seeds = invented.make(tmp_path_factory.mktemp("seeds"))
    seeds.aside(*invented.ARTICLES)
    return seeds.conductor()


def loaded(conductor: Conductor, folder: Path, target: Path, cluster: Cluster) -> dict[str, str]:
    """Load the folder on a cluster; return the digests of the file."""
    result = conductor.load([folder], target, cluster=cluster)
    assert len(result.drafted) == STORIES - STORIES // 10
    assert len(result.refused) == STORIES // 10
    with reader(target).connect() as connection:
        return table_digests(connection)


@pytest.fixture(scope="module")
def expected(conductor: Conductor, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of a file that this process alone has read."""
    return loaded(conductor, folder, tmp_path_factory.mktemp("alone") / "own.db", Cluster())


def test_more_processes_make_the_same_rows(
    conductor: Conductor, folder: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    """Two processes that share the reading give the same file as one, digest by digest."""
    assert loaded(conductor, folder, tmp_path / "own.db", Cluster(workers=2)) == expected


def test_a_process_that_is_killed_loses_nothing(
    conductor: Conductor, folder: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    """A process killed in the middle is replaced, what it was reading is read again, and nothing is there twice."""
    killed: list[int] = []
    killer = threading.Thread(target=_kill_a_child, args=(killed,))
    killer.start()
    try:
        assert loaded(conductor, folder, tmp_path / "own.db", Cluster(workers=2)) == expected
    finally:
        killer.join()
    assert killed


def _kill_a_child(killed: list[int]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for child in multiprocessing.active_children():
            if child.pid is not None:
                os.kill(child.pid, signal.SIGKILL)
                killed.append(child.pid)
                return
        time.sleep(0.05)


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    """A Dask cluster of two processes on this machine."""
    from distributed import LocalCluster  # noqa: PLC0415 - slow to import

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster


def test_a_dask_cluster_makes_the_same_rows(
    conductor: Conductor, folder: Path, expected: dict[str, str], dask: Any, tmp_path: Path
) -> None:
    """Real worker processes of a real cluster give the same file."""
    cluster = Cluster(dask=dask.scheduler_address)
    assert loaded(conductor, folder, tmp_path / "own.db", cluster) == expected


def test_a_dask_worker_that_is_killed_loses_nothing(
    conductor: Conductor, folder: Path, expected: dict[str, str], dask: Any, tmp_path: Path
) -> None:
    """A worker killed in the middle of a run: the load completes, nothing twice, nothing lost."""
    timer = threading.Timer(1.0, lambda: os.kill(dask.workers[0].pid, signal.SIGKILL))
    timer.start()
    cluster = Cluster(dask=dask.scheduler_address)
    assert loaded(conductor, folder, tmp_path / "own.db", cluster) == expected
    timer.join()


def test_no_cluster_at_the_address_is_said_in_one_line(
    conductor: Conductor, folder: Path, tmp_path: Path
) -> None:
    """Where nobody answers, the load ends with the address and writes nothing."""
    with pytest.raises(RelokantyError, match=r"no Dask cluster answers at tcp://127\.0\.0\.1:9: "):
        conductor.load([folder], tmp_path / "own.db", cluster=Cluster(dask="tcp://127.0.0.1:9"))


class Fragile(Executor):
    """Stands for processes that die whenever they read of poison."""

    starts = 0

    def submit(self, fn: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        """Read, or die."""
        Fragile.starts += 1
        future: Future[Any] = Future()
        if any("poison" in document.document.text for document in arguments[0]):
            future.set_exception(BrokenProcessPool("a process ended"))
        else:
            future.set_result(fn(*arguments))
        return future


def texts(folder: Path, *given: str) -> list[CleanDocument]:
    """Return documents of these texts."""
    for n, text in enumerate(given):
        (folder / f"text-{n}.txt").write_text(text, encoding="utf-8")
    return [clean(read(folder / f"text-{n}.txt")) for n in range(len(given))]


def test_a_document_that_kills_its_reader_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the document that no process survives is left out; the others of its chunk are read."""
    monkeypatch.setattr(Pool, "_make", lambda _: Fragile())
    monkeypatch.setattr(workers, "extract_anew", lambda document, _: document.document.file.name)
    documents = texts(tmp_path, "A storm.", "A poison.", "A calm.")
    with pool_of(Cluster(workers=2), tmp_path) as pool:
        monkeypatch.setattr(workers, "_known", lambda _: None)
        one, two, three = pool.submit(documents).result()
    assert [str(found) for found in (one, three)] == ["text-0.txt", "text-2.txt"]
    assert isinstance(two, InputError)
    assert str(two).startswith(f"{tmp_path / 'text-1.txt'}: the process that reads it ends each time")


def test_reading_starts_ahead_of_what_is_waited_for() -> None:
    """Several processes always have chunks to read; one process reads nothing before it must."""
    assert Cluster().ahead == 0
    assert Cluster(workers=2).ahead >= 4
    assert Cluster(dask="tcp://127.0.0.1:8786").ahead >= 4
