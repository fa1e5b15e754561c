"""The manifest of a published file: what it is and how to know that no bit of it has changed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from loaders.digests import table_digests

Manifest = dict[str, object]


def manifest_file(database: Path) -> Path:
    """Return where the manifest of a database file stands: beside it."""
    return database.with_name(f"{database.name}.manifest.json")


def describe(file: Path, name: str, connection: Connection) -> Manifest:
    """Return the manifest of a finished database file that will be published under a name."""
    about = {
        row.name: row.content for row in connection.exec_driver_sql("SELECT name, content FROM about_file")
    }
    tables = table_digests(connection)
    counts = {
        table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in tables
    }
    return {
        "file": name,
        "sha256": file_sha256(file),
        "bytes": file.stat().st_size,
        "build_id": about["build_id"],
        "schema_revision": about["schema_revision"],
        "sqlite_version": sqlite3.sqlite_version,
        "rows": counts,
        "row_digests": tables,
    }


def write(manifest: Manifest, file: Path) -> None:
    """Write a manifest as JSON with sorted keys."""
    file.write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def file_sha256(file: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
