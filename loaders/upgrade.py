"""upgrade: a database of any earlier revision to the newest, by way of a copy; and back, from the backup it leaves."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from loaders import database
from loaders.database import (
    Step,
    in_one_line,
    newest_revision,
    recorded_revision,
    require_not_newer,
    revision_of,
)
from loaders.errors import DatabaseError
from loaders.keeping import keep_digests
from loaders.manifest import file_sha256, manifest_file
from loaders.swap import one_writer, require_at_rest, sides, take_name, unfinished
from migrations.guard import Refusal
from schema.engine import writer

Waiting = Callable[[Path], None] | None

# Beside a file of one size stand its copy, the copy's journal and what it grows by, and the backup.
_ROOM_FOR_A_COPY = 4
_ROOM_IN_PLACE = 2
# Seconds to wait for another program that is writing.
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upgrade does to a file: its steps, where the old file is kept, and the bytes it needs and has."""

    file: Path
    revision: int
    steps: tuple[Step, ...]
    backup: Path | None
    needed: int
    free: int


def plan(file: Path, *, in_place: bool = False) -> Plan:
    """Return what an upgrade would do to a file, which is not touched; DatabaseError where it would be refused."""
    revision = revision_of(file)
    file = file.resolve()
    # Before the header is believed: a journal beside the file may lead back to another one.
    require_at_rest(file)
    require_not_newer(file, revision)
    backup = None if in_place else backup_file(file, revision)
    room = _ROOM_IN_PLACE if in_place else _ROOM_FOR_A_COPY
    needed, free = file.stat().st_size * room, shutil.disk_usage(file.parent).free
    found = Plan(file, revision, database.steps_after(revision), backup, needed, free)
    if not found.steps:
        return found
    if in_place and manifest_file(file).exists():
        raise DatabaseError(f"{file}: published, so never written to; upgrade a copy, without --in-place")
    if backup and backup.exists() and file_sha256(backup) != file_sha256(file):
        raise DatabaseError(
            f"{backup} is there already, and is another file; move it away; nothing was touched"
        )
    if free < needed:
        raise DatabaseError(
            f"{file}: the upgrade needs {megabytes(needed)} beside it, and {megabytes(free)} are free; make room"
            + ("" if in_place else ", or upgrade --in-place, which leaves no backup")
        )
    return found


def upgrade(file: Path, *, in_place: bool = False, waiting: Waiting = None) -> Plan:
    """Bring a file to the newest revision, wholly or not at all; return what was done.

    A copy is migrated under the guard and checked; then the old file is kept beside as its backup, and the copy takes
    its name. `in_place` migrates the file itself, in one transaction, and keeps nothing. A published file becomes a
    working one, since it is no longer what was published. Raises DatabaseError where it is refused; the file is then
    as it was.
    """
    file = file.resolve()
    with one_writer(file, waiting):
        if in_place and sides(file):
            database.recover(file)
        found = plan(file, in_place=in_place)
        if found.steps:
            with _told(file):
                if found.backup is None:
                    _require_sound(file)
                    _require_agreement(file, file)
                    database.upgrade(file)
                else:
                    _by_copy(file, found.backup)
    return found


def restore(file: Path, backup: Path | None = None, waiting: Waiting = None) -> tuple[Path, Path | None]:
    """Put a backup, the newest if none is named, back in its place; return it, and where the present file is kept.

    Raises DatabaseError where there is no backup or the file is in use; both are then as they were.
    """
    file = file.resolve()
    with one_writer(file, waiting), _told(file):
        backup = (backup or newest_backup(file)).resolve()
        revision_of(backup)
        require_at_rest(backup)
        _require_sound(backup)
        require_at_rest(file)
        undone = file.with_name(f"{file.name}.undone") if file.exists() else None
        if undone:
            _keep(file, undone)
        if manifest_file(backup).exists():
            _keep(manifest_file(backup), manifest_file(file))
        take_name(backup, file)
        manifest_file(backup).unlink(missing_ok=True)
    return backup, undone


def recover(file: Path, waiting: Waiting = None) -> None:
    """Undo or finish what a stopped program left half done; DatabaseError where the file is in use or not ours."""
    if not file.is_file():
        raise DatabaseError(f"{file}: no such file")
    with one_writer(file.resolve(), waiting):
        database.recover(file.resolve())


def backup_file(file: Path, revision: int) -> Path:
    """Return where an upgrade keeps a file of a revision."""
    return file.with_name(f"{file.name}.bak-{revision:04}")


def newest_backup(file: Path) -> Path:
    """Return the backup of the highest revision beside a file; DatabaseError where there is none."""
    backups = sorted(file.parent.glob(f"{file.name}.bak-" + "[0-9]" * 4))
    if not backups:
        raise DatabaseError(f"{file}: no backup {file.name}.bak-<revision> stands beside it")
    return backups[-1]


def megabytes(count: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{count / 1_000_000:.1f} MB"


def _by_copy(file: Path, backup: Path) -> None:
    """Migrate a copy and let it take the file's name; nobody else writes to the file meanwhile."""
    with (
        unfinished(file) as copy,
        # Opened first and closed last: closing it would end the lock that SQLite holds on the same file.
        file.open("rb") as original,
        closing(sqlite3.connect(file, isolation_level=None, timeout=_PATIENCE)) as lock,
    ):
        # Out of write-ahead logging, whose files would be left beside the new file; it fails while others are at it.
        lock.execute("PRAGMA journal_mode = DELETE")
        lock.execute("BEGIN IMMEDIATE")
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        saved = copy.with_name(backup.name)
        with saved.open("wb") as opened:
            shutil.copyfileobj(original, opened)
        shutil.copymode(file, copy)
        shutil.copymode(file, saved)
        _require_sound(copy)
        _require_agreement(copy, file)
        _migrate(copy, file)
        published = manifest_file(file)
        if published.exists():
            _disown(copy)
            _keep(published, manifest_file(backup))
        take_name(saved, backup)
        published.unlink(missing_ok=True)
        take_name(copy, file)


def _migrate(file: Path, named: Path) -> None:
    """Migrate a copy, and check what came out: sound, and all objects of ours as the newest revision has them."""
    before = _deviations(file, revision_of(file))
    database.upgrade(file)
    _require_sound(file)
    newest = newest_revision()
    for name in sorted(_deviations(file, newest) - before):
        raise DatabaseError(
            f"{named}: came out with another {name} than revision {newest} has; nothing was changed"
        )


def _deviations(file: Path, revision: int) -> set[str]:
    """Return the objects that are missing in a file or not as a revision has them; users may have changed some."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        database.upgrade(empty, f"{revision:04}")
        expected, found = _objects(empty), _objects(file)
    return {name for name, sql in expected.items() if found.get(name) != sql}


def _objects(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return dict(connection.execute("SELECT type || ' ' || name, sql FROM sqlite_schema"))


def _disown(copy: Path) -> None:
    """Say in a file that was published that it is now the user's own."""
    with writer(copy).connect() as connection:
        keep_digests(connection)
        with connection.begin():
            connection.exec_driver_sql("UPDATE about_file SET content = 'working' WHERE name = 'state'")


def _require_sound(file: Path) -> None:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        (message,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if message != "ok":
        raise sqlite3.DatabaseError(message)


def _require_agreement(file: Path, named: Path) -> None:
    told, recorded = revision_of(file), recorded_revision(file)
    if told != recorded:
        raise DatabaseError(
            f"{named}: damaged: its header tells revision {told}, its table revision {recorded}; nothing was changed"
        )


def _keep(file: Path, kept: Path) -> None:
    """Copy a file's bytes to a name; DatabaseError where another file has it."""
    if kept.exists() and file_sha256(kept) != file_sha256(file):
        raise DatabaseError(
            f"{kept} is there already, and is another file; move it away; nothing was changed"
        )
    with unfinished(kept) as copy:
        shutil.copy(file, copy)
        take_name(copy, kept)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Turn whatever stops a migration into one line; the file is as it was."""
    try:
        with in_one_line(file, "nothing was changed"):
            yield
    except Refusal as error:
        raise DatabaseError(f"{file}: not upgraded, nothing was changed: {error}") from error
