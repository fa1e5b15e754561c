"""The resolver of places against texts whose toponyms have points: `python -m benchmarks.gold.places FILE...`

Reads XML in the shape of LGL (`toponym` with `start`, `end`, `lat`, `lon`) or of GeoVirus (`location`; offsets count
from 1). The gold stays outside the repository. Given the marked spans: how many lie within 161 km, of all and of those
resolved. From the text alone: F1 of places found (spans that share a letter) and of those within 161 km too; demonyms
and marks without a point are left out there. Half of the documents were read while the rules were made.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.gold.names import half_of, parsed
from loaders.extract.findings import Point
from loaders.extract.names import find_names
from loaders.extract.parsing import ParsedText
from loaders.extract.places import resolve_given, resolve_places
from loaders.records import Span

WITHIN_KM = 161.0
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A toponym: its span in the text and its point in degrees."""

    start: int
    end: int
    latitude: float
    longitude: float


def read_gold(file: Path) -> Iterator[tuple[str, str, tuple[Mark, ...]]]:
    """Yield each text's name, the text, and its toponyms that have a point; ET.ParseError where the file is no XML."""
    root = ET.parse(file).getroot()  # noqa: S314  gold that the caller chose
    for number, article in enumerate(root):
        text = article.findtext("text") or ""
        first = 1 if article.find("locations") is not None else 0
        marks = []
        for toponym in (*article.iter("toponym"), *article.iter("location")):
            latitude, longitude = toponym.find(".//lat"), toponym.find(".//lon")
            if latitude is not None and longitude is not None:
                start, end = (int(toponym.findtext(key) or 0) - first for key in ("start", "end"))
                marks.append(Mark(start, end, float(latitude.text or 0), float(longitude.text or 0)))
        docid = article.get("docid")
        yield f"lgl-{docid}" if docid else f"gv-{number}", text, tuple(marks)


def kilometers(mark: Mark, point: Point | None) -> float:
    """Return the great-circle distance from a mark to a point; infinite where there is none."""
    if point is None or point.latitude is None or point.longitude is None:
        return math.inf
    north, south = math.radians(mark.latitude), math.radians(point.latitude)
    across = math.sin(math.radians(point.longitude - mark.longitude) / 2) ** 2
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * across
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def given(text: ParsedText, marks: Sequence[Mark]) -> list[float]:
    """Return the distance of each given mark from where the resolver puts it."""
    spans = []
    for mark in marks:
        around = [paragraph for paragraph in text.paragraphs if paragraph.offset <= mark.start]
        spans.append(Span(around[-1].number, mark.start - around[-1].offset, mark.end - around[-1].offset))
    return [
        kilometers(mark, name.point) for mark, name in zip(marks, resolve_given(text, spans), strict=True)
    ]


def from_text(text: ParsedText, marks: Sequence[Mark]) -> tuple[int, int, int]:
    """Return how many marks are found, how many of them within 161 km, and how many places were given in all."""
    offsets = {paragraph.number: paragraph.offset for paragraph in text.paragraphs}
    names = [
        (
            offsets[name.span.paragraph] + name.span.start,
            offsets[name.span.paragraph] + name.span.end,
            name.point,
        )
        for name in resolve_places(text, find_names(text))
        if name.kind == "place"
    ]
    left, matched, near = list(names), 0, 0
    for mark in marks:
        same = next((name for name in left if name[0] < mark.end and mark.start < name[1]), None)
        if same is not None:
            left.remove(same)
            matched += 1
            near += kilometers(mark, same[2]) <= WITHIN_KM
    return matched, near, len(names)


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def main(files: tuple[Path, ...]) -> None:
    """Print both measures for each half of each file."""
    for file in files:
        counts: dict[str, list[int]] = {}
        for document, printed, marks in read_gold(file):
            text = parsed(printed)
            distances = given(text, marks)
            within = sum(distance <= WITHIN_KM for distance in distances)
            resolved = sum(distance < math.inf for distance in distances)
            total = counts.setdefault(half_of(document), [0] * 6)
            for i, count in enumerate((len(marks), within, resolved, *from_text(text, marks))):
                total[i] += count
        click.echo(file.name)
        for half, (all_marks, within, resolved, matched, near, names) in sorted(counts.items(), reverse=True):
            click.echo(
                f"  {half:<10}given: {100 * within / all_marks:.1f} of all, {100 * within / resolved:.1f} of resolved;"
                f" from the text: found F1 {200 * matched / (all_marks + names):.1f},"
                f" and within 161 km {200 * near / (all_marks + names):.1f}  ({all_marks} marks)"
            )


if __name__ == "__main__":
    main()
