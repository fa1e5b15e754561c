"""Promises of withhold.py and its command: a withheld person is gone from everything that is built, and stays gone."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import invented
import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from loaders import conduct, paths, withhold_command, yaml_source
from loaders.check import check_database, check_seeds
from loaders.conduct import Conductor
from loaders.errors import InputError
from loaders.extract.findings_json import from_json
from loaders.manifest import manifest_file
from loaders.published_ids import FILE as PUBLISHED_IDS
from loaders.published_ids import record_published_ids
from loaders.withhold import WithheldList, Withholder, keys_of, read_list
from loaders.withhold_command import Withheld, withhold_person

LIST = "authorities/withheld.yaml"
SHOWN = "Withheld-bcdf"
_EMPTY = WithheldList(salt="0f" * 16, cost=4)


def listing(**shown_for: str) -> Withholder:
    """Return a withholder of names given with underscores, and what is shown for each."""
    forms = [_EMPTY.form(keys_of(name), shown) for name, shown in shown_for.items()]
    return Withholder(_EMPTY.model_copy(update={"forms": tuple(forms)}))


IGOR = listing(igor_sandzhiyev=f"Name {SHOWN}", sandzhiyev=SHOWN)


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy of the bundled seeds with Igor Sandzhiyev withheld, and the file that it makes."""

    seeds: Path
    database: Path
    withheld: Withheld

    @property
    def surname(self) -> str:
        """What stands for his surname."""
        return self.withheld.shown[1]

    def restored(self, text: str) -> str:
        """Return a text with his name put back, whatever its case."""
        for shown, name in zip(self.withheld.shown, ("Igor Sandzhiyev", "Sandzhiyev"), strict=True):
            text = text.replace(shown, name)
            text = text.replace(shown.lower().replace(" ", "-"), name.lower().replace(" ", "-"))
        return text


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Withhold Igor Sandzhiyev in a copy of the bundled seeds and build it; never write to it."""
    folder = tmp_path_factory.mktemp("kept")
    seeds = shutil.copytree(paths.SEEDS, folder / "seeds")
    withheld = withhold_person(["Igor Sandzhiyev"], seeds)
    Conductor(seeds).build(folder / "kept.db")
    return Kept(seeds, folder / "kept.db", withheld)


def tables(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table of a file: those of the indexes and of SQLite's own too."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def exports(file: Path) -> Iterator[str]:
    """Yield every table as CSV and as JSON."""
    for rows in tables(file).values():
        lines = io.StringIO()
        csv.writer(lines).writerows(rows)
        yield lines.getvalue()
        yield json.dumps(rows, ensure_ascii=False, default=lambda data: data.decode("latin-1"))


def assert_nowhere(word: str, file: Path) -> None:
    """Assert that no byte of a database, its manifest or its exports spells a word, in any case."""
    for data in (file.read_bytes(), manifest_file(file).read_bytes()):
        assert word.encode() not in data.lower()
    for export in exports(file):
        assert word not in export.lower()


def test_the_person_is_in_nothing_that_is_built(kept: Kept, built: Path) -> None:
    """File, manifest, every table, full-text index and export are without the name; the unlisted build has it."""
    assert b"sandzhiyev" in built.read_bytes().lower()
    assert_nowhere("sandzhiyev", kept.database)


def test_what_the_command_writes_names_nobody(kept: Kept) -> None:
    """The list, and the ids it retires, hold hashes."""
    for name in (LIST, "authorities/retired_ids.yaml"):
        assert not re.search("igor|sandzh", (kept.seeds / name).read_text("utf-8"), re.IGNORECASE)


def test_no_row_is_lost(kept: Kept, built: Path) -> None:
    """Every table has as many rows as without withholding, but for those that retire the old ids."""
    before, after = (
        {name: len(rows) for name, rows in tables(file).items()} for file in (built, kept.database)
    )
    shadow = {name for name in before if re.search(r"_(data|idx|docsize|config|stat\d)$", name)}
    assert {name: after[name] - count for name, count in before.items() if name not in shadow} == {
        name: kept.withheld.retired if name == "retired_ids" else 0 for name in before.keys() - shadow
    }


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("paragraphs", "text"),
        ("passages", "words"),
        ("persons", "id"),
        ("persons", "name"),
        ("party_names", "name"),
        ("groups", "id"),
        ("events", "id"),
        ("events", "name"),
        ("statements", "gist"),
        ("figures", "claim"),
    ],
)
def test_nothing_but_the_name_is_changed(table: str, column: str, kept: Kept, built: Path) -> None:
    """With the name put back, texts, names and ids are those of the unlisted build."""
    held: list[list[str]] = []
    for file in (built, kept.database):
        with closing(sqlite3.connect(file)) as connection:
            held.append([text for (text,) in connection.execute(f"SELECT {column} FROM {table}")])
    before, after = held
    assert sorted(map(kept.restored, after)) == sorted(before)
    assert sorted(after) != sorted(before)


def test_the_proofs_hold(kept: Kept) -> None:
    """`relokanty check` finds nothing wrong with the seeds, or the file."""
    assert check_seeds(kept.seeds) == []
    assert check_database(kept.database)[0] == []


def test_an_old_link_leads_to_a_tombstone(kept: Kept) -> None:
    """Whoever asks for the old id can be told that it is withheld, and not by which row it was replaced."""
    old = read_list(kept.seeds / LIST).opaque("igor-sandzhiyev")
    with closing(sqlite3.connect(kept.database)) as connection:
        found = connection.execute(
            "SELECT table_name, replaced_by FROM retired_ids WHERE retired_id = ?", (old,)
        )
        assert found.fetchall() == [("persons", None)]


def test_a_later_build_keeps_the_placeholder(kept: Kept, tmp_path: Path) -> None:
    """An article added later is stripped too, its id and file name with it, and means the same person."""
    seeds = shutil.copytree(kept.seeds, tmp_path / "seeds")
    later = seeds / "articles" / "igor_sandzhiyev-again.txt"
    later.write_text("SANDZHIYEV’S Road\n\nIgor Sandzhiyev and the Sandzhiyevs left Oral.\n", "utf-8")
    file = tmp_path / "later.db"
    Conductor(seeds).build(file)
    assert_nowhere("sandzhiyev", file)
    full, surname = kept.withheld.shown
    with closing(sqlite3.connect(file)) as connection:
        sql = "SELECT source_file, id FROM articles WHERE source_file LIKE '%.txt' AND text_kind = 'full'"
        ((source, article),) = connection.execute(sql).fetchall()
        assert source == f"{full.lower().replace(' ', '_')}-again.txt"
        assert article.startswith(f"{full.lower().replace(' ', '-')}-again-")
        sql = "SELECT text FROM paragraphs WHERE article_id = ? ORDER BY number"
        assert connection.execute(sql, (article,)).fetchall() == [
            (f"{surname.upper()}’S Road",),
            (f"{full} and the {surname}s left Oral.",),
        ]
        assert connection.execute("SELECT id FROM persons WHERE name = ?", (full,)).fetchall() == [
            (full.lower().replace(" ", "-"),)
        ]


def found_in(file: Path) -> str:
    """All that the extractor found in the documents of a working file, unpacked: no search of its bytes sees that."""
    with closing(sqlite3.connect(file)) as connection:
        packed = connection.execute("SELECT findings FROM loads WHERE findings IS NOT NULL").fetchall()
    assert packed
    return "\n".join(repr(from_json(findings)) for (findings,) in packed).lower()


def test_the_person_is_in_no_working_file(kept: Kept, tmp_path: Path) -> None:
    """Texts that users load are stripped before the extractor reads them: rows and packed findings are without him."""
    text = (
        "Igor Sandzhiyev in Oral\n\n“I will not go back,” Igor Sandzhiyev said on March 3, 2023. "
        "Sandzhiyev fled to Kazakhstan with 200 others.\n\nThe SANDZHIYEVS' lawyer spoke to Sandzhiyev-Petrov.\n"
    )
    plain_text = tmp_path / "igor-sandzhiyev-in-oral.txt"
    plain_text.write_text(text, "utf-8")
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    page.write_text(
        f"<html lang='en'><head><title>Igor Sandzhiyev</title><meta name='author' content='Igor Sandzhiyev'>"
        f"</head><body><article><h1>About Sandzhiyev</h1>{paragraphs * 3}</article></body></html>",
        "utf-8",
    )
    listed, unlisted = tmp_path / "listed.db", tmp_path / "unlisted.db"
    result = Conductor(kept.seeds).load([plain_text, page], listed)
    assert (len(result.drafted), result.refused) == (2, ())
    assert b"sandzhiyev" not in listed.read_bytes().lower()
    assert "sandzhiyev" not in found_in(listed)
    assert kept.surname.lower() in found_in(listed)
    assert all("sandzhiyev" not in export.lower() for export in exports(listed))
    Conductor().load([plain_text], unlisted)
    assert "sandzhiyev" in found_in(unlisted)


def test_an_article_and_its_annotation_may_be_named_after_the_person(tmp_path: Path) -> None:
    """Ids with the name change in document, annotation and wherever they are referred to; the files keep theirs."""
    seeds = invented.make(tmp_path)
    for folder, suffix in (("articles", "md"), ("annotations", "yaml")):
        name = f"{folder}/{invented.STRIKE}.{suffix}"
        text = seeds.file(name).read_text("utf-8").replace(invented.STRIKE, "ewa-lis-strikes")
        seeds.file(name).unlink()
        seeds.write(f"{folder}/ewa-lis-strikes.{suffix}", text)
    withheld = withhold_person(["Ewa Lis"], seeds.folder)
    seeds.conductor().build(tmp_path / "port.db")
    article = f"{withheld.shown[0].lower().replace(' ', '-')}-strikes"
    with closing(sqlite3.connect(tmp_path / "port.db")) as connection:
        sql = "SELECT reading FROM articles WHERE id = ?"
        assert connection.execute(sql, (article,)).fetchall() == [("reviewed",)]
    assert_nowhere("ewa-lis", tmp_path / "port.db")
    assert_nowhere("ewa lis", tmp_path / "port.db")


def test_an_empty_list_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With comments alone the list makes the file that no list makes, but for the build id, which is of the seeds."""
    monkeypatch.setattr(conduct, "seeds_id", lambda _: "0" * 16)
    seeds, files = invented.make(tmp_path), [tmp_path / name for name in ("without.db", "with.db")]
    seeds.file(LIST).unlink(missing_ok=True)
    seeds.conductor().build(files[0])
    seeds.write(LIST, "# None so far.\n")
    seeds.conductor().build(files[1])
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Igor Sandzhiyev said", f"Name {SHOWN} said"),
        ("Sandzhiyev's, Sandzhiyev’s and Sandzhiyevs’ case", f"{SHOWN}'s, {SHOWN}’s and {SHOWN}s’ case"),
        ("IGOR SANDZHIYEV FLEES", f"NAME {SHOWN.upper()} FLEES"),
        ("iGOR sANDZHIYEV", f"Name {SHOWN}"),
        ("igor-sandzhiyev", f"name-{SHOWN.lower()}"),
        ("men-flee-sandzhiyevs-unit", f"men-flee-{SHOWN.lower()}s-unit"),
        ("igor_sandzhiyev.txt", f"name_{SHOWN.lower()}.txt"),
        ("Igor\u00a0 Sandzhiyev", f"Name\u00a0 {SHOWN}"),
        ("Igor “Gorya” Sandzhiyev", f"Igor “Gorya” {SHOWN}"),
        ("*Igor* **Sandzhiyev**", f"*Name* **{SHOWN}**"),
        ("Sandz\u00adhiyev, San\u200bdzhiyev", f"{SHOWN}, {SHOWN}"),
        ("Sándzhiyev, Sa\u0301ndzhiyev, ＳANDZHIYEV", f"{SHOWN}, {SHOWN}, {SHOWN.upper()}"),
        ("Sandzhiyev-led", f"{SHOWN}-led"),
        ("Igor&nbsp;Sandzhiyev, Sandzhi&shy;yev, S&#225;ndzhiyev", f"Name&nbsp;{SHOWN}, {SHOWN}, {SHOWN}"),
        ("Igor SandzhÃ­yev’s men", f"Name {SHOWN}’s men"),
        ("\u0405andzhiyev, San\x7fdzhiyev, San\ufffcdzhiyev", f"{SHOWN}, {SHOWN}, {SHOWN}"),
        ("Igor left; Sandzhiyevka, Usandzhiyev and Sandzhiye stay", None),
    ],
)
def test_every_way_of_printing_a_name_is_found(text: str, expected: str | None) -> None:
    """Case, apostrophes, accents, hyphens, what has no width and slips of machines hide no name; other words stay."""
    assert IGOR.text(text) == (text if expected is None else expected)


separators = st.sampled_from([" ", ", ", "-", "_", "\n", " “", "” ", ". ", "/", "(", "\u00a0", "'s "])
others = st.text(st.characters(codec="utf-8")).filter(lambda text: "sandz" not in text.casefold())
cases = st.sampled_from([str, str.lower, str.upper])


@given(others)
@example("Igor is a name, too; withheld-bcdf is none.")
def test_a_text_without_the_name_stays(text: str) -> None:
    """Nothing else is ever changed."""
    assert IGOR.text(text) == text


@given(others, separators, cases, separators, others)
def test_a_name_among_other_words_is_replaced_and_nothing_else(
    before: str, left: str, case: Any, right: str, after: str
) -> None:
    """Whatever stands around a name, the name goes and the rest stays."""
    found = IGOR.text(f"{before}{left}{case('Igor Sandzhiyev')}{right}{after}")
    assert found == f"{before}{left}{case(f'Name {SHOWN}')}{right}{after}"


@given(others, others)
def test_what_stands_in_a_text_stands_in_it_afterwards(before: str, after: str) -> None:
    """A quote that holds the surname alone still stands in the paragraph that prints the whole name."""
    assert IGOR.text(f"Sandzhiyev {after}") in IGOR.text(f"{before} Igor Sandzhiyev {after}")


def test_yaml_is_stripped_in_keys_and_values() -> None:
    """Neither a key nor a nested string keeps the name; what is empty stays empty."""
    value, lines = yaml_source.parse("sandzhiyev: [Igor Sandzhiyev, ~]\n", Path("a.yaml"), withhold=IGOR.text)
    assert value == {SHOWN.lower(): [f"Name {SHOWN}", None]}
    assert lines.of((SHOWN.lower(),)) == 1


def test_few_words_cost_the_slow_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of five thousand different words a handful is hashed slowly, and a text read again costs nothing."""
    calls = itertools.count()
    slow = hashlib.scrypt
    monkeypatch.setattr(hashlib, "scrypt", lambda *args, **more: (next(calls), slow(*args, **more))[1])
    withholder, text = Withholder(IGOR.names), " ".join(f"word{n}" for n in range(5_000))
    withholder.text(text)
    paid = next(calls)
    assert paid < 50
    withholder.text(text)
    assert next(calls) == paid + 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("salt: abc\nforms: []\n", 1, "pattern"),
        ('cost: 12\nforms:\n- {shown: X, mark: "fff", hash: "00"}\n', 3, "pattern"),
        ("cost: 40\n", 1, "less than or equal to 20"),
        ("- Igor\n", 1, "WithheldList"),
    ],
)
def test_a_list_of_another_shape_is_told(text: str, line: int, message: str, tmp_path: Path) -> None:
    """A list that is damaged stops the build by its line, rather than letting names through."""
    seeds = invented.make(tmp_path)
    seeds.write(LIST, text)
    with pytest.raises(InputError, match=message) as caught:
        seeds.conductor()
    assert caught.value.line == line


def test_forms_of_one_name_share_their_words(tmp_path: Path) -> None:
    """A spelling given later, beside the listed one, keeps the words they share; another name gets a letter."""
    seeds = invented.make(tmp_path).folder
    full, surname = withhold_person(["Ewa Lis"], seeds).shown
    assert re.fullmatch("Withheld-[a-z]{4,6}", surname)
    assert full == f"Name {surname}"
    assert withhold_person(["Ewa Lis", "Ewa Anna Lis", "Adam Lis"], seeds).shown == (
        f"Name Name-b {surname}",
        f"Name-c {surname}",
    )
    (other,) = withhold_person(["Wrona"], seeds).shown
    assert other != surname


def test_a_name_may_be_withheld_as_a_whole_only(tmp_path: Path) -> None:
    """Without the surname, other people of that name stay; given later, the surname fits into the whole name."""
    seeds = invented.make(tmp_path).folder
    (full,) = withhold_person(["Jan Wrona"], seeds, surnames=False).shown
    withholder = Withholder(read_list(seeds / LIST))
    assert withholder.text("Jan Wrona and Ala Wrona") == f"{full} and Ala Wrona"
    assert withhold_person(["Jan Wrona"], seeds).shown == (full.split(" ")[1],)


def test_a_name_whose_slug_has_other_words_is_found_in_both(tmp_path: Path) -> None:
    """An apostrophe that slugs drop hides no id, nor a letter that they spell; others are withheld as text."""
    seeds = invented.make(tmp_path).folder
    withholder = withhold_person(["Ana O’Łubek", "Игорь Санджиев"], seeds).withholder
    assert "ubek" not in withholder.text("ana-olubek-speaks, Ana O’Łubek")
    assert "санджиев" not in withholder.text("говорит Игорь САНДЖИЕВ").lower()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Lis", "listed already"),
        ("a b c d e f", "one to five|one to 5"),
        ("—", "has 0"),
        ("Jan W.", "single letter"),
    ],
)
def test_an_unfit_name_changes_nothing(name: str, message: str, tmp_path: Path) -> None:
    """A name that cannot be listed is refused, and nothing is written."""
    seeds = invented.make(tmp_path)
    withhold_person(["Ewa Lis"], seeds.folder)
    before = {file: file.read_bytes() for file in seeds.folder.rglob("*") if file.is_file()}
    with pytest.raises(InputError, match=message):
        withhold_person([name], seeds.folder)
    assert {file: file.read_bytes() for file in seeds.folder.rglob("*") if file.is_file()} == before


def test_published_ids_that_move_lead_to_where_they_went(tmp_path: Path) -> None:
    """A placeholder moves the words after it, and so the ids of figures and statements; old links are kept."""
    seeds = invented.make(tmp_path)
    record_published_ids(seeds.folder)
    withhold_person(["Gdynia"], seeds.folder)
    retired, _ = yaml_source.read(seeds.file("authorities/retired_ids.yaml"))
    moved = {entry["id"]: entry["replaced_by"] for entry in retired if "replaced_by" in entry}
    recorded = seeds.file(PUBLISHED_IDS).read_text("utf-8")
    assert moved
    assert all(f" {old}\n" in recorded for old in moved)
    record_published_ids(seeds.folder)
    assert all(f" {new}\n" in seeds.file(PUBLISHED_IDS).read_text("utf-8") for new in moved.values())


@pytest.mark.parametrize("typed_in", [True, False])
def test_the_command_repeats_no_name(typed_in: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what will stand instead, in which files the name stands, and what comes next."""
    seeds = invented.make(tmp_path)
    monkeypatch.setattr(paths, "SEEDS", seeds.folder)
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    arguments, typed = (["-"], "Ewa Lis\n\n") if typed_in else (["Ewa Lis"], None)
    result = CliRunner().invoke(withhold_command.withhold, arguments, input=typed)
    assert result.exit_code == 0, result.output
    assert "Ewa" not in result.output
    assert re.search(rf"\d  seeds/articles/{invented.STRIKE}\.md\n", result.output)
    assert "relokanty build" in result.output
    assert "docs/withholding.md" in result.output
    assert "Ewa" not in seeds.file(LIST).read_text("utf-8")
