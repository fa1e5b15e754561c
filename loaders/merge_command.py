"""The command `relokanty merge`: files that were filled on many machines become one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from loaders import merge as merges
from loaders.errors import InputError, printable
from loaders.upgrade_command import say_waiting

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_file)
@click.option(
    "-o", "--output", "target", required=True, type=_file, help="The file to make; it may not exist."
)
@click.option("--prefer", type=_file, help="The file that is believed where files differ.")
def merge(files: tuple[Path, ...], target: Path, prefer: Path | None) -> None:
    """Make one working file of several FILES, with the rows that one load of all their documents would give.

    An article that several hold is taken once: reviewed before draft, draft before unread. Where two hold another
    text, another reading of one standing, or another entry of the authorities, nothing is written and each is named,
    unless --prefer says which file is believed.
    """
    merged = merges.merge(files, target, prefer, say=_say, waiting=say_waiting)
    for note in merged.notes:
        click.echo(f"relokanty: {printable(note)}", err=True)
    for conflict in merged.conflicts:
        click.echo(f"relokanty: {printable(conflict)}", err=True)
    if merged.conflicts:
        raise InputError(
            "the files differ; nothing was written. Mend one of them, or give --prefer with the file to believe",
            target,
        )
    click.echo(f"{target}: {merged.articles} articles of {len(files)} files")


def _say(stage: str) -> None:
    """Say on a terminal what is being done; in a pipe, nothing."""
    if sys.stderr.isatty():
        click.echo(stage, err=True)
