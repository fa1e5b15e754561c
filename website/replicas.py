"""replicas: several processes of uvicorn's behind one address, all of them on one snapshot."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Callable
from typing import Final

import uvicorn
from uvicorn.supervisors.multiprocess import Multiprocess

from loaders.errors import RelokantyError
from website.snapshot import Snapshots

# Where the processes read which file they serve.
VARIABLE: Final = "RELOKANTY_DATABASE"
# A process that has not begun, or does not answer, after so many seconds is given up.
_PATIENCE: Final = 60


class Replicas(Multiprocess):
    """Processes that share a listening socket; one that dies is replaced, and a signal to this one reaches all.

    On SIGHUP a snapshot is taken, and processes on it replace the old ones one by one: there is always one to answer.
    """

    def __init__(
        self, snapshots: Snapshots, workers: int, listener: socket.socket, started: Callable[[], None]
    ) -> None:
        config = uvicorn.Config(
            "website.asgi:application",
            factory=True,
            workers=workers,
            log_level="warning",
            access_log=False,
            timeout_worker_healthcheck=_PATIENCE,
        )
        super().__init__(config, sockets=[listener])
        self._snapshots, self._started = snapshots, started

    def init_processes(self) -> None:
        """Start the processes, and say so once all of them answer."""
        os.environ[VARIABLE] = str(self._snapshots.newest)
        super().init_processes()
        if all(process.wait_until_ready(_PATIENCE, self.should_exit) for process in self.processes):
            self._started()

    def handle_hup(self) -> None:
        """Take another snapshot and bring it to all processes; the earlier one is served on where it cannot be."""
        try:
            asyncio.run(self._snapshots.reload())
        except RelokantyError as error:
            sys.stderr.write(f"relokanty: {error}; the earlier snapshot is served on\n")
            sys.stderr.flush()
            return
        os.environ[VARIABLE] = str(self._snapshots.newest)
        super().handle_hup()
