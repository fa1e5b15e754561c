"""The command `relokanty draft`: a document's annotation as the extractor would write it, to be corrected."""

from __future__ import annotations

from pathlib import Path

import click

from loaders.clean import clean
from loaders.conduct import Conductor
from loaders.draft_yaml import to_yaml
from loaders.errors import InputError
from loaders.extract.version import extractor_version
from loaders.extraction import extract_anew, why_not
from loaders.read import read


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; on the standard output without it.",
)
def draft(source: Path, output: Path | None) -> None:
    """Draft the annotation of the document SOURCE as YAML, with comments where the extractor is not sure.

    Corrected, set to reviewed, and put beside its document (article.txt, article.yaml), it is loaded with it.
    """
    conductor = Conductor()
    document = clean(read(source, conductor.withhold))
    reason = why_not(document)
    if reason is not None:
        raise InputError(reason, source)
    if output is not None and output.exists():
        raise InputError("exists already and may hold corrections; remove it, or give another name", output)
    drafted = conductor.draft(document, extract_anew(document, conductor.authorities).findings)
    text = to_yaml(drafted, extractor_version())
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"{output}: a draft; correct it, set status to reviewed, and load {source} again")
