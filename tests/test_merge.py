"""Promises of merge.py, shards.py, choice.py and ownership.py: files filled apart become what one load would give."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import invented
import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from invented import RECALL, STRIKE, VOTE
from test_relate_claims import (
    AP,
    COMPARISONS,
    KALMYKIA,
    KYRGYZSTAN,
    REFUGEE,
    REWRITE,
    Remembering,
    comparisons,
    repeats,
)
from test_relate_texts import CUT, HALF, WHOLE

from loaders import paths
from loaders.check import check_database
from loaders.choice import DRAFT, KNOWN_ONLY, REVIEWED, UNREAD, Candidate, Choice, choose
from loaders.command_line import cli
from loaders.digests import table_digests
from loaders.errors import DatabaseError, InputError
from loaders.merge import Merged, merge
from loaders.ownership import lists, tables_of_articles
from schema.base import Base
from schema.engine import reader

# Of a language that no extractor reads; each of the last two rests on the first.
TEXTS = {"long": WHOLE, "half": HALF, "short": CUT}
OWN = """\
article: guards
status: draft
maker: extractor
about:
  title: {p: 1}
  genre: news_report
  truncated: no
  evidence: {publisher_id: {basis: not_stated, reasoning: None.}, agency_id: {basis: not_stated, reasoning: None.},
    published: {basis: not_stated, reasoning: None.}, language: {basis: inferred, reasoning: English.}}
introduces:
  parties:
    - {id: quay-guard--guards, kind: organisation, name: Quay Guard, naming: named, because: Paragraph 2.}
  places:
    - {id: hel--guards, name: Hel, kind: settlement, parent: russia, country_code: RU, geonames_id: 3097421,
       latitude: 54.60817, longitude: 18.80132}
  measures: [{id: gates--guards, name: gates, unit: gate, meaning: What the article calls gates.}]
  events: [{id: gates-shut--guards, type: announcement, name: Gates are shut}]
figures:
  - {p: 2, quote: seven gates, number: seven, claim: Seven gates, measure: gates--guards, figure_kind: count,
     accumulation: stock}
events:
  - {p: 2, quote: shut seven gates, event: gates-shut--guards, status: happened, gist: The guard shut seven gates.,
     places: {at: [hel--guards]}, participants: {agent: [quay-guard--guards]},
     evidence: {date: {basis: not_stated, reasoning: No day is given.}}}
left_out: [{p: 1, item: headline, reason: It is the title.}]
"""


@dataclass(frozen=True)
class Corpus:
    """The bundled articles and a few others, each in a file, and the files that loads of some of them make."""

    folder: Path

    @cached_property
    def documents(self) -> dict[str, Path]:
        """The documents by name: the bundled ones, texts that share their words, and one with entries of its own."""
        (self.folder / "seeds" / paths.ARTICLES).rename(self.folder / "articles")
        (self.folder / "seeds" / paths.ARTICLES).mkdir()
        for name, lines in TEXTS.items():
            text = "\n".join(["---", f"id: {name}", "language: pl", "---", *lines])
            (self.folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
        guards = "---\nid: guards\n---\nGates Shut\nThe Quay Guard shut seven gates in Hel.\n"
        (self.folder / "articles" / "guards.md").write_text(guards, encoding="utf-8")
        (self.folder / "articles" / "guards.yaml").write_text(OWN, encoding="utf-8")
        return {file.stem: file for file in sorted((self.folder / "articles").glob("*.md"))}

    @cached_property
    def conductor(self) -> Remembering:
        """A conductor of the bundled lists, without their articles."""
        shutil.copytree(paths.SEEDS, self.folder / "seeds")
        assert self.documents
        conductor = Remembering(self.folder / "seeds")
        conductor.load([], self.folder / "empty.db")
        return conductor

    def load(self, names: frozenset[str]) -> Path:
        """Return the file that one load of these documents makes; each is made once."""
        conductor = self.conductor
        file = self.folder / f"{'+'.join(sorted(names)) or 'none'}.db"
        if not file.exists():
            shutil.copyfile(self.folder / "empty.db", file)
            result = conductor.load([self.documents[name] for name in sorted(names)], file)
            assert (len(result.loaded), result.refused) == (len(names), ())
        return file


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The documents of all tests here."""
    made = Corpus(tmp_path_factory.mktemp("corpus"))
    assert made.conductor
    return made


def digests(file: Path) -> dict[str, str]:
    """The digest of every table."""
    with reader(file).connect() as connection:
        return table_digests(connection)


def ask(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of a database."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def change(file: Path, *statements: str) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def wholly_merged(files: Sequence[Path], target: Path, prefer: Path | None = None) -> Merged:
    """Merge, without a conflict, into a file in which a check finds nothing wrong."""
    merged = merge(files, target, prefer)
    assert merged.conflicts == ()
    assert check_database(target)[0] == []
    return merged


NAMES = ("guards", *TEXTS, KALMYKIA, REFUGEE, KYRGYZSTAN, AP, REWRITE)
# For each document, the shards that hold it: one of three at least.
splits = st.fixed_dictionaries({name: st.sets(st.integers(0, 2), min_size=1) for name in NAMES})


# Each example takes a second, so a failing one is not made smaller.
@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(splits, st.permutations(range(3)))
def test_shards_in_any_order_give_what_one_load_gives(
    corpus: Corpus, split: dict[str, set[int]], order: list[int]
) -> None:
    """However documents are dealt out, once or several times, every table of the merged file has the same digest."""
    assert set(NAMES) == set(corpus.documents)
    shards = [corpus.load(frozenset(name for name in NAMES if shard in split[name])) for shard in order]
    files = list(dict.fromkeys(shards))
    whole = corpus.load(frozenset(NAMES))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "merged.db"
        merged = wholly_merged(files, target)
        assert digests(target) == digests(whole)
        assert merged.notes == ()
        assert set(comparisons(target)) >= COMPARISONS
        assert repeats(target) == repeats(whole)


def test_what_shards_cannot_know_of_each_other_is_related(corpus: Corpus, tmp_path: Path) -> None:
    """A copy in one shard rests on its source in another, and the report of one is compared with that of the other."""
    apart = [corpus.load(frozenset(names)) for names in (("long", AP), ("short", "half", REWRITE))]
    relations = (
        "SELECT article_id, relation, other_article_id FROM article_relations WHERE article_id LIKE '%h%'"
    )
    resting = {("half", "rewrites", "long"), ("short", "syndicates", "long")}
    assert not any(resting & set(ask(file, relations)) for file in apart)
    assert not any(repeats(file) for file in apart)
    wholly_merged(apart, tmp_path / "merged.db")
    assert resting <= set(ask(tmp_path / "merged.db", relations))
    assert repeats(tmp_path / "merged.db")


def test_one_shard_alone_comes_out_as_it_was(corpus: Corpus, tmp_path: Path) -> None:
    """A merge of one file is a copy of its rows."""
    file = corpus.load(frozenset(NAMES))
    wholly_merged([file], tmp_path / "merged.db")
    assert digests(tmp_path / "merged.db") == digests(file)


def test_a_merged_file_is_loaded_into_like_any_other(corpus: Corpus, tmp_path: Path) -> None:
    """What shards remember of their loads comes along: a load of the same documents changes nothing."""
    files = [corpus.load(frozenset(NAMES[:4])), corpus.load(frozenset(NAMES[4:]))]
    target = tmp_path / "merged.db"
    wholly_merged(files, target)
    result = corpus.conductor.load(corpus.documents.values(), target)
    assert (set(result.unchanged), result.loaded) == (set(NAMES), ())


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two working files of the invented port, and where they are to be merged."""
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    invented.working(tmp_path).rename(one)
    shutil.copy(one, other)
    return one, other, tmp_path / "merged.db"


GIST = "UPDATE statements SET gist = 'Something else.' WHERE article_id = '{}'"
CONFLICTS: dict[str, tuple[str, str]] = {
    "another text": (
        f"UPDATE paragraphs SET text = 'A Strike Recalled Again' WHERE article_id = '{RECALL}' AND number = 1",
        f"{RECALL}: one.db and other.db have another text",
    ),
    "another reading": (GIST.format(STRIKE), f"{STRIKE}: one.db and other.db have another reviewed reading"),
    "another draft": (GIST.format(VOTE), f"{VOTE}: one.db and other.db have another draft reading"),
    "another evidence": (
        f"UPDATE evidence SET reasoning = 'So it is.' WHERE article_id = '{STRIKE}' AND column_name = 'agency_id'",
        f"{STRIKE}: one.db and other.db have another reviewed reading",
    ),
    "another entry": (
        "UPDATE measures SET meaning = 'Docks.' WHERE id = 'dockers'",
        "dockers, of measures: one.db and other.db differ",
    ),
    "one name more": (
        "INSERT INTO party_names SELECT 1, 'ewa-lis', 'Ewka', 'ewka', kind FROM party_names LIMIT 1",
        "ewa-lis, of parties: one.db and other.db differ",
    ),
    "one name less": (
        "DELETE FROM party_names WHERE name = 'Lis'",
        "ewa-lis, of parties: one.db and other.db differ",
    ),
    "otherwise known": (
        "UPDATE evidence SET reasoning = 'So it is.' WHERE table_name = 'organisations' AND row_id = 'baltica'",
        "baltica, of parties: one.db and other.db differ",
    ),
    "another judge": (
        "UPDATE makers SET name = 'another' WHERE id = 'tester'",
        "tester, of makers: one.db and other.db differ",
    ),
}


@pytest.mark.parametrize(("statement", "told"), CONFLICTS.values(), ids=CONFLICTS)
@pytest.mark.parametrize("believed", [0, 1])
def test_what_differs_is_a_conflict_unless_one_file_is_believed(
    two: tuple[Path, Path, Path], statement: str, told: str, believed: int
) -> None:
    """A difference is named with both files and nothing is written; the file that is preferred settles it, aloud."""
    one, other, target = two
    change(other, statement)
    merged = merge([one, other], target)
    assert [line.replace(f"{one.parent}/", "") for line in merged.conflicts] == [told]
    assert not target.exists()
    prefer = (one, other)[believed]
    settled = merge([one, other], target, prefer)
    assert settled.conflicts == ()
    assert len(settled.notes) == 1
    assert f"taken from {prefer}" in settled.notes[0]
    left_out = {"about_file", "paragraphs_search"}
    assert {**digests(target), **dict.fromkeys(left_out)} == {**digests(prefer), **dict.fromkeys(left_out)}


def test_a_reviewed_article_goes_before_its_draft(two: tuple[Path, Path, Path]) -> None:
    """Of one text, the rows of the person who checked it are taken, with their maker, and the draft is told of."""
    one, other, target = two
    change(
        one,
        f"UPDATE articles SET reading = 'draft', maker_id = 'extractor' WHERE id = '{STRIKE}'",
        GIST.format(STRIKE),
    )
    for files in ((one, other), (other, one)):
        merged = wholly_merged(files, target)
        assert merged.notes == (f"{STRIKE}: taken from {other}; {one} has less of it",)
        assert digests(target) == digests(other)
        target.unlink()


def test_what_users_made_is_left_out_and_told(two: tuple[Path, Path, Path]) -> None:
    """Tables, views and columns of a user's own are not merged, and each is named with its file."""
    one, other, target = two
    change(
        one,
        "CREATE TABLE notes (note)",
        "CREATE VIEW mine AS SELECT 1",
        "ALTER TABLE articles ADD COLUMN rating INTEGER",
    )
    merged = wholly_merged([one, other], target)
    assert merged.notes == tuple(
        f"{one}: left out {name}, which is not ours"
        for name in ("table notes", "view mine", "column articles.rating")
    )
    assert digests(target) == digests(other)


def test_files_of_different_seeds_may_be_merged(two: tuple[Path, Path, Path]) -> None:
    """What only one file's authorities have is joined, and the new file says that its seeds were two."""
    one, other, target = two
    change(
        other,
        "UPDATE about_file SET content = 'fedcba9876543210' WHERE name = 'build_id'",
        "INSERT INTO propositions VALUES ('peace-is-near', 'Peace is near.')",
    )
    (note,) = wholly_merged([one, other], target).notes
    assert "2 different states of the seeds" in note
    assert ("peace-is-near",) in ask(target, "SELECT id FROM propositions")
    builds = {ask(file, "SELECT content FROM about_file WHERE name = 'build_id'")[0][0] for file in two}
    assert len(builds) == 3


def test_published_files_make_a_working_one(tmp_path: Path) -> None:
    """What is published may be merged; what comes out is a user's own."""
    file = invented.published(tmp_path)
    wholly_merged([file], tmp_path / "merged.db")
    assert ask(tmp_path / "merged.db", "SELECT content FROM about_file WHERE name = 'state'") == [
        ("working",)
    ]


def _of_another_program(file: Path) -> None:
    file.unlink()
    invented.other_program(file)


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda file: file.unlink(), "no such file"),
    "foreign": (_of_another_program, "a database of another program"),
    "older": (invented.other_revision(-1), "run `relokanty upgrade"),
    "newer": (invented.other_revision(1), "update relokanty"),
    "in use": (lambda file: file.with_name("port.db-journal").touch(), "close it, or"),
}


@pytest.mark.parametrize(("spoil", "told"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_merged_is_refused(
    tmp_path: Path, spoil: Callable[[Path], object], told: str
) -> None:
    """Missing, foreign, older, newer files and those in use are refused with the way out; nothing is written."""
    good = invented.working(tmp_path).rename(tmp_path / "good.db")
    bad = invented.working(tmp_path)
    spoil(bad)
    with pytest.raises(DatabaseError, match=told):
        merge([good, bad], tmp_path / "merged.db")
    assert not (tmp_path / "merged.db").exists()


def test_files_are_told_apart(two: tuple[Path, Path, Path]) -> None:
    """A file given twice, one that is also the target, a target that exists, and a stranger preferred are refused."""
    one, other, target = two
    with pytest.raises(InputError, match="given twice"):
        merge([one, other, one], target)
    with pytest.raises(InputError, match="is one of the files"):
        merge([one, other], other)
    with pytest.raises(InputError, match="not among the files"):
        merge([one], target, other)
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(DatabaseError, match="is there already"):
        merge([one, other], target)
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_file_that_changes_meanwhile_is_noticed(two: tuple[Path, Path, Path]) -> None:
    """A shard that somebody writes to during the merge stops it, and nothing is written."""
    one, other, target = two

    def interfere(stage: str) -> None:
        if stage == "indexing":
            change(one, "UPDATE articles SET title = 'Another' WHERE id = 'harbour-vote'")

    with pytest.raises(DatabaseError, match="changed while it was merged"):
        merge([one, other], target, say=interfere)
    assert [file.name for file in target.parent.iterdir() if file.name.startswith(".")] == []
    assert not target.exists()


def test_a_reference_that_leads_nowhere_is_refused(two: tuple[Path, Path, Path]) -> None:
    """A damaged shard, whose row refers to nothing, is not made part of a new file."""
    one, other, target = two
    change(one, "PRAGMA foreign_keys = OFF", "DELETE FROM reading_rules WHERE id = 'date-printed'")
    change(other, "PRAGMA foreign_keys = OFF", "DELETE FROM reading_rules WHERE id = 'date-printed'")
    with pytest.raises(DatabaseError, match="that no file has"):
        merge([one, other], target)
    assert not target.exists()


def test_the_command_tells_what_it_did(two: tuple[Path, Path, Path]) -> None:
    """`relokanty merge` names each conflict in a line of its own and fails; believed, it says what it passed over."""
    one, other, target = two
    change(other, GIST.format(STRIKE))
    run = CliRunner()
    failed = run.invoke(cli, ["merge", str(one), str(other), "-o", str(target)])
    assert isinstance(failed.exception, InputError)
    assert f"relokanty: {STRIKE}: {one} and {other} have another reviewed reading" in failed.stderr
    done = run.invoke(cli, ["merge", str(one), str(other), "-o", str(target), "--prefer", str(one)])
    assert done.exit_code == 0
    assert f"{STRIKE}: {other} has another reviewed reading; taken from {one}" in done.stderr
    assert done.stdout == f"{target}: 4 articles of 2 files\n"


def test_every_table_is_merged() -> None:
    """Each table's rows go with articles, or with entries, or are written anew."""
    parts = {part.table.name for found in lists().values() for part in found}
    of_articles = {table.name for table in tables_of_articles()}
    assert of_articles & parts == set()
    assert of_articles | parts == set(Base.metadata.tables) - {"about_file", "comparisons", "table_digests"}


def candidate(shard: int, standing: int, text: str = "t", rows: str = "r", source: str = "s") -> Candidate:
    """An article as a shard holds it."""
    return Candidate(shard, standing, text, rows, source)


CHOICES: dict[str, tuple[list[Candidate], int | None, Choice]] = {
    "equal": ([candidate(0, DRAFT, source="b"), candidate(1, DRAFT, source="a")], None, Choice(1)),
    "more of it": ([candidate(0, UNREAD), candidate(1, DRAFT, rows="q")], None, Choice(1, less=(0,))),
    "only known of": ([candidate(0, KNOWN_ONLY, ""), candidate(1, UNREAD)], None, Choice(1, less=(0,))),
    "another text of less standing": (
        [candidate(0, REVIEWED), candidate(1, UNREAD, "u")],
        None,
        Choice(0, differs="text", between=(0, 1)),
    ),
    "two drafts": (
        [candidate(0, DRAFT), candidate(1, DRAFT, rows="q"), candidate(2, UNREAD)],
        None,
        Choice(0, differs="draft reading", between=(0, 1)),
    ),
    "believed": (
        [candidate(0, DRAFT), candidate(1, DRAFT, rows="q")],
        1,
        Choice(1, overruled=(0,), differs="draft reading"),
    ),
    "believed, but without it": (
        [candidate(0, DRAFT), candidate(1, DRAFT, rows="q")],
        2,
        Choice(0, differs="draft reading", between=(0, 1)),
    ),
    "believed where nothing differs": (
        [candidate(0, DRAFT), candidate(1, REVIEWED)],
        0,
        Choice(1, less=(0,)),
    ),
}


@pytest.mark.parametrize(("candidates", "preferred", "expected"), CHOICES.values(), ids=CHOICES)
def test_which_shard_is_taken(candidates: list[Candidate], preferred: int | None, expected: Choice) -> None:
    """Reviewed before draft before unread before only known of; what differs is settled by preference alone."""
    assert choose(candidates, preferred) == expected
