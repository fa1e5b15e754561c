"""Kill builds, loads, upgrades and merges at random moments, hundreds of times: `make crash`, `python tests/crash.py`.

Each run is in a forked process that gets `kill -9` somewhere between its first moment and its last. Afterwards the
file must be one of the states that a whole step leaves, and the same command must bring it to the rows that a run
without a kill gives. It tells of stopped programs, not of power cuts: what the disk was told stays written.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path

import click
import freeze
import invented
from contents import contents

from loaders import upgrade
from loaders.check import check_database
from loaders.database import newest_revision
from loaders.digests import table_digests
from loaders.errors import DatabaseError
from loaders.manifest import file_sha256
from loaders.merge import merge
from loaders.swap import sides
from schema.engine import reader

Act = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that writes to a file: how the file begins, what writes, and what its state is told by."""

    name: str
    begin: Act
    write: Act
    state: Callable[[Path], Hashable]
    # How many whole steps the writing takes; after each of them the file may be found.
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a task that was killed so often: found old, between, or new; and retried to the same state."""

    name: str
    kills: int
    old: int
    between: int
    new: int
    retried: int

    @property
    def survived(self) -> bool:
        """Whether every kill left a whole state, and every retry ended where a run without a kill does."""
        return self.old + self.between + self.new == self.kills == self.retried


def tasks(folder: Path) -> list[Task]:
    """Return the tasks, on the invented seeds and the frozen database of the first revision."""
    seeds = invented.make(folder / "seeds")
    seeds.replace("authorities/makers.yaml", "a tester", "a Tester")
    conductor = seeds.conductor()
    documents = seeds.aside(*invented.ARTICLES)
    filled = invented.make(folder / "filled")
    filled.replace("authorities/makers.yaml", "a tester", "a Tester")
    builder = filled.conductor()
    return [
        Task("build", lambda file: invented.published(file.parent), builder.build, file_sha256),
        Task(
            "load",
            lambda file: invented.working(file.parent, with_articles=False),
            lambda file: conductor.load(documents, file),
            rows,
            steps=len(documents),
        ),
        Task("upgrade", lambda file: freeze.thaw(1, file), upgrade.upgrade, everything),
        Task(
            "upgrade --in-place",
            lambda file: freeze.thaw(1, file),
            lambda file: upgrade.upgrade(file, in_place=True),
            everything,
        ),
        Task("merge", shards, merged, rows_if_any),
    ]


def shards(file: Path) -> None:
    """Put two files beside a name that is not taken yet."""
    for name, with_articles in (("one.db", True), ("other.db", False)):
        invented.working(file.parent, with_articles=with_articles).rename(file.with_name(name))


def merged(file: Path) -> None:
    """Merge the two into the name; what an earlier merge finished is moved away first, as it asks."""
    file.unlink(missing_ok=True)
    assert merge([file.with_name(name) for name in ("one.db", "other.db")], file).conflicts == ()


def rows_if_any(file: Path) -> Hashable:
    """Tell a state by its rows, or that there is no file."""
    return rows(file) if file.exists() else "none"


def rows(file: Path) -> Hashable:
    """Tell a state by the digests of its rows; search must agree with them."""
    assert check_database(file)[0] == []
    with reader(file).connect() as connection:
        return tuple(sorted(table_digests(connection).items()))


def everything(file: Path) -> Hashable:
    """Tell a state by every object and every value."""
    return repr(sorted(contents(file).items()))


def killed_often(task: Task, kills: int, chance: random.Random, folder: Path) -> Tally:
    """Kill a task at so many random moments, and count what was found."""
    states, seconds = _whole(task, folder / "whole")
    old = between = new = retried = 0
    for number in range(kills):
        file = folder / str(number) / "port.db"
        file.parent.mkdir(parents=True)
        task.begin(file)
        _kill(lambda file=file: task.write(file), chance.uniform(0, seconds))  # type: ignore[misc]
        found = task.state(_at_rest(file))
        old += found == states[0]
        new += found == states[-1] != states[0]
        between += found in states[1:-1]
        task.write(file)
        retried += task.state(file) == states[-1]
        shutil.rmtree(file.parent)
    return Tally(task.name, kills, old, between, new, retried)


def _whole(task: Task, folder: Path) -> tuple[list[Hashable], float]:
    """Return the states that whole steps leave, and the seconds that a run takes."""
    folder.mkdir(parents=True)
    file = folder / "port.db"
    task.begin(file)
    states = [task.state(file)]
    started = time.monotonic()
    task.write(file)
    seconds = time.monotonic() - started
    if task.steps > 1:
        states += _between(task, folder)
    return [*states, task.state(file)], seconds


def _between(task: Task, folder: Path) -> list[Hashable]:
    """Return the states between the documents of a load, which commits after each."""
    seeds = invented.make(folder / "between")
    seeds.replace("authorities/makers.yaml", "a tester", "a Tester")
    conductor = seeds.conductor()
    file = folder / "steps" / "port.db"
    file.parent.mkdir()
    task.begin(file)
    states = []
    for document in seeds.aside(*invented.ARTICLES)[: task.steps - 1]:
        conductor.load([document], file)
        states.append(task.state(file))
    return states


def _kill(act: Callable[[], object], after: float) -> None:
    """Run an act in a forked process and kill it after so many seconds, unless it has ended."""
    process = os.fork()
    if process == 0:
        try:
            act()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _at_rest(file: Path) -> Path:
    """Return the file, or a copy that SQLite has recovered where a journal stands beside it."""
    if not sides(file):
        return file
    folder = file.parent / "copy"
    folder.mkdir()
    for part in (file, *sides(file)):
        shutil.copy(part, folder)
    upgrade.recover(folder / file.name)
    return folder / file.name


@dataclass(frozen=True, slots=True)
class Flips:
    """What a check makes of bits flipped one at a time anywhere in a file: found, or not and no value is another."""

    flips: int
    found: int
    harmless: int

    @property
    def missed(self) -> int:
        """How many changed what the file says without being found."""
        return self.flips - self.found - self.harmless


def flipped(file: Path, flips: int, chance: random.Random) -> Flips:
    """Flip so many bits of a file, one at a time, anywhere; the file is then as it was."""
    data, before = bytearray(file.read_bytes()), contents(file)
    found = harmless = 0
    for _ in range(flips):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        data[place] ^= bit
        file.write_bytes(data)
        data[place] ^= bit
        if _is_found(file):
            found += 1
        else:
            harmless += contents(file) == before
    file.write_bytes(data)
    return Flips(flips, found, harmless)


def _is_found(file: Path) -> bool:
    try:
        return check_database(file)[0] != []
    except DatabaseError:
        return True


@click.command()
@click.option("--kills", default=150, show_default=True, help="Kills of each task.")
@click.option("--flips", default=300, show_default=True, help="Single bits flipped in a published file.")
@click.option("--seed", default=0, show_default=True, help="Where chance begins.")
def main(kills: int, flips: int, seed: int) -> None:
    """Kill each task so often, flip so many bits, and print what was found; status 1 where a promise was broken."""
    click.echo(f"revision {newest_revision()}, {kills} kills of each task")
    click.echo(f"{'task':<20}{'kills':>6}{'old':>6}{'between':>9}{'new':>6}{'retried':>9}")
    survived = True
    with tempfile.TemporaryDirectory() as folder:
        for task in tasks(Path(folder)):
            found = killed_often(task, kills, random.Random(f"{seed} {task.name}"), Path(folder) / task.name)
            survived &= found.survived
            click.echo(
                f"{found.name:<20}{found.kills:>6}{found.old:>6}{found.between:>9}{found.new:>6}{found.retried:>9}"
            )
        published, working = (
            flipped(make(Path(folder)), flips, random.Random(seed))
            for make in (invented.published, invented.working)
        )
        click.echo(f"{flips} single bits flipped in a published file, found by check: {published.found}")
        click.echo(
            f"{flips} single bits flipped in a working file, found by check: {working.found}; "
            f"of the others changed a value: {working.missed}"
        )
    if not survived or published.found < flips or working.missed:
        raise click.ClickException("a promise was broken")


if __name__ == "__main__":
    main()
