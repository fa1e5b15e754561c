"""read: bytes to Documents. Text, metadata and hash; nothing is interpreted."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from loaders import yaml_source
from loaders.errors import InputError
from loaders.front_matter import FrontMatter
from loaders.identifiers import is_slug, slug
from loaders.reading import json_lines, pages
from loaders.reading.encodings import decode
from loaders.reading.formats import HEAD, SUFFIXES, judge
from loaders.records import Document, FoundMetadata
from loaders.shapes import parse_shape

STANDARD_INPUT: Final = Path("-")
# Of one document: its file, or its line of JSONL.
MAXIMUM_BYTES = 10_000_000
# Of its text: three novels.
MAXIMUM_CHARACTERS = 2_000_000
# Of an id: it is the name of an annotation's file too.
LONGEST_NAME: Final = 100
# A file of lines is given up after so many that were refused, if fewer were read.
MAXIMUM_REFUSED = 1_000
_STANDARD_INPUT_NAME: Final = Path("standard input")
_FENCE: Final = "---"

Withhold = Callable[[str], str]


def sources(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """Yield the files under the paths, folders in order of name, and the error of each that cannot be read.

    `-` is the standard input. Links are not followed; one that looks like a document or leads to a folder is an
    error, as is a pipe. Files of other kinds are passed over in folders.
    Raises InputError for a path that does not exist, or a file of an unknown kind that was named itself.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
        elif path.is_dir():
            yield from _within(path)
        elif not path.exists():
            raise _name_error(path) or InputError("no such file or folder", path)
        elif path.suffix.lower() not in SUFFIXES or not path.is_file():
            raise InputError(f"not a kind of document that can be read; give {_KINDS}", path)
        else:
            yield _name_error(path) or path


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files under the paths, as `sources`; the first that cannot be read is raised."""
    for found in sources(paths):
        if isinstance(found, InputError):
            raise found
        yield found


def documents(file: Path, withhold: Withhold = str) -> Iterator[Document | InputError]:
    """Yield the documents of a file, in order, and the error of each that is refused.

    A file of JSONL holds one a line, any other holds one; what it is, its first bytes tell. The id is the one that
    is given, else the file's stem as a slug and eight digits of the text's hash. Text, metadata and the file's name
    are what `withhold` makes of them; by default they stay as they are. Hashes are of the bytes as they are.
    """
    name = _STANDARD_INPUT_NAME if file == STANDARD_INPUT else file
    try:
        if file == STANDARD_INPUT:
            yield from _documents(sys.stdin.buffer, name, withhold)
        else:
            with file.open("rb") as stream:
                yield from _documents(stream, name, withhold)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror}", name)


def hash_of_one(file: Path) -> str | None:
    """Return the SHA-256 of a file that holds one document, without reading it as text.

    None for a file of lines, the standard input, and whatever `documents` would refuse by its first bytes or size.
    """
    if file == STANDARD_INPUT:
        return None
    try:
        with file.open("rb") as stream:
            if judge(stream.peek(HEAD)[:HEAD], file) == "jsonl":
                return None
            data = stream.read(MAXIMUM_BYTES + 1)
    except (InputError, OSError):
        return None
    return None if len(data) > MAXIMUM_BYTES else hashlib.sha256(data).hexdigest()


def read(file: Path, withhold: Withhold = str) -> Document:
    """Read the one document of a file, as `documents`; InputError where it is refused or one of several."""
    found = list(islice(documents(file, withhold), 2))
    if not found:
        raise InputError("holds no text", file)
    if isinstance(found[0], InputError):
        raise found[0]
    if len(found) > 1:
        raise InputError("holds several documents; give one", file)
    return found[0]


_KINDS: Final = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def _within(folder: Path) -> Iterator[Path | InputError]:
    for place, names, members in os.walk(folder):
        names.sort()
        for name in names:
            if Path(place, name).is_symlink():
                yield _name_error(Path(place, name)) or InputError(
                    "is a link to a folder, not followed; give the folder itself", Path(place, name)
                )
        for member in sorted(members):
            file = Path(place, member)
            if file.suffix.lower() in SUFFIXES:
                yield _name_error(file) or _kind_error(file) or file


def _kind_error(file: Path) -> InputError | None:
    if file.is_symlink():
        return InputError("is a link, not followed; give the file itself", file)
    if not file.is_file():
        return InputError("is a pipe, socket or device, not a file", file)
    return None


def _name_error(file: Path) -> InputError | None:
    name = str(file)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        shown = name.encode("utf-8", "backslashreplace").decode("ascii", "backslashreplace")
        return InputError("the file's name is not UTF-8; rename it", shown)
    if not name.isprintable():
        return InputError("the file's name holds signs that are not shown; rename it", file)
    return None


def _documents(stream: BinaryIO, file: Path, withhold: Withhold) -> Iterator[Document | InputError]:
    head = stream.peek(HEAD)[:HEAD] if hasattr(stream, "peek") else b""
    form = judge(head, file)
    if form == "jsonl":
        yield from _lines(stream, file, withhold)
        return
    data = stream.read(MAXIMUM_BYTES + 1)
    if len(data) > MAXIMUM_BYTES:
        raise InputError(f"over {MAXIMUM_BYTES:,} bytes, too long for one article; split it", file)
    whole = decode(data, head, form, file)
    sha256 = hashlib.sha256(data).hexdigest()
    if form == "html":
        text, given = pages.main_text(whole, file)
        keys, first_line, hashed = FrontMatter(), 1, whole
    else:
        front, text, first_line = _split(whole, file) if form == "markdown" else (None, whole, 1)
        keys, hashed = _front_matter(front, file, withhold), text
        given = tuple(keys.given("front-matter"))
    yield _document(file, keys, text, hashed, sha256, form, first_line, given, withhold)


def _lines(stream: BinaryIO, file: Path, withhold: Withhold) -> Iterator[Document | InputError]:
    """Yield the documents of a file of JSONL; given up where nearly every line is refused."""
    read_lines = refused = 0
    for number, data in json_lines.lines(stream, MAXIMUM_BYTES):
        try:
            if data is None:
                raise InputError(f"over {MAXIMUM_BYTES:,} bytes, too long for one article", file, number)
            yield _line(data, file, number, withhold)
            read_lines += 1
        except InputError as error:
            yield error
            refused += 1
            if refused >= MAXIMUM_REFUSED and refused > read_lines:
                yield InputError(f"{refused:,} lines were refused; the rest is not read", file, number)
                return
    if not read_lines and not refused:
        yield InputError("holds no text", file)


def _line(data: bytes, file: Path, number: int, withhold: Withhold) -> Document:
    line = json_lines.article(decode(data, data, "jsonl", file, number), file, number)
    given = tuple(line.given("json-key"))
    if line.text is None:
        text, found = pages.main_text(line.html or "", file, number)
        told = {item.kind for item in given}
        given += tuple(item for item in found if item.kind not in told)
        hashed = line.html or ""
    else:
        text = hashed = line.text
    keys = FrontMatter(id=_public_id(line.id, text), title=line.title, language=line.language)
    sha256 = hashlib.sha256(data).hexdigest()
    return _document(file, keys, text, hashed, sha256, "jsonl", number, given, withhold)


def _document(
    file: Path,
    keys: FrontMatter,
    text: str,
    hashed: str,
    sha256: str,
    form: str,
    first_line: int,
    given: tuple[FoundMetadata, ...],
    withhold: Withhold,
) -> Document:
    if not text.strip():
        raise InputError("holds no text", file, first_line if form == "jsonl" else None)
    if len(text) > MAXIMUM_CHARACTERS:
        message = f"its text is over {MAXIMUM_CHARACTERS:,} characters, too long for one article; split it"
        raise InputError(message, file, first_line if form == "jsonl" else None)
    given = tuple(replace(item, value=withhold(item.value)) for item in given)
    return Document(
        file=file.with_name(withhold(file.name)),
        article_id=keys.id or _id_of(withhold(file.stem), hashed),
        title=next((item.value for item in given if item.kind == "title"), None),
        language=keys.language,
        text=withhold(text),
        first_line=first_line,
        sha256=sha256,
        original=keys.original.record() if keys.original else None,
        format=form,
        given=given,
    )


def _public_id(given: str | int | None, text: str) -> str | None:
    """Return the id that a line gives, as it is where it is a slug, else with eight digits of the text's hash."""
    if given is None:
        return None
    name = str(given)
    return name if is_slug(name) and len(name) <= LONGEST_NAME else _id_of(name, text)


def _id_of(name: str, text: str) -> str:
    digits = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    return f"{slug(name)[:LONGEST_NAME].strip('-') or 'document'}-{digits}"


def _front_matter(front: str | None, file: Path, withhold: Withhold) -> FrontMatter:
    metadata, lines = yaml_source.parse(front or "{}", file, first_line=2, withhold=withhold)
    if not isinstance(metadata, dict):
        raise InputError("the front matter must be `key: value` lines", file, 2)
    return parse_shape(FrontMatter, metadata, file, lines)


def _split(whole: str, file: Path) -> tuple[str | None, str, int]:
    """Return the front matter (None without one), the text, and the line on which the text starts."""
    lines = whole.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, whole, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise InputError("the front matter has no closing `---` line", file, 1)
