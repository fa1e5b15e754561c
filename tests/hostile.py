"""Hostile files, each made by code, with what must become of it; `python -m tests.hostile` writes docs/hostile.md.

The real command loads them in a child process with bounded time and memory.
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from loaders.paths import PROJECT

PAGE: Final = PROJECT / "docs" / "hostile.md"
MEMORY: Final = 1_500 << 20  # bytes of address space of a child
SECONDS: Final = 120  # of processor time of a child
LOADED: Final = "loaded"
NEWS: Final = "A storm blew over the port on Monday, and nobody was hurt, officials said."
_MIB: Final = 1 << 20
_COMMAND: Final = str(Path(sys.executable).with_name("relokanty"))
_HTML: Final = (
    "<!DOCTYPE html><html><head><title>Storm</title></head><body><article>{}</article></body></html>"
)
_PARAGRAPHS: Final = (
    f"<p>{NEWS}</p><p>The harbour stayed closed for three days, the harbour master told us.</p>"
)
_LINE: Final = f'{{"id": "good-line", "text": "{NEWS}"}}\n'


@dataclass(frozen=True)
class Hostile:
    """A file that means harm: its name, how it is made, and the words that the report of it must hold.

    `told` is LOADED where it is harmless once read; with `also_loaded`, other documents of the same file are loaded.
    """

    name: str
    told: str
    make: Callable[[Path], object]
    place: str = ""
    also_loaded: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a child process did: its status, what it wrote, seconds of processor time, and MiB at most."""

    status: int
    out: str
    err: str
    seconds: float
    mebibytes: float


@dataclass(frozen=True)
class Holding:
    """Makes a file that holds these bytes, then a text so many times over, then an end."""

    start: bytes | str
    then: str = ""
    times: int = 0
    end: str = ""

    def __call__(self, file: Path) -> None:
        """Make the file."""
        start = self.start if isinstance(self.start, bytes) else self.start.encode("utf-8", "surrogatepass")
        file.write_bytes(start + self.then.encode() * self.times + self.end.encode())


@dataclass(frozen=True)
class Named:
    """Makes a file of news with these bytes as its name."""

    name: bytes

    def __call__(self, file: Path) -> None:
        """Make the file."""
        with open(bytes(file.parent) + b"/" + self.name, "wb") as opened:
            opened.write(NEWS.encode())


@dataclass(frozen=True)
class Link:
    """Makes a link."""

    target: str

    def __call__(self, file: Path) -> None:
        """Make the link."""
        file.symlink_to(self.target)


def front(matter: str) -> Callable[[Path], object]:
    """Return what makes a document with this front matter."""
    return Holding(f"---\n{matter}\n---\n{NEWS}\n")


def page(
    body: str, head: str = "", then: str = "", times: int = 0, end: str = ""
) -> Callable[[Path], object]:
    """Return what makes a web page with this in its article, then a piece so many times over, then an end."""
    before, after = _HTML.replace("<head>", f"<head>{head}").split("{}")
    return Holding(before + body, then, times, end + after)


def zipped(file: Path) -> None:
    """Make a zip archive of a few kilobytes that unpacks to 200 MiB."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(200):
            member.write(b"\0" * _MIB)


def gzipped(file: Path) -> None:
    """Make a gzip file of a few kilobytes that unpacks to 200 MiB."""
    with gzip.open(file, "wb") as member:
        for _ in range(200):
            member.write(b"\0" * _MIB)


def listening(file: Path) -> None:
    """Make a socket."""
    place = os.getcwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(file.name)
    finally:
        os.chdir(place)


_BOMB: Final = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
_ENTITIES: Final = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

FILES: Final = (
    # --- bytes that are no text
    Hostile("empty.txt", "holds no text", Holding(b"")),
    Hostile("blank.txt", "holds no text", Holding(" \n\t\u00a0\u2003\r\n")),
    Hostile("mark-alone.txt", "holds no text", Holding(b"\xef\xbb\xbf")),
    Hostile("latin-1.txt", "byte 12 is not UTF-8", Holding(b"A storm.\nCaf\xe9s closed.\n"), ":2: "),
    Hostile("cut-character.txt", "is not UTF-8", Holding(NEWS.encode() + b"\n\xe2\x80"), ":2: "),
    Hostile("overlong.txt", "byte 0 is not UTF-8", Holding(b"\xc0\xaf" + NEWS.encode()), ":1: "),
    Hostile("half-character.txt", "byte 0 is not UTF-8", Holding("\ud800" + NEWS), ":1: "),
    Hostile("nul.txt", "holds a NUL character", Holding(f"{NEWS}\nhid\0den"), ":2: "),
    Hostile("utf-16-unmarked.txt", "holds a NUL character", Holding(NEWS.encode("utf-16-le")), ":1: "),
    Hostile("utf-16.txt", LOADED, Holding(NEWS.encode("utf-16"))),
    Hostile("pdf.txt", "is a PDF", Holding(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"0" * 1000)),
    Hostile("zip-bomb.txt", "is a zip archive", zipped),
    Hostile("zip-bomb.html", "is a zip archive", zipped),
    Hostile("gzip-bomb.jsonl", "compressed by gzip", gzipped),
    Hostile("picture.md", "is a picture", Holding(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))),
    Hostile("database.txt", "is an SQLite database", Holding(b"SQLite format 3\x00" + b"\0" * 500)),
    Hostile("rich.txt", "is rich text", Holding(b"{\\rtf1\\ansi " + NEWS.encode() + b"}")),
    Hostile("noise.txt", "is not UTF-8", Holding(bytes((n * n + 7 * n + 131) % 256 for n in range(5000)))),
    # --- text without bounds
    Hostile("line-of-50-mb.txt", "over 10,000,000 bytes", Holding("", "a storm ", 50 * _MIB // 8)),
    Hostile("word-of-9-mb.txt", "its text is over 2,000,000 characters", Holding("", "a", 9_000_000)),
    Hostile(
        "paragraph-of-1-mb.txt",
        "a paragraph of over 100,000",
        Holding(f"{NEWS}\n", "a storm ", 125_000),
        ":2: ",
    ),
    Hostile("many-paragraphs.txt", "over 20,000 paragraphs", Holding("", "A storm.\n", 30_000)),
    Hostile(
        "brackets.txt",
        LOADED,
        Holding("\n".join(["(" * 399, "[" * 399, "By " + "A-" * 190, "Photo " * 66] * 20)),
    ),
    Hostile("stops.txt", LOADED, Holding("a.The" * 19_000)),
    Hostile("misread.txt", LOADED, Holding("â€" * 45_000)),
    # --- text that looks like other text
    Hostile("override.txt", LOADED, Holding(f"Ewa \u202esiL\u202c said. {NEWS}")),
    Hostile("look-alikes.txt", LOADED, Holding(f"P\u043e\u0440t N\u0435ws. {NEWS}")),
    Hostile("unseen.txt", LOADED, Holding(f"\u200b\n{NEWS}\n\u2060\ufeff")),
    Hostile("controls.txt", LOADED, Holding(f"\x01\x1b[31mred\x1b[0m\x07 {NEWS}")),
    Hostile("sql.txt", LOADED, Holding(f"'); DROP TABLE articles; --\n{NEWS}")),
    # --- front matter
    Hostile("alias-bomb.md", "anchors and aliases are not allowed", front(_BOMB), ":2: "),
    Hostile("nested-3000.md", "nested deeper than", front("a: " + "[" * 3_000 + "]" * 3_000), ":2: "),
    Hostile(
        "nested-200000.md",
        "nested deeper than",
        Holding("---\na: ", "{a: ", 200_000, f"\n---\n{NEWS}\n"),
        ":2: ",
    ),
    Hostile("keys-twice.md", "the key 'id' stands twice", front("id: one\nid: two"), ":3: "),
    Hostile("implicit.md", LOADED, front("id: 012\ntitle: 1.10\nlanguage: no")),
    Hostile("tag.md", "tags such as", front("id: !!python/object/apply:os.system [ls]"), ":2: "),
    Hostile("no-fence.md", "no closing `---`", Holding(f"---\nid: a\n{NEWS}"), ":1: "),
    Hostile(
        "long-front.md", "over 4,000,000 bytes", Holding("---\ntitle: ", "a", 5_000_000, f"\n---\n{NEWS}\n")
    ),
    Hostile("climbing-id.md", "is not an id", front("id: ../../etc/passwd"), ":2: "),
    Hostile("codec.md", "is not known", front("encoding: unicode_escape"), ":1: "),
    Hostile("escape-key.md", "this key is not known here", front('"\\e[31mred\\u202e": a'), ":2: "),
    # --- lines of JSON
    Hostile("nested.jsonl", "nested too deeply", Holding("[" * 200_000), ":1: "),
    Hostile("nested-objects.jsonl", "nested too deeply", Holding('{"a":' * 200_000), ":1: "),
    Hostile("keys-twice.jsonl", "the key 'text' stands twice", Holding('{"text": "a", "text": "b"}'), ":1: "),
    Hostile("surrogate.jsonl", "text: ", Holding('{"text": "half \\ud800"}'), ":1: "),
    Hostile("nul.jsonl", "holds NUL", Holding('{"text": "hid\\u0000den"}'), ":1: "),
    Hostile("nan.jsonl", "NaN is no number", Holding('{"id": NaN, "text": "a"}'), ":1: "),
    Hostile(
        "long-number.jsonl", "is not JSON that can be read", Holding('{"id": ' + "9" * 9_999 + "}"), ":1: "
    ),
    Hostile("cut.jsonl", "is not JSON", Holding(_LINE + '{"text": "A st'), ":2: ", also_loaded=True),
    Hostile(
        "line-of-50-mb.jsonl",
        "over 10,000,000 bytes",
        Holding('{"text": "', "a storm ", 50 * _MIB // 8, '"}\n' + _LINE.replace("good", "next")),
        ":1: ",
        also_loaded=True,
    ),
    Hostile("all-bad.jsonl", "the rest is not read", Holding("x\n" * 50_000), ":1000: "),
    Hostile("page-in-line.jsonl", "has over", Holding('{"html": "', "<b>", 200_000, '"}'), ":1: "),
    # --- web pages
    Hostile(
        "scripts.html",
        LOADED,
        page(
            f"<script>alert(1)</script><img src=x onerror=alert(2)>{_PARAGRAPHS}<p onclick='x'>The "
            "<scr<p onclick=x>ipt> "
            "<a href='javascript:alert(3)'>link</a> stays closed until the harbour opens again, they said.</p>"
        ),
    ),
    Hostile("nested.html", "no article was found", page("", "", "<div>", 19_000, _PARAGRAPHS)),
    Hostile(
        "nested-tables.html", "no article was found", page("", "", "<table><tr><td>", 9_000, _PARAGRAPHS)
    ),
    Hostile("tags.html", "has over", page("", "", "<b>a</b>", 200_000, _PARAGRAPHS)),
    Hostile("attributes.html", "attributes", page("<p ", "", "attribute=x ", 100_000, ">a</p>")),
    Hostile("page-of-12-mb.html", "over 10,000,000 bytes", page("", "", f"<p>{NEWS}</p>", 150_000)),
    Hostile(
        "page-of-9-mb.html", "its text is over", page("<p>", "", "a storm ", 1_150_000, "</p>" + _PARAGRAPHS)
    ),
    Hostile(
        "entities.html",
        "XML of another kind",
        Holding(f'<?xml version="1.0"?><!DOCTYPE l [{_ENTITIES}]><l>&l9;</l>'),
    ),
    Hostile(
        "entities-in-page.html",
        "declares entities",
        Holding(f"<!DOCTYPE html [{_ENTITIES}]><html>&l9;</html>"),
    ),
    Hostile(
        "undeclared.html",
        "is not UTF-8",
        Holding(_HTML.format(_PARAGRAPHS + "<p>Caf\xe9</p>").encode("latin-1")),
    ),
    Hostile(
        "false-charset.html",
        "is not UTF-8",
        Holding(_HTML.format("<meta charset=utf-8>\xe9").encode("latin-1")),
    ),
    Hostile(
        "utf-7.html", "'utf-7', which is not known", page("+ADw-script+AD4-", "<meta charset=utf-7>"), ":1: "
    ),
    Hostile("comment.html", LOADED, page(f"{_PARAGRAPHS}<!-- never closed " + "-" * 100_000)),
    Hostile(
        "nothing.html", "no article was found", Holding("<html><body><script>x()</script></body></html>")
    ),
    Hostile("feed.html", "XML of another kind", Holding("<?xml version='1.0'?><rss><channel/></rss>")),
    # --- what lies in folders
    Hostile("loop", "is a link to a folder", Link(".")),
    Hostile("out", "is a link to a folder", Link("/")),
    Hostile("link.md", "is a link, not followed", Link("/etc/passwd")),
    Hostile("dangling.txt", "is a link, not followed", Link("nowhere.txt")),
    Hostile("pipe.md", "is a pipe, socket or device", os.mkfifo),
    Hostile("socket.txt", "is a pipe, socket or device", listening),
    Hostile("device.txt", "is a link, not followed", Link("/dev/zero")),
    Hostile("caf\\udce9.txt", "the file's name is not UTF-8", Named(b"caf\xe9.txt")),
    Hostile("two\\nlines.txt", "signs that are not shown", Named(b"two\nlines.txt")),
    Hostile("\\u202etxt.exe.md", "signs that are not shown", Named("\u202etxt.exe.md".encode())),
    Hostile("caf\u00e9.txt", LOADED, Holding(f"{NEWS} Composed.")),
    Hostile("cafe\u0301.txt", LOADED, Holding(f"{NEWS} Decomposed.")),
    Hostile(f"{'n' * 251}.txt", LOADED, Holding(f"{NEWS} It has a long name.")),
    Hostile("--db.txt", LOADED, Holding(f"{NEWS} It looks like an option.")),
    Hostile("'; DROP TABLE articles.txt", LOADED, Holding(f"{NEWS} It looks like SQL.")),
)


def run(paths: Iterable[Path], database: Path) -> Outcome:
    """Load the paths with the real command, in a child process with bounded memory and time."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [_COMMAND, "load", *map(str, paths), "--db", str(database)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=PROJECT,
            preexec_fn=_bound,  # noqa: PLW1509
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        written = [_written(stream) for stream in (out, err)]
    return Outcome(
        process.returncode, written[0], written[1], used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    )


def fault(hostile: Hostile, outcome: Outcome, held: set[str]) -> str | None:
    """Return what is wrong with what became of a file, None where it is as it must be.

    `held` names the files of which the database holds text.
    """
    lines = [line for line in outcome.err.splitlines() if f"/{hostile.name}:" in line]
    is_held = hostile.name in held
    if "Traceback" in outcome.err or outcome.status not in {0, 2}:
        return f"status {outcome.status}: {outcome.err[-500:]}"
    if hostile.told == LOADED:
        return None if is_held and not lines else f"not loaded: {lines}"
    if is_held is not hostile.also_loaded:
        return "its good lines were not loaded" if hostile.also_loaded else "loaded"
    if not any(f"{hostile.name}{hostile.place or ':'}" in line and hostile.told in line for line in lines):
        return f"not told at {hostile.place}: {lines}"
    return None


def held_files(database: Path) -> set[str]:
    """Return the names of the files whose text a database holds."""
    with closing(sqlite3.connect(database)) as connection:
        return {
            name
            for (name,) in connection.execute(
                "SELECT source_file FROM articles WHERE source_file IS NOT NULL"
            )
        }


def told_of(hostile: Hostile) -> str:
    """Return what becomes of a file, as the table tells it."""
    told = LOADED if hostile.told == LOADED else f"refused: {hostile.told.strip(': ')}"
    return f"{told}; its good lines loaded" if hostile.also_loaded else told


def main() -> None:
    """Load every hostile file alone and write the table of what became of it."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = folder / "base.db"
        plain = folder / "plain.txt"
        plain.write_text(NEWS, encoding="utf-8")
        run([plain], base)
        rows.append(_row("(a plain text)", LOADED, run([plain], base)))
        for number, hostile in enumerate(FILES):
            place = folder / str(number)
            place.mkdir()
            hostile.make(place / hostile.name)
            database = shutil.copyfile(base, folder / f"{number}.db")
            outcome = run([place], database)
            wrong = fault(hostile, outcome, held_files(database))
            rows.append(_row(hostile.name, wrong or told_of(hostile), outcome))
    PAGE.write_text(_page(rows), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} written\n")


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _written(stream: io.BufferedRandom | tempfile._TemporaryFileWrapper[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8")


def _row(name: str, told: str, outcome: Outcome) -> str:
    shown = name if len(name) < 60 else f"{name[:20]}... ({len(name)} characters)"
    return f"| {ascii(shown)[1:-1]} | {told} | {outcome.seconds:.1f} | {outcome.mebibytes:.0f} |"


def _page(rows: Sequence[str]) -> str:
    return "\n".join(
        (
            "# Hostile files",
            "",
            "Written by `python -m tests.hostile`: each file is made, and loaded alone by the real command in a child",
            f"process of at most {MEMORY >> 20:,} MiB. Seconds of processor time and MiB at most are of the whole",
            "process, its start included; the first row shows what that takes. `tests/test_hostile.py` tests it.",
            "",
            "| file | outcome | seconds | MiB |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )


if __name__ == "__main__":
    main()
