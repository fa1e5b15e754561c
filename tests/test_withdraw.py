"""Promises of `relokanty withdraw`: an article goes with what it introduced, and comes back under the same ids."""

from __future__ import annotations

import shutil
from pathlib import Path

import invented
import pytest
from click.testing import CliRunner
from invented import VOTE
from test_conduct import ask, digests, sha
from test_introduced import seeds_with_own
from test_relate_texts import CUT, WHOLE, load, relations

from loaders.check import check_database
from loaders.command_line import cli
from loaders.errors import DatabaseError, InputError

STRIKE = "harbour-strike"


@pytest.fixture
def port(tmp_path: Path) -> tuple[invented.Seeds, Path]:
    """The invented seeds, one article of which introduces rows of its own, and a working file without that one."""
    file, seeds = invented.working(tmp_path), seeds_with_own(tmp_path)
    seeds.conductor().withdraw([VOTE], file)
    return seeds, file


def test_an_article_and_what_it_introduced_come_and_go(
    port: tuple[invented.Seeds, Path], tmp_path: Path
) -> None:
    """Loaded, withdrawn and loaded again, every table is each time what it was, under the same ids."""
    seeds, file = port
    conductor, without = seeds.conductor(), digests(file)
    assert conductor.load([seeds.article(VOTE)], file).refused == ()
    loaded = digests(file)
    assert ask(file, "SELECT count(*) FROM parties WHERE id GLOB '*--harbour-vote'") == [(3,)]
    conductor.withdraw([VOTE], file)
    assert digests(file) == without != loaded
    assert ask(file, "SELECT count(*) FROM parties WHERE id GLOB '*--*'") == [(0,)]
    assert check_database(file)[0] == []
    conductor.load([seeds.article(VOTE)], file)
    assert digests(file) == loaded


def test_what_the_authorities_list_stays_though_nobody_names_it(port: tuple[invented.Seeds, Path]) -> None:
    """With the last article gone, every party, place, measure and event of the lists keeps its row and id."""
    seeds, file = port
    held = [name for (name,) in ask(file, "SELECT id FROM articles WHERE kind = 'held'")]
    lists = {
        table: ask(file, f"SELECT id FROM {table} ORDER BY 1")
        for table in ("parties", "places", "measures", "events", "persons")
    }
    seeds.conductor().withdraw(held, file)
    assert ask(file, "SELECT count(*) FROM mentions") == [(0,)]
    assert {table: ask(file, f"SELECT id FROM {table} ORDER BY 1") for table in lists} == lists


def test_a_copy_rests_on_the_next_one_once_its_source_is_gone(tmp_path: Path) -> None:
    """Of three texts the two shorter rest on the longest; without it, on the longer of the two."""
    file = load(tmp_path, {"whole": WHOLE, "half": WHOLE[:25], "short": CUT})
    assert relations(file) == {("half", "syndicates", "whole"), ("short", "syndicates", "whole")}
    [(name,)] = ask(file, "SELECT id FROM articles WHERE id LIKE 'whole-%'")
    invented.make(tmp_path / "lists").conductor().withdraw([name], file)
    assert relations(file) == {("short", "syndicates", "half")}
    assert check_database(file)[0] == []


def test_all_or_none_are_withdrawn(port: tuple[invented.Seeds, Path], tmp_path: Path) -> None:
    """An id that the file does not hold is named, and nothing is written; so it is for one that another rests on."""
    seeds, file = port
    before = sha(file)
    with pytest.raises(InputError, match="no article has the id 'nowhere'"):
        seeds.conductor().withdraw([STRIKE, "nowhere"], file)
    assert sha(file) == before
    (tmp_path / "copy.md").write_text("---\nid: copy\n---\nNearly 1,200 dockers stopped work.\n", "utf-8")
    annotation = (
        "{article: copy, status: reviewed, maker: tester, about: {genre: news_report, truncated: no, "
    )
    rests = f"relations: [{{relation: rewrites, article: {STRIKE}, reasoning: It says so.}}]}}}}"
    (tmp_path / "copy.yaml").write_text(annotation + rests, "utf-8")
    assert seeds.conductor().load([tmp_path / "copy.md"], file).refused == ()
    before = sha(file)
    with pytest.raises(InputError, match="rest on one of these"):
        seeds.conductor().withdraw([STRIKE], file)
    assert sha(file) == before
    seeds.conductor().withdraw(["copy", STRIKE], file)
    assert ask(file, "SELECT count(*) FROM articles WHERE id IN ('copy', 'harbour-strike')") == [(0,)]


def test_nothing_is_withdrawn_from_a_published_file(tmp_path: Path) -> None:
    """A published file is never written, and a missing one is not made."""
    file, conductor = invented.published(tmp_path), invented.make(tmp_path / "lists").conductor()
    before = sha(file)
    with pytest.raises(DatabaseError, match="published"):
        conductor.withdraw([VOTE], file)
    assert sha(file) == before
    with pytest.raises(DatabaseError, match="no such file"):
        conductor.withdraw([VOTE], tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    """`relokanty withdraw` counts the articles, each once."""
    file = shutil.copy(invented.working(tmp_path), tmp_path / "own.db")
    done = CliRunner().invoke(cli, ["withdraw", VOTE, VOTE, "--db", str(file)])
    assert (done.exit_code, done.output) == (0, f"{file}: 1 withdrawn\n")
