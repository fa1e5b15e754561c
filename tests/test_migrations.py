"""Migrations bring a file from any revision to the newest, wholly or not at all."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from freeze import FOLDER, thaw
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from loaders.database import newest_revision, require_ours, upgrade
from loaders.paths import PROJECT
from loaders.write import rebuild_search
from schema import describe
from schema.base import APPLICATION_ID
from schema.engine import migrator, reader, writer
from schema.objects import statements, structure
from schema.search import SEARCH_INDEXES, SearchIndex

SCRIPTS = ScriptDirectory.from_config(Config(toml_file=PROJECT / "pyproject.toml"))
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]
OTHER_UPGRADER = (
    "import sys; from pathlib import Path; from loaders.database import upgrade;"
    "print('ready', flush=True); upgrade(Path(sys.argv[1]))"
)
Hook = Callable[[Connection, str], None]


class Stop(Exception):
    """Stands for whatever may go wrong within a migration."""


@contextmanager
def listening(moment: str, listener: Callable[..., None]) -> Iterator[None]:
    """Call a listener at a moment of every connection."""
    event.listen(Engine, moment, listener)
    try:
        yield
    finally:
        event.remove(Engine, moment, listener)


@contextmanager
def after_statements(hook: Hook) -> Iterator[None]:
    """Call a hook with connection and SQL after every statement of the migrations."""

    def listener(connection: Connection, _cursor: Any, sql: str, *_: Any) -> None:
        hook(connection, sql)

    with listening("after_cursor_execute", listener):
        yield


def file_at(revision: str | None, folder: Path) -> Path:
    """Return a database at a revision; an empty file where there is none."""
    file = folder / "test.db"
    file.touch()
    if revision:
        upgrade(file, revision)
    return file


def header(file: Path) -> tuple[int, int]:
    """Return application_id and user_version."""
    with closing(sqlite3.connect(file)) as connection:
        (application,), (version,) = (
            connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        )
    return application, version


def objects(text: str) -> dict[str, str]:
    """Cut the text of a structure into the SQL of each object."""
    _, *parts = re.split(r"^-- ((?:table|index|view|trigger) \w+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def structure_of(file: Path) -> dict[str, str]:
    """Return the SQL of each object of a database."""
    with reader(file).connect() as connection:
        return objects(structure(connection))


def differences(left: dict[str, str], right: dict[str, str]) -> dict[str, tuple[str | None, str | None]]:
    """Return the objects that are not the same on both sides."""
    names = sorted(left.keys() | right.keys())
    return {name: (left.get(name), right.get(name)) for name in names if left.get(name) != right.get(name)}


# --- where the migrations lead ------------------------------------------------------------------------------


def test_the_revisions_are_one_chain_of_numbers() -> None:
    """There is one head; revisions count from 0001 without a gap, and files bear the numbers."""
    assert SCRIPTS.get_heads() == REVISIONS[-1:]
    assert [f"{number:04}" for number in range(1, newest_revision() + 1)] == REVISIONS
    assert all(f"_{script.revision}_" in Path(script.path).name for script in SCRIPTS.walk_revisions())


def test_the_migrations_make_what_the_models_declare(migrated: Path) -> None:
    """Every object of a migrated database is, letter for letter, the one that models and views declare."""
    with create_engine("sqlite://").connect() as connection:
        for statement in statements():
            connection.exec_driver_sql(statement)
        declared = objects(structure(connection))
    assert len(declared) > 100
    assert not differences(structure_of(migrated), declared)


def test_the_snapshot_is_fresh(migrated: Path) -> None:
    """`schema/snapshot.sql` is the structure of a migrated database; `make docs` writes it."""
    assert not differences(structure_of(migrated), objects(describe.SNAPSHOT.read_text("utf-8")))


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_signs_the_file(tmp_path: Path, revision: str) -> None:
    """At every revision the header of the file says whose it is, and the revision's number."""
    assert header(file_at(revision, tmp_path)) == (APPLICATION_ID, int(revision))


def test_every_revision_is_frozen() -> None:
    """A filled database of every landed revision lies in tests/frozen; `python tests/freeze.py` makes it."""
    assert sorted(int(file.name.partition(".")[0]) for file in FOLDER.glob("*.db.gz")) == [
        *map(int, REVISIONS)
    ]


def test_the_head_is_accepted_as_ours(database: Path) -> None:
    """A file at the newest revision is one that the program works with, and no step leads further."""
    require_ours(database)
    before = database.read_bytes()
    upgrade(database)
    assert database.read_bytes() == before


def test_one_step_at_a_time_leads_to_the_same(migrated: Path, tmp_path: Path) -> None:
    """A file upgraded revision by revision is the same as one upgraded at once."""
    for revision in REVISIONS:
        file = file_at(revision, tmp_path)
    assert not differences(structure_of(file), structure_of(migrated))


# --- all or nothing -----------------------------------------------------------------------------------------


def stops_after(count: int, file: Path, revision: str) -> bool:
    """Upgrade a file, but stop after so many statements; tell whether it came to that."""
    done: list[str] = []

    def stop(_connection: Connection, sql: str) -> None:
        done.append(sql)
        if len(done) == count:
            raise Stop

    with after_statements(stop):
        try:
            upgrade(file, revision)
        except Stop:
            return True
    return False


@pytest.mark.parametrize(("start", "revision"), list(pairwise([None, *REVISIONS])))
def test_a_migration_that_stops_anywhere_leaves_nothing(
    tmp_path: Path, start: str | None, revision: str
) -> None:
    """After whichever of its statements a migration stops, not a byte of a filled file is changed."""
    file = thaw(int(start), tmp_path / "test.db") if start else file_at(None, tmp_path)
    before, count = file.read_bytes(), 1
    while stops_after(count, file, revision):
        assert file.read_bytes() == before, f"stopped after statement {count}"
        assert not file.with_name(f"{file.name}-journal").exists()
        count += 1
    assert header(file) == (APPLICATION_ID, int(revision))
    assert count > 3


def execute(sql: str) -> Callable[[Connection], object]:
    """Return what a careless migration might do: run some SQL."""
    return lambda connection: connection.exec_driver_sql(sql)


CARELESS: dict[str, Callable[[Connection], object]] = {
    "leaves 1 dangling references": execute(
        "INSERT INTO article_topics VALUES ('no-such-article', 'asylum')"
    ),
    "no such column: no_such_column": execute("CREATE VIEW broken AS SELECT no_such_column FROM articles"),
    "leaves the temporary table _alembic_tmp_x": execute("CREATE TABLE _alembic_tmp_x (id INTEGER)"),
    "a warning": lambda _: warnings.warn("a warning", UserWarning, stacklevel=1),
}


@pytest.mark.parametrize("message", CARELESS)
def test_a_careless_migration_is_undone(tmp_path: Path, message: str) -> None:
    """A migration that leaves dangling references, broken views or its own remains, or warns, is undone."""
    file = file_at(REVISIONS[-2], tmp_path)
    before = file.read_bytes()

    def careless(connection: Connection, sql: str) -> None:
        if sql.startswith("UPDATE alembic_version"):  # the last statement before the checks
            CARELESS[message](connection)

    with warnings.catch_warnings(), after_statements(careless):
        warnings.simplefilter("ignore")
        with pytest.raises((RuntimeError, OperationalError, UserWarning), match=message):
            upgrade(file)
    assert file.read_bytes() == before


# --- two at once --------------------------------------------------------------------------------------------


def other_upgrader(file: Path) -> subprocess.Popen[str]:
    """Start another process that upgrades the file, and return it when it is about to."""
    command = [sys.executable, "-c", OTHER_UPGRADER, str(file)]
    process = subprocess.Popen(
        command, cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def assert_ends_well(process: subprocess.Popen[str]) -> None:
    """Wait for the other process to end, without an error."""
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")


def test_an_upgrader_waits_for_another(migrated: Path, tmp_path: Path) -> None:
    """An upgrader that comes while another is at work waits for it, and then finds nothing to do."""
    file = file_at(REVISIONS[-2], tmp_path)
    others: list[subprocess.Popen[str]] = []

    def start_other(_connection: Connection, sql: str) -> None:
        if sql.startswith(("CREATE", "UPDATE")) and not others:
            others.append(other_upgrader(file))
            with pytest.raises(subprocess.TimeoutExpired):
                others[0].wait(timeout=0.3)

    with after_statements(start_other):
        upgrade(file)
    assert_ends_well(others[0])
    assert not differences(structure_of(file), structure_of(migrated))


def test_an_upgrader_outlives_another_that_comes_first(migrated: Path, tmp_path: Path) -> None:
    """Where another does all the work before an upgrader's transaction begins, both end well."""
    file = file_at(None, tmp_path)
    transactions: list[Connection] = []

    def run_other(connection: Connection) -> None:
        transactions.append(connection)
        if len(transactions) == 1:
            assert_ends_well(other_upgrader(file))

    with listening("begin", run_other):
        upgrade(file)
    assert not differences(structure_of(file), structure_of(migrated))


# --- how files are opened -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opener", "foreign_keys", "legacy_alter_table", "query_only"),
    [(writer, 1, 0, 0), (migrator, 0, 1, 0), (reader, 1, 0, 1)],
)
def test_each_use_has_its_settings(
    database: Path,
    opener: Callable[[Path], Engine],
    foreign_keys: int,
    legacy_alter_table: int,
    query_only: int,
) -> None:
    """Writers and readers enforce foreign keys, migrations do not; only a reader cannot write."""
    with opener(database).connect() as connection:
        for name, value in [
            ("foreign_keys", foreign_keys),
            ("legacy_alter_table", legacy_alter_table),
            ("query_only", query_only),
        ]:
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value


def test_a_reader_cannot_write(database: Path) -> None:
    """A reader's attempt to write is refused."""
    with (
        reader(database).connect() as connection,
        pytest.raises(OperationalError, match="attempt to write a readonly database"),
    ):
        connection.exec_driver_sql("DELETE FROM articles")


@pytest.mark.parametrize("opener", [writer, migrator])
def test_a_transaction_writes_alone(database: Path, opener: Callable[[Path], Engine]) -> None:
    """A transaction holds the file from its beginning, so that none has to fail at its first write."""
    with opener(database).begin(), closing(sqlite3.connect(database, timeout=0)) as other:
        assert other.execute("SELECT count(*) FROM articles").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            other.execute("BEGIN IMMEDIATE")


def test_migrations_run_without_foreign_keys(tmp_path: Path) -> None:
    """While a migration runs foreign keys are off, so that rebuilding a table deletes nothing."""
    settings = set()

    def look(connection: Connection, sql: str) -> None:
        if sql.startswith("CREATE"):
            settings.add(connection.exec_driver_sql("PRAGMA foreign_keys").scalar())

    with after_statements(look):
        file_at(REVISIONS[-1], tmp_path)
    assert settings == {0}


# --- full-text indexes --------------------------------------------------------------------------------------

SEARCHED_ROWS = """
    INSERT INTO articles (id, kind, reading, text_kind, paragraph_count, word_count)
        VALUES ('strike', 'held', 'unread', 'full', 2, 4);
    INSERT INTO paragraphs (id, article_id, number, text, word_count)
        VALUES (11, 'strike', 1, 'Gdańsk dockers', 2), (12, 'strike', 2, 'crane drivers', 2);
    INSERT INTO parties VALUES ('lis', 'person', 'Lis');
    INSERT INTO party_names VALUES (1, 'lis', 'Lis', 'lis', 'surname'),
        (2, 'lis', 'Anna Lis', 'anna lis', 'full');
    INSERT INTO places (id, name, kind, status, point_precision)
        VALUES ('gdansk', 'Gdansk', 'settlement', 'ordinary', 'none');
    INSERT INTO place_names VALUES (1, 'gdansk', 'Gdańsk', 'gdańsk', 'name'),
        (2, 'gdansk', 'Danzig', 'danzig', 'name');
"""
BEHIND_THE_BACK = {
    "changed": "UPDATE {content} SET {column} = 'other words' WHERE id = (SELECT max(id) FROM {content})",
    "deleted": "DELETE FROM {content} WHERE id = (SELECT max(id) FROM {content})",
}
each_index = pytest.mark.parametrize("index", SEARCH_INDEXES, ids=lambda index: index.name)


@pytest.fixture
def searched(connection: Connection) -> Connection:
    """Return a connection to a database with rows in every searched table, and its indexes made anew."""
    for statement in SEARCHED_ROWS.split(";\n"):
        connection.exec_driver_sql(statement)
    rebuild_search(connection)
    return connection


def check_index(connection: Connection, index: SearchIndex) -> None:
    """Have SQLite compare an index with the rows that it is over."""
    connection.exec_driver_sql(f"INSERT INTO {index.name}({index.name}, rank) VALUES ('integrity-check', 1)")


@each_index
def test_a_rebuilt_index_agrees_with_its_rows(searched: Connection, index: SearchIndex) -> None:
    """After a rebuild an index passes SQLite's comparison with its rows, and finds them without accents."""
    check_index(searched, index)
    word = (
        "crane" if index.content == "paragraphs" else "anna" if index.content == "party_names" else "gdansk"
    )
    sql = f"SELECT rowid FROM {index.name} WHERE {index.name} MATCH ?"
    assert len(searched.exec_driver_sql(sql, (word,)).all()) == 1


@each_index
@pytest.mark.parametrize("how", BEHIND_THE_BACK)
def test_an_index_that_lags_behind_is_found_out(searched: Connection, index: SearchIndex, how: str) -> None:
    """A row changed or deleted without its index fails the comparison, until the index is made anew."""
    searched.exec_driver_sql(BEHIND_THE_BACK[how].format(content=index.content, column=index.column))
    with pytest.raises(DatabaseError, match="malformed"):
        check_index(searched, index)
    rebuild_search(searched)
    check_index(searched, index)
