"""A running server gives nobody a file that it was not made to give, and lets nobody write, by whatever address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote_plus, urlsplit

import invented
import pytest
from browser import serving

from loaders.paths import PROJECT

BAIT = "the words of a file that nobody serves"
STATIC = PROJECT / "website" / "static"
# Ways to write "up one folder".
CLIMBS = (
    *("../", "%2e%2e/", ".%2e/", "%2E%2E/", "..%2f", "%2e%2e%2f", "..%2F", "..//", ".././"),
    *("..\\", "..%5c", "%2e%2e%5c", "..\\/", "%252e%252e%252f", "..%252f", "%25252e%25252e/"),
    *("..%c0%af", "%c0%ae%c0%ae/", "..%ef%bc%8f", "%uff0e%uff0e/", "....//", "..;/", "..%00/", "~2E~2E~2F"),
)
MOUNTS = ("/assets/", "/-/static/", "/-/static-plugins/relokanty/", "/relokanty/", "/")
# What the address of a file might be dressed as.
ENDINGS = ("", "%00", "%00.css", "?.css", "%23.css", "%20", "/", ".")
QUERIES = "queries=" + quote_plus('{"q": {"query": "Ewa Lis"}}')
METHODS = ("POST", "PUT", "PATCH", "DELETE")
# An address of each sort that Datasette or we answer.
ADDRESSES = (
    *("/", "/relokanty", "/relokanty.db", "/relokanty/articles", "/relokanty/articles/harbour-strike"),
    *("/relokanty/who-says-what", "/relokanty/articles.json", "/relokanty/articles/harbour-strike.json"),
    *(
        "/relokanty/articles/-/insert",
        "/relokanty/articles/harbour-strike/-/update",
        "/-/create",
        "/-/static/app.css",
    ),
    *("/relokanty/articles/harbour-strike/-/delete", "/relokanty/-/create", "/-/plugins", "/-/messages"),
    *(
        "/-/permissions",
        "/-/logout",
        "/-/auth-token",
        "/assets/site.css",
        "/articles",
        "/map",
        "/map.geojson",
    ),
    *("/numbers", "/people", "/disagreements", "/search", "/ask", "/schema", "/take", "/timeline"),
    *("/reconcile/preview", "/reconcile/view", "/reconcile/properties", "/dataset.jsonld", "/robots.txt"),
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, the file that it serves, and a file of words that lies beside that one."""

    address: str
    file: Path
    bait: Path

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, kind: str = ""
    ) -> tuple[int, bytes]:
        """Return status and content of an answer; the path is sent as it is, unlike by any browser."""
        parts = urlsplit(self.address)
        connection = HTTPConnection(str(parts.hostname), parts.port, timeout=20)
        try:
            connection.request(method, path, body, {"content-type": kind} if kind else {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the invented port by the real command, with bait beside its file."""
    folder = tmp_path_factory.mktemp("reach")
    file = shutil.copyfile(invented.published(folder), folder / "served.db")
    bait = folder / "bait.txt"
    bait.write_text(BAIT, encoding="utf-8")
    with serving(file) as address:
        yield Server(address, file, bait)


def gives_away(content: bytes) -> bool:
    """Tell whether an answer holds what stands in a file that is not served."""
    return any(words in content for words in (BAIT.encode(), b"root:", b"hookimpl", b"[tool.alembic]"))


def test_what_is_served_is_found(server: Server) -> None:
    """The style sheet comes from `assets`, so the tests below ask a server that does give files."""
    assert server.ask("/assets/site.css") == (200, (STATIC / "site.css").read_bytes())
    assert gives_away(server.bait.read_bytes())
    assert gives_away((PROJECT / "website" / "plugin.py").read_bytes())


@pytest.mark.parametrize("mount", MOUNTS)
def test_no_spelling_climbs_out_of_a_folder(server: Server, mount: str) -> None:
    """No spelling of "up one folder" leads from any address to a file of the machine or of the program."""
    wanted = [str(server.bait), "/etc/passwd", str(PROJECT / "pyproject.toml")]
    for climb in CLIMBS:
        near = [
            f"{mount}{climb}plugin.py",
            f"{mount}{climb}{climb}pyproject.toml",
            f"{mount}x/{climb * 2}plugin.py",
        ]
        # Whatever the depth of the folder, so many steps lead to the root.
        far = [f"{mount}{climb * 24}{file.lstrip('/')}" for file in wanted]
        for path in [*near, *far]:
            status, content = server.ask(path)
            assert not gives_away(content), path
            assert status in {301, 302, 400, 404}, (status, path)


@pytest.mark.parametrize("mount", MOUNTS)
def test_no_address_of_a_file_leads_to_it(server: Server, mount: str) -> None:
    """An absolute path, a file's URL, a drive or a share, with whatever ending, is no address of the site."""
    for file in (str(server.bait), "/etc/passwd"):
        plain = file.lstrip("/")
        for name in (
            file,
            f"%2f{plain}",
            f"/%2f{plain}",
            f"file://{file}",
            f"%5c%5c{plain}",
            f"C:{file}",
            f"~{file}",
        ):
            for ending in ENDINGS:
                status, content = server.ask(f"{mount}{name}{ending}")
                assert not gives_away(content), (mount, name, ending)
                assert status in {301, 302, 400, 404}, (status, mount, name, ending)


def test_no_link_in_the_folder_of_assets_leads_out() -> None:
    """A link in the folder of assets would be followed to where it leads, so there is none."""
    assert not [file for file in STATIC.rglob("*") if file.is_symlink()]


@pytest.mark.parametrize("method", METHODS)
def test_no_address_takes_anything(server: Server, method: str) -> None:
    """Whatever address is sent something, as a form or as JSON, refuses it, and nothing on the disk changes."""
    before = {file: file.read_bytes() for file in server.file.parent.iterdir()}
    for path in ADDRESSES:
        for kind, body in (
            ("application/x-www-form-urlencoded", "sql=delete+from+articles&title=x"),
            ("application/json", '{"row": {"id": "x"}, "sql": "delete from articles"}'),
            ("text/plain", "x"),
        ):
            status, content = server.ask(path, method, body, kind)
            assert (status, content) == (405, b"This site is only read.\n"), (method, path)
    assert {file: file.read_bytes() for file in server.file.parent.iterdir()} == before


def test_names_may_be_asked_about_in_a_form(server: Server) -> None:
    """The one address that takes a form only answers it; any other method is refused there too."""
    form = "application/x-www-form-urlencoded"
    status, content = server.ask("/reconcile", "POST", QUERIES, form)
    assert (status, b"Ewa Lis" in content) == (200, True)
    assert {server.ask("/reconcile", method, "", form)[0] for method in ("PUT", "PATCH", "DELETE")} == {405}


@pytest.mark.parametrize(
    "sql",
    [
        "attach database '{bait}' as other",
        "select 1; attach database '{bait}' as other",
        "select load_extension('{bait}')",
        "select readfile('{bait}')",
        "select writefile('{bait}', 'x')",
        "select edit('x', 'cat')",
        "select fts3_tokenizer('simple')",
        "select * from fsdir('/')",
        "select * from csv('{bait}')",
        "select * from zipfile('{bait}')",
        "pragma writable_schema = 1",
        "pragma journal_mode = wal",
        "pragma query_only = 0",
        "pragma temp_store_directory = '/'",
        "select * from pragma_writable_schema",
        "select * from pragma_database_list",
        "select * from pragma_journal_mode('wal')",
        "explain attach database '{bait}' as other",
        "vacuum into '{bait}.copy'",
        "vacuum",
        "analyze",
        "reindex",
        "create temp table x (a)",
        "with x as (select 1) insert into makers select 'x', 'x', 'x', null, null",
        "update articles set title = 'x' returning title",
        "/* select */ delete from articles",
        "-- select\ndelete from articles",
        "select 1; select 2",
        "begin immediate",
        "detach database main",
    ],
)
def test_no_sql_reaches_a_file_or_changes_one(server: Server, sql: str) -> None:
    """SQL that attaches, loads, reads, writes, sets, or tells where the file lies is refused in every form."""
    before = {file: file.read_bytes() for file in server.file.parent.iterdir()}
    for form in ("", ".json", ".csv", ".xlsx"):
        status, content = server.ask(f"/relokanty{form}?sql={quote_plus(sql.format(bait=server.bait))}")
        assert status == 400, (form, content[:500])
        assert b"relokanty-serve-" not in content
    assert {file: file.read_bytes() for file in server.file.parent.iterdir()} == before
