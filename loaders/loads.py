"""loads: what a working file remembers of how each document came in.

The rows of a document depend on its bytes and name, on the annotation beside it, on the seeds and on the program. One
hash of all that tells an unchanged document before it is parsed or even read as text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from loaders.annotate import annotation_beside
from loaders.errors import InputError
from loaders.extraction import Extraction
from loaders.fingerprint import program


@dataclass(frozen=True, slots=True)
class Inputs:
    """What all documents of one load depend on: the seeds, and the extractor ("none" where it is not installed)."""

    seeds_id: str
    extractor: str

    def of(self, file: Path, sha256: str) -> str:
        """Return the hash of all that the rows of a document are made from; `sha256` is of its own bytes."""
        beside = annotation_beside(file)
        try:
            annotation = hashlib.sha256(beside.read_bytes()).hexdigest() if beside else "none"
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}", beside) from error
        parts = (self.seeds_id, program(), self.extractor, file.name, sha256, annotation)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def articles_by_inputs(connection: Connection) -> dict[str, str]:
    """Return the id of every article that was loaded, by the hash of what its rows were made from."""
    with connection.begin():
        rows = connection.exec_driver_sql("SELECT inputs_sha256, article_id FROM loads").all()
    return dict(rows)


def remembered(connection: Connection, text_sha256: str, extractor: str) -> Extraction | None:
    """Return what this version of the extractor found in a text, if it has read it before."""
    query = "SELECT findings FROM loads WHERE text_sha256 = ? AND extractor_version = ? ORDER BY article_id"
    with connection.begin():
        found = connection.exec_driver_sql(query, (text_sha256, extractor)).first()
    return None if found is None else Extraction(text_sha256, extractor, str(found[0]))
