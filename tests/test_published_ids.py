"""Promises of published_ids.py: an id that was once published is held, or retired with a reason, for ever."""

from __future__ import annotations

from pathlib import Path

import invented
import pytest
from click.testing import CliRunner
from sqlalchemy import Connection

from loaders import paths
from loaders.command_line import cli
from loaders.errors import InputError
from loaders.published_ids import FILE, TABLES, missing_ids, record_published_ids, recorded_ids
from loaders.withhold_command import withhold_person
from schema.base import Base
from schema.engine import reader

RETIRED = "authorities/retired_ids.yaml"


@pytest.fixture
def seeds(tmp_path: Path) -> invented.Seeds:
    """Return invented seeds whose ids are recorded."""
    made = invented.make(tmp_path)
    record_published_ids(made.folder)
    return made


def lost(seeds: invented.Seeds) -> list[str]:
    """Build the seeds as they stand now and return what the file has lost, without the recording's path."""
    target = seeds.folder.parent / "port.db"
    seeds.conductor().build(target)
    with reader(target).connect() as connection:
        return [
            finding.removeprefix(f"{seeds.file(FILE)}:") for finding in missing_ids(connection, seeds.folder)
        ]


def line_of(seeds: invented.Seeds, entry: str) -> int:
    """Return the line on which an id is recorded."""
    return seeds.file(FILE).read_text("utf-8").splitlines().index(entry) + 1


def test_what_is_recorded_are_the_public_ids_of_the_file(seeds: invented.Seeds) -> None:
    """Every id of the tables that may be linked to is recorded, sorted, each once, and no other."""
    target = seeds.folder.parent / "port.db"
    seeds.conductor().build(target)
    with reader(target).connect() as connection:
        held = {
            (table, key)
            for table in TABLES
            for (key,) in connection.exec_driver_sql(f"SELECT id FROM {table}")
        }
    lines = [line for line in seeds.file(FILE).read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(f"{table} {key}" for table, key in held)
    assert {table for table, _ in held} == set(TABLES)


def test_the_tables_have_text_ids() -> None:
    """Each of the tables exists and has a public id."""
    for table in TABLES:
        assert [column.name for column in Base.metadata.tables[table].primary_key] == ["id"]


def test_without_a_recording_nothing_is_missing(connection: Connection, tmp_path: Path) -> None:
    """Before the first release there is no file, so there is no promise."""
    seeds = invented.make(tmp_path).folder
    assert recorded_ids(seeds) == {}
    assert missing_ids(connection, seeds) == []


def test_recording_again_adds_only_what_is_new(seeds: invented.Seeds) -> None:
    """Nothing that was recorded is ever taken out, even where the seeds no longer make it."""
    before = seeds.file(FILE).read_bytes()
    assert record_published_ids(seeds.folder) == 0
    assert seeds.file(FILE).read_bytes() == before
    seeds.replace("authorities/parties.yaml", "{id: baltica,", "{id: baltica-port,")
    seeds.replace("authorities/events.yaml", "gdynia-dock-vote-2021", "dock-vote")
    seeds.aside(invented.VOTE)
    assert record_published_ids(seeds.folder) == 2
    recorded = seeds.file(FILE).read_text("utf-8")
    assert "organisations baltica\norganisations baltica-port\n" in recorded
    assert f"articles {invented.VOTE}\n" in recorded


def test_an_id_that_is_gone_is_found_by_its_line(seeds: invented.Seeds) -> None:
    """An id neither held nor retired is a finding, with the line and the way out."""
    assert lost(seeds) == []
    seeds.replace("authorities/parties.yaml", "{id: baltica,", "{id: baltica-port,")
    line = line_of(seeds, "organisations baltica")
    (finding,) = lost(seeds)
    assert finding.startswith(f"{line}: organisations baltica was published and is gone; ")
    assert "retired_ids.yaml" in finding


@pytest.mark.parametrize(
    ("retired", "missing"),
    [
        (["baltica"], None),
        (["baltica>baltica-port"], None),
        (["baltica>b", "b>c", "c>baltica-port"], None),
        (["baltica>nowhere"], "nowhere"),
        (["baltica>b", "b>nowhere"], "nowhere"),
        (["baltica>b", "b>c", "c>b"], "b"),
    ],
)
def test_a_retired_id_must_lead_somewhere(
    seeds: invented.Seeds, retired: list[str], missing: str | None
) -> None:
    """What took its place must be there, or be retired in turn; a circle leads nowhere."""
    seeds.replace("authorities/parties.yaml", "{id: baltica,", "{id: baltica-port,")
    lines = []
    for old, _, new in (entry.partition(">") for entry in retired):
        successor = f", replaced_by: {new}" if new else ""
        lines.append(f"- {{table: organisations, id: {old}{successor}, reason: renamed}}\n")
    seeds.write(RETIRED, "".join(lines))
    expected = f"organisations baltica is retired in favour of {missing}, which is not there"
    assert [expected in finding for finding in lost(seeds)] == ([True] if missing else [])


def test_withheld_ids_are_recorded_by_their_hash(seeds: invented.Seeds) -> None:
    """A name in clear is a finding that does not repeat it; recording again hashes it, and the tombstone answers."""
    line = line_of(seeds, "persons ewa-lis")
    withhold_person(["Ewa Lis"], seeds.folder)
    findings = lost(seeds)
    assert f"{line}: holds a withheld name in clear; run `relokanty record-ids`" in findings
    assert "ewa" not in "".join(findings)
    record_published_ids(seeds.folder)
    assert lost(seeds) == []
    recorded = seeds.file(FILE).read_text("utf-8")
    assert "ewa-lis" not in recorded
    assert "persons hashed-" in recorded
    seeds.write(RETIRED, "")
    assert any(" persons hashed-" in finding for finding in lost(seeds))


@pytest.mark.parametrize("line", ["persons", "persons a b", "mentions 12", "persons, a"])
def test_a_damaged_line_is_told(seeds: invented.Seeds, line: str) -> None:
    """A line that is not `table id` stops the check and the recording by its number."""
    text = seeds.file(FILE).read_text("utf-8")
    seeds.write(FILE, f"{text}\n{line}\n")
    with pytest.raises(InputError, match="not `table id`") as caught:
        recorded_ids(seeds.folder)
    assert caught.value.line == text.count("\n") + 2
    with pytest.raises(InputError, match="not `table id`"):
        record_published_ids(seeds.folder)


def test_the_command_says_how_many_are_new(seeds: invented.Seeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """`relokanty record-ids` writes the file of the checkout's seeds."""
    monkeypatch.setattr(paths, "SEEDS", seeds.folder)
    seeds.file(FILE).unlink()
    result = CliRunner().invoke(cli, ["record-ids"])
    assert result.exit_code == 0, result.output
    assert "ids added" in result.output
    assert recorded_ids(seeds.folder)


def test_the_five_articles_are_published(built: Path) -> None:
    """The bundled seeds' ids are recorded, those of the five articles with all their figures, and none is lost."""
    recorded = recorded_ids(paths.SEEDS)
    with reader(built).connect() as connection:
        assert missing_ids(connection) == []
        for table in ("articles", "figures", "statements"):
            held = {key for (key,) in connection.exec_driver_sql(f"SELECT id FROM {table}")}
            assert {key for of, key in recorded if of == table} >= held
