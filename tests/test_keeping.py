"""What another program changes in a table of ours is told; what we write, or what is a user's own, is not."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
from freeze import frozen_file
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from invented import ARTICLES, STRIKE, VOTE
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from loaders import upgrade
from loaders.accept import accept
from loaders.check import check_database
from loaders.database import newest_revision
from loaders.digests import changed_tables, driver, store_digests
from loaders.errors import DatabaseError
from loaders.keeping import keep_digests
from schema.base import Base
from schema.digests import STORED, carried_over
from schema.engine import reader, writer

TABLES = sorted(Base.metadata.tables)
VALUES = st.none() | st.integers(-3, 3) | st.floats(-2, 2) | st.text("a0é ", max_size=3) | st.just("0" * 64)


def told(file: Path) -> list[str]:
    """The tables that another program changed, as a file of digests tells."""
    with reader(file).connect() as connection:
        return [table for table, _ in changed_tables(connection)]


def change(file: Path, *statements: str) -> None:
    """Change a file as another program would."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection to a file with rows in every table of ours, whose rules are not enforced."""
    file = tmp_path_factory.mktemp("full") / "full.db"
    file.write_bytes(gzip.decompress(frozen_file(newest_revision()).read_bytes()))
    with writer(file).connect() as connection:
        driver(connection).execute("PRAGMA foreign_keys = OFF")
        driver(connection).execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def test_a_file_with_rows_in_every_table_is_at_peace(full: Connection) -> None:
    """The file on which the next tests rest has a row in each table, and nothing to tell."""
    with full.begin():
        assert [*changed_tables(full)] == []
        for table in TABLES:
            assert full.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() > 0, table


def one_row(table: str) -> str:
    """SQL that holds for one row of a table: in order of the key, the one at a place that is given."""
    key = ", ".join(column.name for column in Base.metadata.tables[table].primary_key.columns)
    return f"({key}) = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1 OFFSET ?)"


@settings(deadline=None, max_examples=250)
@given(st.sampled_from(TABLES), st.integers(0, 1 << 20), st.integers(0, 1 << 20), VALUES)
def test_any_changed_cell_of_any_table_is_told(
    full: Connection, table: str, place: int, column_place: int, value: Any
) -> None:
    """Whichever cell of whichever table gets another value that SQLite lets in, its table is told, and no other."""
    columns = Base.metadata.tables[table].columns.keys()
    column = columns[column_place % len(columns)]
    with full.begin() as transaction:
        count = full.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        sql = f"UPDATE {table} SET {column} = ? WHERE {one_row(table)} AND {column} IS NOT ?"
        try:
            changed = full.exec_driver_sql(sql, (value, place % count, value)).rowcount
        except IntegrityError:
            changed = 0  # of another type, NULL, or a key that another row has
        found = [name for name, _ in changed_tables(full)] if changed else []
        transaction.rollback()
    assume(changed)
    assert found == [table] if table != STORED else found


@pytest.mark.parametrize("table", [table for table in TABLES if table != STORED])
def test_a_row_less_or_more_is_told(full: Connection, table: str) -> None:
    """A row that is gone is told by its table, and so is one that another program added."""
    with full.begin() as transaction:
        columns = Base.metadata.tables[table].columns.keys()
        full.exec_driver_sql(f"CREATE TEMP TABLE taken AS SELECT * FROM {table} WHERE {one_row(table)}", (0,))
        full.exec_driver_sql(f"DELETE FROM {table} WHERE {one_row(table)}", (0,))
        assert [name for name, _ in changed_tables(full)] == [table]
        store_digests(full)
        full.exec_driver_sql(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns)} FROM taken"
        )
        assert [name for name, _ in changed_tables(full)] == [table]
        transaction.rollback()


@pytest.mark.parametrize("table", TABLES)
def test_what_a_user_added_is_theirs(full: Connection, table: str) -> None:
    """Columns of a user's own in a table of ours, and their values, are never told; nor are tables and views."""
    with full.begin() as transaction:
        full.exec_driver_sql(f'ALTER TABLE {table} ADD COLUMN "my, own" TEXT')
        full.exec_driver_sql(f"""UPDATE {table} SET "my, own" = 'x'""")
        full.exec_driver_sql(f"CREATE TABLE mine AS SELECT * FROM {table}")
        full.exec_driver_sql("CREATE VIEW my_sight AS SELECT * FROM mine")
        full.exec_driver_sql(f"CREATE TRIGGER my_hand AFTER DELETE ON {table} BEGIN DELETE FROM mine; END")
        assert [*changed_tables(full)] == []
        transaction.rollback()


def test_a_file_with_a_users_own_is_found_sound(tmp_path: Path) -> None:
    """The whole check has no word against a user's own columns, tables, views, indexes and triggers."""
    file = invented.working(tmp_path)
    change(
        file,
        "ALTER TABLE figures ADD COLUMN my_mark INTEGER REFERENCES mine (id) ON DELETE SET NULL",
        "ALTER TABLE figures ADD COLUMN \"my, other\" TEXT COLLATE NOCASE DEFAULT '(' CHECK (\"my, other\" <> ')')",
        "CREATE TABLE mine (id INTEGER PRIMARY KEY)",
        "CREATE VIEW my_sight AS SELECT claim FROM figures",
        "CREATE INDEX my_order ON figures (claim DESC)",
        "CREATE TRIGGER my_hand AFTER DELETE ON figures BEGIN DELETE FROM mine; END",
        "INSERT INTO mine VALUES (1)",
        "UPDATE figures SET my_mark = 1",
    )
    assert check_database(file)[0] == []


# --- what we write ourselves ---------------------------------------------------------------------------------

OTHER_WORDS = ("Ewa Lis said", "In Gdynia on March 9, 2021, nobody", "A Polish newspaper")


@settings(deadline=None, max_examples=12)
@given(
    st.lists(
        st.tuples(st.sampled_from([*ARTICLES, "a-letter", "refused"]), st.sampled_from(OTHER_WORDS)),
        min_size=1,
        max_size=5,
    )
)
def test_no_load_raises_a_false_alarm(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[str, str]]
) -> None:
    """Loads and reloads in any order, of documents annotated, unread, changed and refused, leave nothing to tell."""
    folder = tmp_path_factory.mktemp("loads")
    seeds = invented.make(folder)
    files = dict(zip(ARTICLES, seeds.aside(*ARTICLES), strict=True))
    file = folder / "own.db"
    conductor = seeds.conductor()
    for name, words in documents:
        if name not in files or name == "refused":
            given = folder / f"{name}.txt"
            given.write_text(
                f"A Letter\n{words}, and no more.\n" if name != "refused" else "", encoding="utf-8"
            )
        else:
            given = files[name]
        conductor.load([given], file)
        assert told(file) == []
    assert check_database(file, seeds.folder)[0] == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["put", "change", "take", "cascade", "begin", "keep", "undo", "commit", "roll back"]),
        max_size=25,
    )
)
def test_digests_go_with_the_rows(tmp_path: Path, acts: list[str]) -> None:
    """Whatever is put in, changed, taken out, by a cascade too, and undone: digests fit at every commit."""
    file = invented.working(tmp_path)
    with writer(file).connect() as connection:
        keep_digests(connection)
        transaction, open_savepoints = connection.begin(), []
        for number, act in enumerate([*acts, "commit"]):
            match act:
                case "put":
                    row = f"'mark-{number}', 'reviewer', 'somebody', NULL"
                    connection.exec_driver_sql(f"INSERT INTO makers VALUES ({row})")
                case "change":
                    connection.exec_driver_sql("UPDATE makers SET version = 'v' || name")
                case "take":
                    connection.exec_driver_sql("DELETE FROM makers WHERE id LIKE 'mark-%'")
                case "cascade":
                    connection.exec_driver_sql("DELETE FROM articles WHERE id = ?", (VOTE,))
                case "begin":
                    open_savepoints.append(connection.begin_nested())
                case "keep" if open_savepoints:
                    open_savepoints.pop().commit()
                case "undo" if open_savepoints:
                    open_savepoints.pop().rollback()
                case "commit" | "roll back":
                    while open_savepoints:
                        open_savepoints.pop().commit()
                    transaction.commit() if act == "commit" else transaction.rollback()
                    transaction = connection.begin()
                    assert [*changed_tables(connection)] == []
        transaction.rollback()
    assert told(file) == []


# --- what was changed by hand stays told, until it is accepted ------------------------------------------------


def test_a_hand_is_still_told_after_loads_and_upgrades(tmp_path: Path) -> None:
    """A load into the file, or a migration that adds and rebuilds columns, hides no change that was there before."""
    file = invented.working(tmp_path)
    seeds = invented.make(tmp_path / "else")
    change(file, "UPDATE figures SET value = value + 1 WHERE value = 1200")
    assert told(file) == ["figures"]
    (strike,) = seeds.aside(STRIKE)
    seeds.conductor().load([strike], file)
    assert told(file) == ["figures"]
    with writer(file).connect() as connection, connection.begin():
        with carried_over(driver(connection)):
            connection.exec_driver_sql("UPDATE figures SET value = value * 2")
            connection.exec_driver_sql("UPDATE makers SET version = 'x'")
        assert [table for table, _ in changed_tables(connection)] == ["figures"]


def test_every_earlier_revision_arrives_with_digests(tmp_path: Path) -> None:
    """An upgrade stores digests of what it brings; a file of a published state, made one's own, has them too."""
    for revision in range(1, newest_revision() + 1):
        file = tmp_path / f"{revision}.db"
        file.write_bytes(gzip.decompress(frozen_file(revision).read_bytes()))
        upgrade.upgrade(file)
        assert told(file) == []
    file = tmp_path / "1.db"
    upgrade.restore(file)
    upgrade.upgrade(file)
    assert told(file) == []


def test_what_was_meant_is_accepted(tmp_path: Path) -> None:
    """`--accept` takes the file as it is for ours; the message of the check names the table and this way out."""
    file = invented.working(tmp_path)
    change(
        file,
        "UPDATE figures SET value = value + 1 WHERE value = 1200",
    )
    (finding,) = check_database(file)[0]
    assert finding.startswith("figures: its rows are not as they were left")
    assert f"`relokanty check --accept {file}`" in finding
    before = file.read_bytes()
    assert accept(file) == ["figures"]
    assert check_database(file)[0] == []
    assert accept(file) == []
    assert len(before) == file.stat().st_size


def test_a_published_file_is_not_accepted(tmp_path: Path) -> None:
    """What was changed in a published file is no longer what was published, whoever meant it."""
    file = invented.published(tmp_path)
    change(file, "UPDATE figures SET value = value + 1 WHERE value = 1200")
    before = file.read_bytes()
    with pytest.raises(DatabaseError, match="published, so no change of it is accepted"):
        accept(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {STORED} SET column_names = 'id); DROP TABLE figures; --' WHERE table_name = 'figures'",
        f"UPDATE {STORED} SET column_names = 'id' WHERE table_name = 'figures'",
        f"UPDATE {STORED} SET table_name = 'sqlite_schema', column_names = 'sql' WHERE table_name = 'figures'",
        f"DELETE FROM {STORED} WHERE table_name = 'figures'",
    ],
)
def test_digests_that_were_tampered_with_are_told_and_run_nothing(tmp_path: Path, statement: str) -> None:
    """What stands in the table of digests is compared, never run; loads go on."""
    file = invented.working(tmp_path)
    change(file, statement)
    assert told(file) == ["figures"]
    seeds = invented.make(tmp_path / "else")
    (strike,) = seeds.aside(STRIKE)
    assert seeds.conductor().load([strike], file).loaded == (STRIKE,)
    assert told(file) == ["figures"]
