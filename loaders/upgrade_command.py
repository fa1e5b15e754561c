"""The commands `relokanty upgrade`, `restore` and `recover`: a file of an earlier revision, and the way back."""

from __future__ import annotations

from pathlib import Path

import click

from loaders import upgrade as upgrades
from loaders.database import newest_revision
from loaders.upgrade import Plan, megabytes

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("database", type=_file)
@click.option("--check", "only_check", is_flag=True, help="Only tell what would happen; touch nothing.")
@click.option(
    "--in-place", is_flag=True, help="Migrate the file itself, which needs less room and leaves no backup."
)
def upgrade(database: Path, only_check: bool, in_place: bool) -> None:
    """Bring a DATABASE of any earlier revision to the newest, keeping the old file beside it as a backup.

    No row, table, index or view of yours is lost: whatever a migration does not declare comes out byte for byte, or
    nothing is changed. Close other programs that use the file first.
    """
    if only_check:
        plan = upgrades.plan(database, in_place=in_place)
        _tell(plan)
        return
    plan = upgrades.upgrade(database, in_place=in_place, waiting=say_waiting)
    if not plan.steps:
        click.echo(f"{database}: of the newest revision, {plan.revision}, already")
        return
    click.echo(f"{database}: brought from revision {plan.revision} to {newest_revision()}")
    if plan.backup:
        click.echo(f"The old file is {plan.backup.name}; `relokanty restore {database}` puts it back.")


@click.command()
@click.argument("database", type=_file)
@click.option(
    "--backup", type=_file, help="The backup to put back; without it, the one of the highest revision."
)
def restore(database: Path, backup: Path | None) -> None:
    """Undo an upgrade of a DATABASE: put its backup back, and keep the present file beside it."""
    restored, undone = upgrades.restore(database, backup, waiting=say_waiting)
    click.echo(
        f"{database}: is {restored.name} again" + (f"; what it was is {undone.name}" if undone else "")
    )


@click.command()
@click.argument("database", type=_file)
def recover(database: Path) -> None:
    """Undo or finish what a stopped program left half done in a DATABASE, so that nothing stands beside it."""
    upgrades.recover(database, waiting=say_waiting)
    click.echo(f"{database}: at rest")


def say_waiting(file: Path) -> None:
    """Say why nothing happens."""
    click.echo(f"waiting for another relokanty to finish with {file}", err=True)


def _tell(plan: Plan) -> None:
    if not plan.steps:
        click.echo(f"{plan.file}: of the newest revision, {plan.revision}; there is nothing to do")
        return
    click.echo(f"{plan.file}: of revision {plan.revision}; the newest is {newest_revision()}")
    for step in plan.steps:
        click.echo(f"  {step.revision}  {step.title}")
        for name, why in step.changes.items():
            click.echo(f"        changes {name}: {why}")
    click.echo(f"It needs {megabytes(plan.needed)} beside the file; {megabytes(plan.free)} are free.")
    click.echo(f"The old file will be {plan.backup.name}." if plan.backup else "There will be no backup.")
