"""What loads cost without extraction: as the file grows, when nothing changed, when one in a hundred changed.

Everything but the extractor is the program's own; what a faultless extractor would find stands in for it. Each load
runs in a process of its own, so that its memory can be told: `python -m benchmarks.loading FOLDER FILE` does one and
prints it as JSON.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import article, articles
from benchmarks.filled import copy_of_filled
from benchmarks.known_findings import KnownPool, number_of
from benchmarks.measure import Measured, growth, say
from loaders import paths
from loaders.conduct import Conductor, seeds_id
from loaders.keeping import keep_digests
from loaders.loading import Loading
from loaders.loads import Inputs
from loaders.read import sources
from schema.engine import writer

TITLE = "Loads without extraction"
_CHANGED_IN = 100
# How many articles more tell what one costs in a file of some size, and how often.
_MORE, _ROUNDS = 300, 5
_FIGURES = """
    SELECT f.article_id, count(*) FROM figures AS f JOIN figure_passages AS p ON p.figure_id = f.id GROUP BY 1
"""
_RELATED = (
    "SELECT article_id, other_article_id FROM article_relations WHERE relation IN ('syndicates', 'rewrites')"
)


@dataclass(frozen=True, slots=True)
class Load:
    """One load: documents written and known as unchanged, texts read, processor seconds without reading, peak MiB."""

    written: int
    unchanged: int
    refused: int
    read: int
    seconds: float
    memory: float


def measure(*, quick: bool) -> list[Measured]:
    """Return what loads cost at each size, and whether the facts that were put in came out."""
    sizes, many = ((200, 1_000), 2_000) if quick else ((1_000, 10_000), 100_000)
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as name:
        files = {size: Path(name, f"{size}.db") for size in (*sizes, many)}
        for size in sizes:
            found += of_size(size, files[size])
        # Filled, not loaded: `loading_many` loads so many, for hours.
        copy_of_filled(many, files[many])
        return [*found, *_growth(files, Path(name, "more"))]


def of_size(size: int, file: Path) -> list[Measured]:
    """Load so many articles into a new file; again with nothing changed, then with one in a hundred changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, size)
        full = _in_own_process(folder, file)
        assert (full.written, full.refused) == (size, 0), full
        return [*_of_full(full, size), *_comes_out(file, size), *_again(folder, file, full, size)]


def load(folder: Path, file: Path) -> Load:
    """Load a folder of invented articles into a working file, by what is known of them."""
    conductor = Conductor()
    conductor.load([], file)
    pool = KnownPool()
    with writer(file, small_steps=True).connect() as connection:
        keep_digests(connection)
        inputs = Inputs(seeds_id(paths.SEEDS), "known")
        loading = Loading(conductor, connection, pool, inputs)  # type: ignore[arg-type] # stands in for a Pool
        start = time.process_time()
        result = loading.load(sources([folder]), iter)
        seconds = time.process_time() - start - pool.seconds
    return Load(
        len(result.loaded), len(result.unchanged), len(result.refused), pool.read, seconds, _peak_memory()
    )


def _peak_memory() -> float:
    """Return the most MiB that this process ever held; what getrusage tells is its parent's where that held more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
    return round(int(line.split()[1]) / 1024)


def _write(folder: Path, size: int, first: int = 0) -> None:
    """Write the articles with ids of their own, so that a text that changes stays the same article."""
    for number, item in enumerate(articles(size, first=first)):
        place = folder / f"{number // 1000:05}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"---\nid: {item.name}\n---\n{item.text}"
        (place / f"{item.name}.md").write_text(text, encoding="utf-8")


def _in_own_process(folder: Path, file: Path) -> Load:
    command = [sys.executable, "-m", "benchmarks.loading", str(folder), str(file)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=paths.PROJECT).stdout
    found = Load(**json.loads(printed))
    progress = f"{found.written:,} written, {found.unchanged:,} unchanged"
    say(f"{progress}: {found.seconds:.1f} s, {found.memory:.0f} MiB")
    return found


def _of_full(full: Load, size: int) -> list[Measured]:
    each = Measured.once(f"an article of {size:,}", "", 1000 * full.seconds / size, unit="ms")
    return [
        each,
        Measured.once(f"peak memory of loading {size:,} articles", "", full.memory, 300.0, unit="MiB"),
    ]


def _growth(files: dict[int, Path], folder: Path) -> list[Measured]:
    """Load some more articles into each file, round by round: they cost the same, whatever the file holds already."""
    seconds: dict[int, list[float]] = {size: [] for size in files}
    for number in range(_ROUNDS):
        _write(folder, _MORE, first=max(files) + number * _MORE)
        for size, file in files.items():
            seconds[size].append(_in_own_process(folder, file).seconds / _MORE)
        shutil.rmtree(folder)
    return growth("an article more", seconds, 1.10)


def _again(folder: Path, file: Path, full: Load, size: int) -> list[Measured]:
    """Load again with nothing changed, then with one in a hundred changed."""
    nothing = _in_own_process(folder, file)
    assert (nothing.written, nothing.unchanged, nothing.read) == (0, size, 0), nothing
    changed = sorted(folder.rglob("*.md"))[::_CHANGED_IN]
    for text in changed:
        # No paragraph more, and no fact: what is known of the article stays true, and its id with its name too.
        text.write_text(text.read_text(encoding="utf-8").rstrip() + " It rained.\n", encoding="utf-8")
    some = _in_own_process(folder, file)
    assert (some.written, some.read) == (len(changed), len(changed)), some
    against = f"loading {size:,} articles"
    return [
        Measured.once(
            "nothing changed", against, nothing.seconds / full.seconds, 0.03, seconds=nothing.seconds
        ),
        Measured.once("texts read when nothing changed", "", nothing.read, 0.0, unit="texts"),
        Measured.once(
            "one in a hundred changed", against, some.seconds / full.seconds, 0.06, seconds=some.seconds
        ),
    ]


def _comes_out(file: Path, size: int) -> list[Measured]:
    """Compare what stands in the file with what was put into the articles."""
    items = [article(number) for number in range(size)]
    put_in = {n: sum(fact.kind == "figure" for fact in item.facts) for n, item in enumerate(items)}
    sources_of = {n: int(item.source.split("-")[1]) for n, item in enumerate(items) if item.source}
    with closing(sqlite3.connect(file)) as connection:
        figures = Counter({_number(name): count for name, count in _of_corpus(connection, _FIGURES)})
        related = {_number(one): _number(other) for one, other in _of_corpus(connection, _RELATED)}
    right = sum(figures[n] == count for n, count in put_in.items())
    # Copies of one text rest on the first of them by day; each of them has the same source in the corpus.
    family = {n: sources_of.get(n, n) for n in range(size)}
    joined = sum(
        n in related or any(related.get(m) == n for m in (source,)) for n, source in sources_of.items()
    )
    astray = sum(family[one] != family[other] for one, other in related.items())
    of = f"{size:,} articles"
    return [
        Measured.once(
            f"figures that come out as put in, of {of}", "", right / size, 1.0, at_least=True, unit="share"
        ),
        Measured.once(
            f"copies and rewrites related, of {of}", "", joined / max(1, len(sources_of)), unit="share"
        ),
        Measured.once(
            f"articles related that have nothing in common, of {of}", "", astray, 0.0, unit="articles"
        ),
    ]


def _of_corpus(connection: sqlite3.Connection, sql: str) -> Iterable[tuple[Any, ...]]:
    return [row for row in connection.execute(sql) if row[0].startswith("invented-")]


def _number(article_id: str) -> int:
    return number_of(Path(article_id))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(load(Path(sys.argv[1]), Path(sys.argv[2])))))
