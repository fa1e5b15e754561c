"""What a file is, judged by its first bytes; its suffix decides only between plain text and Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from loaders.errors import InputError

SUFFIXES: Final = (".md", ".txt", ".html", ".htm", ".jsonl")
# How many bytes tell.
HEAD: Final = 4096
# Files that are no text, by the bytes with which they start.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF; save its text as .txt"),
    (b"PK\x03\x04", "a zip archive (or an office file); unpack it, or save its text as .txt"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "compressed by gzip; unpack it"),
    (b"BZh", "compressed by bzip2; unpack it"),
    (b"\xfd7zXZ\x00", "compressed by xz; unpack it"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office file; save its text as .txt"),
    (b"{\\rtf", "rich text (RTF); save it as plain text"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"WARC/", "a web archive (WARC); save its pages as .html"),
    (b"From: <Saved by ", "a web archive (MHTML); save the page as .html"),
    (b"MIME-Version:", "a mail or web archive (MIME); save its text as .txt"),
)
_BLANKS_AND_COMMENTS: Final = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_ANY_TAG: Final = re.compile(rb"<(?:article|div|h[1-6]|main|p|section|span)\b", re.IGNORECASE)
_MARKUP: Final = re.compile(rb"<(?:\?xml|!doctype|!entity|[a-z][\w.-]*:?[\w.-]*[\s>])", re.IGNORECASE)
_JSON_OBJECT: Final = re.compile(rb'\s*\{\s*(?:"|\}|\Z)')
_FRONT_MATTER: Final = re.compile(rb"---[ \t]*\r?\n")


def judge(head: bytes, file: Path) -> str:
    """Return what the file is by its first bytes: text, markdown, html or jsonl.

    Raises InputError for anything that holds no article, such as a PDF renamed to .txt, and says what it is.
    """
    suffix = file.suffix.lower()
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise InputError(f"is {what}", file)
    plain = without_byte_order(head)
    start = _BLANKS_AND_COMMENTS.match(plain)
    rest = plain[start.end() if start else 0 :]
    if _HTML.match(rest) or (suffix in {".html", ".htm"} and _ANY_TAG.search(plain)):
        return "html"
    if (suffix in {".html", ".htm"} and _MARKUP.match(plain.lstrip())) or plain.lstrip().startswith(b"<?xml"):
        raise InputError("is XML of another kind than a web page; save its text as .txt", file)
    if suffix == ".jsonl" or _JSON_OBJECT.match(plain):
        return "jsonl"
    if suffix == ".md" or (not suffix and _FRONT_MATTER.match(plain)):
        return "markdown"
    return "text"


def without_byte_order(head: bytes) -> bytes:
    """Return the first bytes as ASCII tells them: without byte order mark, and of UTF-16 every second byte."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")
