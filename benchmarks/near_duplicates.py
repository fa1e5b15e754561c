"""What the search for near-duplicates costs: for an article among more and more, and against reading it."""

from __future__ import annotations

import statistics
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.extracting import seconds_of_a_text
from benchmarks.filled import copy_of_filled
from benchmarks.measure import Measured, growth, timed
from loaders.relate_texts import forget_texts, relate_texts
from schema.engine import writer

TITLE = "Near-duplicates"
_OF_READING = 0.05
_SOUGHT, _ROUNDS = 100, 5


def measure(*, quick: bool) -> list[Measured]:
    """Return what the search costs for an article in files of each size; it costs the same in all."""
    sizes = (1_000, 4_000) if quick else (10_000, 100_000)
    reading = seconds_of_a_text(25)
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    with tempfile.TemporaryDirectory() as name:
        files = {size: Path(name, f"{size}.db") for size in sizes}
        for size, file in files.items():
            copy_of_filled(size, file)
        for _ in range(_ROUNDS):
            for size, file in files.items():
                seconds[size].append(timed(partial(_relate_last, file, _SOUGHT)) / _SOUGHT)
    each = statistics.median(seconds[max(sizes)])
    what = "search for near-duplicates of an article"
    share = Measured.once(
        f"{what} among {max(sizes):,}", "reading it", each / reading, _OF_READING, seconds=each
    )
    return [share, *growth(what, seconds, 1.20)]


def _relate_last(file: Path, count: int) -> None:
    with writer(file).connect() as connection, connection.begin() as transaction:
        names = "SELECT id FROM articles WHERE text_kind = 'full' ORDER BY id DESC LIMIT ?"
        for article in connection.exec_driver_sql(names, (count,)).scalars().all():
            forget_texts(connection, article)
            relate_texts(connection, article)
        transaction.rollback()
