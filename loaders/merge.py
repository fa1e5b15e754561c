"""merge: files that were filled apart become one, with the rows that one load of all their documents would give."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from loaders import database
from loaders.database import in_one_line, newest_revision, require_ours
from loaders.digests import store_digests
from loaders.errors import DatabaseError, InputError
from loaders.ownership import ABOUT, is_introduced
from loaders.relate import relate
from loaders.relate_claims import relate_claims
from loaders.relate_texts import relate_texts
from loaders.shards import Shards
from loaders.swap import one_writer, require_at_rest, take_name, unfinished
from loaders.write import rebuild_search
from schema.engine import writer

_PAGE: Final = 500
# Where the header of a file counts its changes: https://www.sqlite.org/fileformat2.html, section 1.3.
_CHANGES: Final = slice(24, 28)
# Of what is told of articles and entries, so many are named; memory does not grow with them.
_NAMED: Final = 1_000


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to: articles in the new file, and what was passed over, in sentences.

    With `conflicts` nothing was written.
    """

    articles: int
    notes: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


def merge(
    files: Sequence[Path],
    target: Path,
    prefer: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
    waiting: Callable[[Path], None] | None = None,
) -> Merged:
    """Make one working file of several, whatever their order; the new file takes its name whole or not at all.

    Equal articles and entries of the authorities become one; what differs is a conflict, unless `prefer` names the
    file that is believed. Raises DatabaseError where a file is not ours, of another revision, in use or changed
    meanwhile, or where the target exists; InputError where the same file is given twice.
    """
    _require_distinct(files, target)
    preferred = _place_of(prefer, files)
    before = [_state(file) for file in files]
    # An entry stays as the first file has it, so the one that is believed goes first.
    order = sorted(range(len(files)), key=lambda shard: shard != preferred)
    with one_writer(target, waiting), in_one_line(target, "nothing was written"):
        if target.exists():
            raise DatabaseError(f"{target}: is there already; move it away, or give -o another file")
        with unfinished(target) as file:
            database.upgrade(file)
            with closing(sqlite3.connect(file, isolation_level=None, uri=True)) as connection:
                merged = _Merge(Shards(connection, files), files, preferred, order, say).run(connection)
            _require_unchanged(files, before)
            if merged.conflicts:
                return merged
            with writer(file).connect() as opened:
                say("relating")
                _relate_all(opened)
                _finish(opened)
            _require_unchanged(files, before)
            take_name(file, target)
    return merged


@dataclass(frozen=True, slots=True)
class _Merge:
    """One merge under way: the shards in the order in which they are taken up."""

    shards: Shards
    files: Sequence[Path]
    preferred: int | None
    order: Sequence[int]
    say: Callable[[str], None]

    def run(self, connection: sqlite3.Connection) -> Merged:
        """Copy all rows but those that `relate` writes, unless there are conflicts."""
        about, notes, conflicts = [], _Told(), _Told()
        for shard in self.order:
            self.say(f"looking into {self.files[shard]}")
            with self.shards.attached(shard):
                about.append(self.shards.about())
                notes.add(
                    f"{self.files[shard]}: left out {name}, which is not ours"
                    for name in self.shards.users_own()
                )
                self._entries(shard, notes, conflicts)
                self.shards.add_candidates(shard)
        articles = self.shards.gather()
        for shard in self.order:
            with self.shards.attached(shard):
                self.shards.read_several(shard)
        self._choices(notes, conflicts)
        if conflicts.sentences:
            return Merged(0, (), conflicts.all())
        self.shards.without_indexes()
        for shard in self.order:
            self.say(f"copying {self.files[shard]}")
            with self.shards.attached(shard):
                self.shards.copy(shard)
        self.say("indexing")
        self.shards.with_indexes()
        # What is asked while relating would otherwise be looked for in the wrong order.
        connection.execute("ANALYZE")
        builds = sorted({one.get("build_id", "") for one in about})
        if len(builds) > 1:
            notes.add([f"made from {len(builds)} different states of the seeds: {', '.join(builds)}"])
        _write_about(connection, builds)
        return Merged(articles, notes.all())

    def _entries(self, shard: int, notes: _Told, conflicts: _Told) -> None:
        """Add a shard's entries; tell what the preferred file settles, and what nothing does."""
        for found in self.shards.add_entries(shard):
            which = (
                f"{found.entry}, of {found.list}: {self.files[found.earlier]} and {self.files[shard]} differ"
            )
            if found.earlier == self.preferred:
                notes.add([f"{which}; taken from {self.files[found.earlier]}"])
            else:
                conflicts.add([which])

    def _choices(self, notes: _Told, conflicts: _Told) -> None:
        """Choose a shard for each article; tell what was passed over, and what nothing settles."""
        for article, choice in self.shards.choices(self.preferred):
            taken = self.files[choice.taken]
            others = ", ".join(str(self.files[shard]) for shard in choice.overruled or choice.less)
            if choice.between is not None:
                one, other = (self.files[shard] for shard in choice.between)
                conflicts.add([f"{article}: {one} and {other} have another {choice.differs}"])
            elif choice.overruled:
                notes.add([f"{article}: {others} has another {choice.differs}; taken from {taken}"])
            else:
                notes.add([f"{article}: taken from {taken}; {others} has less of it"])


class _Told:
    """Sentences about articles and entries, of which only so many are kept."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self._more = 0

    def add(self, sentences: Iterable[str]) -> None:
        """Add sentences, or count them where there are too many."""
        for sentence in sentences:
            if len(self.sentences) < _NAMED:
                self.sentences.append(sentence)
            else:
                self._more += 1

    def all(self) -> tuple[str, ...]:
        """Return the sentences kept, and how many there were beside them."""
        return (*self.sentences, *([f"and {self._more} more of the kind"] if self._more else []))


def _relate_all(connection: Connection) -> None:
    """Relate what was written apart: events that any article may report, then texts, then claims."""
    shared = f"SELECT id FROM events WHERE id > ? AND NOT {is_introduced('id', 'main')}"
    for events in _pages(connection, shared):
        with connection.begin():
            relate(connection, events)
    # All texts first: on whose word a claim rest depends on every text.
    for relate_one in (relate_texts, relate_claims):
        for articles in _pages(connection, "SELECT id FROM articles WHERE id > ?"):
            with connection.begin():
                for article in articles:
                    relate_one(connection, article)


def _pages(connection: Connection, query: str) -> Iterator[list[str]]:
    """Yield ids in pages, in order."""
    last = ""
    while True:
        with connection.begin():
            page = connection.exec_driver_sql(f"{query} ORDER BY id LIMIT {_PAGE}", (last,)).scalars().all()
        if not page:
            return
        yield list(page)
        last = page[-1]


def _finish(connection: Connection) -> None:
    """Make search, store digests, let SQLite learn how values are spread, and look that references lead somewhere."""
    with connection.begin():
        rebuild_search(connection)
        store_digests(connection)
        connection.exec_driver_sql("ANALYZE")
        astray = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if astray is not None:
        raise DatabaseError(
            f"{astray[0]}: row {astray[1]} refers to a row of {astray[2]} that no file has; run `relokanty check` on "
            "each file; nothing was written"
        )


def _write_about(connection: sqlite3.Connection, builds: Sequence[str]) -> None:
    """Say what the new file is; one of several states of the seeds has a build id of its own."""
    together = hashlib.sha256("\n".join(builds).encode()).hexdigest()[:16]
    facts = {
        "state": "working",
        "build_id": builds[0] if len(builds) == 1 else together,
        "schema_revision": str(newest_revision()),
        "program_version": version("relokanty"),
    }
    connection.executemany(f"INSERT INTO {ABOUT} (name, content) VALUES (?, ?)", facts.items())


def _require_distinct(files: Sequence[Path], target: Path) -> None:
    for file in files:
        require_ours(file)
        require_at_rest(file)
    places = [file.resolve() for file in files]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise InputError("given twice; give each file once", files[number])
        if place == target.resolve():
            raise InputError("is one of the files to merge; give -o another file", target)


def _place_of(prefer: Path | None, files: Sequence[Path]) -> int | None:
    if prefer is None:
        return None
    for number, file in enumerate(files):
        if file.resolve() == prefer.resolve():
            return number
    raise InputError("is preferred, but not among the files to merge", prefer)


def _state(file: Path) -> tuple[object, ...]:
    """Return what changes whenever SQLite writes to a file."""
    with file.open("rb") as opened:
        header = opened.read(100)
    found = file.stat()
    return (header[_CHANGES], found.st_size, found.st_mtime_ns, found.st_ino)


def _require_unchanged(files: Sequence[Path], before: Sequence[tuple[object, ...]]) -> None:
    for file, state in zip(files, before, strict=True):
        require_at_rest(file)
        if _state(file) != state:
            raise DatabaseError(f"{file}: changed while it was merged; nothing was written; run it again")
