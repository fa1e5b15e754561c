"""Bytes to text: UTF-8 strictly, another encoding only where the file declares it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from loaders.errors import InputError

# A byte order mark declares its encoding; the longer ones first.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Labels of the WHATWG Encoding Standard, https://encoding.spec.whatwg.org/, and the codec that reads each: as the
# web does, Latin-1 is read as Windows-1252. No other codec of Python's is reached by a name that a file chooses.
_CODECS: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-5": "iso8859-5",
    "iso-8859-7": "iso8859-7",
    "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "cp1251": "cp1251",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-jp": "euc-jp",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
_IN_PAGE: Final = re.compile(
    rb"""<(?:\?xml\b[^>]*?\bencoding|meta\b[^>]*?\bcharset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_IN_FRONT_MATTER: Final = re.compile(rb"^encoding:[ \t]*[\"']?([\w.:-]+)", re.MULTILINE)
_IN_LINE: Final = re.compile(rb'"encoding"\s*:\s*"([\w.:-]+)"')
_DECLARATIONS: Final = {"html": _IN_PAGE, "markdown": _IN_FRONT_MATTER, "jsonl": _IN_LINE}


def decode(data: bytes, head: bytes, form: str, file: Path, line: int = 1) -> str:
    """Return the text that the bytes of a file (or of its line `line`) hold, without a byte order mark.

    `head` is the part in which an encoding may be declared, `form` what the file is, as `formats.judge` says.
    Raises InputError, with the line, for bytes that are not what is declared, an encoding that is not known, and NUL.
    """
    label = _declared(data, head, form)
    codec = label if label in dict(_MARKS).values() else _CODECS.get(label.lower())
    if codec is None:
        raise InputError(f"declares the encoding '{label}', which is not known; save it as UTF-8", file, line)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        at = line + data.count(b"\n", 0, error.start)
        name = "UTF-8" if codec.startswith("utf-8") else f"{label}, which the file declares"
        message = f"byte {error.start} is not {name}; save the file as UTF-8"
        raise InputError(message, file, at) from error
    if "\0" in text:
        at = line + text.count("\n", 0, text.index("\0"))
        raise InputError("holds a NUL character, so it is not text", file, at)
    return text


def is_known(label: str) -> bool:
    """Tell whether an encoding can be read by this name."""
    return label.lower() in _CODECS


def _declared(data: bytes, head: bytes, form: str) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    pattern = _DECLARATIONS.get(form)
    match = pattern.search(head) if pattern else None
    return "utf-8" if match is None else match[1].decode("ascii")
