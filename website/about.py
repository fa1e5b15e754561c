"""What is known of the file being served before it is served: its build, its size and hash, its rows."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import DatabaseError
from website.metadata import DATABASE


@dataclass(frozen=True, slots=True)
class About:
    """A database file: what it says of itself, its name, bytes and SHA-256, the rows of each table, and the articles
    that nobody has checked yet."""

    file: str
    build_id: str
    data_version: str
    state: str
    bytes: int
    sha256: str
    rows: dict[str, int]
    drafts: frozenset[str]

    def inspect_data(self, rows_of_views: Mapping[str, int]) -> dict[str, object]:
        """Return what Datasette would find out by `datasette inspect`, so that it never counts or hashes again."""
        rows = {**self.rows, **rows_of_views}
        return {
            DATABASE: {
                "hash": self.sha256,
                "size": self.bytes,
                "file": self.file,
                "tables": {table: {"count": count} for table, count in rows.items()},
            }
        }


def read(file: Path) -> About:
    """Read a database file. Raises DatabaseError, in one line, where it is not one that can be served."""
    if not file.is_file():
        raise DatabaseError(f"{file}: no such file; make it with `relokanty build`")
    if set(str(file)) & set("?#%"):
        raise DatabaseError(f"{file}: Datasette cannot open a path with ?, # or % in it; rename it")
    for suffix in ("-wal", "-journal"):
        # An immutable file is read past such a file, which then shows too little or too much.
        if file.with_name(file.name + suffix).exists():
            raise DatabaseError(f"{file}: {file.name}{suffix} stands beside it, so it is still being written")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            told = dict(connection.execute("SELECT name, content FROM about_file"))
            tables = [
                name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            drafts = frozenset(
                key for (key,) in connection.execute("SELECT id FROM articles WHERE reading = 'draft'")
            )
            rows = {
                table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
                for table in sorted(tables)
            }
    except sqlite3.DatabaseError as error:
        raise DatabaseError(f"{file}: not a database of this program ({error})") from error
    with file.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    return About(
        file=file.name,
        build_id=told.get("build_id", "unknown"),
        data_version=told.get("program_version", "unknown"),
        state=told.get("state", "unknown"),
        bytes=file.stat().st_size,
        sha256=sha256,
        rows=rows,
        drafts=drafts,
    )
