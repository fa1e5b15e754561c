"""Promises of read.py: a file's text comes out unchanged with its metadata, or the file is refused by line."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders import read as reading
from loaders.errors import InputError
from loaders.read import documents, files, read, sources
from loaders.records import Document, LeftOut, OriginalParagraph

SHA = "ab" * 32
ORIGINAL = f"original: {{file: a.txt, sha256: {SHA}, paragraphs: [{{words: 7, sha256: {SHA}}}]}}"


def put(folder: Path, text: str | bytes, name: str = "port.md") -> Path:
    """Write a document and return its file."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return file


def refusal(folder: Path, text: str | bytes, name: str = "port.md") -> InputError:
    """The error with which a document is refused; it names the file, on one line."""
    file = put(folder, text, name)
    with pytest.raises(InputError) as caught:
        read(file)
    assert caught.value.file == file
    assert "\n" not in str(caught.value)
    return caught.value


def test_front_matter_is_read(tmp_path: Path) -> None:
    """Id, title and language come from the front matter, the text starts after it, the hash is of the whole file."""
    file = put(tmp_path, "---\nid: port-1\ntitle: 1.10\nlanguage: no\n---\n\nA storm. \n")
    document = read(file)
    assert (document.article_id, document.title, document.language) == ("port-1", "1.10", "no")
    assert (document.text, document.first_line) == ("\nA storm. \n", 6)
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert document.original is None


@pytest.mark.parametrize(
    ("text", "body", "first_line"),
    [
        pytest.param("A storm.", "A storm.", 1, id="none"),
        pytest.param("---\n---\nA storm.", "A storm.", 3, id="empty"),
        pytest.param("---  \nid: a\n--- \nA storm.", "A storm.", 4, id="blanks after the fences"),
        pytest.param("---\r\nid: a\r\n---\r\nA storm.\r\n", "A storm.\r\n", 4, id="Windows line ends"),
        pytest.param("\ufeff---\nid: a\n---\nA storm.", "A storm.", 4, id="byte order mark"),
        pytest.param(
            "---\nid: a\n---\nA storm.\n---\nIt passed.", "A storm.\n---\nIt passed.", 4, id="a rule below"
        ),
        pytest.param(
            "\n---\nid: a\n---\nA storm.", "\n---\nid: a\n---\nA storm.", 1, id="not on the first line"
        ),
        pytest.param("----\nA storm.", "----\nA storm.", 1, id="four hyphens"),
    ],
)
def test_forms_of_front_matter(tmp_path: Path, text: str, body: str, first_line: int) -> None:
    """Only a first line of three hyphens opens front matter; lines of the text are counted from the file's first."""
    document = read(put(tmp_path, text))
    assert (document.text, document.first_line) == (body, first_line)


def test_plain_text_has_no_front_matter(tmp_path: Path) -> None:
    """In a .txt file three hyphens are text."""
    document = read(put(tmp_path, "---\nid: a\n---\nA storm.", "Port News.txt"))
    assert document.text == "---\nid: a\n---\nA storm."
    assert document.article_id.startswith("port-news-")


def test_a_digest_knows_its_original(tmp_path: Path) -> None:
    """What a digest says of the publisher's text: file, hash, and the mark of each paragraph; what it leaves out."""
    left_out = "left_out: [{p: 1, item: a word, reason: twice}]"
    document = read(put(tmp_path, f"---\n{ORIGINAL[:-1]}, {left_out}}}\n---\n[1 title] A\n"))
    assert document.original is not None
    assert (document.original.file, document.original.sha256) == ("a.txt", SHA)
    assert document.original.paragraphs == (OriginalParagraph(7, SHA),)
    assert document.original.left_out == (LeftOut(1, "a word", "twice"),)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        pytest.param(
            "---\nid: a\ncolour: red\n---\nA", 3, "colour: this key is not known here", id="unknown key"
        ),
        pytest.param("---\nid: a\nid: b\n---\nA", 3, "stands twice", id="key twice"),
        pytest.param("---\nid: a\nA storm.", 1, "no closing `---`", id="no closing fence"),
        pytest.param("---\nid: A b\n---\nA", 2, "'A b' is not an id of", id="id of another form"),
        pytest.param("---\nid: [a]\n---\nA", 2, "id: Input should be a valid string", id="id is a list"),
        pytest.param(
            "---\nid: a\ntitle: [a]\n---\nA", 3, "title: Input should be a valid string", id="title is a list"
        ),
        pytest.param(
            "---\nid: a\nlanguage: {a: b}\n---\nA",
            3,
            "language: Input should be a valid string",
            id="language is a mapping",
        ),
        pytest.param("---\n- a\n---\nA", 2, "must be `key: value`", id="a list"),
        pytest.param("---\nhello\n---\nA", 2, "must be `key: value`", id="words"),
        pytest.param("---\nid: [a\n---\nA", 2, "not valid YAML", id="not YAML"),
        pytest.param("---\nid: &x a\n---\nA", 2, "anchors", id="anchor"),
        pytest.param("---\nid: a\n---\nA\nb\0c", 5, "NUL", id="NUL"),
        pytest.param("---\nid: a\n---\n", None, "holds no text", id="nothing after the fence"),
        pytest.param("", None, "holds no text", id="empty file"),
        pytest.param(" \n\t\u00a0\u2003\r\n", None, "holds no text", id="blank file"),
        pytest.param("\ufeff", None, "holds no text", id="byte order mark alone"),
        pytest.param(b"A storm.\ncaf\xe9\n", 2, "byte 12 is not UTF-8", id="Latin-1"),
        pytest.param("A storm.".encode("utf-16-le"), 1, "NUL", id="UTF-16 without its mark"),
        pytest.param(b"\xed\xa0\x80", 1, "byte 0 is not UTF-8", id="surrogate"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str | bytes, line: int | None, told: str) -> None:
    """A document that is not text in UTF-8, or whose front matter is wrong, is refused by file and line."""
    error = refusal(tmp_path, text)
    assert error.line == line
    assert told in error.message


@pytest.mark.parametrize(
    "original",
    [
        "original: a.txt",
        "original: {file: a.txt}",
        ORIGINAL.replace("file: a.txt", "file: "),
        ORIGINAL.replace("words: 7", "words: many"),
        ORIGINAL.replace("[{words", "{words").replace("}]", "}"),
        ORIGINAL[:-1] + ", left_out: [{p: 1}]}",
    ],
)
def test_a_broken_original_is_refused(tmp_path: Path, original: str) -> None:
    """An `original` that lacks a part, or has one of another form, is refused by line and key."""
    error = refusal(tmp_path, f"---\n{original}\n---\nA")
    assert error.line == 2
    assert error.message.startswith("original")


@pytest.mark.parametrize(
    "front",
    [
        "title: ' '",
        "language: English",
        ORIGINAL.replace("words: 7", "words: -7"),
        ORIGINAL.replace(SHA, "zz"),
        ORIGINAL[:-1] + ", colour: red}",
    ],
)
def test_a_wrong_value_is_refused_by_line(tmp_path: Path, front: str) -> None:
    """Title, language, hashes and word counts that no database would take are refused with the document."""
    assert refusal(tmp_path, f"---\nid: a\n{front}\n---\nA").line == 3


def test_other_encodings_are_refused_by_line(tmp_path: Path) -> None:
    """The line of the first byte that is not UTF-8 is told."""
    assert refusal(tmp_path, b"A storm.\ncaf\xe9\n").line == 2


def test_the_fallback_id_is_of_name_and_text(tmp_path: Path) -> None:
    """Without an id, the stem and eight digits of the text's hash; front matter and folder do not change it."""
    digits = hashlib.sha256(b"A storm.").hexdigest()[:8]
    assert read(put(tmp_path, "A storm.", "Été au port.txt")).article_id == f"ete-au-port-{digits}"
    (tmp_path / "below").mkdir()
    file = put(tmp_path / "below", "---\nlanguage: fr\n---\nA storm.", "Été au port.md")
    assert read(file).article_id == f"ete-au-port-{digits}"
    assert read(put(tmp_path, "A storm.", "Москва.txt")).article_id == f"document-{digits}"
    assert read(put(tmp_path, "A storm!", "Москва.txt")).article_id != f"document-{digits}"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
@example("{")
@example("{it} was {cold}")
def test_text_in_is_text_out(tmp_path: Path, text: str) -> None:
    """Any text comes out character for character, or is refused: it has nothing in it, or starts as JSON does."""
    file = put(tmp_path, text, "port.txt")
    if not text.strip():
        assert refusal(tmp_path, text, "port.txt").message == "holds no text"
    elif re.match(r'\s*\{\s*("|\}|\Z)', text, re.ASCII):
        assert refusal(tmp_path, text, "port.txt").line
    else:
        assert read(file).text == text


def test_what_is_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is on the file, so nothing over it is brought into memory."""
    monkeypatch.setattr(reading, "MAXIMUM_BYTES", 8)
    assert read(put(tmp_path, "12345678")).text == "12345678"
    assert "split it" in refusal(tmp_path, "123456789").message


def test_folders_are_read_in_order_of_name(tmp_path: Path) -> None:
    """A folder's documents come in order of name, those of its sub-folders after them; other files are passed over."""
    for name in ("b.md", "a.txt", "C.MD", "c.pdf", "notes", "d.md~"):
        put(tmp_path, "x", name)
    for folder in ("z", "y"):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, "x", "a.md")
    (tmp_path / "folder.md").mkdir()
    found = [file.relative_to(tmp_path).as_posix() for file in files([tmp_path])]
    assert found == ["C.MD", "a.txt", "b.md", "y/a.md", "z/a.md"]


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    """In a folder, links to documents and folders, and a pipe named like a document, are told and not followed."""
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
        put(folder, "x", "a.md")
    (inside / "link.md").symlink_to(outside / "a.md")
    (inside / "loop").symlink_to(inside)
    (inside / "out").symlink_to(outside)
    (inside / "broken.md").symlink_to(inside / "nothing.md")
    os.mkfifo(inside / "pipe.md")
    found = list(sources([inside]))
    assert [source for source in found if isinstance(source, Path)] == [inside / "a.md"]
    told = {str(error.file): error.message for error in found if isinstance(error, InputError)}
    assert set(told) == {str(inside / name) for name in ("loop", "out", "link.md", "broken.md", "pipe.md")}
    assert all("link" in message or "pipe" in message for message in told.values())


@pytest.mark.parametrize("name", ["page.pdf", "list.json", "notes", "a.md.gz", "pipe.md"])
def test_a_file_of_an_unknown_kind_is_refused(tmp_path: Path, name: str) -> None:
    """A file that was named itself and cannot be read as a document is an error that says what can."""
    file = tmp_path / name
    if name == "pipe.md":
        os.mkfifo(file)
    else:
        put(tmp_path, "x", name)
    with pytest.raises(InputError, match=r"give \.md, \.txt, \.html, \.htm or \.jsonl") as caught:
        list(files([file]))
    assert caught.value.file == file


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A path without a file or folder is an error, also beside one that is there."""
    with pytest.raises(InputError, match="no such file or folder"):
        list(files([put(tmp_path, "x"), tmp_path / "missing"]))


def test_a_file_that_vanishes_is_refused(tmp_path: Path) -> None:
    """A document that was listed and is gone when its turn comes is an error of the input."""
    file = put(tmp_path, "x")
    (listed,) = files([file])
    file.unlink()
    with pytest.raises(InputError, match="cannot be read"):
        read(listed)


LINE = '{"id": "storm", "title": "Storm", "text": "It blew.\\n\\nHard.", '
LINE += '"published": "April 20, 2023", "byline": ["A", "B"]}'


def outcomes(file: Path) -> list[str]:
    """What becomes of each document of a file: its id, or the line and message of its error."""
    return [
        found.article_id if isinstance(found, Document) else f"{found.line}: {found.message}"
        for found in documents(file)
    ]


def test_a_line_of_jsonl_is_a_document(tmp_path: Path) -> None:
    """Each line that is not blank is a document with its own hash, keys and line; a bad one does not stop the rest."""
    file = put(tmp_path, f'{LINE}\n\nnope\n{{"id": 12, "text": "Calm.", "colour": "red"}}', "port.jsonl")
    first, bad, last = documents(file)
    assert isinstance(first, Document)
    assert (first.article_id, first.title, first.text) == ("storm", "Storm", "It blew.\n\nHard.")
    assert (first.format, first.first_line) == ("jsonl", 1)
    assert first.sha256 == hashlib.sha256(LINE.encode()).hexdigest()
    given_keys = {(item.kind, item.value, item.basis, item.rule) for item in first.given}
    assert ("published", "2023-04-20", "external", "json-key") in given_keys
    assert [item.value for item in first.given if item.kind == "byline"] == ["A", "B"]
    assert isinstance(bad, InputError)
    assert (bad.file, bad.line) == (file, 3)
    assert isinstance(last, Document)
    assert (last.article_id, last.first_line) == ("12", 4)
    with pytest.raises(InputError, match="several documents"):
        read(file)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "a", "text": "b"}', "the key 'text' stands twice"),
        ('{"text": "a\\ud800"}', "text: "),
        ('{"text": "a\\u0000"}', "NUL or half a character"),
        ('{"text": NaN}', "NaN is no number"),
        ('{"text": 5}', "text: Input should be a valid string"),
        ('{"text": " "}', "neither `text` nor `html` (its keys: text)"),
        ('{"text": "a", "published": "last week"}', "'last week' is not a date that can be read"),
        ('{"text": "a", "language": "English"}', "language: "),
        ("[" * 200_000, "nested too deeply"),
        ("[1]", "not a JSON object"),
        ('{"text": "a"', "not JSON at column 13"),
        ('{"id": ' + "9" * 5_000 + ', "text": "a"}', "is not JSON that can be read"),
    ],
    ids=lambda value: value[:30],
)
def test_a_bad_line_is_told(tmp_path: Path, line: str, told: str) -> None:
    """What is wrong with a line is told with its number, and the lines around it are read."""
    file = put(tmp_path, f'{{"id": "a", "text": "A"}}\n{line}\n{{"id": "b", "text": "B"}}\n', "port.jsonl")
    first, second, third = outcomes(file)
    assert (first, third) == ("a", "b")
    assert second.startswith("2: ")
    assert told in second


def test_a_long_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is told by its number, without being kept, and the next is read."""
    monkeypatch.setattr(reading, "MAXIMUM_BYTES", 100)
    file = put(tmp_path, f'{{"text": "{"a" * 300_000}"}}\n{{"id": "b", "text": "B"}}', "port.jsonl")
    assert outcomes(file) == ["1: over 100 bytes, too long for one article", "b"]


def test_a_file_of_nothing_but_bad_lines_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many refused lines, and fewer read, the rest is left, and that is told; not where most are good."""
    monkeypatch.setattr(reading, "MAXIMUM_REFUSED", 3)
    assert outcomes(put(tmp_path, "x\n" * 9, "bad.jsonl"))[3:] == [
        "3: 3 lines were refused; the rest is not read"
    ]
    good = "".join(f'{{"id": "{n}", "text": "A"}}\n' for n in range(9))
    assert len(outcomes(put(tmp_path, good + "x\n" * 9, "good.jsonl"))) == 18


def test_the_format_is_what_the_content_says(tmp_path: Path) -> None:
    """A page or lines of JSON saved as .txt are read as what they are; text saved as .html is text."""
    page = "<!DOCTYPE html><html><head><title>Storm</title></head><body><article><p>A storm blew over the port on "
    page += "Monday, and nobody was hurt.</p><p>It passed in the night, the harbour said.</p></article></body></html>"
    text = read(put(tmp_path, page, "page.txt"))
    assert text.format == "html"
    assert "nobody was hurt" in text.text
    assert read(put(tmp_path, LINE, "lines.txt")).article_id == "storm"
    assert read(put(tmp_path, "A storm.", "plain.html")).format == "text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x1f\x8b\x08", "compressed by gzip"),
        (b"{\\rtf1 A storm.}", "rich text"),
        (b"<?xml version='1.0'?><rss><item/></rss>", "XML of another kind"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_other_kinds_are_told(tmp_path: Path, data: bytes, told: str) -> None:
    """A file that is no text at all is refused with what it is, whatever its name says."""
    assert told in refusal(tmp_path, data, "port.txt").message


@pytest.mark.parametrize(
    ("data", "name", "shown"),
    [
        ("Été".encode("utf-16"), "a.txt", "Été"),
        (b"---\nid: a\nencoding: windows-1251\n---\n" + "Шторм".encode("cp1251"), "a.md", "Шторм"),
        ('{"text": "Шторм", "encoding": "koi8-r"}'.encode("koi8-r"), "a.jsonl", "Шторм"),
        (
            '<html><head><meta charset="windows-1251"><title>Шторм</title></head><body><article><p>Шторм прошёл '
            "над портом в понедельник.</p><p>Никто не пострадал.</p></article></body></html>".encode(
                "cp1251"
            ),
            "a.html",
            "Никто не пострадал.",
        ),
    ],
    ids=["byte order mark", "front matter", "key", "page"],
)
def test_a_declared_encoding_is_read(tmp_path: Path, data: bytes, name: str, shown: str) -> None:
    """A byte order mark, front matter, a key or a page's head may declare another encoding than UTF-8."""
    assert shown in read(put(tmp_path, data, name)).text


def test_no_codec_but_those_of_texts_is_reached(tmp_path: Path) -> None:
    """A file cannot name a codec that does something else than read letters."""
    for name in ("unicode_escape", "utf-7", "rot13", "idna"):
        error = refusal(tmp_path, f"---\nencoding: {name}\n---\nA", "a.md")
        assert f"'{name}'" in error.message


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads the standard input, whatever kind of document comes there; errors name it."""
    for data, form in ((b"---\nid: a\n---\nA storm.", "markdown"), (LINE.encode(), "jsonl"), (b"A", "text")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
        assert read(Path("-")).format == form
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"\xff"))))
    with pytest.raises(InputError, match="standard input:1: byte 0 is not UTF-8"):
        read(Path("-"))


def test_pages_need_a_library_that_nothing_else_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without trafilatura text is read and a page is refused in one line; the program does not load it before."""
    script = "import sys, loaders.command_line; sys.exit(bool({'trafilatura', 'lxml'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", script], check=True)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read(put(tmp_path, "A storm.", "a.txt")).text == "A storm."
    assert "install the full lock" in refusal(tmp_path, "<!doctype html><p>A storm.</p>", "a.html").message


def test_an_id_is_no_longer_than_a_file_name(tmp_path: Path) -> None:
    """Ids made from long names are cut; one that is given and too long is refused, or made anew for a line."""
    assert len(read(put(tmp_path, "A storm.", f"{'n' * 200}.txt")).article_id) == 100 + 1 + 8
    assert "at most 200 " in refusal(tmp_path, f"---\nid: {'n' * 201}\n---\nA", "a.md").message
    line = f'{{"id": "{"n" * 300}", "text": "A"}}'
    assert len(read(put(tmp_path, line, "a.jsonl")).article_id) == 100 + 1 + 8
