"""withhold: the names of people who must not be found stay out of whatever is read from the seeds.

`seeds/authorities/withheld.yaml` lists salted hashes, never names. Every run of words of a text is hashed and looked
up there; the words of a listed name give way to those of its placeholder, one for one, and what stands between them
stays. So words that were equal stay equal, words that differed still differ, what stood inside a quote stands inside
it now, and a slug stays a slug: digest and annotation change alike, and every proof still holds.

What the list can and cannot protect is told in `docs/withholding.md`.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from loaders import yaml_source
from loaders.identifiers import name_key
from loaders.reading.repairs import repair
from loaders.shapes import Shape, parse_shape
from loaders.yaml_source import Lines

FILE = "withheld.yaml"
# What no other id holds: it begins a word of every placeholder.
SIGN = "withheld-"
LONGEST_NAME = 5
_MARK_DIGITS = 3
_HASH_BYTES = 16
_BLOCK_SIZE = 8
_HEX = "[0-9a-f]"
_SHOWN_WORD = "[A-Z][a-z]+(?:-[a-z]+)*"
# A word goes on over accents that are characters of their own, soft hyphens, and characters without width.
_JOINERS = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_]+(?:[{_JOINERS}]+[^\W_]*)*")


class Form(Shape):
    """One form of a withheld name, by its hashes, and the words shown instead, as many as it has."""

    shown: Annotated[str, Field(pattern=f"^{_SHOWN_WORD}(?: {_SHOWN_WORD}){{0,{LONGEST_NAME - 1}}}$")]
    mark: Annotated[str, Field(pattern=f"^{_HEX}{{{_MARK_DIGITS}}}$")]
    hash: Annotated[str, Field(pattern=f"^{_HEX}{{{2 * _HASH_BYTES}}}$")]


class WithheldList(Shape):
    """The list of withheld names; `cost` is the binary logarithm of scrypt's n."""

    salt: Annotated[str, Field(pattern=f"^{_HEX}{{32}}$")] = "0" * 32
    cost: Annotated[int, Field(ge=4, le=20)] = 12
    forms: tuple[Form, ...] = ()

    def mark(self, name: str) -> str:
        """Return the short, quick hash that spares a build the slow one for nearly every other run of words."""
        quick = hashlib.blake2b(_bytes(name), key=bytes.fromhex(self.salt), digest_size=_HASH_BYTES)
        return quick.hexdigest()[:_MARK_DIGITS]

    def hash(self, name: str) -> str:
        """Return the slow hash, by which a name is known."""
        return hashlib.scrypt(
            _bytes(name),
            salt=bytes.fromhex(self.salt),
            n=1 << self.cost,
            r=_BLOCK_SIZE,
            p=1,
            maxmem=2 * 128 * _BLOCK_SIZE << self.cost,
            dklen=_HASH_BYTES,
        ).hex()

    def form(self, name: Sequence[str], shown: str) -> Form:
        """Return the form that withholds a name, given by its keys, and shows these words instead."""
        key = " ".join(name)
        return Form(shown=shown, mark=self.mark(key), hash=self.hash(key))

    def opaque(self, public_id: str) -> str:
        """Return the id under which an id that holds a name is retired: slow to guess, and it names nobody."""
        return f"hashed-{self.hash('id:' + public_id)}"


def read_list(file: Path) -> WithheldList:
    """Return the list in a file; a missing file, or one of comments alone, withholds nothing.

    Raises InputError naming the line of whatever does not fit.
    """
    return _shaped(*yaml_source.read(file), file) if file.exists() else WithheldList()


def parse_list(text: str, file: Path) -> WithheldList:
    """Return the list that a text holds; errors as `read_list`."""
    return _shaped(*yaml_source.parse(text, file), file)


def keys_of(name: str) -> tuple[str, ...]:
    """Return a name's words as they are compared: whatever the case, accents, hyphens, spaces and apostrophes.

    >>> keys_of("Sandzhíyev-Igor’s") == keys_of("sandzhiyev igor's") == ("sandzhiyev", "igor", "s")
    True
    """
    return tuple(_key(match.group()) for match in _WORD.finditer(name))


@dataclass(frozen=True, slots=True)
class Replacement:
    """A word of a withheld name in a text, and what is shown instead."""

    start: int
    end: int
    shown: str


class Withholder:
    """Replaces withheld names. It remembers every run of words that it has hashed, so that each is hashed once."""

    def __init__(self, names: WithheldList | None = None) -> None:
        self.names = names or WithheldList()
        self._shown = {form.hash: tuple(form.shown.split(" ")) for form in self.names.forms}
        self._marks = {form.mark for form in self.names.forms}
        self._longest = max((len(shown) for shown in self._shown.values()), default=0)
        self._looked_up: dict[str, tuple[str, ...] | None] = {}

    def text(self, text: str) -> str:
        """Return a text, a slug or a file's name with every withheld name replaced; pure.

        >>> Withholder().text("Nothing is withheld.")
        'Nothing is withheld.'
        """
        pieces: list[str] = []
        done = 0
        for replacement in self.replacements(text):
            pieces += (text[done : replacement.start], replacement.shown)
            done = replacement.end
        return "".join((*pieces, text[done:])) if pieces else text

    def replacements(self, text: str) -> Iterator[Replacement]:
        """Yield what `text` replaces, in order: in the text as given, and as it is read once slips are repaired."""
        if not self._shown:
            return
        given = list(self._in(text))
        read = repair(text)
        as_read = self._in(read.text) if read.repairs else ()
        spans = [(*read.given(found.start, found.end), found.shown) for found in as_read]
        repaired = [
            Replacement(start, end, shown)
            for start, end, shown in spans
            if all(end <= other.start or other.end <= start for other in given)
        ]
        yield from sorted([*given, *repaired], key=attrgetter("start"))

    def _in(self, text: str) -> Iterator[Replacement]:
        """Yield the replacements in a text as it stands; of names that overlap, the first and longest."""
        words = list(_WORD.finditer(text))
        keys = [_key(word.group()) for word in words]
        i = 0
        while i < len(words):
            shown = self._longest_at(keys, i)
            for word, instead in zip(words[i : i + len(shown)], shown, strict=True):
                yield Replacement(word.start(), word.end(), _in_case_of(word.group(), instead))
            i += len(shown) or 1

    def shown(self, name: Sequence[str]) -> tuple[str, ...] | None:
        """Return the words shown for a name that is given by its keys, None where it is not withheld."""
        key = " ".join(name)
        if key not in self._looked_up:
            known = self._shown.get(self.names.hash(key)) if self.names.mark(key) in self._marks else None
            self._looked_up[key] = known
        return self._looked_up[key]

    def _longest_at(self, keys: Sequence[str], start: int) -> tuple[str, ...]:
        """Return the words shown for the longest name that starts at a word; one may stand in the plural."""
        for length in range(min(self._longest, len(keys) - start), 0, -1):
            name = keys[start : start + length]
            if shown := self.shown(name):
                return shown
            if name[-1].endswith("s") and (shown := self.shown([*name[:-1], name[-1][:-1]])):
                return (*shown[:-1], f"{shown[-1]}s")
        return ()


def load(file: Path) -> Withholder:
    """Return the withholder of the names that a file lists; errors as `read_list`."""
    return Withholder(read_list(file))


@functools.lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKD", name_key(word))
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()


def _in_case_of(word: str, shown: str) -> str:
    """Return what is shown, in the case of the word that it stands for."""
    if word.islower():
        return shown.lower()
    return shown.upper() if len(word) > 1 and word.isupper() else shown


def _shaped(value: Any, lines: Lines, file: Path) -> WithheldList:
    return WithheldList() if value is None else parse_shape(WithheldList, value, file, lines)


def _bytes(name: str) -> bytes:
    """Return a name's bytes; YAML can escape halves of a character, which UTF-8 proper refuses."""
    return name.encode("utf-8", "surrogatepass")
