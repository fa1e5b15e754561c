"""fingerprint: one hash of many files, so that it is known whether any of them changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from loaders.paths import PROJECT

_CODE = {".py", ".yaml", ".tsv", ".txt", ".json"}


def fingerprint(root: Path, files: Iterable[Path], head: str = "") -> str:
    """Return the SHA-256 of the head and of every file's path below `root` and bytes, in order of path."""
    total = hashlib.sha256(head.encode())
    for file in sorted(files):
        data = file.read_bytes()
        total.update(f"{file.relative_to(root).as_posix()} {len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """Return the fingerprint of the loaders' code and of what they know."""
    folder = PROJECT / "loaders"
    return fingerprint(folder, (file for file in folder.rglob("*") if file.suffix in _CODE))
