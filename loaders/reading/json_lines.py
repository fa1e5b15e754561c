"""JSONL: one article a line, read one line at a time, so that a file of any length takes the memory of one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from pydantic import ConfigDict, field_validator

from loaders.errors import InputError
from loaders.reading.keys import Keys
from loaders.shapes import parse_shape
from loaders.yaml_source import Lines

_CHUNK: Final = 1 << 16


class ArticleLine(Keys):
    """The keys of one line; others are passed over. One has `text` or `html`; a blank text is a missing one."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str | int | None = None
    text: str | None = None
    html: str | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_missing(cls, value: Any) -> Any:
        return None if isinstance(value, str) and not value.strip() else value


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number and bytes of each line that is not blank; None for the bytes of one over the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                continue
            yield number, None
        elif line.strip():
            yield number, line.rstrip(b"\r\n")


def article(text: str, file: Path, number: int) -> ArticleLine:
    """Return the article that one line holds; InputError names the line and the key that does not fit."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except RecursionError as error:
        raise InputError("is nested too deeply", file, number) from error
    except json.JSONDecodeError as error:
        message = f"is not JSON at column {error.colno} ({error.msg}); each line holds one object"
        raise InputError(message, file, number) from error
    except ValueError as error:
        raise InputError(f"is not JSON that can be read: {error}", file, number) from error
    if not isinstance(value, dict):
        raise InputError("is not a JSON object; each line holds one", file, number)
    place = Lines()
    place.record((), number)
    line = parse_shape(ArticleLine, value, file, place)
    if line.text is None and line.html is None:
        keys = ", ".join(sorted(value)[:10]) or "none"
        raise InputError(f"has neither `text` nor `html` (its keys: {keys})", file, number)
    _require_characters(line, file, number)
    return line


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key '{twice}' stands twice; keep one")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number of JSON")


def _require_characters(line: ArticleLine, file: Path, number: int) -> None:
    """Refuse half characters and NUL, which JSON can write as escapes and no text can hold."""
    for key, value in line:
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and ("\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text)):
                raise InputError(f"{key}: holds NUL or half a character, so it is not text", file, number)
