"""The command `relokanty evaluate`: the extractor against what people read, as a table or as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from loaders import paths
from loaders.authorities import Authorities
from loaders.clean import clean
from loaders.conduct import Conductor
from loaders.errors import InputError
from loaders.evaluate import Score, scores, total
from loaders.evaluate_items import items_found, items_read
from loaders.evaluate_objects import gold_of, items_of
from loaders.extract.version import extractor_version, is_installed, model_name
from loaders.extraction import NOT_INSTALLED
from loaders.read import files, read

Scored = Iterator[tuple[str, list[Score]]]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with the articles as published; without it, the digests are read.",
)
@click.option(
    "--known", is_flag=True, help="Let the extractor use the authorities, which know these very articles."
)
@click.option(
    "--against",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help='Other gold: lines of {"text", "date", "gold": [objects as `python -m loaders.extract` prints]}.',
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def evaluate(texts: Path | None, known: bool, against: Path | None, as_json: bool) -> None:
    """Score the extractor against the reviewed annotations, by paragraph and value: precision, recall, F1.

    It reads the articles as published (--texts), or the digests, and by default knows none of the authorities.
    """
    if not is_installed():
        raise InputError(NOT_INSTALLED)
    conductor = Conductor()
    lists = conductor.authorities if known else None
    found = dict(_against(against, lists) if against else _scored(conductor, texts, lists))
    everything = total(found.values())
    of = against.name if against else "the articles as published" if texts else "the digests"
    if as_json:
        described = {
            "extractor": extractor_version(),
            "model": model_name(),
            "texts": of,
            "authorities_known": known,
            "all": [_row(score) for score in everything],
            "each": {name: [_row(score) for score in rows] for name, rows in found.items()},
        }
        click.echo(json.dumps(described, indent=2))
        return
    click.echo(f"Extractor {extractor_version()} with {model_name()}, on {of} ({len(found)}).\n")
    click.echo("\n".join(table(everything)))


def table(rows: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of a Markdown table of scores, in percent."""
    yield "| what | in the gold | found | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        shares = " | ".join(f"{100 * share:.1f}" for share in (row.precision, row.recall, row.f1))
        yield f"| {row.measure} | {row.gold} | {row.found} | {shares} |"


def _scored(conductor: Conductor, texts: Path | None, known: Authorities | None) -> Scored:
    # The language model takes seconds to import.
    from loaders.extract.extractor import extract_document  # noqa: PLC0415

    held = sorted(file for file in texts.iterdir() if file.is_file()) if texts else []
    originals = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in held}
    for file in files([conductor.seeds / paths.ARTICLES]):
        document = clean(read(file, conductor.withhold))
        reading = conductor.reading_of(document)
        if reading is None or reading.annotation.status != "reviewed":
            continue
        original = document.document.original
        if texts is not None:
            published = originals.get(original.sha256) if original else None
            if published is None:
                raise InputError(f"the article of {file.name} is not among the texts", texts)
            document = clean(read(published, conductor.withhold))
        found = items_found(extract_document(document, known))
        yield reading.annotation.article, scores(items_read(reading), found)


def _against(file: Path, known: Authorities | None) -> Scored:
    # The language model takes seconds to import.
    from loaders.extract.door import objects  # noqa: PLC0415

    for name, value in gold_of(file):
        found = objects(value["text"], value.get("date"), known)
        yield name, scores(items_of(value["text"], value["gold"]), items_of(value["text"], found))


def _row(score: Score) -> dict[str, object]:
    shares = {name: round(getattr(score, name), 4) for name in ("precision", "recall", "f1")}
    return {
        "measure": score.measure,
        "gold": score.gold,
        "found": score.found,
        "common": score.common,
        **shares,
    }
