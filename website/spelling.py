"""Names and words as people may type them: without accents, in Cyrillic, or by another transliteration."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
# As in GOST and BGN/PCGN, roughly: what matters is that all spellings of a name end alike.
_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіїєґқғүұөңәһ", "abvgdeziiklmnoprstufyeiiegkguuonah", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "e"}
    | {"ъ": "", "ь": "", "'": "", "’": "", "ı": "i", "ł": "l", "ø": "o", "ß": "ss"}
)
# Spellings of one sound, in the order in which they are made alike.
_SOUNDS: Final = tuple(
    (re.compile(spellings), sound)
    for spellings, sound in (
        ("dzh|dsch|dj", "dz"),
        ("shch|schtsch|sch|sh", "s"),
        ("tsch|tch|ch", "c"),
        ("zh", "z"),
        ("kh", "h"),
        ("ts|tz", "c"),
        ("ph", "f"),
        ("w", "v"),
        ("ck|q", "k"),
        ("ks|x", "ks"),
        ("(ye|je|ie|iye|ije|yo|jo)", "e"),
        ("(yu|ju|iu)", "u"),
        ("(ya|ja|ia|iya)", "a"),
        ("[yj]", "i"),
    )
)
_DOUBLED: Final = re.compile(r"(.)\1+")
# Beyond this nobody types a name, and nobody else's query may fill the memory.
_LONGEST: Final = 300
SHORTEST_BEGINNING: Final = 3


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text without accents, in lower case.

    >>> plain("Türkiye"), plain("Oğuz")
    ('turkiye', 'oguz')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return what all spellings of a word in Latin and Cyrillic letters have in common.

    >>> {sound(name) for name in ("Zelensky", "Zelenskyy", "Zelenskiy", "Зеленский")}
    {'zelenski'}
    >>> sound("Sverdlin") == sound("Swerdlin"), sound("Sandzhiyev") == sound("Санджиев")
    (True, True)
    """
    # Small letters first: taking accents off would make another letter of й.
    key = plain(word.casefold().translate(_CYRILLIC))
    for spellings, one in _SOUNDS:
        key = spellings.sub(one, key)
    return _DOUBLED.sub(r"\1", key)


def words(text: str) -> list[str]:
    """Return the words of the beginning of a text."""
    return _WORD.findall(text[:_LONGEST])


def sound_groups(sounds: Iterable[str]) -> set[str]:
    """Return the groups of three signs of some words; the ends of a word count as signs.

    >>> sorted(sound_groups(["ab"]))
    [' ab', 'ab ']
    """
    padded = [f" {word} " for word in sounds]
    return {word[start : start + 3] for word in padded for start in range(len(word) - 2)}


def name_words(name: str) -> str:
    """Return as JSON the words of a name without accents, and what they sound like: what a search may begin with.

    >>> name_words("Oğuz Şahin")
    '["oguz", "sahin"]'
    """
    parts = words(name)
    return json.dumps(
        sorted({form(word) for form in (plain, sound) for word in parts} - {""}), ensure_ascii=False
    )


def name_groups(name: str) -> str:
    """Return as JSON the groups of sounds of a name."""
    return json.dumps(sorted(sound_groups(sounds_of(name))), ensure_ascii=False)


def sounds_of(name: str) -> tuple[str, ...]:
    """Return the sound of each word of a name; of a word without any sound, the word."""
    return tuple(sound(word) or word for word in words(name))


def spelled_like(name: str | None, asked: str | None) -> float:
    """Return how well a name answers what was asked, from 0 (not at all) to 1 (word for word).

    Every word asked for must begin a word of the name, or sound like one.
    """
    sought = words(asked or "")
    own = words(name or "")
    if not sought or not own:
        return 0.0
    scores = [max((_likeness(word, other) for other in own), default=0.0) for word in sought]
    return (
        0.0 if min(scores) == 0 else sum(scores) / len(scores) * (0.7 + 0.3 * min(1, len(sought) / len(own)))
    )


def _likeness(asked: str, word: str) -> float:
    one, other = plain(asked), plain(word)
    if one == other:
        return 1.0
    if other.startswith(one):
        return 0.8
    alike, sounds = sound(asked), sound(word)
    if alike and alike == sounds:
        return 0.7
    if len(alike) >= SHORTEST_BEGINNING and sounds.startswith(alike):
        return 0.5
    return 0.0


def found_in(text: str | None, asked: str | None) -> float:
    """Return 0 where a word asked for begins no word of a text, else up to 1: whole words count for more."""
    sought = [plain(word) for word in words(asked or "")]
    if not sought or not text:
        return 0.0
    own = {plain(word) for word in _WORD.findall(text[:5000])}
    score = 0.0
    for word in sought:
        if word in own:
            score += 1.0
        elif any(other.startswith(word) for other in own):
            score += 0.6
        else:
            return 0.0
    return score / len(sought)


def beginnings(asked: str) -> str:
    """Return a query of the full-text indexes for texts with words that begin like those asked for.

    >>> beginnings('border "Kaz')
    '"border"* "Kaz"*'
    """
    return " ".join(f'"{word}"*' for word in words(asked.replace("_", " "))) or '""'


def closest(asked: str, names: Iterable[str]) -> list[str]:
    """Return the names most like what was asked, for a question whether one of them was meant."""
    by_sound: dict[str, str] = {}
    for name in names:
        for word in [name, *words(name)]:
            by_sound.setdefault(sound(word), name)
    found = [by_sound[key] for key in get_close_matches(sound(asked[:_LONGEST]), by_sound, n=4, cutoff=0.6)]
    return list(dict.fromkeys(found))


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the two functions by which the search page ranks."""
    connection.create_function("spelled_like", 2, spelled_like, deterministic=True)
    connection.create_function("found_in", 2, found_in, deterministic=True)
