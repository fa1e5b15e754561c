"""What merging and exporting cost as articles grow: CPU seconds, peak memory and bytes, each in a process of its own.

`python -m benchmarks.merging [COUNT...]` prints a line for each number of articles.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.filled import fill
from benchmarks.measure import Measured, machine

TITLE = "Merging and exporting"

_SHARDS = 2
# Twice the articles may take so many times the seconds, so that growth is linear within 10 %.
_TARGET = 2.2


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, and the bytes of what it wrote."""

    seconds: float
    mebibytes: float
    bytes: int


def measure(*, quick: bool) -> list[Measured]:
    """Return how much more merging and exporting twice as many articles take; each round on articles of its own."""
    count, rounds = (500, 1) if quick else (2_000, 3)
    found = [[costs(count * size, seed) for size in (1, 2)] for seed in range(rounds)]
    ratios = []
    for name, of in (("merging", 0), ("exporting", 1)):
        half, whole = ([one[of].seconds for one in sizes] for sizes in zip(*found, strict=True))
        what, against = f"{name} {2 * count:,} articles", f"{count:,}"
        ratios.append(Measured.of_rounds(what, against, whole, half, _TARGET, seconds=max(whole)))
    return ratios


def costs(count: int, seed: int = 1) -> tuple[Cost, Cost]:
    """Return what merging so many articles out of two files costs, and exporting the merged file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        each = count // _SHARDS
        shards = [folder / f"shard-{number}.db" for number in range(_SHARDS)]
        # Elsewhere, since a process counts as memory of its own what the one that started it held.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:
            for number, shard in enumerate(shards):
                elsewhere.submit(fill, shard, each, seed, first=number * each, alone=True).result()
        merged, exported = folder / "merged.db", folder / "exported"
        return (
            _cost(["merge", *map(str, shards), "-o", str(merged)], merged),
            _cost(["export", str(merged), "-o", str(exported)], exported),
        )


def _cost(arguments: list[str], written: Path) -> Cost:
    """Run a command of ours; CalledProcessError where it fails."""
    program = shutil.which("relokanty", path=Path(sys.executable).parent)
    assert program is not None
    process = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    files = [written] if written.is_file() else [file for file in written.rglob("*") if file.is_file()]
    kilobytes = used.ru_maxrss
    return Cost(used.ru_utime + used.ru_stime, kilobytes / 1024, sum(file.stat().st_size for file in files))


if __name__ == "__main__":
    sys.stdout.write(f"{machine()}\n")
    for size in map(int, sys.argv[1:] or ("500", "1000", "2000", "4000")):
        for what, cost in zip(("merge", "export"), costs(size), strict=True):
            sys.stdout.write(
                f"{what} {size}: {cost.seconds:.1f} s, {cost.mebibytes:.0f} MiB, {cost.bytes / size:,.0f} bytes each\n"
            )
            sys.stdout.flush()
