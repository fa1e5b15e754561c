"""Promises of conduct.py and write.py: any order, any number of times, all or nothing, and never another's file."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
from invented import ARTICLES, RECALL, STRIKE, VOTE
from sqlalchemy import Connection

from loaders import manifest, paths, yaml_source
from loaders.check import check_database
from loaders.conduct import Conductor, seeds_id
from loaders.digests import table_digests
from loaders.errors import DatabaseError, InputError
from loaders.relate import events_of, relate
from loaders.write import remove_article
from schema.engine import reader, writer

VOTES = f"annotations/{VOTE}.yaml"
REFUSED, _ = yaml_source.read(Path(__file__).parent / "cases" / "refused_documents.yaml")


def digests(file: Path) -> dict[str, str]:
    """The digest of every table, but for those that tell how the file was made."""
    with reader(file).connect() as connection:
        found = table_digests(connection)
    del found["about_file"], found["loads"]
    return found


def ask(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def sha(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {file.name for file in folder.iterdir()}


def test_the_same_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    """A build in another process, folder, time zone and hash seed is byte for byte the same."""
    published = invented.published(tmp_path)
    seeds = invented.make(tmp_path / "else" / "where")
    target = tmp_path / "again" / "port.db"
    script = (
        "import sys, pathlib; from loaders.conduct import Conductor; "
        "Conductor(pathlib.Path(sys.argv[1])).build(pathlib.Path(sys.argv[2]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Vladivostok", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-c", script, seeds.folder, target], check=True, env=environment, cwd=tmp_path
    )
    assert target.read_bytes() == published.read_bytes()
    assert manifest.manifest_file(target).read_bytes() == manifest.manifest_file(published).read_bytes()


def test_a_published_file_is_whole_and_described(tmp_path: Path) -> None:
    """In rollback mode, with nothing beside it but a manifest of its bytes, hash, revision, rows and their digests."""
    file = invented.published(tmp_path)
    assert ask(file, "PRAGMA journal_mode") == [("delete",)]
    assert ask(file, "PRAGMA freelist_count") == [(0,)]
    assert ask(file, "SELECT count(*) > 0 FROM sqlite_stat1") == [(1,)]
    assert check_database(file)[0] == []
    assert names(tmp_path) == {"port.db", "port.db.manifest.json"}
    described = json.loads(manifest.manifest_file(file).read_text(encoding="utf-8"))
    assert (described["file"], described["bytes"], described["sha256"]) == (
        "port.db",
        file.stat().st_size,
        sha(file),
    )
    about = dict(ask(file, "SELECT name, content FROM about_file"))
    known = {"state": "published"} | {name: described[name] for name in ("build_id", "schema_revision")}
    assert known.items() <= about.items()
    assert digests(file).items() <= described["row_digests"].items()
    assert all(ask(file, f"SELECT count(*) FROM {table}") == [(n,)] for table, n in described["rows"].items())


def test_seeds_have_an_id(tmp_path: Path) -> None:
    """The build id changes with any byte or name of a seed, and with nothing else."""
    one, other = invented.make(tmp_path / "one"), invented.make(tmp_path / "other")
    first = seeds_id(one.folder)
    other.write("articles/notes~", "not a seed")
    assert seeds_id(other.folder) == first
    other.replace("authorities/makers.yaml", "a tester", "a Tester")
    assert seeds_id(other.folder) != first
    one.article(VOTE).rename(one.article("renamed"))
    assert seeds_id(one.folder) != first


@pytest.mark.parametrize("order", list(itertools.permutations(ARTICLES)), ids=" ".join)
def test_articles_may_be_loaded_in_any_order(tmp_path: Path, order: tuple[str, ...]) -> None:
    """Every order of loading gives the rows that one build of all gives, their ids, dates of events and search too."""
    seeds = invented.make(tmp_path)
    conductor, files = seeds.conductor(), seeds.aside(*order)
    file = invented.working(tmp_path, with_articles=False)
    for article, document in zip(order, files, strict=True):
        assert conductor.load([document], file).loaded == (article,)
    (tmp_path / "whole").mkdir()
    assert digests(file) == digests(invented.working(tmp_path / "whole"))
    assert check_database(file)[0] == []


def test_bundled_articles_may_be_loaded_in_any_order(tmp_path: Path, built: Path) -> None:
    """Backwards from the last, then forwards from the first, they give the rows of the published file."""
    seeds = tmp_path / "seeds"
    shutil.copytree(paths.SEEDS, seeds)
    (seeds / paths.ARTICLES).rename(tmp_path / "aside")
    (seeds / paths.ARTICLES).mkdir()
    files = sorted((tmp_path / "aside").glob("*.md"))
    half = len(files) // 2
    result = Conductor(seeds).load([*files[:half:-1], *files[: half + 1]], tmp_path / "own.db")
    assert result.refused == ()
    assert len(result.loaded) == len(files) > 1
    assert digests(tmp_path / "own.db") == digests(built)


def test_loading_twice_is_loading_once(tmp_path: Path) -> None:
    """Documents that are loaded again change nothing, and are known to be unchanged until one of them is not."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    articles, before = seeds.folder / "articles", digests(file)
    assert set(seeds.conductor().load([articles], file).loaded) == set(ARTICLES)
    assert digests(file) == before
    again = seeds.conductor().load([articles], file)
    assert (again.loaded, set(again.unchanged)) == ((), set(ARTICLES))
    assert digests(file) == before


@pytest.mark.usefixtures("without_model")
def test_an_unchanged_document_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of the same bytes is known before it is read as text; one whose annotation changed is read anew."""
    file = invented.working(tmp_path)
    conductor = invented.make(tmp_path).conductor()
    document = tmp_path / "storm.txt"
    document.write_text("Storm over Sopot\n\nIt blew hard.\n", encoding="utf-8")
    (article,) = conductor.load([document], file).loaded
    with monkeypatch.context() as patch:
        patch.setattr("loaders.loading.documents", lambda *_: 1 // 0)
        assert conductor.load([document], file).unchanged == (article,)
        shutil.copy(document, tmp_path / "copy.txt")
        with pytest.raises(ZeroDivisionError):
            conductor.load([tmp_path / "copy.txt"], file)
    annotation = (
        f"article: {article}\nstatus: reviewed\nmaker: tester\nabout: {{truncated: no, genre: feature}}\n"
    )
    document.with_suffix(".yaml").write_text(annotation, encoding="utf-8")
    assert conductor.load([document], file).loaded == (article,)
    assert ask(file, f"SELECT reading, genre FROM articles WHERE id = '{article}'") == [
        ("reviewed", "feature")
    ]
    assert conductor.load([document], file).unchanged == (article,)


@pytest.mark.usefixtures("without_model")
def test_lines_of_one_file_are_unchanged_each_by_itself(tmp_path: Path) -> None:
    """Of a file of lines, only the changed one is read anew."""
    file, conductor = invented.working(tmp_path), invented.make(tmp_path).conductor()
    lines = [json.dumps({"id": f"storm-{n}", "text": f"Storm {n}.\nIt blew."}) for n in range(3)]
    document = tmp_path / "storms.jsonl"
    document.write_text("\n".join(lines), encoding="utf-8")
    assert len(conductor.load([document], file).loaded) == 3
    document.write_text("\n".join([*lines[:2], lines[2].replace("blew", "rained")]), encoding="utf-8")
    again = conductor.load([document], file)
    assert (again.unchanged, again.loaded) == (("storm-0", "storm-1"), ("storm-2",))


def test_a_document_is_taken_once_in_one_load(tmp_path: Path) -> None:
    """Of two files with one id, the first is loaded and the second refused."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    second = Path(shutil.copy(seeds.article(VOTE), tmp_path / "second.md"))
    result = seeds.conductor().load([seeds.article(VOTE), second], file)
    assert result.loaded == (VOTE,)
    assert [str(error) for error in result.refused] == [
        f"{second}: the id 'harbour-vote' was already loaded from another file"
    ]
    shutil.copy(second, seeds.folder / "articles" / "second.md")
    with pytest.raises(InputError, match="another seed article has the id 'harbour-vote' too"):
        seeds.conductor().build(tmp_path / "new.db")


@pytest.fixture(scope="module")
def two_of_three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working file that holds two of the three articles."""
    folder = tmp_path_factory.mktemp("two")
    seeds, file = invented.make(folder), invented.working(folder, with_articles=False)
    seeds.conductor().load([seeds.article(STRIKE), seeds.article(RECALL)], file)
    return file


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["case"])
def test_a_refused_document_leaves_no_row_and_stops_no_other(
    tmp_path: Path, two_of_three: Path, case: dict[str, str]
) -> None:
    """Whatever is wrong with a document, none of it is written, the others are, and the error is one of bad input."""
    seeds, file = invented.make(tmp_path), Path(shutil.copy(two_of_three, tmp_path))
    before = digests(file)
    name = f"articles/{VOTE}.md" if case["file"] == "article" else VOTES
    seeds.replace(name, case["old"], case["new"])
    result = seeds.conductor().load([seeds.folder / "articles"], file)
    assert result.loaded == (STRIKE, RECALL)
    assert [type(error).exit_status for error in result.refused] == [2]
    assert VOTE in str(result.refused[0])
    assert digests(file) == before


def test_every_statement_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If any one statement of a load fails, as on a full disk, the file is byte for byte what it was."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    seeds.replace(VOTES, "gist: Dockers voted.", "gist: The dockers voted.")
    before, conductor, execute = sha(file), seeds.conductor(), Connection.exec_driver_sql
    for last in itertools.count(1):
        left = iter(range(last))

        def fail(connection: Connection, *arguments: object, left: object = left) -> object:
            if next(left, None) is None:  # type: ignore[call-overload]
                raise OSError("disk full")
            return execute(connection, *arguments)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(Connection, "exec_driver_sql", fail)
            try:
                conductor.load([seeds.article(VOTE)], file)
            except OSError:
                failed = True
            else:
                failed = False
        if not failed:
            break
        assert sha(file) == before
    assert last > 20
    assert sha(file) != before
    assert check_database(file)[0] == []


@pytest.mark.usefixtures("without_model")
def test_a_document_without_annotation_is_stored_unread(tmp_path: Path) -> None:
    """A document that nobody has read is held with its paragraphs, can be searched, and is said to be unread."""
    (tmp_path / "storm.txt").write_text("Storm over Sopot\n\nIt blew hard.\n", encoding="utf-8")
    file = invented.working(tmp_path)
    (article,) = invented.make(tmp_path).conductor().load([tmp_path / "storm.txt"], file).loaded
    where = f"article_id = '{article}'"
    assert article.startswith("storm-")
    assert ask(file, f"SELECT reading, text_kind, title FROM articles WHERE id = '{article}'") == [
        ("unread", "full", "Storm over Sopot")
    ]
    assert ask(file, f"SELECT text FROM paragraphs WHERE {where} ORDER BY number") == [
        ("Storm over Sopot",),
        ("It blew hard.",),
    ]
    assert ask(file, f"SELECT kind, item FROM issues WHERE {where}") == [("unread", "all 2 paragraphs")]
    assert ask(file, f"SELECT DISTINCT outcome FROM reading_ledger WHERE {where}") == [("unread",)]
    assert search(file, "sopot") == [(article, 1)]
    assert check_database(file)[0] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("statement: lis}", "statement: lis, also: [{p: 3, quote: Polish newspaper}]}"),
        ("gist: Thousands voted.,", "gist: Thousands voted., also: [{p: 3, quote: Polish newspaper}],"),
        (
            "gist: Dockers voted.,",
            "gist: Dockers voted., details: [{p: 3, quote: wrote the same, kind: cause, detail: fame}],",
        ),
        (
            "{p: 2, quote: had voted, event: gdynia-dock-vote-2021, relation",
            "{p: 3, quote: wrote the same, event: gdynia-dock-vote-2021, relation",
        ),
        (
            "left_out:",
            "place_claims: [{p: 3, quote: Polish, places: [gdynia], relation: lies_in, other: poland}]\nleft_out:",
        ),
    ],
    ids=["figure", "statement", "detail", "relation", "place"],
)
def test_whatever_rests_on_a_paragraph_counts_in_the_ledger(tmp_path: Path, old: str, new: str) -> None:
    """A paragraph that only what began elsewhere rests on has yielded; without it, it is bare, and `check` says so."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    seeds.replace(VOTES, "\n  - {p: 3, item: newspaper, reason: It only repeats.}", "")
    ledger = f"SELECT others, outcome FROM reading_ledger WHERE article_id = '{VOTE}' AND paragraph = 3"
    seeds.conductor().load([seeds.article(VOTE)], file)
    assert ask(file, ledger) == [(0, "bare")]
    assert [fault for fault in check_database(file)[0] if "reading_ledger" in fault]
    seeds.replace(VOTES, old, new)
    seeds.conductor().load([seeds.article(VOTE)], file)
    assert ask(file, ledger) == [(1, "yielded")]
    assert check_database(file)[0] == []


def search(file: Path, word: str) -> list[tuple[Any, ...]]:
    """Article and number of the paragraphs that hold a word, by the full-text index."""
    return ask(
        file,
        "SELECT article_id, number FROM paragraphs WHERE id IN "
        f"(SELECT rowid FROM paragraphs_search WHERE paragraphs_search MATCH '{word}') ORDER BY article_id, number",
    )


@pytest.mark.usefixtures("without_model")
def test_an_article_with_fewer_paragraphs_leaves_none_behind(tmp_path: Path) -> None:
    """What an article no longer says is gone from its rows, from the search and from whatever rested on it."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    assert search(file, "newspaper") == [(VOTE, 3)]
    seeds.replace(f"articles/{VOTE}.md", "\nA Polish newspaper wrote the same on March 9, 2021.", "")
    seeds.file(VOTES).unlink()
    assert seeds.conductor().load([seeds.article(VOTE)], file).loaded == (VOTE,)
    assert search(file, "newspaper") == []
    assert search(file, "dockers")[:2] == [(STRIKE, 3), (STRIKE, 4)]
    assert ask(file, f"SELECT count(*), max(number) FROM paragraphs WHERE article_id = '{VOTE}'") == [(2, 2)]
    for table in ("statements", "figures", "event_reports", "event_relations"):
        assert ask(file, f"SELECT count(*) FROM {table} WHERE article_id = '{VOTE}'") == [(0,)]
    assert check_database(file)[0] == []


def test_a_changed_annotation_replaces_only_its_own_article(tmp_path: Path) -> None:
    """After an annotation is changed, the article says the new, and every row of the others is as it was."""
    seeds, file = invented.make(tmp_path), invented.working(tmp_path)
    other = Path(shutil.copy(file, tmp_path / "other.db"))
    seeds.replace(VOTES, "gist: Thousands voted.", "gist: Many voted.")
    seeds.replace(VOTES, "measure: dockers", "measure: strikers")
    seeds.conductor().load([seeds.article(VOTE)], file)
    assert ask(file, f"SELECT gist FROM statements WHERE article_id = '{VOTE}'") == [("Many voted.",)]
    assert digests(file) != digests(other)
    for changed in (file, other):
        with writer(changed).connect() as connection, connection.begin():
            touched = events_of(connection, VOTE)
            remove_article(connection, VOTE)
            relate(connection, touched)
    assert digests(file) == digests(other)


FOREIGN = [
    pytest.param(
        lambda file: file.write_text("<!doctype html><title>port.db</title>"), "not an SQLite", id="HTML page"
    ),
    pytest.param(lambda file: file.write_bytes(b""), "not an SQLite", id="empty file"),
    pytest.param(
        lambda file: file.write_bytes(b"SQLite format 3\0"), "damaged|another program", id="header alone"
    ),
    pytest.param(invented.other_program, "another program", id="another program"),
    pytest.param(invented.other_revision(1), "newer relokanty|a working file of yours", id="newer"),
    pytest.param(invented.other_revision(-1), "of revision|a working file of yours", id="older"),
]


@pytest.mark.parametrize(("spoil", "told"), FOREIGN)
@pytest.mark.parametrize("command", ["build", "load"])
def test_a_file_that_is_not_ours_is_not_touched(tmp_path: Path, spoil: Any, told: str, command: str) -> None:
    """Neither command writes a byte to a file of another program, version or kind, or leaves anything beside it."""
    seeds, file = invented.make(tmp_path / "seeds"), tmp_path / "port.db"
    spoil(file)
    before, beside = sha(file), names(tmp_path)
    conductor = seeds.conductor()
    with pytest.raises(DatabaseError, match=told) as caught:
        conductor.build(file) if command == "build" else conductor.load([seeds.article(VOTE)], file)
    assert str(file) in str(caught.value)
    assert (sha(file), names(tmp_path)) == (before, beside)


def test_published_and_working_files_do_not_change_places(tmp_path: Path) -> None:
    """A published file is never loaded into, a working file never replaced by a build; both stay byte for byte."""
    seeds = invented.make(tmp_path / "seeds")
    for folder in ("published", "working"):
        (tmp_path / folder).mkdir()
    file, own = invented.published(tmp_path / "published"), invented.working(tmp_path / "working")
    before = sha(file), sha(own)
    with pytest.raises(DatabaseError, match="published, so never written again"):
        seeds.conductor().load([seeds.article(VOTE)], file)
    with pytest.raises(DatabaseError, match="a working file of yours, not replaced"):
        seeds.conductor().build(own)
    assert (sha(file), sha(own)) == before
    assert seeds.conductor().build(file)


@pytest.mark.parametrize("suffix", ["-wal", "-journal", "-shm"])
def test_a_file_in_use_is_not_replaced(tmp_path: Path, suffix: str) -> None:
    """Beside a write-ahead log or a journal no file is swapped in: it would be damaged at the next opening."""
    file = invented.published(tmp_path)
    side = tmp_path / f"port.db{suffix}"
    side.write_bytes(b"")
    before = sha(file)
    with pytest.raises(DatabaseError, match="another program uses"):
        invented.make(tmp_path / "seeds").conductor().build(file)
    assert (sha(file), side.exists()) == (before, True)


def test_a_manifest_does_not_make_a_file_ours(tmp_path: Path) -> None:
    """A file that was put in the place of a published one, whose manifest still lies there, is not replaced."""
    file = invented.published(tmp_path)
    file.write_text("<!doctype html>my notes", encoding="utf-8")
    with pytest.raises(DatabaseError):
        invented.make(tmp_path / "seeds").conductor().build(file)


def test_a_published_file_of_an_earlier_revision_is_replaced(tmp_path: Path) -> None:
    """What a build made before the tables changed, a build makes anew."""
    file = invented.published(tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1")
    invented.make(tmp_path / "seeds").conductor().build(file)
    assert check_database(file)[0] == []


@pytest.mark.parametrize(
    "step",
    [
        "conduct.upgrade",
        "conduct.authority_rows",
        "conduct.write_and_relate",
        "conduct.rebuild_search",
        "conduct.manifest.describe",
        "swap.sync",
        "swap.os.replace",
    ],
)
def test_a_crash_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step of making a file fails, there is the old one, or none, and no litter."""
    seeds, file = invented.make(tmp_path.parent / f"{tmp_path.name}-seeds"), invented.published(tmp_path)
    before = {path.name: sha(path) for path in tmp_path.iterdir()}

    def crash(*_: object) -> None:
        raise RuntimeError("the plug is pulled")

    monkeypatch.setattr(f"loaders.{step}", crash)
    with pytest.raises(RuntimeError, match="the plug is pulled"):
        seeds.conductor().build(file)
    if step != "conduct.manifest.describe":
        with pytest.raises(RuntimeError, match="the plug is pulled"):
            seeds.conductor().load([], tmp_path / "working.db")
    assert {path.name: sha(path) for path in tmp_path.iterdir()} == before


def test_a_build_mends_what_a_crash_left_before_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between a new file and its manifest, check finds that they do not fit, and the next build puts it right."""
    file = invented.published(tmp_path)
    seeds = invented.make(tmp_path / "seeds")
    seeds.replace("authorities/makers.yaml", "a tester", "a Tester")
    with monkeypatch.context() as patch:
        patch.setattr("loaders.manifest.write", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            seeds.conductor().build(file)
    assert any("not the published file" in finding for finding in check_database(file)[0])
    seeds.conductor().build(file)
    assert check_database(file)[0] == []


def test_another_language_is_stored_and_said_to_be_unsupported(tmp_path: Path) -> None:
    """A text in German is held with its language, and an issue says that only English is read."""
    text = "Streik im Hafen\n\nDie Arbeiter haben am Montag die Arbeit niedergelegt, und es ist nicht klar, wie lange."
    (tmp_path / "streik.txt").write_text(text, encoding="utf-8")
    file = invented.working(tmp_path)
    (article,) = invented.make(tmp_path).conductor().load([tmp_path / "streik.txt"], file).loaded
    where = f"article_id = '{article}'"
    assert ask(file, f"SELECT language, reading FROM articles WHERE id = '{article}'") == [("de", "unread")]
    ((reason,),) = ask(file, f"SELECT reason FROM issues WHERE {where}")
    assert "'de' is not supported" in reason
    known = ask(file, f"SELECT basis FROM evidence WHERE {where} AND column_name = 'language'")
    assert known == [("inferred",)]


def test_repairs_are_kept_beside_the_text(tmp_path: Path) -> None:
    """A paragraph is stored as given, and each repair with its place, what stands there and what it is read as."""
    text = "It blew hard in 2022.The\u00a0port was closed for a day."
    (tmp_path / "storm.txt").write_text(text, encoding="utf-8")
    file = invented.working(tmp_path)
    (article,) = invented.make(tmp_path).conductor().load([tmp_path / "storm.txt"], file).loaded
    ((number, stored),) = ask(file, f"SELECT id, text FROM paragraphs WHERE article_id = '{article}'")
    assert stored == text
    sql = f"SELECT start_offset, given, repaired, rule FROM repairs WHERE paragraph_id = {number} ORDER BY 1"
    assert ask(file, sql) == [(20, ".", ". ", "glued-words"), (24, "\u00a0", " ", "space")]
