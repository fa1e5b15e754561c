"""Promises of migrations/renumber.py, on the revision that numbers rows so that those of an article lie together."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from contents import contents
from freeze import thaw

from loaders import database, upgrade
from loaders.check import check_database

NUMBERED, NUMBERED_OTHERWISE = 16, 14
# Filled for the frozen files by hand, from whichever number was the least.
BY_HAND = {"comparisons", "paragraph_relations", "place_claims", "repairs"}
THINGS = """
    SELECT p.article_id, p.number, s.words, m.party_id, m.place_id FROM mentions AS m
    JOIN passages AS s ON s.id = m.passage_id JOIN paragraphs AS p ON p.id = s.paragraph_id
"""


def ask(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query, in order."""
    with closing(sqlite3.connect(file)) as connection:
        return sorted(connection.execute(sql).fetchall(), key=repr)


def change(file: Path, statements: str) -> None:
    """Change a file as its user would, but with foreign keys off."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(statements)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A filled file from before, with the numbers of that time."""
    return thaw(NUMBERED_OTHERWISE, tmp_path / "port.db")


@pytest.mark.parametrize("revision", range(1, NUMBERED))
def test_an_upgraded_file_holds_what_a_load_would_make(tmp_path: Path, revision: int) -> None:
    """Every row has the number that the loaders give it now, and so has whatever refers to it."""
    file = thaw(revision, tmp_path / "port.db")
    database.upgrade(file, f"{NUMBERED:04}")
    loaded, upgraded = contents(thaw(NUMBERED, tmp_path / "loaded.db")), contents(file)
    (changes,) = (step.changes for step in database.steps_after(NUMBERED - 1)[:1])
    tables = {name.partition(".")[0] for name in changes if "." in name}
    assert all(upgraded[table] for table in tables - BY_HAND)
    assert {table for table in tables if upgraded[table] != loaded[table]} <= BY_HAND


def test_references_of_a_user_lead_to_the_same_rows(file: Path) -> None:
    """Tables of a user, keyed by our numbers or not, with names in quotes, and columns of theirs in tables of ours."""
    change(
        file,
        """
        CREATE TABLE my_marks (mention_id INTEGER PRIMARY KEY REFERENCES Mentions, mark TEXT);
        INSERT INTO my_marks SELECT id, 'mark ' || id FROM mentions;
        CREATE TABLE "my ""odd"" links" ("where, to" INTEGER REFERENCES passages (id), old INTEGER, new INTEGER);
        INSERT INTO "my ""odd"" links" SELECT id, id, 1 FROM passages;
        ALTER TABLE statements ADD COLUMN "my passage" INTEGER REFERENCES passages (id);
        UPDATE statements SET "my passage" = passage_id;
        ALTER TABLE mentions ADD COLUMN my_mention INTEGER REFERENCES mentions (id);
        UPDATE mentions SET my_mention = id;
        """,
    )
    questions = (
        THINGS,
        f"{THINGS} JOIN my_marks AS k ON k.mention_id = m.id",
        'SELECT s.words, l.new FROM "my ""odd"" links" AS l JOIN passages AS s ON s.id = l."where, to"',
        'SELECT t.id, s.words FROM statements AS t JOIN passages AS s ON s.id = "my passage" AND s.id = passage_id',
        f"{THINGS} WHERE m.my_mention = m.id",
        'SELECT old, new FROM "my ""odd"" links"',
        "SELECT mark FROM my_marks",
    )
    before = [ask(file, question) for question in questions]
    assert all(before)
    numbers = ask(file, "SELECT id FROM mentions")
    upgrade.upgrade(file)
    assert ask(file, "SELECT id FROM mentions") != numbers
    assert [ask(file, question) for question in questions] == before
    assert check_database(file)[0] == []


def test_triggers_stay_and_do_not_fire(file: Path) -> None:
    """A user's trigger on a table that is numbered anew fires at their next change, and not before."""
    change(
        file,
        """
        CREATE TABLE my_log (what TEXT);
        CREATE TRIGGER my_watch AFTER UPDATE ON statements BEGIN INSERT INTO my_log VALUES ('statement'); END;
        CREATE TRIGGER my_guard AFTER INSERT ON mentions BEGIN INSERT INTO my_log VALUES ('mention'); END;
        """,
    )
    upgrade.upgrade(file)
    assert ask(file, "SELECT * FROM my_log") == []
    change(file, "UPDATE statements SET gist = gist; UPDATE mentions SET reason = reason;")
    assert {what for (what,) in ask(file, "SELECT * FROM my_log")} == {"statement"}


def test_searches_find_the_same(file: Path) -> None:
    """Full-text indexes over rows that are numbered anew find them, a user's own too."""
    change(
        file,
        """
        CREATE VIRTUAL TABLE "my words" USING fts5(words, content = passages, content_rowid = id);
        INSERT INTO "my words" ("my words") VALUES ('rebuild');
        """,
    )
    questions = (
        "SELECT s.words FROM \"my words\" AS f JOIN passages AS s ON s.id = f.rowid WHERE f.words MATCH 'dockers'",
        "SELECT p.article_id, p.number FROM paragraphs_search AS f JOIN paragraphs AS p ON p.id = f.rowid "
        "WHERE paragraphs_search MATCH 'gdynia'",
        "SELECT n.party_id FROM party_names_search AS f JOIN party_names AS n ON n.id = f.rowid "
        "WHERE party_names_search MATCH 'lis'",
    )
    before = [ask(file, question) for question in questions]
    assert all(before)
    upgrade.upgrade(file)
    assert [ask(file, question) for question in questions] == before


def test_two_rows_that_tell_the_same_both_arrive(file: Path) -> None:
    """Another program may have written a mention twice; each of the two keeps a number of its own."""
    change(
        file,
        """
        INSERT INTO mentions (id, passage_id, party_id, place_id, form, reading, score, reason)
            SELECT id + 1, passage_id, party_id, place_id, form, reading, score, 'Once more.' FROM mentions LIMIT 2;
        """,
    )
    before = ask(file, THINGS)
    upgrade.upgrade(file)
    assert ask(file, THINGS) == before
    assert ask(file, "SELECT count(*) FROM mentions WHERE reason = 'Once more.'") == [(2,)]


def test_a_reference_that_led_nowhere_still_does(file: Path) -> None:
    """A row whose passage was gone before keeps what it says, so that nothing seems mended."""
    change(file, "DELETE FROM passages WHERE id = (SELECT passage_id FROM mentions ORDER BY id LIMIT 1);")
    dangling = "SELECT passage_id FROM mentions WHERE passage_id NOT IN (SELECT id FROM passages)"
    before = ask(file, dangling)
    assert before
    database.upgrade(file)
    assert ask(file, dangling) == before


def test_the_rows_of_an_article_lie_together(file: Path) -> None:
    """In all tables, the numbers of an article's rows have the same upper bits, and those of another have others."""
    upgrade.upgrade(file)
    places: dict[str, set[int]] = {}
    for table, article in {
        "paragraphs": "t.article_id",
        "issues": "t.article_id",
        "evidence": "t.article_id",
        "event_reports": "t.article_id",
        "person_attributes": "t.article_id",
        "mentions": "(SELECT p.article_id FROM paragraphs AS p JOIN passages AS s ON s.id = t.passage_id "
        "WHERE p.id = s.paragraph_id)",
    }.items():
        rows = ask(file, f"SELECT {article}, id FROM {table} AS t WHERE {article} IS NOT NULL")
        assert rows
        for name, number in rows:
            places.setdefault(name, set()).add(number >> 35)
    assert len(places) > 2
    assert all(len(place) == 1 for place in places.values())
    assert len(set.union(*places.values())) == len(places)
