"""Promises of command_line.py: one line for each error, an exit status that says what it was, nothing half written."""

from __future__ import annotations

import functools
import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import invented
import pytest
from click.testing import CliRunner
from invented import STRIKE, VOTE

from loaders import command_line
from loaders.check import check_seeds
from loaders.command_line import cli, main
from loaders.extraction import NOT_INSTALLED
from loaders.manifest import manifest_file

COMMANDS = sorted(cli.commands)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: its exit status, and its lines on both streams."""

    status: int
    out: list[str]
    err: list[str]


class Shell:
    """Runs commands in this process, with the invented seeds for those of the project."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        self.seeds = invented.make(folder)
        self._monkeypatch, self._capsys = monkeypatch, capsys
        monkeypatch.setattr(command_line, "Conductor", self.seeds.conductor)
        monkeypatch.setattr(command_line, "check_seeds", functools.partial(check_seeds, self.seeds.folder))

    def run(self, *arguments: str | Path) -> Outcome:
        """Run a command as the console script does."""
        self._monkeypatch.setattr(sys, "argv", ["relokanty", *map(str, arguments)])
        self._capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        captured = self._capsys.readouterr()
        return Outcome(status, captured.out.splitlines(), captured.err.splitlines())


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    """A shell, its current folder empty but for the invented seeds."""
    monkeypatch.chdir(tmp_path)
    return Shell(monkeypatch, capsys, tmp_path)


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself(command: str, flag: str) -> None:
    """Help says in a sentence what the command does, describes each option, and leaves status 0 and no error."""
    result = CliRunner().invoke(cli, [*command.split(), flag])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: ")
    described = cli.commands[command].help if command else cli.help
    assert described
    assert " ".join(described.split()) in " ".join(result.stdout.split())


def test_the_promised_commands_are_there(shell: Shell) -> None:
    """Build, load, check, verify and serve are commands; the version is told; no command at all is a wrong use."""
    assert set(COMMANDS) >= {"build", "load", "check", "verify", "serve"}
    assert shell.run("--version").status == 0
    assert shell.run().status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["build", "--colour"],
        ["build", "--db", "."],
        ["build", "a.db"],
        ["load"],
        ["load", "--db", "a.db"],
        ["verify"],
        ["verify", "--texts"],
        ["serve", "--port", "0"],
        ["serve", "--port", "http"],
        ["check", "."],
    ],
    ids=" ".join,
)
def test_a_wrong_use_has_status_2(shell: Shell, arguments: list[str]) -> None:
    """An unknown command or option, or a missing or wrong value, is told on stderr alone, and nothing is made."""
    outcome = shell.run(*arguments)
    assert (outcome.status, outcome.out) == (2, [])
    assert any(line.startswith("Error: ") for line in outcome.err)
    assert [path.name for path in Path.cwd().iterdir()] == ["seeds"]


def test_build_publishes(shell: Shell, tmp_path: Path) -> None:
    """A build says one line with the file and its build id, and nothing on stderr; folders are made as needed."""
    target = tmp_path / "new" / "port.db"
    outcome = shell.run("build", "--db", target)
    assert (outcome.status, outcome.err) == (0, [])
    (line,) = outcome.out
    assert line.startswith(f"{target}: build ")
    assert manifest_file(target).exists()
    assert shell.run("check", target).out[-1] == f"{target}: nothing wrong"


@pytest.mark.usefixtures("without_model")
def test_load_says_what_became_of_the_documents(shell: Shell, tmp_path: Path) -> None:
    """A load counts what was loaded and what was refused; each refusal is one line with file and line, status 2."""
    target = tmp_path / "own.db"
    (tmp_path / "storm.txt").write_text("It blew.", encoding="utf-8")
    outcome = shell.run("load", tmp_path / "storm.txt", "--db", target)
    assert outcome == Outcome(0, [f"{target}: 1 loaded (1 unread: {NOT_INSTALLED}), 0 refused"], [])
    line = shell.seeds.replace(f"annotations/{VOTE}.yaml", "measure: dockers", "measure: bakers")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    outcome = shell.run("load", shell.seeds.folder / "articles", tmp_path / "latin.txt", "--db", target)
    assert (outcome.status, outcome.out) == (2, [f"{target}: 2 loaded, 2 refused"])
    first, second = outcome.err
    assert first.startswith(f"relokanty: {shell.seeds.file(f'annotations/{VOTE}.yaml')}:{line}: ")
    assert second.startswith(f"relokanty: {tmp_path / 'latin.txt'}:1: byte 3 is not UTF-8")


def test_check_tells_findings_and_counts_them(shell: Shell, tmp_path: Path) -> None:
    """Sound seeds have status 0; each finding is a line on stderr, the last line counts them, and the status is 1."""
    assert shell.run("check") == Outcome(0, ["seeds: nothing wrong"], [])
    line = shell.seeds.replace(f"articles/{STRIKE}.md", "[2 byline]", "[3 byline]")
    outcome = shell.run("check")
    assert (outcome.status, outcome.out) == (1, [])
    assert outcome.err[0].startswith(
        f"{shell.seeds.article(STRIKE)}:{line}: paragraph 3 stands where 2 should"
    )
    assert outcome.err[-1] == f"relokanty: {len(outcome.err) - 1} findings"
    file = invented.published(tmp_path)
    manifest_file(file).unlink()
    outcome = shell.run("check", file)
    assert outcome.status == 1
    assert [text.split(": ")[0] for text in outcome.out] == ["paragraphs", "values"]
    assert "its manifest is missing" in outcome.err[0]
    assert outcome.err[-1] == "relokanty: 1 findings"


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["load", "missing.md"], 2, "missing.md: no such file or folder"),
        (["load", "page.pdf"], 2, "page.pdf: not a kind of document that can be read"),
        (["load", "a.md", "--db", "page.pdf"], 1, "page.pdf: not an SQLite database; nothing was touched"),
        (["load", "a.md", "--db", "port.db"], 1, "port.db: published, so never written again"),
        (["build", "--db", "page.pdf"], 1, "page.pdf: not an SQLite database; nothing was touched"),
        (["build", "--db", "own.db"], 1, "own.db: a working file of yours, not replaced"),
        (["check", "missing.db"], 1, "missing.db: no such file; make it with `relokanty build`"),
        (["check", "page.pdf"], 1, "page.pdf: not an SQLite database; nothing was touched"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_error_is_one_line_and_touches_nothing(
    shell: Shell, tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    """An error that the program can explain is one line on stderr with the file, and every file is as it was."""
    invented.published(tmp_path)
    invented.working(tmp_path / "seeds").rename(tmp_path / "own.db")
    (tmp_path / "page.pdf").write_text("<!doctype html>", encoding="utf-8")
    (tmp_path / "a.md").write_text("It blew.", encoding="utf-8")
    before = {path: digest(path) for path in tmp_path.rglob("*") if path.is_file()}
    outcome = shell.run(*arguments)
    assert (outcome.status, outcome.out) == (status, [])
    (line,) = outcome.err
    assert line.startswith(f"relokanty: {told}")
    assert {path: digest(path) for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_build_of_wrong_seeds_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    """A slip in the seeds stops a build with status 2 and its file and line; the published file stays as it was."""
    file = invented.published(tmp_path)
    before = digest(file), digest(manifest_file(file))
    line = shell.seeds.replace("authorities/events.yaml", "type: vote", "type: dance")
    for target in (file, tmp_path / "new.db"):
        outcome = shell.run("build", "--db", target)
        assert (outcome.status, outcome.out, len(outcome.err)) == (2, [], 1)
        assert outcome.err[0].startswith(f"relokanty: {shell.seeds.file('authorities/events.yaml')}:{line}: ")
    assert (digest(file), digest(manifest_file(file))) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["port.db", "port.db.manifest.json", "seeds"]


@pytest.mark.parametrize("command", [["build"], ["load", "a.md"]], ids=" ".join)
def test_a_folder_that_cannot_be_made_is_one_line(shell: Shell, tmp_path: Path, command: list[str]) -> None:
    """A target below a file is told in one line, not as a traceback."""
    (tmp_path / "a.md").write_text("It blew.", encoding="utf-8")
    outcome = shell.run(*command, "--db", tmp_path / "a.md" / "port.db")
    assert (outcome.status, len(outcome.err)) == (1, 1)


@pytest.mark.usefixtures("without_model")
def test_a_file_name_that_is_not_utf_8_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A document whose name no database can hold is refused in one line; the one beside it is loaded."""
    (tmp_path / "new").mkdir()
    Path((bytes(tmp_path / "new") + b"/\xff.md").decode("utf-8", "surrogateescape")).write_text("It blew.")
    (tmp_path / "new" / "good.md").write_text("It blew.")
    outcome = shell.run("load", tmp_path / "new", "--db", tmp_path / "own.db")
    told = f"1 loaded (1 unread: {NOT_INSTALLED}), 1 refused"
    assert (outcome.status, outcome.out) == (2, [f"{tmp_path / 'own.db'}: {told}"])
    (line,) = outcome.err
    assert "not UTF-8; rename it" in line


def test_verify_proves_digests(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against originals that are not there, every digest is a finding and the status is 1; texts must be a folder."""
    monkeypatch.setattr("loaders.paths.SEEDS", shell.seeds.folder)
    for article in (VOTE, invented.RECALL):
        shell.seeds.article(article).unlink()
    outcome = shell.run("verify", "--texts", tmp_path)
    assert (outcome.status, outcome.out) == (1, [])
    assert outcome.err[-1].startswith("relokanty: ")
    assert outcome.err[-1].endswith(" findings")
    assert STRIKE in outcome.err[0]


def test_the_console_script_is_silent_in_a_pipe(tmp_path: Path, built: Path) -> None:
    """The installed command, run for real, checks the bundled file: no progress in a pipe, status 0; bytes stay."""
    file, before = Path(shutil.copy(built, tmp_path)), digest(built)
    shutil.copy(manifest_file(built), tmp_path)
    script = Path(sys.executable).with_name("relokanty")
    done = subprocess.run([script, "check", file], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"{file}: nothing wrong"
    assert digest(file) == before


def test_progress_is_shown_on_a_terminal_alone(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal a bar counts the documents on stderr; what the command says on stdout is the same."""
    target = tmp_path / "own.db"
    shell.run("load", shell.seeds.article(VOTE), "--db", target)
    silent = shell.run("load", shell.seeds.article(VOTE), "--db", target)
    assert silent.err == []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = shell.run("load", shell.seeds.article(VOTE), "--db", target)
    assert (shown.status, shown.out) == (silent.status, silent.out)
    assert "loading" in " ".join(shown.err)
