"""Repairs: how a text is read where it is printed with slips of machines; the text given is never changed.

A repair replaces a stretch of the text given by what it stands for. Quotation marks and dashes stay as printed. The
repaired text is what is read; `Repaired.given` leads every offset in it back to the text given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders import yaml_source
from loaders.reading.line_kinds import KNOWLEDGE
from loaders.records import Repair

_SPACES: Final = re.compile(
    "[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\u0085\x0b\x0c\x1c-\x1f]"
)
# Soft hyphens, zero widths, marks and overrides of direction, controls.
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1b\x7f]+"
)
# References of HTML that were left in the text.
_ENTITIES: Final = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|shy|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE
)
_HYPHENS: Final = re.compile("[\u2010\u2011]")
_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")
_COMBINED: Final = re.compile("[^\\W\\d_][\u0300-\u036f]+")
# The second and later bytes of a character of UTF-8, as Windows-1252 shows them.
_LATER: Final = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_MISREAD: Final = re.compile(
    f"[\u00c2-\u00df]{_LATER}|[\u00e0-\u00ef]{_LATER}{{2}}|[\u00f0-\u00f4]{_LATER}{{3}}"
)
_MISREAD_SPACE: Final = re.compile("(?<=[a-z.,;:!?’”\"')])\u00c2(?= )")
_CONTROLS: Final = re.compile("[\u0080-\u0084\u0086-\u009f]")
_WORD_OF_LETTERS: Final = re.compile("[A-Za-z\u0400-\u04ff]+")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
# The end of a sentence glued to the start of the next.
_GLUED_STOP: Final = re.compile(
    r"(?<=[a-z0-9%])[.!?]+[”\"’]?(?=[“\"‘]?(?P<after>[A-Z][a-z]+|(?<!\b[a-z]\.)[AI]\b))"
)
_GLUED_COMMA: Final = re.compile(r"(?<=[a-z]{2})[,;](?<!&amp;)[”\"’]?(?=[A-Za-z]{2})")
_GLUED_QUOTE: Final = re.compile(r"(?<=[a-z0-9])[.,!?]”(?=[A-Za-z])")
_ADDRESS: Final = re.compile(r"://|www\.|[@#_]|\.(?:com|org|net|ru|kz|ua|uk|io)\b", re.IGNORECASE)
# So far around a stop, a word or an address is looked for.
_REACH: Final = 60
# Characters for which misread bytes may stand: Latin letters, Cyrillic, punctuation, signs of money and trade.
_LIKELY: Final = re.compile(
    "[\u00a0-\u024f\u0400-\u04ff\u2010-\u2044\u20ac\u2122\u2190-\u21ff\U0001f300-\U0001faff]"
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as read, and the repairs that led there, in order and apart from each other."""

    text: str
    repairs: tuple[Repair, ...]
    # Where each repair starts in the text as read.
    starts: tuple[int, ...]

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text given from which a span of the text as read comes: the smallest that covers it.

        Offsets are code points, half open; the span is not empty.

        >>> repair("in 2022.The war").given(9, 12)
        (8, 11)
        """
        return self._given_start(start), self._given_end(end)

    def _given_start(self, offset: int) -> int:
        before = bisect_right(self.starts, offset)
        if not before:
            return offset
        repair, read_start = self.repairs[before - 1], self.starts[before - 1]
        beyond = offset - read_start - len(repair.repaired)
        return repair.start if beyond < 0 else repair.start + len(repair.given) + beyond

    def _given_end(self, offset: int) -> int:
        before = bisect_left(self.starts, offset)
        if not before:
            return offset
        repair, read_start = self.repairs[before - 1], self.starts[before - 1]
        beyond = offset - read_start - len(repair.repaired)
        return repair.start + len(repair.given) + max(beyond, 0)


def repair(text: str) -> Repaired:
    """Return a text as it is to be read, with its repairs; pure. The text given can be had back from both."""
    taken = [item for pattern, repaired, rule in _SIGNS for item in _signs(text, pattern, repaired, rule)]
    taken.extend(_mixed_scripts(text))
    taken.extend(_glued_words(text))
    return applied(text, _apart(taken)) if taken else Repaired(text, (), ())


def applied(text: str, repairs: Sequence[Repair]) -> Repaired:
    """Return the text as read by these repairs, which are in order and apart from each other."""
    pieces: list[str] = []
    starts: list[int] = []
    done = length = 0
    for item in repairs:
        kept = text[done : item.start]
        starts.append(length + len(kept))
        pieces += (kept, item.repaired)
        length += len(kept) + len(item.repaired)
        done = item.start + len(item.given)
    pieces.append(text[done:])
    return Repaired("".join(pieces), tuple(repairs), tuple(starts))


def undone(read: Repaired) -> str:
    """Return the text given, from a text as read and its repairs."""
    pieces: list[str] = []
    done = 0
    for item, start in zip(read.repairs, read.starts, strict=True):
        pieces += (read.text[done:start], item.given)
        done = start + len(item.repaired)
    return "".join((*pieces, read.text[done:]))


def _apart(repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """Return the repairs in order of place; of two that overlap, the one whose rule comes first."""
    kept: list[Repair] = []
    for item in sorted(repairs, key=lambda found: found.start):
        if not kept or item.start >= kept[-1].start + len(kept[-1].given):
            kept.append(item)
    return tuple(kept)


def _signs(
    text: str, pattern: re.Pattern[str], repaired: Callable[[str], str], rule: str
) -> Iterator[Repair]:
    """Yield a repair for each match of a pattern that is to be read otherwise."""
    for match in pattern.finditer(text):
        instead = repaired(match.group())
        if instead != match.group():
            yield Repair(match.start(), match.group(), instead, rule)


def _space(_: str) -> str:
    return " "


def _nothing(_: str) -> str:
    return ""


def _hyphen(_: str) -> str:
    return "-"


def _resolved(entity: str) -> str:
    return _UNSEEN.sub("", _SPACES.sub(" ", html.unescape(entity)))


def _composed(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)


def _unligatured(ligature: str) -> str:
    return unicodedata.normalize("NFKC", ligature)


def _of_windows(control: str) -> str:
    """Return the sign of Windows-1252 whose byte was taken for a control character."""
    return control.encode("latin-1").decode("cp1252", errors="ignore") or control


def _as_utf8(misread: str) -> str:
    """Return the character whose bytes of UTF-8 were read as Windows-1252; the text itself where it is none."""
    try:
        data = b"".join(_byte(character) for character in misread)
        character = data.decode("utf-8")
    except UnicodeError:
        return misread
    return character if _LIKELY.fullmatch(character) else misread


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character < "\u0100" else "cp1252")


_SIGNS: Final = (
    (_MISREAD, _as_utf8, "misread-utf-8"),
    (_MISREAD_SPACE, _nothing, "misread-utf-8"),
    (_CONTROLS, _of_windows, "windows-sign"),
    (_SPACES, _space, "space"),
    (_UNSEEN, _nothing, "unseen-sign"),
    (_ENTITIES, _resolved, "entity"),
    (_HYPHENS, _hyphen, "hyphen"),
    (_LIGATURES, _unligatured, "ligature"),
    (_COMBINED, _composed, "composed-letter"),
)


def _mixed_scripts(text: str) -> Iterator[Repair]:
    """Yield the Cyrillic letters of words that are Latin but for letters that look Latin."""
    if not _CYRILLIC.search(text):
        return
    alike = _look_alikes()
    for word in _WORD_OF_LETTERS.finditer(text):
        cyrillic = _CYRILLIC.findall(word.group())
        if 0 < 2 * len(cyrillic) < len(word.group()) and set(cyrillic) <= alike.keys():
            for letter in _CYRILLIC.finditer(word.group()):
                start = word.start() + letter.start()
                yield Repair(start, letter.group(), alike[letter.group()], "mixed-scripts")


def _glued_words(text: str) -> Iterator[Repair]:
    """Yield the stops and commas after which a space is missing, outside addresses and names with a full stop."""
    for match in _GLUED_STOP.finditer(text):
        before = re.split(r"[^\w’'%-]", text[max(0, match.start() - _REACH) : match.start()])[-1]
        after = match["after"]
        ends = before[:1].islower() or before[:1].isdigit() or after in _words("starts")
        if ends and after.lower() not in _words("endings") and not _in_address(text, match):
            yield Repair(match.start(), match.group(), f"{match.group()} ", "glued-words")
    for pattern in (_GLUED_COMMA, _GLUED_QUOTE):
        for match in pattern.finditer(text):
            if not _in_address(text, match):
                yield Repair(match.start(), match.group(), f"{match.group()} ", "glued-words")


def _in_address(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()].split()
    after = text[match.start() : match.end() + _REACH].split()
    glued = f"{before[-1] if before else ''}{after[0] if after else ''}"
    return _ADDRESS.search(glued) is not None


@lru_cache(maxsize=1)
def _look_alikes() -> dict[str, str]:
    lists = _lists()
    return dict(zip(lists["cyrillic"], lists["latin"], strict=True))


@lru_cache(maxsize=2)
def _words(key: str) -> frozenset[str]:
    return frozenset(_lists()[key].split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    lists, _ = yaml_source.read(KNOWLEDGE / "repairs.yaml")
    return dict(lists)
