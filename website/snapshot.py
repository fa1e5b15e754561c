"""What is served is a snapshot: a file of our own that nobody writes to or swaps, so every answer is of one build."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, MutableMapping
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from loaders.database import about, in_one_line, require_ours
from website.stored_answers import hand_on

Message = MutableMapping[str, Any]


class Application(Protocol):
    """Datasette, as far as it is needed here."""

    client: Any

    def app(self) -> Callable[..., Any]:
        """Return the ASGI application."""


class Snapshots:
    """An ASGI application over the newest snapshot of a file; `reload` takes another, under a fresh path.

    A request ends on the snapshot on which it began; the last two are kept for that.
    """

    def __init__(self, file: Path, folder: Path, make: Callable[[Path], Application]) -> None:
        self._file, self._folder, self._make = file, folder, make
        self._count = 0
        self._app = self._take().app()

    @property
    def newest(self) -> Path:
        """The file of the newest snapshot."""
        return self._folder / str(self._count) / self._file.name

    async def __call__(self, scope: Message, receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        """Answer one request from one snapshot."""
        await self._app(scope, receive, send)

    async def reload(self) -> None:
        """Answer from now on from the file as it is now; DatabaseError where it cannot be served."""
        application = self._take()
        # The first request makes Datasette look at its database; let it be ours.
        await application.client.get("/-/versions.json")
        self._app = application.app()

    def _take(self) -> Application:
        self._count += 1
        copy = self.newest
        copy.parent.mkdir()
        take(self._file, copy)
        hand_on(self._file, copy)
        application = self._make(copy)
        # The next server, or reload, of the same rows finds them worked out.
        hand_on(copy, self._file)
        shutil.rmtree(self._folder / str(self._count - 2), ignore_errors=True)
        return application


def take(file: Path, copy: Path) -> None:
    """Make a snapshot of a database of the newest revision: of a published file its bytes, of a working one its rows.

    Raises DatabaseError where the file is another program's, of another revision, damaged or being written.
    """
    require_ours(file)
    if about(file).get("state") == "published":
        try:
            os.link(file.resolve(), copy)  # a build swaps the name, never the bytes
        except OSError:
            shutil.copyfile(file, copy)
        return
    with (
        in_one_line(file, "it is not served"),
        closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
