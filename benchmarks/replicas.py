"""How much sooner two processes of the server answer the same requests than one: seconds by the clock, by ratios.

`python -m benchmarks.replicas [FILE]` prints the ratio. Unlike the other measurements this is of throughput, so it
needs two cores that nobody else uses: on a busy machine repeat it, and trust the lowest.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.filled import copy_of_filled
from benchmarks.measure import Measured, machine

TITLE = "Server processes"

# What readers ask for most: pages that are made anew for each, and data.
PATHS = (
    "/",
    "/people",
    "/relokanty/figure_claims",
    "/relokanty/articles",
    "/relokanty/mentions.json?_size=100",
    "/relokanty/event_timeline.json?_size=20",
)
_CONNECTIONS = 8
# Two processes are to be 1.8 times as fast, so to take so much of the time of one.
_TARGET = 1 / 1.8


def measure(*, quick: bool, file: Path | None = None) -> list[Measured]:
    """Return the time that two processes take for some requests against one, over a file or invented articles."""
    count, rounds, requests = (500, 3, 80) if quick else (10_000, 5, 160)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        served = file or Path(folder) / "filled.db"
        if file is None:
            copy_of_filled(count, served, "published")
        one, two = (servers.enter_context(_serving(served, workers)) for workers in (1, 2))
        for address in (one, two):
            _seconds(address, 6 * len(PATHS))  # every process has opened the file before the clock runs
        pairs = [(_seconds(one, requests), _seconds(two, requests)) for _ in range(rounds)]
    alone, shared = zip(*pairs, strict=True)
    what, seconds = "time of two server processes", statistics.median(shared)
    return [Measured.of_rounds(what, "one", shared, alone, round(_TARGET, 3), seconds=seconds)]


@contextmanager
def _serving(file: Path, workers: int) -> Iterator[str]:
    """Serve a file by so many processes on a free port; yield the address, and stop them."""
    call = f"serve(Path({str(file)!r}), 0, workers={workers})"
    code = f"from pathlib import Path; from website.serve import serve; {call}"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[2]
        finally:
            server.terminate()
            server.wait()


def _seconds(address: str, requests: int) -> float:
    """Return how long a server takes for so many requests, some at a time, each on a connection of its own."""
    started = time.monotonic()
    asyncio.run(_ask(address, requests))
    return time.monotonic() - started


async def _ask(address: str, requests: int) -> None:
    paths = iter([PATHS[number % len(PATHS)] for number in range(requests)])
    await asyncio.gather(*(_ask_in_turn(address, paths) for _ in range(_CONNECTIONS)))


async def _ask_in_turn(address: str, paths: Iterator[str]) -> None:
    """Ask for one path after another. As little as HTTP needs, since whoever asks takes time from the server."""
    place = urlsplit(address)
    for path in paths:
        reading, writing = await asyncio.open_connection(place.hostname, place.port)
        head = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nConnection: close\r\n\r\n"
        writing.write(head.encode("ascii"))
        answer = await reading.read(-1)
        assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
        writing.close()


if __name__ == "__main__":
    sys.stdout.write(f"{machine()}\n")
    for one in measure(quick=True, file=Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        span = f"{one.lowest:.2f} to {one.highest:.2f}, target {one.target}"
        sys.stdout.write(f"{one.what} / {one.against}: {one.value:.2f} ({span})\n")
