"""Promises of check.py: each kind of damage to a database, and each kind of slip in the seeds, is found and named."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import invented
import pytest
from invented import STRIKE, VOTE

from loaders import yaml_source
from loaders.check import check_database, check_seeds
from loaders.errors import DatabaseError
from loaders.manifest import manifest_file


def run(file: Path, statement: str) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        assert connection.execute(statement).rowcount != 0, "changed nothing"
        connection.commit()


def test_nothing_is_wrong_with_what_was_built(tmp_path: Path, built: Path) -> None:
    """Neither the invented files, published and working, nor the bundled one gives any finding."""
    (tmp_path / "working").mkdir()
    for file in (invented.published(tmp_path), invented.working(tmp_path / "working"), built):
        findings, summary = check_database(file)
        assert findings == []
        assert summary.bases["bare"] == 0
        assert summary.bases["printed"] > 0
        assert "bare" not in summary.outcomes
        assert summary.outcomes["yielded"] > 0


DAMAGES, _ = yaml_source.read(Path(__file__).parent / "cases" / "damages.yaml")


@pytest.mark.parametrize("case", DAMAGES, ids=lambda case: case["damage"])
def test_damage_to_rows_is_found_and_named(tmp_path: Path, case: dict[str, str]) -> None:
    """A working file has no manifest; each kind of damage is told by its table and row all the same."""
    file = invented.working(tmp_path)
    run(file, case["sql"])
    findings, _ = check_database(file)
    assert any(re.match(case["told"], finding) for finding in findings), findings


@pytest.mark.parametrize("statement", ["DROP VIEW place_map", "DROP TABLE event_details"])
def test_what_is_gone_from_the_schema_is_found(tmp_path: Path, statement: str) -> None:
    """A view or table that is gone is a finding that names it, not a traceback."""
    file = invented.working(tmp_path)
    run(file, statement)
    findings, _ = check_database(file)
    assert any(statement.rsplit(maxsplit=1)[-1] in finding for finding in findings)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP INDEX ix_figures_event_id",
        "ALTER TABLE figures RENAME COLUMN printed TO written",
    ],
)
def test_a_structure_that_is_not_that_of_the_schema_is_found(tmp_path: Path, statement: str) -> None:
    """An index that is gone, or a column of ours that is gone or has another name, is found."""
    file = invented.working(tmp_path)
    run(file, statement)
    assert check_database(file)[0] != []


def test_an_index_out_of_step_is_found(tmp_path: Path) -> None:
    """A value that was changed behind its index, so that a search by it would miss the row, is told by the index."""
    file, name = invented.working(tmp_path), "ix_figures_event_id"
    with closing(sqlite3.connect(file)) as connection:
        (held,) = connection.execute("SELECT * FROM sqlite_schema WHERE name = ?", (name,)).fetchall()
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = ?", (name,))
        connection.commit()
    run(
        file,
        "UPDATE figures SET event_id = 'gdynia-dock-strike-2021' WHERE event_id = 'gdynia-dock-vote-2021'",
    )
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", held)
        connection.commit()
    findings, _ = check_database(file)
    assert any(finding.startswith("integrity: ") and name in finding for finding in findings), findings


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE figures SET value = 1300 WHERE value = 1200", "figures"),
        (
            "UPDATE statements SET gist = 'Nobody stopped work.' WHERE gist = 'Dockers stopped work.'",
            "statements",
        ),
        ("UPDATE about_file SET content = '0' WHERE name = 'build_id'", "about_file"),
        ("UPDATE places SET latitude = 54.5 WHERE id = 'gdynia'", "places"),
    ],
)
def test_a_changed_value_of_a_published_file_is_found(tmp_path: Path, statement: str, table: str) -> None:
    """A change that breaks no rule shows in the file's SHA-256 and in the digest of its table, and in no other."""
    file = invented.published(tmp_path)
    run(file, statement)
    findings, _ = check_database(file)
    assert findings == [
        f"{file}: not the published file, its SHA-256 differs from port.db.manifest.json; get or build it anew",
        f"{table}: its rows are not those of the manifest",
    ]


def test_a_published_file_without_its_manifest_is_found(tmp_path: Path) -> None:
    """A published file cannot be told from a damaged one without its manifest."""
    file = invented.published(tmp_path)
    manifest_file(file).unlink()
    findings, _ = check_database(file)
    assert findings == [f"{file}: published, but its manifest is missing; get or build it anew"]


def flipped(file: Path, place: int, bit: int) -> list[str]:
    """The findings for a file of which one bit is flipped; the refusal, where it no longer passes for one of ours."""
    data = bytearray(file.read_bytes())
    data[place] ^= 1 << bit
    file.write_bytes(data)
    try:
        return check_database(file)[0]
    except DatabaseError as error:
        return [str(error)]
    finally:
        data[place] ^= 1 << bit
        file.write_bytes(data)


@pytest.mark.parametrize("bit", [0, 3, 7])
def test_one_flipped_bit_is_found(tmp_path: Path, bit: int) -> None:
    """A flipped bit in the rows of a published file, such as SQLite's own checks do not see, is always found."""
    file = invented.published(tmp_path)
    place = file.read_bytes().index(b"Nearly 1,200 dockers stopped")
    assert "not the published file" in flipped(file, place, bit)[0]
    assert check_database(file)[0] == []


def test_a_name_of_the_schema_that_is_no_text_is_found(tmp_path: Path) -> None:
    """A bit that makes a name of the schema unreadable is found like any other."""
    file = invented.published(tmp_path)
    place = file.read_bytes().index(b"CHECK (date(published_earliest") + 15
    assert "not the published file" in flipped(file, place, 7)[0]


def test_one_flipped_bit_anywhere_is_found(tmp_path: Path) -> None:
    """Single bits flipped all over a published file are found, each of them, and none stops the check."""
    file, chance = invented.published(tmp_path), random.Random(3)
    size = file.stat().st_size
    for _ in range(10):
        assert flipped(file, chance.randrange(size), chance.randrange(7)) != []


@pytest.mark.parametrize("page", [1, 8, 20, 40])
def test_a_page_that_was_overwritten_is_found(tmp_path: Path, page: int) -> None:
    """A page of nonsense in a working file is told as damage, not as a traceback."""
    file = invented.working(tmp_path)
    data = bytearray(file.read_bytes())
    data[4096 * page : 4096 * (page + 1)] = b"\xff" * 4096
    file.write_bytes(data)
    findings, _ = check_database(file)
    assert any("damaged" in finding or "integrity" in finding for finding in findings)


@pytest.mark.parametrize("percent", [0, 1, 50, 99])
def test_a_file_cut_short_is_refused(tmp_path: Path, percent: int) -> None:
    """A file that was not copied to its end is told as damaged or as no database at all, and not touched."""
    file = invented.working(tmp_path)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * percent // 100])
    with pytest.raises(DatabaseError, match=r"damaged|not an SQLite database"):
        check_database(file)
    assert file.read_bytes() == data[: len(data) * percent // 100]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"sha256": 1, "row_digests": []}'])
def test_a_damaged_manifest_is_found(tmp_path: Path, text: str) -> None:
    """A manifest that is empty, cut short or of another shape is a finding that names it."""
    file = invented.published(tmp_path)
    manifest_file(file).write_text(text, encoding="utf-8")
    assert any("port.db.manifest.json" in finding for finding in check_database(file)[0])


def test_a_manifest_of_another_build_is_found(tmp_path: Path) -> None:
    """A manifest that lies beside another file than its own fits neither its bytes nor its rows."""
    file = invented.published(tmp_path)
    described = json.loads(manifest_file(file).read_text(encoding="utf-8"))
    described["sha256"] = "0" * 64
    described["row_digests"]["figures"] = "0" * 64
    manifest_file(file).write_text(json.dumps(described), encoding="utf-8")
    assert [finding.split(": ")[0] for finding in check_database(file)[0]] == [str(file), "figures"]


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    """Checking a file, sound or damaged, leaves its bytes and its folder as they were."""
    file = invented.published(tmp_path)
    run(file, "DELETE FROM paragraphs WHERE role = 'furniture'")
    before = file.read_bytes(), sorted(path.name for path in tmp_path.iterdir())
    assert check_database(file)[0] != []
    assert (file.read_bytes(), sorted(path.name for path in tmp_path.iterdir())) == before


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            f"annotations/{VOTE}.yaml",
            "measure: dockers",
            "measure: bakers",
            "'bakers' is not ",
        ),
        (
            f"annotations/{VOTE}.yaml",
            "quote: Ewa Lis said",
            "quote: Ewa Lys said",
            "nearest is “Ewa Lis said”",
        ),
        (f"articles/{STRIKE}.md", "[2 byline]", "[3 byline]", "paragraph 3 stands where 2 should"),
        ("authorities/events.yaml", "type: vote", "type: dance", "'dance', which is not in event_types.yaml"),
    ],
)
def test_a_slip_in_the_seeds_is_found_by_file_and_line(
    tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    """An unknown id, a quote that is not there, a wrong marker, a dangling reference: one finding, at its line."""
    seeds = invented.make(tmp_path)
    assert check_seeds(seeds.folder) == []
    line = seeds.replace(name, old, new)
    (finding,) = check_seeds(seeds.folder)
    assert finding.startswith(f"{seeds.file(name)}:{line}: ")
    assert told in finding


def test_every_slip_of_every_article_is_found(tmp_path: Path) -> None:
    """A wrong article does not hide the next; annotations of no article and articles of another id are told too."""
    seeds = invented.make(tmp_path)
    seeds.replace(f"annotations/{VOTE}.yaml", "measure: dockers", "measure: bakers")
    seeds.replace(f"articles/{STRIKE}.md", "[2 byline]", "[3 byline]")
    seeds.article(invented.RECALL).rename(seeds.article("renamed"))
    findings = check_seeds(seeds.folder)
    assert len(findings) == 4
    assert f"{seeds.article('renamed')}: its id is 'strike-recalled', but its name says 'renamed'" in findings
    assert any("strike-recalled.yaml: annotates no article of" in finding for finding in findings)


def test_the_bundled_seeds_are_sound() -> None:
    """Nothing is wrong with the seeds of the project."""
    assert check_seeds() == []
