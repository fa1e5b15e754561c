"""The addresses of our own pages over a database of any size, and how long it takes to ask for them."""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from benchmarks.measure import cpu_seconds
from website.metadata import DATABASE
from website.serve import application

# For each table whose rows have a page of ours: the id of the row with most to show, and of any other.
_ROWS: Final = {
    "articles": "SELECT article_id FROM figures GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "persons": "SELECT party_id FROM mentions JOIN persons ON persons.id = party_id GROUP BY 1 "
    "ORDER BY count(*) DESC, 1 LIMIT 1",
    "organisations": "SELECT publisher_id FROM articles GROUP BY 1 "
    "ORDER BY publisher_id IS NULL, count(*) DESC LIMIT 1",
    "groups": "SELECT id FROM groups ORDER BY id LIMIT 1",
    "places": "SELECT place_id FROM mentions WHERE place_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "events": "SELECT event_id FROM event_reports GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "figures": "SELECT id FROM figures ORDER BY id DESC LIMIT 1",
    "statements": "SELECT id FROM statements ORDER BY id DESC LIMIT 1",
    "measures": "SELECT measure_id FROM figures GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "propositions": "SELECT id FROM propositions ORDER BY id LIMIT 1",
    "comparisons": "SELECT id FROM comparisons ORDER BY id LIMIT 1",
}
# Pages with an address of their own; `{table}` stands for the row of that table above, `{word}` for one of its title.
_ADDRESSES: Final = (
    "/",
    "/articles",
    "/articles?page=7",
    "/people",
    "/people?q=Ivan",
    "/people?kind=person&page=7",
    "/map",
    "/map?kind=settlement",
    "/map?article={articles}",
    "/map.geojson",
    "/timeline",
    "/timeline?article={articles}",
    "/timeline?person={persons}",
    "/timeline?country=RU",
    "/timeline?type=journey",
    "/timeline.ics",
    "/timeline.atom",
    "/articles.atom",
    "/numbers",
    "/disagreements",
    "/disagreements?verdict=disagrees&page=2",
    "/timeline?when=2023-04",
    "/timeline?type=journey&country=RU",
    "/timeline?page=9",
    "/map?box=20,45,40,60",
    "/search",
    "/search?q=Swerdlin",
    "/search?q=a",
    "/search?q=the",
    "/search?q=mobilization",
    "/search?q=Petrow+Iwan",
    "/search?q=%D0%9F%D1%83%D1%82%D0%B8%D0%BD",
    "/search?q=zzqqxx",
    "/ask",
    "/schema",
    "/take",
    "/dataset.jsonld",
    "/llms.txt",
    "/robots.txt",
    "/reconcile",
    "/reconcile?queries={batch}",
    "/reconcile?extend={extend}",
    "/reconcile/suggest/entity?prefix=ki",
    "/reconcile/suggest/property?prefix=na",
    "/reconcile/properties?type=persons",
    "/reconcile/preview?id=persons/{persons}",
    "/reconcile/view?id=persons/{persons}",
)
_BATCH: Final = '{"q0": {"query": "Vladimir Putin"}, "q1": {"query": "Swerdlin"}, "q2": {"query": "Almaty"}}'


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a page takes: wall milliseconds of half and of 99 in 100 requests, CPU milliseconds of one; its
    status, and its bytes."""

    address: str
    status: int
    first: float
    p50: float
    p99: float
    cpu: float
    bytes: int


def addresses(file: Path) -> list[str]:
    """Return the addresses of all our own pages over a database file, with the rows that have most to show."""
    with closing(sqlite3.connect(file)) as connection:
        found = {table: connection.execute(sql).fetchone() for table, sql in _ROWS.items()}
    rows = {table: str(row[0]) for table, row in found.items() if row and row[0] is not None}
    fill = {
        **dict.fromkeys(_ROWS, ""),
        **rows,
        "batch": quote(_BATCH),
        "extend": quote(f'{{"ids": ["persons/{rows["persons"]}"], "properties": [{{"id": "also-named"}}]}}'),
    }
    pages = [f"/{DATABASE}/{table}/{quote(key)}" for table, key in rows.items()]
    return [address.format_map(fill) for address in _ADDRESSES] + pages


def timings(file: Path, asked: Iterable[str], rounds: int) -> list[Timing]:
    """Return the timing of some addresses over a database file, the slowest first: one connection, and no network."""
    return sorted(asyncio.run(_measured(file, asked, rounds)), key=lambda timing: -timing.p50)


async def _measured(file: Path, pages: Iterable[str], rounds: int) -> list[Timing]:
    datasette = application(file)
    await datasette.client.get("/-/versions.json")
    return [await _time(datasette, page, rounds) for page in pages]


async def _time(datasette: Any, address: str, rounds: int) -> Timing:
    walls, cpus = [], []
    for _ in range(rounds + 1):
        wall, cpu = time.perf_counter(), cpu_seconds()
        answer = await datasette.client.get(address)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (cpu_seconds() - cpu))
        if walls[0] > 2000 and len(walls) == 2:
            break
    later = sorted(walls[1:])
    return Timing(
        address,
        answer.status_code,
        walls[0],
        statistics.median(later),
        later[min(len(later) - 1, int(len(later) * 0.99))],
        statistics.median(cpus[1:]),
        len(answer.content),
    )
