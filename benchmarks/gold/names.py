"""The finder of names against texts that people marked in columns: `python -m benchmarks.gold.names FILE...`

Reads CoNLL++ (word, start, end, label by spaces; a document starts with -DOCSTART-) and WNUT-17 (word, label by tabs;
a sentence is a document). The gold stays outside the repository. Strict F1: same kind and same span, once "the" and
possessives are dropped; demonyms are not scored. Beside it, the tagger alone. Half of the documents, told by a hash of
their number, were read while the rules were made; the other half was only scored.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from loaders.extract.name_words import KINDS
from loaders.extract.names import find_names
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse

HALVES = ("read", "kept back")
_LABELS = {
    "PER": "person",
    "LOC": "place",
    "ORG": "organisation",
    "person": "person",
    "location": "place",
    "corporation": "organisation",
    "group": "organisation",
}
_NO_SPACE_BEFORE = re.compile(r"[.,!?;:)%\]”]|['’]s|n['’]t|['’](?:re|ve|ll|d|m)|['’]|/")
_OUTSIDE = re.compile(r"(?i)(?:the\s+|\W+)(?=\w)")
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|\s+)$")
Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked text: start, end and kind of each name."""

    text: str
    marks: tuple[Mark, ...]


def read_gold(file: Path) -> Iterator[Gold]:
    """Yield the documents of a file in columns, their words joined as print joins them, a paragraph a line."""
    lines: list[list[str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t") if "\t" in line else line.split(" ")
        if line.startswith("-DOCSTART-") or (not line.strip() and lines and len(lines[-1]) == 2):
            if lines:
                yield _document(lines)
            lines = []
        elif line.strip():
            lines.append(columns)
    if lines:
        yield _document(lines)


def _document(lines: list[list[str]]) -> Gold:
    text, before, last = "", "O", 0
    marks: list[Mark] = []
    for columns in lines:
        word, label = columns[0], columns[-1]
        start, end = (int(columns[1]), int(columns[2])) if len(columns) == 4 else (0, 0)
        if start > last + 1:
            text += "\n"
        elif text and text[-1] not in "($“[/#@\n" and not _NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        kind = _LABELS.get(label[2:])
        if kind is not None and marks and label[:2] == "I-" and before[2:] == label[2:]:
            marks[-1] = (marks[-1][0], len(text) + len(word), kind)
        elif kind is not None:
            marks.append((len(text), len(text) + len(word), kind))
        text, before, last = text + word, label, end
    return Gold(text, tuple(marks))


def trimmed(text: str, mark: Mark) -> Mark:
    """Return a mark without "the", signs and possessives at its ends."""
    start, end, kind = mark
    while match := _OUTSIDE.match(text, start, end):
        start = match.end()
    while (match := _POSSESSIVE.search(text[start:end])) and match.start() > 0:
        end = start + match.start()
    return start, end, kind


def parsed(text: str) -> ParsedText:
    """Return the parse of a text, a paragraph a line."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    docs = parse(line.group() for line in lines)
    return ParsedText(
        tuple(
            ParsedParagraph(number, None, line.start(), doc)
            for number, (line, doc) in enumerate(zip(lines, docs, strict=True), 1)
        )
    )


def found(text: ParsedText) -> Iterator[Mark]:
    """Yield the names that the finder gives, demonyms left out, by their offsets in the whole text."""
    offsets = {paragraph.number: paragraph.offset for paragraph in text.paragraphs}
    for name in find_names(text):
        if name.form == "name":
            offset = offsets[name.span.paragraph]
            yield offset + name.span.start, offset + name.span.end, name.kind


def tagged(text: ParsedText) -> Iterator[Mark]:
    """Yield the names that the tagger alone gives."""
    for paragraph in text.paragraphs:
        for entity in paragraph.doc.ents:
            if entity.label_ in KINDS:
                offset = paragraph.offset
                yield offset + entity.start_char, offset + entity.end_char, KINDS[entity.label_]


def half_of(document: str) -> str:
    """Return the half to which a document belongs, by a hash of its name: the last bit of its MD5."""
    return HALVES[hashlib.md5(document.encode(), usedforsecurity=False).digest()[-1] % 2]


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def main(files: tuple[Path, ...]) -> None:
    """Print strict F1 with precision and recall, of each half and kind."""
    for file in files:
        right: dict[tuple[str, str, str], list[int]] = {}
        for number, gold in enumerate(read_gold(file)):
            text = parsed(gold.text)
            wanted = {trimmed(gold.text, mark) for mark in gold.marks}
            for what, marks in (("tagger", tagged(text)), ("finder", found(text))):
                given = {trimmed(gold.text, mark) for mark in marks}
                for kind in ("all", "person", "place", "organisation"):
                    ours = {mark for mark in given if kind in {"all", mark[2]}}
                    theirs = {mark for mark in wanted if kind in {"all", mark[2]}}
                    counts = right.setdefault((half_of(f"{file.stem}-{number}"), what, kind), [0, 0, 0])
                    for i, count in enumerate((len(ours & theirs), len(ours), len(theirs))):
                        counts[i] += count
        click.echo(file.name)
        for (half, what, kind), (both, ours_all, theirs_all) in sorted(right.items(), reverse=True):
            score = 200 * both / max(ours_all + theirs_all, 1)
            precision, recall = 100 * both / max(ours_all, 1), 100 * both / max(theirs_all, 1)
            click.echo(f"  {half:<10}{what:<8}{kind:<14}{score:5.1f}  (P {precision:.1f}, R {recall:.1f})")


if __name__ == "__main__":
    main()
