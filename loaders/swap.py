"""Files that take their name whole: made beside it, put on the disk, swapped in; one writer of a file at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from loaders.errors import DatabaseError

# What SQLite puts beside a file while it writes, or leaves there when it is stopped.
_SIDES = ("-journal", "-wal", "-shm")


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give a file in a folder of its own beside the target; whatever is left of it is removed.

    So is what a stopped program left; the caller is the one writer of the target.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.unfinished-"
    for stale in target.parent.iterdir():
        if stale.name.startswith(prefix):
            shutil.rmtree(stale)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        yield folder / target.name
    finally:
        shutil.rmtree(folder)


def take_name(file: Path, target: Path) -> None:
    """Give a finished file its name; whoever looks, even after a crash, sees the old file or the new one, whole."""
    sync(file)
    os.replace(file, target)
    sync(target.parent)


def sync(file: Path) -> None:
    """Make sure that a file's bytes, or a folder's names, are on the disk."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sides(file: Path) -> list[Path]:
    """Return what of SQLite's stands beside a file."""
    beside = (file.with_name(file.name + suffix) for suffix in _SIDES)
    return [side for side in beside if side.exists()]


def require_at_rest(file: Path) -> None:
    """Raise DatabaseError where a journal stands beside a file: a file swapped in there would be damaged by it."""
    for side in sides(file):
        raise DatabaseError(
            f"{side} exists, so another program uses {file}, or was stopped while it wrote: close it, or, if there "
            f"is none, run `relokanty recover {file}`; nothing was touched"
        )


@contextmanager
def one_writer(target: Path, waiting: Callable[[Path], None] | None = None) -> Iterator[None]:
    """Be the only program of ours that writes to a file; `waiting` is called once if another has to end first.

    The lock is a file beside the target that is gone afterwards; one that a stopped program left holds nobody up.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    lock = target.with_name(f".{target.name}.lock")
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _wait_for(descriptor, target, waiting)
            if _is_still(descriptor, lock):
                try:
                    yield
                finally:
                    lock.unlink()
                return
        finally:
            os.close(descriptor)


def _wait_for(descriptor: int, target: Path, waiting: Callable[[Path], None] | None) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting:
            waiting(target)
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _is_still(descriptor: int, lock: Path) -> bool:
    """Tell whether the lock that was waited for is the one that others would wait for now."""
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False
