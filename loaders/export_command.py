"""The command `relokanty export`: every table as files for tools that read columns."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from loaders import export as exports


@click.command()
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder to make; it may not exist.",
)
@click.option("--format", "form", default="parquet", show_default=True, type=click.Choice(["parquet"]))
def export(database: Path, folder: Path, form: str) -> None:
    """Write every table of a DATABASE into a folder of Parquet files, with their description in datapackage.json.

    Rows of articles lie in folders by year of publication, so DuckDB, Spark, Polars and pandas read only what they
    need; numbers, days and yes-or-no have their types, and EDTF stays text. CSV and JSON of every table and view are
    given by `relokanty serve`.
    """
    rows = exports.export(database, folder, say=_say)
    click.echo(f"{folder}: {sum(rows.values())} rows of {len(rows)} tables as {form}")


def _say(table: str) -> None:
    """Name on a terminal the table that is being written; in a pipe, nothing."""
    if sys.stderr.isatty():
        click.echo(table, err=True)
