"""Promises of migrations/rebuild.py, on a port that holds what real migrations have broken elsewhere."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import hard_port
import pytest
from sqlalchemy import Connection, Engine, event

from loaders.database import downgrade, upgrade
from migrations.guard import Refusal
from migrations.rebuild import definitions
from schema.engine import writer

REVISIONS = [f"{number:04}" for number in range(1, 8)]


def ask(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def change(file: Path, *statements: str) -> None:
    """Change a database as a user would, with foreign keys on."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in statements:
            connection.execute(statement)


def objects_of_the_user(file: Path) -> list[tuple[Any, ...]]:
    """The SQL of all that the user added, but for the column, which stands in a table of ours."""
    return ask(
        file, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name LIKE 'my%' ORDER BY type, name"
    )


def rows_of_the_user(file: Path) -> list[list[tuple[Any, ...]]]:
    """Every value that the user added, with its row id, type and bytes."""
    return [
        ask(
            file,
            f"SELECT rowid, {', '.join(f'typeof({name}), hex(CAST({name} AS BLOB))' for name in names)} FROM {table}",
        )
        for table, names in {
            '"my notes"': ("about", '"what, else"', "mark"),
            "my_visits": ("ship_id", "n"),
            "my_search": ("words",),
            "ships": ('"my, mark"',),
        }.items()
    ]


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "step by step"])
def test_the_hard_migrations_keep_every_value(tmp_path: Path, at_once: bool) -> None:
    """A split, rebuilt parents, a new term, a new search and a generated column leave every value where it belongs."""
    file = hard_port.make(tmp_path / "port.db")
    own = objects_of_the_user(file), rows_of_the_user(file)
    for revision in REVISIONS[-1:] if at_once else REVISIONS[1:]:
        upgrade(file, revision, hard_port.VERSIONS)
    assert (objects_of_the_user(file), rows_of_the_user(file)) == own
    assert ask(
        file, "SELECT id, name, captain_first, captain_last, kind, built, harbour_id, label FROM ships"
    ) == [
        (3, "Wanda", "Ewa", "Lis", "ferry", "1906-04-18", 2, "Wanda (ferry)"),
        (7, "Łódź", None, "Nowak", "tugboat", "c. 1850", 5, "Łódź (tugboat)"),
        (8, "Ångström", "Jan", "Maria Wrona", "ferry", "007", 2, "Ångström (ferry)"),
        (12, "Mewka", None, None, "tugboat", None, None, "Mewka (tugboat)"),
    ]
    assert ask(file, "SELECT * FROM harbours") == [(2, "Gdynia"), (5, "Hel")]
    assert ask(file, "SELECT harbour_id, number, length FROM berths") == [
        (2, "A1", None),
        (2, "B1", None),
        (5, "007", None),
    ]
    assert [row for (row,) in ask(file, "SELECT rowid FROM calls")] == [5, 9, 14, 15]
    assert ask(file, "SELECT note FROM calls WHERE rowid = 5") == [("alpha \0 hidden",)]
    assert ask(file, "SELECT entry FROM log") == [("Mewa is now Mewka",)]
    assert ask(file, "SELECT * FROM fleet")[1] == ("Łódź", "Hel", "tugboat")
    assert ask(file, "PRAGMA integrity_check") == [("ok",)]


def test_what_was_rebuilt_works_as_before(tmp_path: Path) -> None:
    """Triggers fire, cascades cascade, ids are not given twice, names are unique without case, search finds."""
    file = hard_port.make(tmp_path / "port.db", REVISIONS[-1])
    change(
        file,
        "INSERT INTO harbours (name) VALUES ('Ustka')",
        "INSERT INTO ships (id, name, kind) VALUES (20, 'Nowa', 'ferry')",
        "UPDATE ships SET name = 'Nówka' WHERE id = 20",
        "DELETE FROM ships WHERE id = 3",
        "DELETE FROM harbours WHERE name = 'GDYNIA'",
    )
    assert ask(file, "SELECT max(id) FROM harbours") == [(10,)]
    assert ask(file, "SELECT rowid FROM ships_search WHERE ships_search MATCH 'nowka OR angstrom'") == [
        (8,),
        (20,),
    ]
    assert ask(file, "SELECT entry FROM log")[-1] == ("Nowa is now Nówka",)
    assert ask(file, "SELECT count(*) FROM calls") == [(2,)]
    assert ask(file, "SELECT count(*) FROM my_visits") == [(1,)]
    assert ask(file, 'SELECT "what, else" FROM "my notes" WHERE about = 3') == [("Wanda",)]
    assert ask(file, "SELECT harbour_id FROM ships WHERE id = 8") == [(None,)]
    assert ask(file, "SELECT count(*) FROM berths") == [(1,)]
    for refused in (
        "INSERT INTO ships (id, name, kind) VALUES (21, 'NOWA', 'ferry'), (22, 'nowa', 'ferry')",
        "INSERT INTO ships (id, name, kind) VALUES (21, 'Stara', 'tug')",
        "INSERT INTO harbours (name) VALUES ('X')",
        "UPDATE ships SET \"my, mark\" = '('",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            change(file, refused)


def test_a_rebuild_with_foreign_keys_on_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where something has switched foreign keys on, a rebuild does not begin."""
    file = hard_port.make(tmp_path / "port.db")
    before = file.read_bytes()
    monkeypatch.setattr("schema.engine.migrator", writer)
    with pytest.raises(RuntimeError, match="foreign keys are on"):
        upgrade(file, "0002", hard_port.VERSIONS)
    assert file.read_bytes() == before


def test_a_row_that_a_new_rule_forbids_stops_the_rebuild(tmp_path: Path) -> None:
    """Where a user's row breaks a rule that a table gains, nothing is changed."""
    file = hard_port.make(tmp_path / "port.db")
    change(file, "INSERT INTO harbours (name) VALUES ('X')")
    before = file.read_bytes()
    with pytest.raises(Exception, match="ck_harbours_name"):
        upgrade(file, "0003", hard_port.VERSIONS)
    assert file.read_bytes() == before


@pytest.mark.parametrize("revision", REVISIONS[1:])
def test_a_hard_migration_that_stops_anywhere_leaves_nothing(tmp_path: Path, revision: str) -> None:
    """After whichever of its statements a hard migration stops, not a byte of the file is changed; then it runs."""
    file = hard_port.make(tmp_path / "port.db", f"{int(revision) - 1:04}")
    before = file.read_bytes()
    for last in itertools.count(1):
        done: list[str] = []

        def stop(_: Connection, _cursor: object, sql: str, *__: object, done: list[str] = done) -> None:
            done.append(sql)
            if len(done) == last:  # noqa: B023
                raise RuntimeError("stopped")

        event.listen(Engine, "after_cursor_execute", stop)
        try:
            upgrade(file, revision, hard_port.VERSIONS)
            break
        except RuntimeError:
            assert file.read_bytes() == before, done[-1]
        finally:
            event.remove(Engine, "after_cursor_execute", stop)
    assert last > 4
    assert ask(file, "PRAGMA user_version") == [(int(revision),)]


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ("UPDATE berths SET length = 12.5 WHERE number = 'A1'", "berths.length is gone, with 1 values"),
        ("INSERT INTO cranes VALUES (1, NULL)", "cranes.id is gone, with 1 values"),
    ],
)
def test_a_downgrade_never_drops_a_value(tmp_path: Path, filled: str, told: str) -> None:
    """What a revision added is taken away again while it is empty; as soon as it holds a value, that is refused."""
    file = hard_port.make(tmp_path / "port.db", "0006")
    held = ask(file, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    upgrade(file, "0007", hard_port.VERSIONS)
    downgrade(file, "0006", hard_port.VERSIONS)
    assert ask(file, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name") == held
    assert ask(file, "PRAGMA user_version") == [(6,)]
    upgrade(file, "0007", hard_port.VERSIONS)
    change(file, filled)
    before = file.read_bytes()
    with pytest.raises(Refusal, match=told):
        downgrade(file, "0006", hard_port.VERSIONS)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("create", "parts"),
    [
        ("CREATE TABLE t (a, b TEXT)", ["a", "b TEXT"]),
        ("CREATE TABLE t (a CHECK (a IN (1, 2)), b)", ["a CHECK (a IN (1, 2))", "b"]),
        (
            """CREATE TABLE "t(" ("a,""b" DEFAULT '),', [c, (d], `e)`)""",
            ['"a,""b" DEFAULT \'),\'', "[c, (d]", "`e)`"],
        ),
        ("CREATE TABLE t (a, -- one, (two\n b /* ), */ INT) STRICT", ["a", "-- one, (two\n b /* ), */ INT"]),
    ],
)
def test_a_table_is_cut_into_its_definitions(create: str, parts: list[str]) -> None:
    """Commas and brackets within quotes, brackets and comments cut nothing."""
    assert list(definitions(create)) == parts
