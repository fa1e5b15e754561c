"""workers: the extractor on several processes or machines, behind one interface: `concurrent.futures.Executor`.

Documents are sent in chunks and come back in order, whoever read them; a chunk whose process dies is read again, and a
document that kills every process that reads it is refused by name. Nothing here writes.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders import authorities, paths, withhold
from loaders.authorities import Authorities
from loaders.errors import InputError, RelokantyError
from loaders.extraction import Extraction, extract_anew
from loaders.records import CleanDocument

# Chunks of one or two seconds, so that sending them costs less than a hundredth.
CHUNK = 25
_ATTEMPTS = 3
Found = Extraction | InputError


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the extractor runs: `workers` processes of this machine, or a Dask cluster at an address."""

    workers: int = 1
    dask: str | None = None

    @property
    def ahead(self) -> int:
        """How many chunks are under way before the first is waited for, so that no process is ever idle."""
        return 0 if self.workers == 1 and self.dask is None else 2 * max(self.workers, 4)


HERE = Cluster()


class Pool:
    """Reads chunks of documents, here or elsewhere."""

    def __init__(self, cluster: Cluster, seeds: Path) -> None:
        self.ahead = cluster.ahead
        # Another machine has its seeds elsewhere; only a folder of one's own is named to it.
        self._seeds = None if seeds == paths.SEEDS else seeds
        self._cluster = cluster
        self._executor: Executor | None = None
        self._client: Any = None

    def submit(self, documents: Sequence[CleanDocument]) -> Task:
        """Start reading some documents, at most a chunk of them."""
        return Task(self, tuple(documents))

    def start(self, documents: Sequence[CleanDocument]) -> Future[list[Extraction]]:
        """Hand documents to the executor, which is made at the first ones."""
        if self._cluster.ahead == 0:
            return _done(documents, self._seeds)
        self._executor = self._executor or self._make()
        try:
            return self._executor.submit(extract_chunk, list(documents), self._seeds)
        except (BrokenProcessPool, OSError):
            # A pool that breaks while a process is started closes the pipes under it, which is an OSError.
            if not isinstance(self._executor, ProcessPoolExecutor):
                raise
            self.renew()
            return self._executor.submit(extract_chunk, list(documents), self._seeds)

    def renew(self) -> None:
        """Put new processes in the place of those that died."""
        self.close()
        self._executor = self._make()

    def close(self) -> None:
        """End the processes, or leave the cluster."""
        if self._executor is not None:
            # Dask's executor forgets what is under way by itself, and does not know the word.
            options = {"cancel_futures": True} if isinstance(self._executor, ProcessPoolExecutor) else {}
            self._executor.shutdown(wait=True, **options)
            self._executor = None
        if self._client is not None:
            self._client.close()
            self._client = None

    def _make(self) -> Executor:
        if self._cluster.dask is None:
            # Not forked: a copy of a process that has threads can hang.
            context = multiprocessing.get_context("spawn")
            return ProcessPoolExecutor(self._cluster.workers, mp_context=context)
        try:
            from distributed import Client  # noqa: PLC0415 - an optional extra, and slow to import
        except ImportError as error:
            raise RelokantyError("--dask needs dask.distributed: pip install -e '.[dask]'") from error
        try:
            self._client = Client(self._cluster.dask, timeout=5)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise RelokantyError(f"no Dask cluster answers at {self._cluster.dask}: {error}") from error
        executor: Executor = self._client.get_executor(pure=False)
        return executor


class Task:
    """Documents that are being read."""

    def __init__(self, pool: Pool, documents: tuple[CleanDocument, ...]) -> None:
        self._pool = pool
        self._documents = documents
        self._future = pool.start(documents) if documents else None

    def result(self) -> list[Found]:
        """Return what was found in each document, in order; an error for one that no process survives."""
        if self._future is None:
            return []
        for _ in range(_ATTEMPTS):
            try:
                return list(self._future.result())
            except BrokenProcessPool:
                self._pool.renew()
                self._future = self._pool.start(self._documents)
        if len(self._documents) == 1:
            reason = "the process that reads it ends each time; it is left out"
            return [InputError(reason, self._documents[0].document.file)]
        return [found for document in self._documents for found in Task(self._pool, (document,)).result()]


@contextmanager
def pool_of(cluster: Cluster, seeds: Path) -> Iterator[Pool]:
    """Give a pool of workers, and end it."""
    pool = Pool(cluster, seeds)
    try:
        yield pool
    finally:
        pool.close()


def extract_chunk(documents: list[CleanDocument], seeds: Path | None) -> list[Extraction]:
    """Read documents, in whatever process this is called; `seeds` is None for those of this checkout."""
    known = _known(seeds or paths.SEEDS)
    return [extract_anew(document, known) for document in documents]


@lru_cache(maxsize=1)
def _known(seeds: Path) -> Authorities:
    folder = seeds / paths.AUTHORITIES
    return authorities.load(folder, withhold.load(folder / withhold.FILE).text)


def _done(documents: Sequence[CleanDocument], seeds: Path | None) -> Future[list[Extraction]]:
    """Read documents at once, in this process."""
    future: Future[list[Extraction]] = Future()
    future.set_result(extract_chunk(list(documents), seeds))
    return future
