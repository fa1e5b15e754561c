"""Database files: make one at the newest revision, and know what a file is before touching it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError

from loaders.errors import DatabaseError
from loaders.paths import PROJECT
from loaders.swap import sides
from schema.base import APPLICATION_ID

# Seconds to wait for another program that is writing.
_PATIENCE = 10
_MAGIC = b"SQLite format 3\0"


VERSIONS = PROJECT / "migrations" / "versions"


def upgrade(file: Path, revision: str = "head", versions: Path = VERSIONS) -> None:
    """Bring a database file to a revision, making it if it does not exist.

    Raises `migrations.guard.Refusal` where a migration would lose something; the file is then as it was.
    """
    command.upgrade(configuration(file, versions), revision)


def downgrade(file: Path, revision: str, versions: Path = VERSIONS) -> None:
    """Take a database file back to a revision; Refusal where that would lose a value.

    None of our own migrations goes back: the way back is the backup that `relokanty upgrade` leaves.
    """
    command.downgrade(configuration(file, versions), revision)


def configuration(file: Path | None = None, versions: Path = VERSIONS) -> Config:
    """Return Alembic's configuration for one folder of revisions, and the database file to migrate, if any."""
    config = Config(toml_file=PROJECT / "pyproject.toml")
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(versions))
    config.attributes["database"] = file
    return config


def require_ours(file: Path, *, any_revision: bool = False) -> None:
    """Raise DatabaseError unless the file is a database of this program, at its newest revision or at any."""
    version = revision_of(file)
    if any_revision:
        return
    require_not_newer(file, version)
    newest = newest_revision()
    if version < newest:
        raise DatabaseError(
            f"{file}: of revision {version}, and {newest} is needed; run `relokanty upgrade {file}`, or build or "
            "load it anew"
        )


def require_not_newer(file: Path, version: int) -> None:
    """Raise DatabaseError where a file is of a revision that this program does not know."""
    newest = newest_revision()
    if version > newest:
        raise DatabaseError(
            f"{file}: made by a newer relokanty (revision {version}, here {newest}); update relokanty"
        )


def revision_of(file: Path) -> int:
    """Return the revision that the header of a database tells; DatabaseError where it is none of ours."""
    if not file.is_file():
        raise DatabaseError(f"{file}: no such file; make it with `relokanty build` or `relokanty load`")
    # Read as bytes: to open it with SQLite, even for reading, may leave something beside it.
    with file.open("rb") as opened:
        header = opened.read(100)
    if not header.startswith(_MAGIC):
        raise DatabaseError(f"{file}: not an SQLite database; nothing was touched")
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big") if header[24:28] == header[92:96] else 0
    whole = pages * (65536 if page_size == 1 else page_size)
    if len(header) < 100 or (file.stat().st_size < whole and not sides(file)):
        raise DatabaseError(f"{file}: damaged (cut short); nothing was touched")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DatabaseError(f"{file}: a database of another program; nothing was touched")
    return int.from_bytes(header[60:64], "big")


def recover(file: Path) -> None:
    """Have SQLite undo or finish what a stopped program left half done, so that nothing stands beside the file.

    Raises DatabaseError where the file is not ours or stays in use; the caller is the one writer of ours.
    """
    revision_of(file)
    with closing(sqlite3.connect(file, isolation_level=None, timeout=_PATIENCE)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            # A write makes SQLite clear away an old journal, whatever it holds.
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise DatabaseError(f"{file}: in use by another program, or damaged ({error})") from error
    for side in sides(file):
        if side.name.endswith("-shm"):
            side.unlink()  # of shared memory alone nothing can be lost


@dataclass(frozen=True, slots=True)
class Step:
    """One revision: its number, what it does, and what it declares to change of what was there."""

    revision: str
    title: str
    changes: Mapping[str, str]


def steps_after(revision: int) -> tuple[Step, ...]:
    """Return the revisions that a file of a revision still has before it, in order."""
    scripts = reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions()))
    return tuple(
        Step(script.revision, script.doc, getattr(script.module, "changes", {}))
        for script in scripts
        if int(script.revision) > revision
    )


def recorded_revision(file: Path) -> int:
    """Return the revision that the migrations recorded in a file; sqlite3.DatabaseError where it is damaged."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return int(revision)


@contextmanager
def in_one_line(file: Path, rest: str) -> Iterator[None]:
    """Turn an error of SQLite's about a file into a DatabaseError; `rest` tells what became of the file."""
    try:
        yield
    except (sqlite3.DatabaseError, DBAPIError) as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        raise DatabaseError(f"{file}: in use, damaged or out of room ({reason}); {rest}") from error


def newest_revision() -> int:
    """Return the number of the newest migration."""
    return max(int(file.stem.split("_")[3]) for file in VERSIONS.glob("*.py"))


def about(file: Path) -> dict[str, str]:
    """Return what the file says of itself; DatabaseError where it does not."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return dict(connection.execute("SELECT name, content FROM about_file").fetchall())
        except sqlite3.DatabaseError as error:
            raise DatabaseError(f"{file}: does not say what it is ({error}); move it away") from error
