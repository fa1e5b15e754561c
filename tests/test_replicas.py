"""Promises of replicas.py, asgi.py, health.py and caching.py: many processes answer as one; what holds is kept."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import invented
import pytest

from website import asgi, caching
from website.replicas import VARIABLE
from website.serve import application

# Names the build and the file; unlike a query it is not given up when the machine is busy.
READY = "/-/ready"


@contextmanager
def replicas(file: Path, temporary: Path, workers: int = 2) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a file by several processes; yield the first of them and the address."""
    call = f"serve(Path({str(file)!r}), 0, workers={workers})"
    code = f"from pathlib import Path; from website.serve import serve; {call}"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(
        # As a program that is imported again by its processes would be.
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as server:
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            assert line.startswith("Serving at "), server.communicate()[1]
            yield server, line.split()[2].rstrip("/")
        finally:
            if server.poll() is None:
                server.kill()


def workers_of(server: subprocess.Popen[str]) -> set[int]:
    """The processes of a server that listen: its children, less the one that tracks what they share."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split()
    command = {pid: Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8") for pid in children}
    return {int(pid) for pid, line in command.items() if "spawn_main" in line}


def gone(processes: set[int], seconds: float = 30) -> bool:
    """Whether all of some processes end within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(_runs(pid) for pid in processes):
            return True
        time.sleep(0.1)
    return False


def _runs(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


def answers(address: str, path: str, count: int = 40) -> set[str]:
    """The distinct answers to so many requests, each on a connection of its own, so that all processes are met."""
    return {httpx.get(address + path, timeout=120).text for _ in range(count)}


def test_a_reload_reaches_all_and_a_stop_leaves_nothing(tmp_path: Path) -> None:
    """Two processes serve one snapshot; after a load and SIGHUP all serve the new file; SIGTERM ends all of them."""
    seeds = invented.make(tmp_path / "seeds")
    documents = seeds.aside(*invented.ARTICLES)
    (tmp_path / "served").mkdir()
    file = invented.working(tmp_path / "served", with_articles=False)
    with replicas(file, tmp_path / "temporary") as (server, address):
        first = workers_of(server)
        assert len(first) == 2
        before = answers(address, READY)
        assert len(before) == 1
        seeds.conductor().load(documents, file)
        assert answers(address, READY) == before
        server.send_signal(signal.SIGHUP)
        assert gone(first, 120)
        second = workers_of(server)
        after = answers(address, READY)
        assert (len(second), len(after), after == before) == (2, 1, False)
        # One that dies is replaced.
        os.kill(min(second), signal.SIGKILL)
        assert gone({min(second)})
        assert answers(address, READY, 5) == after
        server.send_signal(signal.SIGTERM)
        assert server.wait(60) == 0
        assert gone(second)
        assert server.stderr is not None
        assert "Traceback" not in server.stderr.read()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_file_that_cannot_be_served_any_more_leaves_the_earlier(tmp_path: Path) -> None:
    """Where the file cannot be served on SIGHUP, one line tells so, and all processes go on with the earlier."""
    (tmp_path / "served").mkdir()
    file = invented.published(tmp_path / "served")
    with replicas(file, tmp_path / "temporary") as (server, address):
        before = answers(address, READY, 5)
        processes = workers_of(server)
        file.write_text("<!doctype html>", encoding="utf-8")
        server.send_signal(signal.SIGHUP)
        assert server.stderr is not None
        line = server.stderr.readline()
        assert line.startswith(f"relokanty: {file}: not an SQLite database")
        assert answers(address, READY, 5) == before
        assert workers_of(server) == processes


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_single_process_that_is_stopped_leaves_nothing(tmp_path: Path, stop: signal.Signals) -> None:
    """Told to stop by a keyboard or by a supervisor, it ends well and takes its snapshot with it."""
    (tmp_path / "served").mkdir()
    with replicas(invented.published(tmp_path / "served"), tmp_path / "temporary", workers=1) as (server, _):
        assert len(list((tmp_path / "temporary").iterdir())) == 1
        server.send_signal(stop)
        assert server.wait(60) == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_no_process_outlives_the_first(tmp_path: Path) -> None:
    """Killed without a chance to say so, the first process still takes the others with it."""
    (tmp_path / "served").mkdir()
    with replicas(invented.published(tmp_path / "served"), tmp_path / "temporary") as (server, _):
        processes = workers_of(server)
        assert len(processes) == 2
        server.kill()
        server.wait()
        assert gone(processes)


def test_a_download_is_whole_from_every_process(tmp_path: Path) -> None:
    """The whole file, downloaded from processes that share a socket, is what was published, every time."""
    (tmp_path / "served").mkdir()
    file = invented.published(tmp_path / "served")
    with replicas(file, tmp_path / "temporary") as (_, address):
        for _ in range(6):
            assert httpx.get(f"{address}/relokanty.db", timeout=120).content == file.read_bytes()


def test_another_server_may_run_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any server of ASGI makes the application from the environment; without a file it says in one line what lacks."""
    file = invented.published(tmp_path)
    monkeypatch.setenv(VARIABLE, str(file))
    status, _, body = ask(asgi.application(), "/-/ready")
    assert (status, b"ready" in body) == (200, True)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none.db"))
    with pytest.raises(SystemExit, match=r"none\.db: no such file"):
        asgi.application()
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(SystemExit, match="names no file"):
        asgi.application()


@pytest.fixture(scope="module")
def site(built: Path) -> Any:
    """The bundled site, asked without a server."""
    return application(built).app()


def ask(
    site: Any, path: str, held: str | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of an answer."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, headers={"if-none-match": held} if held else {})

    answer = asyncio.run(asked())
    return answer.status_code, dict(answer.headers), answer.content


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name answers however long they took, on a machine that may be busy."""
    monkeypatch.setattr(caching, "LONGEST", 1000.0)


def test_a_process_says_that_it_is_well(site: Any, built: Path) -> None:
    """A balancer is told that a process answers, and which build it is ready to serve; neither answer is kept."""
    with closing(sqlite3.connect(built)) as connection:
        ((build,),) = connection.execute("SELECT content FROM about_file WHERE name = 'build_id'")
    for path, told in (("/-/health", "healthy"), ("/-/ready", build)):
        status, headers, body = ask(site, path)
        assert (status, told in body.decode(), headers["cache-control"]) == (200, True, "no-store")


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize(
    "path", ["/", "/relokanty/figures.json", "/assets/site.css", "/relokanty.db", "/map.geojson"]
)
def test_an_answer_that_is_held_is_not_sent_again(site: Any, path: str) -> None:
    """Pages, data and files have a name; who holds it gets 304 and no body; the answer is asked for every time."""
    status, headers, body = ask(site, path)
    assert (status, headers["cache-control"], len(body) > 0) == (200, "no-cache", True)
    for held in (headers["etag"], f'"other", {headers["etag"]}'):
        status, again, body = ask(site, path, held)
        assert (status, again["etag"], body) == (304, headers["etag"], b"")
        assert "content-security-policy" in again
    assert ask(site, path, 'W/"other"')[0] == 200


@pytest.mark.usefixtures("unhurried")
def test_names_differ_by_address_and_build(site: Any, tmp_path: Path) -> None:
    """Another address, other parameters and another build each have another name."""
    other = application(invented.published(tmp_path)).app()
    paths = ("/", "/people", "/search?q=one", "/search?q=two")
    names = [ask(one, path)[1]["etag"] for one in (site, other) for path in paths]
    assert len(set(names)) == len(names)


@pytest.mark.usefixtures("unhurried")
def test_what_does_not_last_has_no_name(site: Any) -> None:
    """Errors, answers that differ by who asks, and refusals are never told to hold."""
    for path in ("/nothing", "/reconcile", "/-/ready"):
        assert "etag" not in ask(site, path)[1], path
    assert "etag" not in ask(site, "/", method="DELETE")[1]


def test_an_answer_that_took_long_has_no_name(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may have been cut off by time is not held for the whole of it."""
    monkeypatch.setattr(caching, "LONGEST", 0.0)
    assert "etag" not in ask(site, "/")[1]
