"""asgi: the site as an application that any server of ASGI can run, in as many processes as it likes.

`RELOKANTY_DATABASE=build/relokanty.db uvicorn --factory website.asgi:application --workers 4`; the file is one that
nobody writes to, such as a published one. `relokanty serve --workers` takes a snapshot and does the rest.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import Any

from loaders.errors import RelokantyError
from website import serve
from website.replicas import VARIABLE


def application() -> Callable[..., Any]:
    """Return the site over the file that the environment names; SystemExit, in one line, where there is none."""
    named = os.environ.get(VARIABLE)
    if not named:
        raise SystemExit(f"relokanty: {VARIABLE} names no file; set it to a published database")
    try:
        made: Callable[..., Any] = serve.application(Path(named)).app()
    except RelokantyError as error:
        raise SystemExit(f"relokanty: {error}") from error
    if parent_process() is not None:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    return made


def _end_with_parent() -> None:
    """Stop this process when the one that started it is gone, however it ended."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
