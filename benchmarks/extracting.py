"""What reading costs: the rules over tagger and parser alone, two processes over one, Dask over a pool."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.corpus import articles
from benchmarks.measure import Measured, ratios, timed
from loaders import authorities, paths
from loaders.authorities import Authorities
from loaders.clean import clean
from loaders.extract.extractor import UNREAD_ROLES, extract_document
from loaders.extract.parsing import parse
from loaders.read import read
from loaders.records import CleanDocument
from loaders.workers import CHUNK, Cluster, Pool, extract_chunk

TITLE = "Reading"


def measure(*, quick: bool) -> list[Measured]:
    """Return what reading costs over the parse alone, and on more processes."""
    # Twice as many for the processes: a whole number of chunks for each of two.
    count = 25 if quick else 100
    known, documents = _warm(count)
    chain = ratios(
        {
            "tagger and parser alone": partial(_parse, documents),
            "names, dates, places, figures, statements, events": partial(_extract, documents, known),
        },
        {"names, dates, places, figures, statements, events": 1.25},
        5,
    )
    return [*chain, *_processes(documents * 2, 3)]


def seconds_of_a_text(count: int) -> float:
    """Return the CPU seconds that reading one of so many invented articles takes."""
    known, documents = _warm(count)
    return timed(partial(_extract, documents, known)) / count


def _warm(count: int) -> tuple[Authorities, list[CleanDocument]]:
    """Return documents that were read once: loading models, word lists and gazetteer is no cost of a text."""
    known, documents = authorities.load(paths.SEEDS / paths.AUTHORITIES), _documents(count)
    _extract(documents, known)
    return known, documents


def _documents(count: int) -> list[CleanDocument]:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "invented.txt")
        found = []
        for item in articles(count):
            file.write_text(item.text, encoding="utf-8")
            found.append(clean(read(file)))
    return found


def _parse(documents: list[CleanDocument]) -> None:
    for document in documents:
        for _ in parse(p.text for p in document.paragraphs if p.role not in UNREAD_ROLES):
            pass


def _extract(documents: list[CleanDocument], known: Authorities) -> None:
    for document in documents:
        extract_document(document, known)


def _processes(documents: list[CleanDocument], rounds: int) -> list[Measured]:
    """Compare processes by the time on the wall, since two of them share the work; start-up is left out."""
    from distributed import LocalCluster  # noqa: PLC0415 - slow to import

    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as dask,
        _alone() as one,
        _alone() as other,
    ):
        pools = {
            "one": Pool(Cluster(), paths.SEEDS),
            "two": Pool(Cluster(workers=2), paths.SEEDS),
            "Dask": Pool(Cluster(dask=dask.scheduler_address), paths.SEEDS),
        }
        ways: dict[str, Callable[[list[CleanDocument]], None]] = {
            **{name: partial(_read, pool) for name, pool in pools.items()},
            # What the machine's cores give at most: nothing is shared out, and nothing comes back.
            "apart": partial(_read_apart, (one, other)),
        }
        try:
            for way in ways.values():
                way(documents[: 4 * CHUNK])
            walls: dict[str, list[float]] = {name: [] for name in ways}
            for _ in range(rounds):
                for name, way in ways.items():
                    start = time.perf_counter()
                    way(documents)
                    walls[name].append(time.perf_counter() - start)
        finally:
            for pool in pools.values():
                pool.close()
    alone, two, apart = walls["one"], walls["two"], walls["apart"]
    least, of_rounds = min(two), Measured.of_rounds
    return [
        of_rounds(
            "two processes, in throughput", "one process", alone, two, 1.6, at_least=True, seconds=least
        ),
        of_rounds(
            "two processes that share nothing", "one process", alone, apart, at_least=True, seconds=min(apart)
        ),
        of_rounds(
            "a Dask cluster of two processes", "a pool of two", walls["Dask"], two, 1.05, seconds=least
        ),
    ]


def _alone() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def _read_apart(processes: Sequence[ProcessPoolExecutor], documents: list[CleanDocument]) -> None:
    parts = [documents[number :: len(processes)] for number in range(len(processes))]
    tasks = [one.submit(_read_alone, part) for one, part in zip(processes, parts, strict=True)]
    for task in tasks:
        task.result()


def _read_alone(documents: list[CleanDocument]) -> None:
    extract_chunk(documents, None)


def _read(pool: Pool, documents: list[CleanDocument]) -> None:
    chunks = [documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK)]
    for task in [pool.submit(chunk) for chunk in chunks]:
        task.result()
