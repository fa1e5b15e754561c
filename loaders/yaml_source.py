"""Read YAML that people write: strings stay strings, keys are unique, size and depth are bounded, lines are known.

Plain YAML turns `no` into False and `12:30` into 750, keeps the last of two equal keys without a word, and lets a
kilobyte of aliases fill the memory. Here every scalar is the text that stands in the file; the schema gives types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from loaders.errors import InputError

MAXIMUM_BYTES = 4_000_000
MAXIMUM_DEPTH = 20

Source = dict[str, Any]


class Lines:
    """The line of the file on which each mapping, sequence item or key of a parsed YAML text starts."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str | int, ...], int] = {}

    def record(self, path: tuple[str | int, ...], line: int) -> None:
        """Remember that the value at this path starts on that line."""
        self._lines[path] = line

    def under(self, path: tuple[str | int, ...]) -> Lines:
        """Return the lines of the values below a path, as paths from there."""
        below = Lines()
        for full, line in self._lines.items():
            if full[: len(path)] == path:
                below.record(full[len(path) :], line)
        return below

    def of(self, path: tuple[str | int, ...]) -> int | None:
        """Return the line of the value at this path, or of the nearest value that encloses it."""
        for length in range(len(path), -1, -1):
            line = self._lines.get(path[:length])
            if line is not None:
                return line
        return None


def parse(
    text: str, file: Path, first_line: int = 1, withhold: Callable[[str], str] = str
) -> tuple[Any, Lines]:
    """Parse one YAML document whose first line is line `first_line` of `file`.

    Returns mappings, lists and strings (an empty scalar or `null` is None), and the line of each. Every key and
    string is what `withhold` makes of it; by default it stays as it is.
    Raises InputError on anything but plain, acyclic, bounded YAML with unique keys.
    """
    if len(text.encode("utf-8")) > MAXIMUM_BYTES:
        raise InputError(f"over {MAXIMUM_BYTES:,} bytes; split it", file)
    lines = Lines()
    try:
        _refuse_unbounded(text, file, first_line)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        value = None if node is None else _value(node, (), lines, file, first_line, withhold)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else first_line + mark.line
        raise InputError(f"not valid YAML: {error.problem or error.context}", file, line) from error
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise InputError("holds a control character, so it is not text", file, line) from error
    except yaml.YAMLError as error:
        raise InputError(f"not valid YAML: {' '.join(str(error).split())}", file) from error
    return value, lines


def read(file: Path, withhold: Callable[[str], str] = str) -> tuple[Any, Lines]:
    """Read and parse a YAML file in UTF-8; `withhold` and errors as `parse`."""
    try:
        data = file.read_bytes()
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"byte {error.start} is not UTF-8; save the file as UTF-8", file, line) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file) from error
    return parse(text, file, withhold=withhold)


def _refuse_unbounded(text: str, file: Path, first_line: int) -> None:
    """Walk the events before anything is composed: depth and aliases cost memory or the stack only then."""
    depth = 0
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.SafeLoader)
    for event in events:
        line = first_line + event.start_mark.line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InputError("anchors and aliases are not allowed; write the value out", file, line)
        if getattr(event, "tag", None) not in {None, "!"}:
            raise InputError(f"tags such as {event.tag} are not allowed; write the value alone", file, line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAXIMUM_DEPTH:
                raise InputError(f"nested deeper than {MAXIMUM_DEPTH} levels", file, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(
    node: yaml.Node,
    path: tuple[str | int, ...],
    lines: Lines,
    file: Path,
    first_line: int,
    withhold: Callable[[str], str],
) -> Any:
    line = first_line + node.start_mark.line
    lines.record(path, line)
    if isinstance(node, yaml.ScalarNode):
        is_null = node.style is None and node.value in {"", "~", "null"}
        return None if is_null else withhold(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(child, (*path, i), lines, file, first_line, withhold) for i, child in enumerate(node.value)
        ]
    result: Source = {}
    for key_node, child in node.value:
        key_line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise InputError("a key must be a word", file, key_line)
        key = withhold(key_node.value)
        if key in result:
            raise InputError(f"the key '{key}' stands twice; keep one", file, key_line)
        result[key] = _value(child, (*path, key), lines, file, first_line, withhold)
        lines.record((*path, key), key_line)
    return result
