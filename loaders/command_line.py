"""The command line: `relokanty build | load | check | verify | serve`, and the commands with modules of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from loaders import paths
from loaders.accept import accept
from loaders.check import Summary, check_database, check_seeds
from loaders.conduct import Conductor
from loaders.draft_command import draft
from loaders.errors import CheckError, InputError, RelokantyError
from loaders.evaluate_command import evaluate
from loaders.export_command import export
from loaders.merge_command import merge
from loaders.read import files
from loaders.upgrade_command import recover, restore, say_waiting, upgrade
from loaders.verify import verify_folder
from loaders.withdraw_command import withdraw
from loaders.withhold_command import record_ids, withhold
from loaders.workers import Cluster

PUBLISHED = Path("build/relokanty.db")

_file = click.Path(path_type=Path, dir_okay=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="relokanty")
def cli() -> None:
    """News about the Russians who left rather than fight, as a dataset in which every value leads to its words."""


@cli.command()
@click.option("--db", "target", type=_file, default=PUBLISHED, show_default=True, help="The file to publish.")
def build(target: Path) -> None:
    """Publish a database made from the seeds, swapped in whole, with its manifest beside it."""
    conductor = Conductor()
    conductor.waiting = say_waiting
    build_id = conductor.build(target)
    click.echo(f"{target}: build {build_id}")


@cli.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--db", "target", type=_file, default=paths.WORKING, show_default=True, help="The working file to grow."
)
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read."
)
@click.option(
    "--dask", metavar="ADDRESS", help="A Dask cluster that reads instead, such as tcp://10.0.0.1:8786."
)
def load(sources: tuple[Path, ...], target: Path, workers: int, dask: str | None) -> None:
    """Add or replace documents in a working file of your own: .md, .txt, .html, .jsonl, folders of them, `-`.

    The file is made from the seeds if it is missing. A document that is refused does not stop the others.
    """
    conductor = Conductor()
    conductor.waiting = say_waiting
    result = conductor.load(sources, target, progress=_with_bar, cluster=Cluster(workers, dask))
    read_by_none = f" ({len(result.unread)} unread: {result.why_unread})" if result.unread else ""
    drafted = f" ({len(result.drafted)} drafted)" if result.drafted else ""
    unchanged = f", {len(result.unchanged)} unchanged" if result.unchanged else ""
    loaded = f"{len(result.loaded)} loaded{drafted}{read_by_none}"
    click.echo(f"{target}: {loaded}{unchanged}, {len(result.refused)} refused")
    for error in result.refused:
        click.echo(f"relokanty: {error}", err=True)
    if result.refused:
        sys.exit(max(error.exit_status for error in result.refused))


@cli.command()
@click.argument("database", required=False, type=_file)
@click.option(
    "--accept", "accepts", is_flag=True, help="Take what was changed in a working file by hand for meant."
)
def check(database: Path | None, accepts: bool) -> None:
    """Check the seeds, or a DATABASE: keys, proofs, ledger, coverage; a published file byte for byte.

    Of a working file it tells the tables that another program changed.
    """
    if accepts and database is None:
        raise InputError("--accept needs a working file; the seeds have nothing to accept")
    if accepts and database is not None:
        for table in accept(database, say_waiting):
            click.echo(f"{table}: accepted as it is")
    findings, summary = (check_seeds(), None) if database is None else check_database(database)
    if summary is not None:
        _print_summary(summary)
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        raise CheckError(f"{len(findings)} findings")
    click.echo(f"{database or paths.SEEDS.name}: nothing wrong")


@cli.command()
@click.option(
    "--texts",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder with the articles as published.",
)
def verify(texts: Path) -> None:
    """Prove the bundled digests against the articles as published, both ways."""
    digests = list(files([paths.SEEDS / paths.ARTICLES]))
    findings = verify_folder(digests, texts)
    for finding in findings:
        click.echo(str(finding), err=True)
    if findings:
        raise CheckError(f"{len(findings)} findings")
    click.echo(f"{len(digests)} digests proved against {texts}")


@cli.command()
@click.argument("database", required=False, type=_file, default=PUBLISHED)
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
def serve(database: Path, port: int, workers: int) -> None:
    """Serve a DATABASE read-only on 127.0.0.1, as it is now; SIGHUP brings what it has become since."""
    # Only this command needs the web server, which takes a second to import.
    from website.serve import serve as serve_file  # noqa: PLC0415

    serve_file(database, port, workers=workers)


cli.add_command(merge)
cli.add_command(export)
cli.add_command(upgrade)
cli.add_command(restore)
cli.add_command(recover)
cli.add_command(draft)
cli.add_command(withdraw)
cli.add_command(evaluate)
cli.add_command(withhold)
cli.add_command(record_ids)


def main() -> None:
    """Run the command line; an error that the program can explain becomes one line and an exit status."""
    try:
        cli.main(standalone_mode=False)
    except RelokantyError as error:
        click.echo(f"relokanty: {error}", err=True)
        sys.exit(error.exit_status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        click.echo(f"relokanty: {error.filename or 'the system'}: {error.strerror}", err=True)
        sys.exit(1)
    except click.Abort:
        sys.exit(130)


def _with_bar(documents: list[Path]) -> Iterable[Path]:
    """Show progress on a terminal; in a pipe, nothing."""
    if not sys.stderr.isatty():
        yield from documents
        return
    with click.progressbar(documents, label="loading", file=sys.stderr) as bar:
        yield from bar


def _print_summary(summary: Summary) -> None:
    click.echo(
        "paragraphs: "
        + ", ".join(f"{count} {outcome}" for outcome, count in sorted(summary.outcomes.items()))
    )
    total = sum(summary.bases.values()) or 1
    shares = (f"{count} {basis} ({count / total:.0%})" for basis, count in summary.bases.items())
    click.echo("values: " + ", ".join(shares))
