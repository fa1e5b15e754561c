"""Promises of migrations/guard.py: what a migration would lose without saying so is refused, and nothing changes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import hard_port
import pytest
from contents import contents

from loaders import yaml_source
from loaders.database import upgrade
from migrations.guard import Refusal
from schema.engine import writer

MUTATIONS, _ = yaml_source.read(Path(__file__).parent / "cases" / "mutations.yaml")
LOSSY = [case for case in MUTATIONS if "told" in case]
HARMLESS = [case for case in MUTATIONS if "told" not in case]
REVISION = '''"""{migration}"""

from alembic import op

revision = "0002"
down_revision = "0001"
changes = {changes!r}


def upgrade():
    for statement in {sql!r}:
        op.get_bind().exec_driver_sql(statement)
'''


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled port at its first revision; copy it, never write to it."""
    return hard_port.make(tmp_path_factory.mktemp("hard") / "port.db")


@pytest.fixture
def port(hard: Path, tmp_path: Path) -> Path:
    """A filled port at its first revision, of the test's own."""
    return Path(shutil.copy(hard, tmp_path))


def versions(folder: Path, case: dict[str, Any]) -> Path:
    """A folder of revisions: the port's first, and a migration of the table."""
    found = folder / "versions"
    found.mkdir()
    for file in hard_port.VERSIONS.glob("*_0001_*"):
        shutil.copy(file, found)
    changes = dict.fromkeys(case["changes"], "declared")
    text = REVISION.format(migration=case["migration"], changes=changes, sql=case["sql"])
    (found / "2026_11_22_0002_mutation.py").write_text(text, encoding="utf-8")
    return found


def migrate(port: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a migration of the table through the real runner, with foreign keys on if it says so."""
    if case.get("keys") == "on":
        monkeypatch.setattr("schema.engine.migrator", writer)
    upgrade(port, "0002", versions(port.parent, case))


@pytest.mark.parametrize("case", LOSSY, ids=lambda case: case["migration"])
def test_a_lossy_migration_is_refused(
    port: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is lost is named, and not a byte of the file is changed; without the guard it would be another file."""
    before, held = port.read_bytes(), contents(port)
    with pytest.raises(Refusal, match=case["told"]):
        migrate(port, case, monkeypatch)
    assert port.read_bytes() == before
    monkeypatch.setattr("migrations.guard.losses", lambda *_, **__: ())
    shutil.rmtree(port.parent / "versions")
    migrate(port, case, monkeypatch)
    assert contents(port) != held


@pytest.mark.parametrize("case", HARMLESS, ids=lambda case: case["migration"])
def test_a_harmless_migration_passes(
    port: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What adds, or changes what it declares, or changes nothing, is done."""
    migrate(port, case, monkeypatch)
    with closing(sqlite3.connect(port)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_each_declaration_is_needed(port: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A harmless migration that changes something is refused as soon as it does not say so."""
    for case in HARMLESS:
        if case["changes"] and case["migration"] != "a full-text index is made anew":
            with pytest.raises(Refusal):
                migrate(port, {**case, "changes": []}, monkeypatch)
            shutil.rmtree(port.parent / "versions")
