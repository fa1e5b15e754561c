"""How long every page takes that the site leads to, tables, views and questions too, over a database of any size.

`python -m benchmarks.serving FILE [ROUNDS]` prints all, the slowest first: milliseconds by the clock at one
connection, without a network between, and of the processor. On a busy machine trust those of the processor.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from benchmarks import pages
from benchmarks.filled import copy_of_filled
from benchmarks.measure import Measured
from website.metadata import DATABASE
from website.questions import questions
from website.tables import PAGES

TITLE = "Serving"

_ROUNDS: Final = 10
# The most milliseconds by the clock for half of the requests for any page, and for 99 in 100.
_HALF, _NEARLY_ALL = 100.0, 400.0
# The most milliseconds of the processor for single answers.
_SINGLE: Final = {"mentions/{row}.json": 2.0, "mentions.json?_size=100": 5.0, "mentions?_size=100": 30.0}
# What people type where a question takes a parameter.
_TYPED: Final = {
    "about": ("border", "12"),
    "basis": ("inferred", "external", "computed"),
    "country": ("Kazakhstan", "Georgia"),
    "person": ("Vladimir Putin",),
    "speaker": ("ivan", "Putin"),
    "q": ("border", "the", "ka"),
}


def measure(*, quick: bool, file: Path | None = None) -> list[Measured]:
    """Return the slowest page, and single answers, against what each may take, over invented articles."""
    count, rounds = (2_000, 5) if quick else (100_000, _ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        served = file or Path(folder) / "filled.db"
        if file is None:
            copy_of_filled(count, served, "published")
        found = pages.timings(served, addresses(served), rounds)
        limits = {address.format(row=_a_mention(served)): most for address, most in _SINGLE.items()}
        single = pages.timings(served, (f"/{DATABASE}/{address}" for address in limits), 5 * rounds)
    slowest, longest = found[0], max(found, key=lambda timing: timing.p99)
    return [
        _ratio(f"{slowest.address}, half of the requests", slowest.p50, _HALF),
        _ratio(f"{longest.address}, 99 of 100 requests", longest.p99, _NEARLY_ALL),
        *(
            _ratio(
                f"{one.address}, of the processor", one.cpu, limits[one.address.removeprefix(f"/{DATABASE}/")]
            )
            for one in single
        ),
    ]


def addresses(file: Path) -> list[str]:
    """Return the addresses of all pages over a database file: our own, and of every table, view and question."""
    found = [*pages.addresses(file), f"/{DATABASE}", *_of_questions()]
    with closing(sqlite3.connect(file)) as connection:
        for table in PAGES:
            found += _of_table(connection, table)
    return found


def _of_table(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield a table's page, its JSON, its page narrowed down by each facet's commonest value, and a row's page."""
    yield f"/{DATABASE}/{table}"
    yield f"/{DATABASE}/{table}.json?_size=100"
    is_table = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    if not is_table:
        return
    for column in PAGES[table].facets:
        sql = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
        for (value,) in connection.execute(sql):
            yield f"/{DATABASE}/{table}?{urlencode({column: value})}"
    keys = [name for _, name, *_, place in connection.execute(f"PRAGMA table_info({table})") if place]
    row = connection.execute(f"SELECT {', '.join(keys)} FROM {table} LIMIT 1").fetchone()
    if row and all(isinstance(part, int) or part.replace("-", "").isalnum() for part in row):
        key = ",".join(quote(str(part)) for part in row)
        yield f"/{DATABASE}/{table}/{key}"
        yield f"/{DATABASE}/{table}/{key}.json"


def _of_questions() -> Iterator[str]:
    for question in questions():
        yield f"/{DATABASE}/{question.name}"
        yield f"/{DATABASE}/{question.name}.json"
        for parameter in question.parameters:
            for typed in _TYPED[parameter]:
                yield f"/{DATABASE}/{question.name}?{urlencode({parameter: typed})}"


def _a_mention(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        (key,) = connection.execute("SELECT id FROM mentions LIMIT 1").fetchone()
    return int(key)


def _ratio(what: str, milliseconds: float, most: float) -> Measured:
    return Measured.once(what, f"{most:g} ms", milliseconds / most, 1.0, seconds=milliseconds / 1000)


def main(arguments: list[str]) -> None:
    """Print the timings of all pages over a file."""
    file, rounds = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else _ROUNDS
    sys.stdout.write("   p50    p99    cpu  first ms    bytes\n")
    for one in pages.timings(file, addresses(file), rounds):
        sys.stdout.write(
            f"{one.p50:6.0f} {one.p99:6.0f} {one.cpu:6.0f} {one.first:6.0f} {one.bytes:11,} "
            f"{one.status} {one.address}\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
