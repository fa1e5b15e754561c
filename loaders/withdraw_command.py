"""The command `relokanty withdraw`: articles taken out of a working file, with all that was read out of them."""

from __future__ import annotations

from pathlib import Path

import click

from loaders.conduct import Conductor
from loaders.paths import WORKING


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--db",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=WORKING,
    show_default=True,
    help="The working file.",
)
def withdraw(articles: tuple[str, ...], target: Path) -> None:
    """Take ARTICLES, given by their ids, out of a working file, all of them or none.

    What they introduced goes with them, and has its ids again when they are loaded again; what the authorities list
    stays, named by an article or not.
    """
    Conductor().withdraw(articles, target)
    click.echo(f"{target}: {len(set(articles))} withdrawn")
