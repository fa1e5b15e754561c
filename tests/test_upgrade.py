"""Promises of upgrade.py: all of every earlier revision arrives, or the file is untouched; and the way back."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import namedtuple
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import invented
import pytest
from contents import Contents, contents
from freeze import thaw

from loaders import database, upgrade
from loaders.check import check_database
from loaders.database import newest_revision, revision_of, steps_after
from loaders.errors import DatabaseError
from loaders.manifest import file_sha256, manifest_file
from loaders.paths import PROJECT
from loaders.swap import one_writer

NEWEST = newest_revision()
EARLIER = range(1, NEWEST)
Usage = namedtuple("Usage", "total used free")


def sha(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def folder(file: Path) -> dict[str, str]:
    """What lies in the folder of a file, byte for byte."""
    return {path.name: sha(path) for path in file.parent.iterdir() if path.is_file()}


def run(file: Path, *statements: str) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def looked_at(file: Path) -> set[tuple[str, str]]:
    """The tables and indexes of which SQLite keeps statistics."""
    with closing(sqlite3.connect(file)) as connection:
        return set(connection.execute("SELECT tbl, idx FROM sqlite_stat1"))


def kept(before: Contents, after: Contents, steps: Iterable[database.Step]) -> None:
    """Assert that all contents before some steps are among those after, but for what was declared."""
    declared = {name.removesuffix(".*") for step in steps for name in step.changes}
    for name, rows in before.items():
        own = name.partition(" ")[2] or name
        if own in {"about_file", "table_digests"}:
            continue
        # A search index stands in tables of its own.
        if not {own, own.rpartition("_")[0]} & declared and not any(
            key.startswith(f"{own}.") for key in declared
        ):
            assert after.get(name) == rows, name


def frozen(revision: int, folder: Path) -> Path:
    """A frozen database in a folder of its own."""
    folder.mkdir(exist_ok=True)
    return thaw(revision, folder / "port.db")


# --- every earlier revision ---------------------------------------------------------------------------------


@pytest.mark.parametrize("revision", EARLIER)
def test_every_value_of_an_earlier_revision_arrives(tmp_path: Path, revision: int) -> None:
    """All rows, ids, types and bytes are there; the user's tables, indexes, views and triggers are as they were."""
    file = frozen(revision, tmp_path)
    old, before = sha(file), contents(file)
    assert any(name.startswith("table my_") for name in before)
    done = upgrade.upgrade(file)
    assert [int(step.revision) for step in done.steps] == list(range(revision + 1, NEWEST + 1))
    assert revision_of(file) == NEWEST
    kept(before, contents(file), done.steps)
    findings, _ = check_database(file)
    assert findings == []
    assert sha(tmp_path / f"port.db.bak-{revision:04}") == old
    assert {path.name for path in tmp_path.iterdir()} == {"port.db", f"port.db.bak-{revision:04}"}


@pytest.mark.parametrize("revision", EARLIER)
def test_every_way_leads_to_the_same(tmp_path: Path, revision: int) -> None:
    """By a copy, in place, or one revision after the other, each changing only what it declares: the same contents."""
    files = [frozen(revision, tmp_path / name) for name in ("copy", "place", "steps")]
    upgrade.upgrade(files[0])
    upgrade.upgrade(files[1], in_place=True)
    for step in steps_after(revision):
        before = contents(files[2])
        database.upgrade(files[2], step.revision)
        kept(before, contents(files[2]), [step])
    one, *others = [contents(file) for file in files]
    assert [other for other in others if other != one] == []
    assert [path.name for path in (tmp_path / "place").iterdir()] == ["port.db"]


def test_a_user_finds_what_they_made(tmp_path: Path) -> None:
    """After an upgrade from the first revision, the user's view answers, triggers fire and searches find."""
    file = frozen(1, tmp_path)
    upgrade.upgrade(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        assert connection.execute('SELECT * FROM "my view"').fetchall() == [("Nearly 1,200 strikers", "good")]
        connection.execute("UPDATE articles SET title = 'New' WHERE id = 'harbour-vote'")
        assert connection.execute("SELECT about FROM my_notes WHERE rowid = 17").fetchall() == [
            ("Dockers Vote on Pay is now New",)
        ]
        found = "SELECT rowid FROM {0} WHERE {0} MATCH '{1}'"
        assert connection.execute(found.format("my_search", "epsilon")).fetchall() == [(2,)]
        assert len(connection.execute(found.format("my_claims_search", "strikers")).fetchall()) == 1
        assert len(connection.execute(found.format("paragraphs_search", "newspaper")).fetchall()) == 1
        connection.execute("INSERT INTO my_readings (article_id) VALUES ('harbour-vote')")
        assert connection.execute("SELECT max(id) FROM my_readings").fetchone() == (10,)
        connection.execute("DELETE FROM articles WHERE id = 'harbour-strike'")
        assert connection.execute("SELECT article_id FROM my_readings").fetchall() == [("harbour-vote",)]


def test_statistics_are_of_the_tables_as_they_are_now(tmp_path: Path) -> None:
    """What SQLite knew of tables and indexes, by which it chooses look-ups, it knows of those made anew too."""
    file = frozen(1, tmp_path)
    run(file, "ANALYZE")
    upgrade.upgrade(file)
    after = looked_at(file)
    assert ("mentions", "ix_mentions_party_id") in after
    run(file, "ANALYZE")
    assert after == looked_at(file)


def test_the_newest_revision_is_left_alone(tmp_path: Path) -> None:
    """A file that is of the newest revision is not touched, and no backup is made."""
    file = frozen(NEWEST, tmp_path)
    before = folder(file)
    assert upgrade.upgrade(file).steps == ()
    assert folder(file) == before


def test_what_was_upgraded_can_be_loaded_into(tmp_path: Path) -> None:
    """A load says that an earlier revision needs an upgrade, and after it goes on; loading again changes nothing."""
    file, seeds = frozen(1, tmp_path / "own"), invented.make(tmp_path)
    with pytest.raises(DatabaseError, match=r"run `relokanty upgrade \S+port.db`"):
        seeds.conductor().load([seeds.article(invented.VOTE)], file)
    upgrade.upgrade(file)
    assert seeds.conductor().load([seeds.article(invented.VOTE)], file).loaded == (invented.VOTE,)


def test_a_new_table_never_takes_the_place_of_a_users(tmp_path: Path) -> None:
    """Where a user has a table of the name that a revision gives to a new one, the upgrade is refused by that name."""
    file = frozen(3, tmp_path)
    run(file, "CREATE TABLE article_shingles (mine)", "INSERT INTO article_shingles VALUES ('x')")
    before = folder(file)
    with pytest.raises(DatabaseError, match="table article_shingles already exists"):
        upgrade.upgrade(file)
    assert folder(file) == before


# --- refusals -----------------------------------------------------------------------------------------------


def cut(file: Path) -> None:
    """Cut a file short, behind its header."""
    file.write_bytes(file.read_bytes()[: 4096 * 20])


def overwrite(file: Path) -> None:
    """Overwrite a page in the middle of a file."""
    data = bytearray(file.read_bytes())
    data[4096 * 30 : 4096 * 31] = b"\xff" * 4096
    file.write_bytes(data)


def other_program(file: Path) -> None:
    """Put a database of another program in the place of a file."""
    file.unlink()
    invented.other_program(file)


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a newer revision": (
        lambda file: run(file, f"PRAGMA user_version = {NEWEST + 1}"),
        "made by a newer relokanty",
    ),
    "another program": (other_program, "a database of another program; nothing was touched"),
    "an HTML page": (
        lambda file: file.write_text("<!doctype html>"),
        "not an SQLite database; nothing was touched",
    ),
    "an empty file": (lambda file: file.write_bytes(b""), "not an SQLite database; nothing was touched"),
    "a file cut short": (cut, "damaged"),
    "a page overwritten": (overwrite, "damaged"),
    "a missing file": (lambda file: file.unlink(), "no such file"),
    "a journal": (lambda file: file.with_name("port.db-journal").write_bytes(b""), "run `relokanty recover"),
    "a write-ahead log": (
        lambda file: file.with_name("port.db-wal").write_bytes(b""),
        "run `relokanty recover",
    ),
    "another backup": (lambda file: file.with_name("port.db.bak-0002").write_bytes(b""), "move it away"),
    "a header that lies": (lambda file: run(file, "PRAGMA user_version = 1"), "nothing was changed"),
}


@pytest.mark.parametrize("in_place", [False, True], ids=["by copy", "in place"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_upgraded_is_refused_untouched(tmp_path: Path, case: str, in_place: bool) -> None:
    """One line says why, no byte of the file or of what lies beside it is changed, and nothing is left behind."""
    spoil, told = REFUSED[case]
    if in_place and case in {"a journal", "a write-ahead log", "another backup"}:
        pytest.skip("nothing takes the file's name, and no backup is made")
    file = frozen(2, tmp_path)
    spoil(file)
    before = folder(file)
    with pytest.raises(DatabaseError, match=told) as caught:
        upgrade.upgrade(file, in_place=in_place)
    assert "\n" not in str(caught.value)
    assert folder(file) == before
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize(("in_place", "factor"), [(False, 4), (True, 2)])
def test_too_little_room_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_place: bool, factor: int
) -> None:
    """A copy needs four times the file's size beside it, an upgrade in place twice; a byte less is refused."""
    file = frozen(2, tmp_path)
    before, size = folder(file), file.stat().st_size
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**12, 0, size * factor - 1))
    with pytest.raises(DatabaseError, match="make room"):
        upgrade.upgrade(file, in_place=in_place)
    assert folder(file) == before
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**12, 0, size * factor))
    assert upgrade.upgrade(file, in_place=in_place).steps


def test_a_file_that_is_being_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another program is in the middle of a transaction, the upgrade gives up after waiting, without a trace."""
    file, connect = frozen(2, tmp_path), sqlite3.connect
    monkeypatch.setattr(
        "sqlite3.connect", lambda *args, **kwargs: connect(*args, **{**kwargs, "timeout": 0.1})
    )
    with closing(connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = folder(file)
        with pytest.raises(DatabaseError, match=r"in use.*database is locked"):
            upgrade.upgrade(file)
        assert folder(file) == before


def test_nobody_writes_to_a_file_while_its_copy_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the copy until the swap, other programs can read the old file and not write to it, so no row is lost."""
    file, migrate = frozen(2, tmp_path), database.upgrade
    tried: list[str] = []

    def try_to_write(copy: Path, revision: str = "head") -> None:
        with closing(sqlite3.connect(file, timeout=0)) as other:
            assert other.execute("SELECT count(*) FROM my_pairs").fetchone() == (2,)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("DELETE FROM my_pairs")
            tried.append(copy.name)
        migrate(copy, revision)

    monkeypatch.setattr("loaders.database.upgrade", try_to_write)
    upgrade.upgrade(file)
    assert "port.db" in tried


@pytest.mark.parametrize(
    "step",
    [
        "upgrade._require_sound",
        "upgrade._migrate",
        "upgrade._deviations",
        "upgrade._keep",
        "swap.sync",
        "swap.os.replace",
    ],
)
def test_a_failure_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step fails, there is the old file, with its manifest, and no litter; and then it can be upgraded."""
    file = frozen(2, tmp_path)
    manifest_file(file).write_text("{}", encoding="utf-8")
    before = folder(file)
    with monkeypatch.context() as patch:
        patch.setattr(f"loaders.{step}", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            upgrade.upgrade(file)
    assert folder(file) == before
    upgrade.upgrade(file)
    assert revision_of(file) == NEWEST


def test_an_upgrade_that_comes_out_wrong_is_not_swapped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that lacks an index of the newest revision, which no migration lost, is thrown away."""
    file, migrate = frozen(2, tmp_path), database.upgrade

    def forget(copy: Path, revision: str = "head") -> None:
        migrate(copy, revision)
        if copy.name == file.name:
            run(copy, "DROP VIEW place_map")

    before = folder(file)
    monkeypatch.setattr("loaders.database.upgrade", forget)
    with pytest.raises(DatabaseError, match="came out with another view place_map than revision"):
        upgrade.upgrade(file)
    assert folder(file) == before


def test_what_a_user_changed_in_tables_of_ours_does_not_hold_up_an_upgrade(tmp_path: Path) -> None:
    """An index of ours that a user dropped stays dropped, a broken view of theirs broken; the rest arrives."""
    file = frozen(3, tmp_path)
    run(file, "DROP INDEX ix_figures_event_id", "CREATE VIEW my_broken AS SELECT nowhere FROM places")
    before = contents(file)
    upgrade.upgrade(file)
    kept(before, contents(file), steps_after(3))
    assert any("ix_figures_event_id: missing" in finding for finding in check_database(file)[0])


# --- files of every kind ------------------------------------------------------------------------------------


def test_a_published_file_becomes_the_users_own(tmp_path: Path) -> None:
    """Upgraded, it is no longer what was published: a working file; what was published is the backup, proved."""
    file = frozen(2, tmp_path)
    run(file, "UPDATE about_file SET content = 'published' WHERE name = 'state'")
    manifest_file(file).write_text("the manifest", encoding="utf-8")
    with pytest.raises(DatabaseError, match="published, so never written to"):
        upgrade.upgrade(file, in_place=True)
    upgrade.upgrade(file)
    assert database.about(file)["state"] == "working"
    assert database.about(file)["schema_revision"] == str(NEWEST)
    assert (tmp_path / "port.db.bak-0002.manifest.json").read_text(encoding="utf-8") == "the manifest"
    assert not manifest_file(file).exists()
    upgrade.restore(file)
    assert manifest_file(file).read_text(encoding="utf-8") == "the manifest"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "port.db",
        "port.db.manifest.json",
        "port.db.undone",
    ]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the name is a link, the file that it leads to is upgraded, and its backup stands beside that."""
    file = frozen(2, tmp_path / "else")
    link = tmp_path / "own.db"
    link.symlink_to(file)
    upgrade.upgrade(link)
    assert link.is_symlink()
    assert revision_of(link) == NEWEST
    assert (tmp_path / "else" / "port.db.bak-0002").exists()


def test_a_file_in_wal_mode_is_upgraded(tmp_path: Path) -> None:
    """A file that another tool set to write-ahead logging, and closed, arrives whole, with nothing beside it."""
    file = frozen(2, tmp_path)
    before = contents(file)
    run(file, "PRAGMA journal_mode = WAL")
    upgrade.upgrade(file)
    kept(before, contents(file), steps_after(2))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["port.db", "port.db.bak-0002"]


def test_a_file_in_wal_mode_that_is_open_elsewhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program has such a file open, even if it does nothing, the file is not replaced under it."""
    file = frozen(2, tmp_path)
    run(file, "PRAGMA journal_mode = WAL")
    monkeypatch.setattr("loaders.upgrade._PATIENCE", 0.1)
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT count(*) FROM my_pairs").fetchone() == (2,)
        with pytest.raises(DatabaseError, match="another program uses"):
            upgrade.upgrade(file)
        monkeypatch.setattr("loaders.upgrade.require_at_rest", lambda _: None)
        with pytest.raises(DatabaseError, match="in use"):
            upgrade.upgrade(file)
    assert revision_of(file) == 2


def test_rights_are_kept(tmp_path: Path) -> None:
    """Who may read the file may read it afterwards, and nobody else."""
    file = frozen(2, tmp_path)
    file.chmod(0o640)
    upgrade.upgrade(file)
    assert [path.stat().st_mode & 0o777 for path in (file, tmp_path / "port.db.bak-0002")] == [0o640, 0o640]


# --- the way back -------------------------------------------------------------------------------------------


def test_a_backup_is_put_back(tmp_path: Path) -> None:
    """Restored, the file is byte for byte the old one; what it was stands beside it; it can be upgraded again."""
    file = frozen(2, tmp_path)
    old = sha(file)
    upgrade.upgrade(file)
    run(file, "INSERT INTO my_pairs VALUES ('z', 3)")
    new = sha(file)
    assert [path.name for path in upgrade.restore(file) if path] == ["port.db.bak-0002", "port.db.undone"]
    assert (sha(file), sha(tmp_path / "port.db.undone")) == (old, new)
    upgrade.upgrade(file)
    with pytest.raises(DatabaseError, match=r"port\.db\.undone is there already"):
        upgrade.restore(file)


def test_the_newest_backup_is_put_back_unless_another_is_named(tmp_path: Path) -> None:
    """Of two backups, that of the higher revision; or the one that is named; without any, one line."""
    file = frozen(1, tmp_path)
    first = sha(file)
    with pytest.raises(DatabaseError, match=r"no backup port\.db\.bak-<revision> stands beside it"):
        upgrade.restore(file)
    database.upgrade(file, "0002")
    shutil.copy(frozen(1, tmp_path / "first"), tmp_path / "port.db.bak-0001")
    second = sha(file)
    upgrade.upgrade(file)
    upgrade.restore(file)
    assert sha(file) == second
    (tmp_path / "port.db.undone").unlink()
    upgrade.restore(file, tmp_path / "port.db.bak-0001")
    assert sha(file) == first


@pytest.mark.parametrize("spoil", [cut, overwrite, other_program], ids=lambda spoil: spoil.__name__)
def test_a_backup_that_is_none_is_not_put_back(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """A backup that is damaged or of another program is refused, and the file stays; a damaged file is replaced."""
    file = frozen(2, tmp_path)
    upgrade.upgrade(file)
    backup = tmp_path / "port.db.bak-0002"
    whole = backup.read_bytes()
    spoil(backup)
    before = folder(file)
    with pytest.raises(DatabaseError):
        upgrade.restore(file)
    assert folder(file) == before
    backup.write_bytes(whole)
    spoil(file)
    upgrade.restore(file)
    assert file.read_bytes() == whole


# --- two at once, and after a crash -------------------------------------------------------------------------


def test_two_upgraders_at_once_both_end_well(tmp_path: Path) -> None:
    """Of two started together, one waits, says so, and finds nothing to do; there is one backup."""
    file = frozen(1, tmp_path)
    script = [str(Path(sys.executable).with_name("relokanty")), "upgrade", str(file)]
    with one_writer(file):
        both = [
            subprocess.Popen(script, cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(2)
        ]
        time.sleep(0.1)
        assert [process.poll() for process in both] == [None, None]
    said = sorted(process.communicate(timeout=60) for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said[0][0].startswith(f"{file}: brought from revision 1 to {NEWEST}\n")
    assert said[1][0] == f"{file}: of the newest revision, {NEWEST}, already\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["port.db", "port.db.bak-0001"]


STOPPED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN")
connection.execute("PRAGMA user_version = 99")
connection.execute("UPDATE paragraphs SET text = text || ' (half done)'")
connection.execute("CREATE TABLE big AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 9000) "
    "SELECT x, hex(randomblob(50)) AS y FROM n")
os.kill(os.getpid(), signal.SIGKILL)
"""


def stopped(file: Path) -> None:
    """Let another program be killed in the middle of writing, so that its journal stands beside the file."""
    subprocess.run([sys.executable, "-c", STOPPED, file], check=False)
    assert file.with_name(f"{file.name}-journal").stat().st_size > 0


@pytest.mark.parametrize(("revision", "command"), [(NEWEST, check_database), (1, upgrade.plan)])
def test_what_a_stopped_program_left_is_undone(
    tmp_path: Path, revision: int, command: Callable[[Path], object]
) -> None:
    """A command names the way out of a file that was half written; after `recover` it is what it was before."""
    file = frozen(revision, tmp_path)
    before = contents(file)
    stopped(file)
    held = folder(file)
    with pytest.raises(DatabaseError, match="run `relokanty recover"):
        command(file)
    assert folder(file) == held
    upgrade.recover(file)
    assert [path.name for path in tmp_path.iterdir()] == ["port.db"]
    assert contents(file) == before


def test_a_header_beside_a_journal_is_not_believed(tmp_path: Path) -> None:
    """Killed while its commit was being written, a file tells the new revision, and its journal leads to the old one.

    Found by `make crash`: an upgrade in place that was run again thought that there was nothing to do.
    """
    file = frozen(1, tmp_path)
    stopped(file)
    with file.open("r+b") as opened:
        opened.seek(60)
        opened.write(NEWEST.to_bytes(4, "big"))
    with pytest.raises(DatabaseError, match="run `relokanty recover"):
        upgrade.upgrade(file)
    assert upgrade.upgrade(file, in_place=True).revision == 1
    whole = frozen(1, tmp_path / "whole")
    upgrade.upgrade(whole)
    assert contents(file) == contents(whole)


def test_a_load_recovers_its_file(tmp_path: Path) -> None:
    """A load into a working file that was half written goes on by itself from what was whole."""
    seeds, file = invented.make(tmp_path / "seeds"), invented.working(tmp_path)
    before = contents(file)
    stopped(file)
    assert seeds.conductor().load([], file).loaded == ()
    assert contents(file) == before


def test_a_foreign_file_is_not_recovered(tmp_path: Path) -> None:
    """A journal beside a file of another program is that program's business."""
    file = tmp_path / "port.db"
    invented.other_program(file)
    file.with_name("port.db-journal").write_bytes(b"theirs")
    before = folder(file)
    with pytest.raises(DatabaseError, match="a database of another program; nothing was touched"):
        upgrade.recover(file)
    assert folder(file) == before


def test_a_file_in_use_is_not_recovered(tmp_path: Path) -> None:
    """While another program writes, there is nothing to recover, and one line says so."""
    file = frozen(NEWEST, tmp_path)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM my_pairs")
        with pytest.raises(DatabaseError, match="in use by another program"):
            upgrade.recover(file)
        other.execute("COMMIT")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM my_pairs").fetchone() == (0,)


def test_what_a_stopped_upgrade_left_is_cleared_away(tmp_path: Path) -> None:
    """A lock and an unfinished folder of a stopped program hold nobody up and are gone after the next upgrade."""
    file = frozen(2, tmp_path)
    (tmp_path / ".port.db.lock").touch()
    (tmp_path / ".port.db.unfinished-x").mkdir()
    shutil.copy(file, tmp_path / ".port.db.unfinished-x")
    upgrade.upgrade(file)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["port.db", "port.db.bak-0002"]
    assert file_sha256(tmp_path / "port.db.bak-0002") == sha(frozen(2, tmp_path / "again"))
