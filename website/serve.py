"""Serve one database file on this machine: Datasette in this process, under uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm

from loaders import paths
from loaders.errors import RelokantyError
from loaders.withhold import FILE as LIST
from loaders.withhold import WithheldList, read_list
from website import plugin
from website.about import About, read
from website.cells import table_cell
from website.dataset import citation, dataset
from website.home import NAVIGATION, grouped_questions
from website.marks import TABLES
from website.metadata import DATABASE, metadata
from website.records import NAMED, TERMS
from website.replicas import Replicas
from website.search import snippet
from website.sections import left_out
from website.served_database import ServedDatabase
from website.snapshot import Snapshots
from website.stored_answers import stored_answers
from website.wording import FILTERS, without_turns

_FOLDER = Path(__file__).parent
SETTINGS: Final = {
    "suggest_facets": False,
    "sql_time_limit_ms": 1500,
    "max_returned_rows": 2000,
    "facet_time_limit_ms": 300,
    "max_csv_mb": 0,
    "default_page_size": 50,
    "allow_download": True,
}


class PublicDatasette(Datasette):  # type: ignore[misc]
    """Datasette of which every table is public.

    Asked whether a table may be seen, Datasette 0.65.5 copies all metadata; with all columns described, that made the
    home page forty times as slow.
    """

    is_relokanty = True
    drafts: frozenset[str] = frozenset()
    withheld_names: WithheldList
    about: About
    _looked = False

    async def _refresh_schemas(self) -> None:
        """Look at the databases once, not at every request: none of them changes."""
        if not self._looked:
            await super()._refresh_schemas()
            self._looked = True

    def _table_permission_allows(self, database: str, table: str) -> list[object]:  # noqa: ARG002
        return []


def application(file: Path, seeds: Path = paths.SEEDS) -> Datasette:
    """Return Datasette over a database file that nobody writes to, under the name of our database.

    The seeds' list of withheld names tells old links that are withheld from addresses that never were. Raises
    DatabaseError where the file cannot be served, InputError where that list cannot be read.
    """
    from datasette import handle_exception  # noqa: PLC0415 - as a plugin it must be imported after Datasette itself

    # With rich at hand it prints every local value of a failed request, for seconds; a plain traceback will do.
    handle_exception.rich = None
    about = read(file)
    answers = stored_answers(file, about.sha256)
    if not pm.is_registered(plugin):
        pm.register(plugin, "relokanty")
    datasette = PublicDatasette(
        immutables=[str(file)],
        inspect_data=about.inspect_data(answers.rows),
        metadata=metadata({**about.rows, **answers.rows}),
        settings=SETTINGS,
        template_dir=str(_FOLDER / "templates"),
        static_mounts=[("assets", str(_FOLDER / "static"))],
    )
    datasette.about = about
    datasette.withheld_names = read_list(seeds / paths.AUTHORITIES / LIST)
    datasette.drafts = about.drafts
    # Addresses and metadata know one name, whatever the file is called; Datasette's own way of serving it goes.
    (plain,) = [database for database in datasette.databases.values() if database.path == str(file)]
    datasette.remove_database(plain.name)
    datasette.add_database(ServedDatabase(datasette, file, answers), name=DATABASE)
    # Datasette 1.0 has it under the second name.
    templates = getattr(datasette, "jinja_env", None) or datasette._jinja_env
    templates.finalize = without_turns
    templates.filters.update({**FILTERS, "snippet": snippet, "table_cell": table_cell})
    templates.globals.update(
        about=about,
        citation=citation(about),
        database_name=DATABASE,
        dataset=dataset,
        left_out=left_out,
        most_json_rows=SETTINGS["max_returned_rows"],
        named=NAMED,
        navigation=NAVIGATION,
        question_groups=grouped_questions(),
        site=metadata(),
        table_of=TABLES,
        terms=TERMS,
    )
    return datasette


def serve(file: Path, port: int, host: str = "127.0.0.1", workers: int = 1) -> None:
    """Serve a snapshot of a database file until interrupted; print the address once requests are answered.

    Several workers are processes of their own, which share the address and the snapshot. On SIGHUP the next snapshot
    is taken; every answer is of one. Raises RelokantyError where the file cannot be served or the port is taken.
    """
    # uvicorn raises the signal again once it has stopped; by itself that would leave the snapshot behind.
    signal.signal(signal.SIGTERM, _stop)
    with (
        tempfile.TemporaryDirectory(prefix="relokanty-serve-") as folder,
        _listen(host, port) as listener,
        contextlib.suppress(KeyboardInterrupt),
    ):
        snapshots = Snapshots(file, Path(folder), application)
        if workers > 1:
            Replicas(snapshots, workers, listener, lambda: _say(_address(host, listener))).run()
            return
        config = uvicorn.Config(snapshots, log_level="warning", access_log=False)
        _Server(config, _address(host, listener), snapshots).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise RelokantyError(f"port {port} of {host} is taken; give another with --port") from error
        raise RelokantyError(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error
    except OverflowError as error:
        raise RelokantyError(f"there is no port {port}; ports go from 0 to 65535") from error


def _address(host: str, listener: socket.socket) -> str:
    """Return the address to open; port 0 asked the system for any free one."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}/"


def _stop(*_: object) -> None:
    raise SystemExit(0)


def _say(address: str) -> None:
    sys.stdout.write(f"Serving at {address} (stop with Ctrl-C)\n")
    sys.stdout.flush()


class _Server(uvicorn.Server):
    """Says where it is once it answers, and takes another snapshot when it is told to."""

    def __init__(self, config: uvicorn.Config, address: str, snapshots: Snapshots) -> None:
        super().__init__(config)
        self._address, self._snapshots = address, snapshots
        self._reloading: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> Any:
        """Start, then print the address."""
        await super().startup(sockets)
        if hasattr(signal, "SIGHUP"):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._reload)
        _say(self._address)

    def _reload(self) -> None:
        self._reloading = asyncio.ensure_future(self._take_another())

    async def _take_another(self) -> None:
        try:
            await self._snapshots.reload()
        except RelokantyError as error:
            sys.stderr.write(f"relokanty: {error}; the earlier snapshot is served on\n")
            sys.stderr.flush()
