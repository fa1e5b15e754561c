"""read: bytes to Document. Text, metadata and hash; nothing is interpreted."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from loaders import yaml_source
from loaders.errors import InputError
from loaders.front_matter import FrontMatter
from loaders.identifiers import slug
from loaders.records import Document
from loaders.shapes import parse_shape

SUFFIXES = (".md", ".txt")
MAXIMUM_BYTES = 20_000_000
_FENCE = "---"


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents under the paths, folders in order of name; links are not followed.

    Raises InputError for a path that does not exist or a file of an unknown kind that was named itself.
    """
    for path in paths:
        if path.is_dir():
            for folder, names, members in os.walk(path):
                names.sort()
                for member in sorted(members):
                    file = Path(folder, member)
                    if file.suffix.lower() in SUFFIXES and file.is_file() and not file.is_symlink():
                        _require_readable_name(file)
                        yield file
        elif not path.exists():
            _require_readable_name(path)
            raise InputError("no such file or folder", path)
        elif path.suffix.lower() not in SUFFIXES or not path.is_file():
            raise InputError(f"not a kind of document that can be read; give {' or '.join(SUFFIXES)}", path)
        else:
            _require_readable_name(path)
            yield path


def read(file: Path, withhold: Callable[[str], str] = str) -> Document:
    """Read one document: plain text, or Markdown with YAML front matter between `---` lines.

    The id is the front matter's, else the file's stem as a slug and eight digits of the text's hash. Text, front
    matter and the file's name are what `withhold` makes of them; by default they stay as they are. Hashes are of
    the file as it is.
    Raises InputError where the bytes are not UTF-8 text, are empty, hold NUL, or the front matter is wrong.
    """
    data = _bytes(file)
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"byte {error.start} is not UTF-8; save the file as UTF-8", file, line) from error
    if "\0" in whole:
        line = whole.count("\n", 0, whole.index("\0")) + 1
        raise InputError("holds a NUL character, so it is not text", file, line)
    front, text, first_line = _split(whole, file)
    if not text.strip():
        raise InputError("holds no text", file)
    digits = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    fallback = f"{slug(withhold(file.stem)) or 'document'}-{digits}"
    metadata, lines = yaml_source.parse(front or "{}", file, first_line=2, withhold=withhold)
    if not isinstance(metadata, dict):
        raise InputError("the front matter must be `key: value` lines", file, 2)
    front_matter = parse_shape(FrontMatter, metadata, file, lines)
    return Document(
        file=file.with_name(withhold(file.name)),
        article_id=front_matter.id or fallback,
        title=front_matter.title,
        language=front_matter.language,
        text=withhold(text),
        first_line=first_line,
        sha256=hashlib.sha256(data).hexdigest(),
        original=front_matter.original.record() if front_matter.original else None,
    )


def _require_readable_name(file: Path) -> None:
    try:
        str(file).encode("utf-8")
    except UnicodeEncodeError as error:
        name = str(file).encode("utf-8", "backslashreplace").decode("ascii", "backslashreplace")
        raise InputError("the file's name is not UTF-8; rename it", name) from error


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAXIMUM_BYTES:
            raise InputError(f"over {MAXIMUM_BYTES:,} bytes, too long for one article; split it", file)
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file) from error


def _split(whole: str, file: Path) -> tuple[str | None, str, int]:
    """Return the front matter (None without one), the text, and the line on which the text starts."""
    lines = whole.split("\n")
    if file.suffix.lower() != ".md" or lines[0].rstrip() != _FENCE:
        return None, whole, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise InputError("the front matter has no closing `---` line", file, 1)
