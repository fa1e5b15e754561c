"""`python -m loaders.extract`: a text on the standard input, one JSON object a line on the standard output.

With `--jsonl` it stays running: of each line `{"id", "text", "date", "mentions"}` it makes one line, a JSON array of
objects, or `{"error": ...}` where the line cannot be read. `mentions` are spans to resolve as places, `[start, end]`
or `{"start", "end"}`. Offsets are code points of the text.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import click

from loaders import authorities, paths, withhold
from loaders.authorities import Authorities
from loaders.errors import InputError, RelokantyError
from loaders.extract.door import Offsets, objects


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--date", "published", help="Day of publication, as YYYY-MM-DD.")
@click.option(
    "--jsonl", is_flag=True, help="Stay running: one JSON text a line in, one JSON array a line out."
)
def main(published: str | None, jsonl: bool) -> None:
    """Find persons, organisations, places, dates, figures, events and statements in a text."""
    folder = paths.SEEDS / paths.AUTHORITIES
    known = authorities.load(folder, withhold.load(folder / withhold.FILE).text)
    if jsonl:
        for line in sys.stdin.buffer:
            click.echo(json.dumps(_answer(line, known), ensure_ascii=False, allow_nan=False))
        return
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
        found = objects(text, _day(published), known)
    except (RelokantyError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    for item in found:
        click.echo(json.dumps(item, ensure_ascii=False, allow_nan=False))


def _answer(line: bytes, known: Authorities) -> list[dict[str, Any]] | dict[str, str]:
    """Return what is found in the text of one line, or what is wrong with the line."""
    asked: Any = None
    try:
        asked = json.loads(line.decode("utf-8"))
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            raise InputError('a line is {"text": "...", ...}')
        return objects(asked["text"], _day(asked.get("date")), known, _mentions(asked.get("mentions")))
    except (RelokantyError, ValueError, RecursionError) as error:
        told = {"error": str(error) or type(error).__name__}
        return {**told, "id": str(asked["id"])} if isinstance(asked, dict) and "id" in asked else told


def _day(given: Any) -> str | None:
    """Return an ISO 8601 day, of a day or of a moment; ValueError where it is neither."""
    if given is None or given == "":
        return None
    if not isinstance(given, str):
        raise InputError("a date is YYYY-MM-DD")
    return date.fromisoformat(given[:10]).isoformat()


def _mentions(given: Any) -> list[Offsets] | None:
    if given is None:
        return None
    if not isinstance(given, list):
        raise InputError("mentions are a list of spans")
    return [_offsets(item) for item in given]


def _offsets(item: Any) -> Offsets:
    pair = [item.get("start"), item.get("end")] if isinstance(item, dict) else item
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(offset) is int for offset in pair):
        raise InputError("a mention is [start, end] or {start, end}")
    return pair[0], pair[1]


if __name__ == "__main__":
    main()
