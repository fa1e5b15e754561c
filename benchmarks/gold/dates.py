"""The finder of dates against texts that people marked in TimeML: `python -m benchmarks.gold.dates FOLDER...`

The gold stays outside the repository. Measures, each as F1 with precision and recall: spans alike (strict) and spans
that share a letter (relaxed); relaxed spans with the same TIMEX3 value (value); and, of dates and times only, those
that name the same first and last day (calendar). The date of creation is given to the finder and not scored.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from loaders.extract import date_units as units
from loaders.extract.dates import find_dates
from loaders.extract.findings import Date
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse
from loaders.records import Span

MEASURES = ("strict", "relaxed", "value", "calendar")
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression as marked: its span in the text, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked text, with its day of publication."""

    text: str
    published: date | None
    marks: tuple[Mark, ...]


def read_gold(file: Path) -> Gold:
    """Read a file in TimeML; ET.ParseError where it is no XML."""
    root = ET.parse(file).getroot()  # noqa: S314  gold that the caller chose
    pieces: list[str] = []
    marks: list[Mark] = []
    body = root.find("TEXT")
    if body is not None:
        _collect(body, pieces, marks)
    created = root.find("DCT/TIMEX3")
    day = re.match(r"\d{4}-\d\d-\d\d", "" if created is None else created.get("value", ""))
    return Gold("".join(pieces), date.fromisoformat(day[0]) if day else None, tuple(marks))


def _collect(element: ET.Element, pieces: list[str], marks: list[Mark]) -> None:
    """Append the text of an element and the time expressions in it."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces, marks)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        marks.append(Mark(start, sum(map(len, pieces)), element.get("type", ""), element.get("value", "")))


def found_in(gold: Gold) -> list[tuple[Mark, Date]]:
    """Return what the finder finds in a text, with spans in the whole text; a paragraph is a line."""
    lines = [(match.start(), match.group().rstrip()) for match in re.finditer(r"\S.*", gold.text)]
    docs = parse(line for _, line in lines)
    paragraphs = tuple(
        ParsedParagraph(number, None, offset, doc)
        for number, ((offset, _), doc) in enumerate(zip(lines, docs, strict=True), start=1)
    )
    return [(_mark(item, lines), item) for item in find_dates(ParsedText(paragraphs, gold.published))]


def _mark(item: Date, lines: list[tuple[int, str]]) -> Mark:
    span: Span = item.span
    offset = lines[span.paragraph - 1][0]
    return Mark(offset + span.start, offset + span.end, item.timex3_type, item.timex3_value)


def days_of(mark: Mark) -> Days | None:
    """Return the first and the last day that a DATE or TIME of the gold names; None where its value gives none."""
    if mark.type not in {"DATE", "TIME"}:
        return None
    granule = _granule(mark.value.partition("T")[0])
    if granule is None or not granule.in_range():
        return None
    return granule.first().isoformat(), granule.last().isoformat()


def _granule(value: str) -> units.Granule | None:
    """Return the piece of the calendar that a TIMEX3 value names; parts left open (XX) widen it."""
    match = re.fullmatch(r"(\d{4})(?:-(\w\w?\w?)(?:-(\w\w))?)?|(\d\d\d?)X{0,2}", value)
    if match is None:
        return None
    year, part, day, long = match.groups()
    if long:
        return units.Granule(units.DECADE if len(long) == 3 else units.CENTURY, int(long))
    if not part or part in {"XX", "QX", "WXX"}:
        return units.Granule(units.YEAR, int(year)) if part != "WXX" else None
    if part[0] == "W" and part[1:].isdecimal():
        week = units.around(date.fromisocalendar(int(year), int(part[1:]), 1), units.WEEK)
        return week._replace(unit=units.WEEKEND) if day == "WE" else week
    if part in {"SP", "SU", "FA", "WI"}:
        return units.season(int(year), part)
    for letter, unit, count in (("Q", units.QUARTER, 4), ("H", units.HALF, 2)):
        if part[0] == letter and part[1:].isdecimal():
            return units.Granule(unit, int(year) * count + int(part[1:]) - 1)
    if not part.isdecimal():
        return None
    return (
        units.day(int(year), int(part), int(day))
        if day and day.isdecimal()
        else units.month(int(year), int(part))
    )


def score(gold: Gold) -> Counter[str]:
    """Count, for one text, what is marked, what is found, and what of it agrees, by measure."""
    counts: Counter[str] = Counter()
    found = found_in(gold)
    spans = {(mark.start, mark.end) for mark in gold.marks}
    counts["found"] = len(found)
    counts["marked"] = len(gold.marks)
    counts["strict"] = sum((mark.start, mark.end) in spans for mark, _ in found)
    counts["found calendar"] = sum(_days(item) is not None for _, item in found)
    left = list(found)
    for mark in gold.marks:
        days = days_of(mark)
        counts["marked calendar"] += days is not None
        pair = next((pair for pair in left if pair[0].start < mark.end and mark.start < pair[0].end), None)
        if pair is not None:
            left.remove(pair)
            counts["relaxed"] += 1
            counts["value"] += pair[1].timex3_value == mark.value
            counts["calendar"] += days is not None and _days(pair[1]) == days
    return counts


def _days(item: Date) -> Days | None:
    is_date = item.timex3_type in {"DATE", "TIME"}
    return (item.earliest, item.latest) if is_date and item.earliest and item.latest else None


def table(counts: Counter[str]) -> Iterator[str]:
    """Yield a line for each measure: F1, precision and recall, in per cent."""
    for measure in MEASURES:
        kind = " calendar" if measure == "calendar" else ""
        found, marked, right = counts[f"found{kind}"], counts[f"marked{kind}"], counts[measure]
        f1 = 200 * right / (found + marked) if found + marked else 0.0
        precision, recall = (100 * right / total if total else 0.0 for total in (found, marked))
        yield f"{measure:<10}{f1:6.1f}   precision {precision:5.1f}   recall {recall:5.1f}   of {marked}"


@click.command()
@click.argument(
    "folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def main(folders: tuple[Path, ...]) -> None:
    """Score the finder of dates on every .tml file of each folder."""
    for folder in folders:
        files = sorted(folder.rglob("*.tml"))
        counts = sum((score(read_gold(file)) for file in files), Counter())
        click.echo(f"{folder.name}: {len(files)} texts")
        for line in table(counts):
            click.echo(f"  {line}")


if __name__ == "__main__":
    main()
