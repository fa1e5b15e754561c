"""Promises of stored_answers.py: the same rows in the same order, of this file only, and no second database."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import invented
import pytest

from schema.views import views
from website.metadata import DATABASE
from website.questions import questions
from website.serve import application
from website.snapshot import Snapshots
from website.spelling import teach
from website.stored_answers import StoredAnswers, answers_file, attach, stored_answers

VIEWS = [view.name for view in views()]
QUESTIONS = [question for question in questions() if question.group != "Search"]
# What may be typed where a question takes a parameter: something found in many rows, in few, in none.
TYPED = {
    "about": ("border", " Mobiliz ", "1", "nothing like it"),
    "basis": ("inferred", "external", "computed", "not_stated", "no basis"),
    "country": ("Kazakhstan", "russia", "Nowhere"),
    "person": ("Igor Sandzhiyev", "vladimir putin", "Nobody"),
    "speaker": ("a", "Putin", "AUTHOR", "nobody at all"),
}


@pytest.fixture(scope="module")
def file(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built file, beside which answers may stand."""
    return shutil.copyfile(built, tmp_path_factory.mktemp("answers") / "relokanty.db")


def opened(file: Path, answers: StoredAnswers | None = None) -> sqlite3.Connection:
    """Open a database file as the site does, with its answers or without."""
    connection = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    teach(connection)
    if answers is not None:
        attach(connection, answers)
    return connection


def rows(
    file: Path, answers: StoredAnswers | None, sql: str, values: dict[str, str] | None = None
) -> list[tuple[Any, ...]]:
    """Ask a file of ours."""
    with closing(opened(file, answers)) as connection:
        return connection.execute(sql, values or {}).fetchall()


def asked(datasette: Any, path: str) -> Any:
    """Ask the site."""
    return asyncio.run(datasette.client.get(path))


@pytest.mark.parametrize("view", VIEWS)
def test_a_stored_view_is_the_view(file: Path, view: str) -> None:
    """By the same name come the same columns and rows in the same order, whatever is asked of them."""
    answers = stored_answers(file, "of this test")
    sql = f"SELECT * FROM {view}"
    assert rows(file, answers, sql) == rows(file, None, sql)
    assert answers.rows[view] == len(rows(file, None, sql))
    with closing(opened(file, answers)) as connection:
        plan = str(connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())
    assert f"SCAN stored.{view}" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_stored_answer_to_a_question_is_its_answer(file: Path, question: Any) -> None:
    """What is read instead of a question's SQL gives the rows of that SQL, in its order."""
    answers = stored_answers(file, "of this test")
    blank = dict.fromkeys(question.parameters, "")
    instead = answers.instead[question.sql]
    assert rows(file, answers, instead.of(blank), blank) == rows(file, None, question.sql, blank)


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.parameters], ids=lambda q: q.name)
def test_what_is_typed_finds_the_same_rows_faster(file: Path, question: Any) -> None:
    """Whatever is typed, the SQL that reads what is kept in order gives the rows of the question's own, in order."""
    answers = stored_answers(file, "of this test")
    (parameter,) = question.parameters
    found = 0
    for typed in TYPED[parameter]:
        values = {parameter: typed}
        expected = rows(file, None, question.sql, values)
        instead = answers.instead[question.sql].of(values)
        assert rows(file, answers, instead, values) == expected
        first = rows(file, answers, f"SELECT * FROM ({instead}) LIMIT 3", values)
        assert first == expected[:3], "a page asks for the first rows"
        found += len(expected)
    assert found > 0


def test_the_file_that_is_served_stays_as_it_was(built: Path, tmp_path: Path) -> None:
    """Answers stand in a file of their own; not a byte of the served one is changed."""
    file = shutil.copyfile(built, tmp_path / "served.db")
    application(file)
    assert file.read_bytes() == built.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"served.db", "served.db.answers"}


def test_answers_of_another_state_or_none_are_made_anew(built: Path, tmp_path: Path) -> None:
    """Answers of another state of the file, of other SQL, or that are no such file at all, are not believed."""
    file = shutil.copyfile(built, tmp_path / "served.db")
    made = stored_answers(file, "one state").file
    first = made.stat().st_mtime_ns
    assert stored_answers(file, "one state").file.stat().st_mtime_ns == first
    stored_answers(file, "another state")
    assert made.stat().st_mtime_ns > first
    made.write_text("no database")
    assert stored_answers(file, "another state").rows["figure_claims"] > 0
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("UPDATE made SET key = 'of other SQL'")
        connection.execute("UPDATE counts SET rows = 0")
    assert stored_answers(file, "another state").rows["figure_claims"] > 0


def test_nobody_writes_through_a_connection_with_answers(file: Path) -> None:
    """Neither the answers, nor the file, nor a table of one's own can be written to."""
    with closing(opened(file, stored_answers(file, "of this test"))) as connection:
        for sql in (
            "DELETE FROM stored.figure_claims",
            "DELETE FROM figures",
            "CREATE TEMP TABLE mine (a)",
            "INSERT INTO stored.made VALUES ('x')",
            "DROP VIEW figure_claims",
        ):
            with pytest.raises(sqlite3.OperationalError, match=r"readonly|cannot modify"):
                connection.execute(sql)


def test_answers_are_no_second_database(file: Path) -> None:
    """The site lists one database and its tables and views as before, and views stay views."""
    datasette = application(file)
    assert [name for name in datasette.databases if not name.startswith("_")] == [DATABASE]
    found = asked(datasette, f"/{DATABASE}.json").json()
    assert {view["name"] for view in found["views"]} == set(VIEWS)
    assert not {table["name"] for table in found["tables"]} & {*VIEWS, "facets", "counts", "made"}
    assert "stored" not in asked(datasette, f"/{DATABASE}").text
    assert asked(datasette, f"/{DATABASE}/facets").status_code == 404
    assert asked(datasette, f"/{DATABASE}.db").content == file.read_bytes()
    definition = asked(datasette, f"/{DATABASE}/figure_claims").text
    assert "CREATE VIEW figure_claims" in definition


def test_pages_and_files_read_the_stored_rows(file: Path) -> None:
    """A view's page, its JSON, sorted or narrowed down, its CSV, and a question's CSV all come from the answers."""
    stored = stored_answers(file, "of this test")
    datasette = application(file)
    database = datasette.get_database(DATABASE)
    told = shutil.copyfile(stored.file, file.with_name("other.answers"))
    with closing(sqlite3.connect(told)) as connection, connection:
        connection.execute("UPDATE figure_claims SET claim = 'as stored', measure = 'stored measure'")
        connection.execute("UPDATE \"who-disagrees\" SET reason = 'as stored'")
    database.answers = StoredAnswers(told, stored.rows, stored.instead)
    claims = stored.rows["figure_claims"]
    for path in (
        f"/{DATABASE}/figure_claims.json?_shape=array&_size=max",
        f"/{DATABASE}/figure_claims.json?_shape=array&_size=max&measure=stored+measure",
        f"/{DATABASE}/figure_claims.json?_shape=array&_size=max&_sort_desc=claimant",
    ):
        assert [row["claim"] for row in asked(datasette, path).json()] == ["as stored"] * claims
    assert asked(datasette, f"/{DATABASE}/figure_claims.csv?_stream=on").text.count("as stored") == claims
    compared = stored.rows["disagreements"]
    assert asked(datasette, f"/{DATABASE}/who-disagrees.csv?_stream=on").text.count("as stored") == compared
    assert asked(datasette, f"/{DATABASE}/who-disagrees.json").text.count("as stored") == compared


def test_answers_are_worked_out_once_and_change_with_the_file(tmp_path: Path) -> None:
    """A second server takes the answers of the first; after a load and a reload, views show the new rows."""
    seeds = invented.make(tmp_path / "seeds")
    documents = seeds.aside(*invented.ARTICLES)
    file = invented.working(tmp_path, with_articles=False)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first = Snapshots(file, tmp_path / "one", application)
    made = answers_file(file).stat()
    Snapshots(file, tmp_path / "two", application)
    assert answers_file(file).stat().st_mtime_ns == made.st_mtime_ns
    before = overview(first)
    seeds.conductor().load(documents, file)
    assert overview(first) == before
    asyncio.run(first.reload())
    assert overview(first) == before + len(invented.ARTICLES)


def overview(snapshots: Snapshots) -> int:
    """Ask how many articles a view shows."""

    async def ask() -> int:
        transport = httpx.ASGITransport(app=snapshots)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            answer = await client.get(f"/{DATABASE}/article_overview.json")
        return int(answer.json()["filtered_table_rows_count"])

    return asyncio.run(ask())
