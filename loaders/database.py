"""Database files: make one at the newest revision, and know what a file is before touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from loaders.errors import DatabaseError
from loaders.paths import PROJECT
from schema.base import APPLICATION_ID

_HEADER = b"SQLite format 3\0"


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


def configuration(file: Path, versions: Path = VERSIONS) -> Config:
    """Return Alembic's configuration for one database file and one folder of revisions."""
    config = Config(toml_file=PROJECT / "pyproject.toml")
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(versions))
    config.attributes["database"] = file
    return config


def require_ours(file: Path, *, any_revision: bool = False) -> None:
    """Raise DatabaseError unless the file is a database of this program, at its newest revision or at any."""
    if not file.is_file():
        raise DatabaseError(f"{file}: no such file; make it with `relokanty build` or `relokanty load`")
    with file.open("rb") as opened:
        if opened.read(len(_HEADER)) != _HEADER:
            raise DatabaseError(f"{file}: not an SQLite database; nothing was touched")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise DatabaseError(f"{file}: damaged ({error}); nothing was touched") from error
    if application != APPLICATION_ID:
        raise DatabaseError(f"{file}: a database of another program; nothing was touched")
    if any_revision:
        return
    newest = newest_revision()
    if version > newest:
        raise DatabaseError(
            f"{file}: made by a newer relokanty (revision {version}, here {newest}); update relokanty"
        )
    if version < newest:
        raise DatabaseError(f"{file}: of revision {version}, and {newest} is needed; build or load it anew")


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
