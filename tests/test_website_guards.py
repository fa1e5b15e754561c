"""The website says where an answer ends, lets nobody in, and keeps hostile text as text."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_plus
from urllib.request import urlopen

import pytest
from test_website import NAMES, QUESTIONS, Site, records

from loaders.errors import RelokantyError
from website import answers
from website.serve import application, serve

ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[Site]:
    """Serve the seeds."""
    with Site(built) as site:
        yield site


def asked(sql: str, form: str = "") -> str:
    """Return the path that asks in SQL, for a page or a form such as `.csv`."""
    return f"/relokanty{form}?sql={quote_plus(sql)}"


def test_a_long_answer_says_where_it_is_cut_off(site: Site) -> None:
    """The page and the JSON of 3,000 rows say that they are cut off; the CSV has all and says so."""
    sql = f"{ENDLESS} limit 3000"
    page = site.ask(asked(sql))
    assert "Cut off:" in page.text
    assert page.headers[answers.HEADER].startswith("no")
    shaped = site.ask(asked(sql, ".json") + "&_shape=array")
    assert (len(shaped.json()), shaped.headers[answers.HEADER][:2]) == (2000, "no")
    whole = site.ask(asked(sql, ".csv"))
    assert records(whole.text)[1:] == [[str(number)] for number in range(1, 3001)]
    assert whole.headers[answers.HEADER] == "yes"


def test_an_endless_answer_ends_with_a_notice(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSV that takes too long, or grows too long, says so in its last record and in a header."""
    for reason in ("takes longer than 1.5 seconds", "is longer than 0.01 MB"):
        answer = site.ask(asked(f"select x, x from ({ENDLESS})", ".csv"))
        *rows, last = records(answer.text)
        assert last[0].startswith(f"CUT OFF after {len(rows) - 1:,} rows: the answer {reason}")
        assert last[1:] == [""]
        assert answer.headers[answers.HEADER].startswith("no; CUT OFF")
        monkeypatch.setattr(answers, "_MOST_BYTES", 10_000)


def test_a_wrong_query_is_an_error_in_every_form(site: Site) -> None:
    """A misspelt column, a value too long and a query that is too slow answer 400, as a page and as CSV.

    An answer that is too long for memory is refused as a page.
    """
    for sql in (
        "select nothing from articles",
        "select zeroblob(6000000)",
        f"select count(*) from ({ENDLESS})",
    ):
        for form in ("", ".csv"):
            assert site.ask(asked(sql, form) + "&_timelimit=200").status_code == 400, (sql, form)
    assert "longer than" in site.ask(asked(f"select hex(zeroblob(200000)) from ({ENDLESS})")).text


def test_nobody_can_write(site: Site) -> None:
    """Statements that write, attach or set are refused; so are methods other than GET; the file stays as it is."""
    before = site.file.read_bytes()
    for sql in (
        "delete from articles",
        "with gone as (select 1) delete from articles",
        "insert into makers values ('x', 'reviewer', 'x', null)",
        "attach database '/tmp/x.db' as x",
        "select 1; drop table articles",
        "pragma writable_schema = on",
        "select * from pragma_writable_schema",
        "vacuum into '/tmp/x.db'",
        "select load_extension('x')",
    ):
        assert site.ask(asked(sql)).status_code == 400, sql
    for method in ("post", "put", "patch", "delete"):
        for path in ("/relokanty", "/relokanty/makers/editors"):
            assert site.ask(path, method).status_code in {403, 404, 405}, (method, path)
    assert site.file.read_bytes() == before


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/relokanty/nothing", 404), ("/relokanty/articles.csv", 200), ("/assets/site.css", 200)]
    + [(f"/-/{page}", 404) for page in ("metadata", "threads.json", "actor", "allow-debug", "permissions")]
    + [("/-/messages", 404), ("/-/patterns", 404), ("/-/databases.json", 404), ("/-/versions", 200)],
)
def test_every_answer_carries_the_security_headers(site: Site, path: str, status: int) -> None:
    """Pages, files, data and errors forbid foreign scripts, framing and sniffing; debug pages are closed."""
    answer = site.ask(path)
    assert answer.status_code == status
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202ecba {{ 7 * 7 }} javascript:alert(3)"
# Where text of articles, or what people wrote of them, is kept.
EVIL_COLUMNS = (
    *(
        "articles.title",
        "passages.words",
        "paragraphs.text",
        "issues.item",
        "issues.reason",
        "evidence.reasoning",
    ),
    *("evidence.source", "comparisons.reason", "person_attributes.attribute", "article_relations.reasoning"),
    *("measures.name", "measures.meaning", "figures.claim", "figures.printed", "figures.unit", "figures.per"),
    *("statements.gist", "statements.channel", "statements.condition", "event_reports.gist"),
    *("event_details.detail", "events.name", "propositions.name", "party_names.name", "place_names.name"),
)
EVIL_ROWS = (
    *(
        "articles",
        "persons",
        "organisations",
        "groups",
        "places",
        "events",
        "figures",
        "measures",
        "statements",
    ),
    *("propositions", "comparisons", "event_reports"),
)
# Of one table the name is repeated in another, so that a row reads well on its own.
EVIL_PAIRS = (("parties", "persons", "organisations", "groups"), ("places",))


def test_hostile_text_stays_text(site: Site, tmp_path: Path) -> None:
    """Markup, quotes and characters that turn the text come out as text on every page, whatever column holds them."""
    file = shutil.copyfile(site.file, tmp_path / "hostile.db")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for column in EVIL_COLUMNS:
            table, _, name = column.partition(".")
            connection.execute(f"UPDATE {table} SET {name} = ? || {name} WHERE {name} IS NOT NULL", (EVIL,))
        for table in (table for tables in EVIL_PAIRS for table in tables):
            connection.execute(f"UPDATE {table} SET name = ? || name", (EVIL,))
        connection.execute("UPDATE places SET parent_name = ? || parent_name", (EVIL,))
    literal = "'" + EVIL.replace("'", "''") + "'"
    with Site(file) as hostile:
        rows = [
            f"/relokanty/{table}/{hostile.rows(f'SELECT id FROM {table} ORDER BY id LIMIT 1')[0][0]}"
            for table in EVIL_ROWS
        ]
        own = [
            "/",
            "/articles",
            "/people",
            "/map",
            "/timeline",
            "/numbers",
            "/disagreements",
            "/search?q=alert",
        ]
        listed = [f"/relokanty/{name}" for name in NAMES] + [f"/relokanty/{name}" for name in QUESTIONS]
        wrong = [
            *(f"/relokanty/articles/{quote_plus(EVIL)}", f"/relokanty/search-names?q={quote_plus(EVIL)}"),
            *(
                f"{path}={quote_plus(EVIL)}"
                for path in ("/search?q", "/timeline?type", "/map?kind", "/ask?q")
            ),
        ]
        for path in [*rows, *own, *listed, *wrong, asked(f"select {literal}"), "/take", "/ask", "/schema"]:
            page = hostile.ask(path).text
            assert not re.search(r"<script>alert|<img|\u202e|href=.?javascript", page), path
            if path in {*rows, *own}:
                assert "&lt;script&gt;alert(1)" in page, path
                assert "[U+202E]cba" in page, path
        for path in ("/timeline.atom", "/articles.atom"):
            assert "<script>" not in hostile.ask(path).text, path


def test_an_empty_database_can_be_looked_at(migrated: Path) -> None:
    """Home, every table and every question of a file without a row are pages."""
    with Site(migrated) as empty:
        for path in ["/", "/relokanty", *(f"/relokanty/{name}" for name in [*NAMES, *QUESTIONS])]:
            assert "<h1>" in empty.page(path)
        assert "No rows." in empty.page("/relokanty/figures")


def test_what_cannot_be_served_is_one_line(site: Site, tmp_path: Path) -> None:
    """A missing file, a foreign one, one being written, a name or a port that will not do: one line for each."""
    (tmp_path / "text.db").write_text("no database", encoding="utf-8")
    shutil.copy(site.file, tmp_path / "busy.db")
    (tmp_path / "busy.db-wal").touch()
    shutil.copy(site.file, tmp_path / "number#1.db")
    for name in ("missing.db", "text.db", "busy.db", "number#1.db"):
        with pytest.raises(RelokantyError, match=rf"^\S*{name}: [^\n]+$"):
            application(tmp_path / name)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(RelokantyError, match="is taken"):
        serve(site.file, taken.getsockname()[1])


def test_serve_prints_an_address_that_answers(site: Site) -> None:
    """The printed address answers at once, and Ctrl-C ends the server quietly."""
    code = f"from pathlib import Path; from website.serve import serve; serve(Path({str(site.file)!r}), 0)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1, stderr=-1, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[2]
        with urlopen(f"{address}-/versions.json") as answer:  # noqa: S310 - our own server
            assert answer.status == 200
        server.send_signal(signal.SIGINT)
        assert server.communicate(timeout=10) == ("", "")


def test_what_a_draft_feeds_is_marked_as_draft(site: Site, tmp_path: Path) -> None:
    """Every page that shows something of a drafted article says so beside it; the article says it in words."""
    file = shutil.copyfile(site.file, tmp_path / "draft.db")
    article = "kalmykia-asylum-seeker"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE articles SET reading = 'draft' WHERE id = ?", (article,))
    with Site(file) as drafted:
        event, figure, statement = (
            drafted.rows(f"SELECT id FROM {table} WHERE article_id = '{article}' ORDER BY id")[0][0]
            for table in ("event_reports", "figures", "statements")
        )
        assert "nobody has checked it yet" in drafted.page(f"/relokanty/articles/{article}")
        assert "checked by nobody" in drafted.page("/")
        for path in (
            "/",
            "/articles",
            "/people",
            "/map",
            "/timeline",
            "/disagreements",
            "/search?q=Sandzhiyev",
            f"/relokanty/figures/{figure}",
            f"/relokanty/statements/{statement}",
            f"/relokanty/event_reports/{event}",
            "/relokanty/persons/igor-sandzhiyev",
            "/relokanty/places/oral",
            "/relokanty/events/zhilin-extradited",
            "/relokanty/measures/prison-term",
            "/relokanty/figure_claims",
            "/relokanty/event_timeline",
            "/relokanty/figures",
            "/relokanty/who-says-what",
        ):
            assert 'class="badge draft"' in drafted.page(path), path
            assert 'class="badge draft"' not in site.page(path), path
