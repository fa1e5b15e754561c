"""Promises of `python -m loaders.extract`: what programs of others get, through a pipe, one text after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, Any

import pytest

TEXT = (
    "  Orlov Held\n\n“Kazakh” police arrested Ivan Orlov in Oral on March 3.\r\n"
    "Nearly 1,200 men fled, Ewa Lis said. He hid in Omsk. 🙂 They live in Sopot."
)
FIGURE = {"value", "low", "high", "unit", "per", "comparator", "counted", "claimant"}
KEYS: dict[str, set[str]] = {
    "person": {"name_status"},
    "organisation": set(),
    "place": {"latitude", "longitude", "geonames_id", "country"},
    "date": {"edtf", "earliest", "latest", "timex3_type", "timex3_value"},
    "figure": {*FIGURE, "figure_kind", "accumulation"},
    "event": {"type", "date", "place", "participants", "status"},
    "statement": {"speaker", "form"},
}


@pytest.fixture(scope="module")
def running() -> Iterator[subprocess.Popen[bytes]]:
    """The program, staying running."""
    command = [sys.executable, "-m", "loaders.extract", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0


def ask(process: subprocess.Popen[bytes], line: bytes) -> Any:
    """The answer to one line; it must come before the next line is sent."""
    source: IO[bytes] | None = process.stdin
    answers: IO[bytes] | None = process.stdout
    assert source is not None
    assert answers is not None
    source.write(line + b"\n")
    source.flush()
    return json.loads(answers.readline())


def asked(process: subprocess.Popen[bytes], **keys: Any) -> Any:
    """The answer to one text."""
    return ask(process, json.dumps(keys).encode())


def test_every_kind_has_its_keys_and_stands_in_the_text(running: subprocess.Popen[bytes]) -> None:
    """Objects of every kind come out, in order, each with its keys and with offsets of the text as it was given."""
    found = asked(running, id="orlov", text=TEXT, date="2023-05-12")
    assert {item["kind"] for item in found} == set(KEYS) - {"organisation"}
    assert [item["start"] for item in found] == sorted(item["start"] for item in found)
    for item in found:
        assert KEYS[item["kind"]] <= set(item)
        assert TEXT[item["start"] : item["end"]] == item["text"]
    by_text = {(item["kind"], item["text"]): item for item in found}
    assert by_text["date", "March 3"]["edtf"] == "2023-03-03"
    assert by_text["place", "Oral"]["country"] == "KZ"
    (figure,) = (item for item in found if item["kind"] == "figure")
    assert (figure["value"], figure["comparator"], figure["claimant"]) == (1200, "nearly", "Ewa Lis")
    (arrest,) = (item for item in found if item["kind"] == "event" and item["type"] == "arrest")
    assert (arrest["date"], arrest["place"], arrest["status"]) == ("2023-03-03", "Oral", "happened")


def test_mentions_that_are_given_are_resolved(running: subprocess.Popen[bytes]) -> None:
    """Given spans, and no others, come back as places, in whatever of the two forms they are given."""
    text = "Paris, Texas is far from London and Rome."
    mentions = [[0, 5], {"start": 25, "end": 31}]
    places = [item for item in asked(running, text=text, mentions=mentions) if item["kind"] == "place"]
    assert [(place["text"], place["country"]) for place in places] == [("Paris", "US"), ("London", "GB")]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"no JSON",
        b"[]",
        b"{}",
        b'{"text": 7}',
        b'{"text": "a", "date": "soon"}',
        b'{"text": "a", "date": 7}',
        b'{"text": "Oral", "mentions": [[0, 9]]}',
        b'{"text": "Oral", "mentions": [["0", 4]]}',
        b'{"text": "Oral", "mentions": 7}',
        b'{"text": "\\ud800"}',
        b"\xff",
        b"[" * 100_000,
    ],
    ids=lambda line: repr(line[:30]),
)
def test_a_malformed_line_is_answered_and_passed(running: subprocess.Popen[bytes], line: bytes) -> None:
    """A line that cannot be read is answered by what is wrong with it, and the next is read."""
    answer = ask(running, line)
    assert set(answer) == {"error"}
    assert answer["error"]
    assert asked(running, text=" \n") == []


def test_an_error_names_the_line_that_it_answers(running: subprocess.Popen[bytes]) -> None:
    """The id of a line that is refused comes back with the error."""
    assert asked(running, id="seven", text=7)["id"] == "seven"


def run(text: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    """The program on one text."""
    command = [sys.executable, "-m", "loaders.extract", *options]
    return subprocess.run(command, input=text, capture_output=True, check=False)


def test_one_text_gives_one_object_a_line() -> None:
    """A text on the standard input, with its date as an option, gives the same objects, one a line."""
    done = run(TEXT.encode(), "--date", "2023-05-12")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert {item["kind"] for item in found} == set(KEYS) - {"organisation"}
    assert {item["edtf"] for item in found if item["kind"] == "date"} == {"2023-03-03"}


@pytest.mark.parametrize(("text", "options"), [(b"\xff", ()), (b"a", ("--date", "soon"))])
def test_one_wrong_text_is_an_error(text: bytes, options: tuple[str, ...]) -> None:
    """What cannot be read is told on the standard error, and the status says so."""
    done = run(text, *options)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"Error: " in done.stderr
