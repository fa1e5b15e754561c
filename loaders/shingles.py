"""Shingles: runs of words by which texts that carry or rewrite each other are found, whatever their number.

After Broder, "On the resemblance and containment of documents" (1997): a text is the set of its runs of four words,
hashed; the smallest hashes of the set stand for it in an index, and two texts that share some are then compared in
full. Words that say nothing of their own are left out first, so that common phrases do not join unrelated texts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Set

RUN = 4
SKETCH_SIZE = 32
# Bits that fit an INTEGER column as a positive number and stay exact in JSON.
_BITS = 53
_TELLING = frozenset({"lead", "body", "lead_in", "subhead"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = frozenset(
    _WORD.findall("""
    a about after again all also an and any are as at be because been before being both but by can could did do does
    down during each for from further had has have he her here hers him his how i if in into is it its itself just me
    more most my no nor not now of off on once only or other our out over own said same she should so some such than
    that the their them then there these they this those through to too under until up very was we were what when
    where which while who whom why will with would you your
    """)
)


def running_text(paragraphs: Iterable[tuple[str | None, str]]) -> Iterator[str]:
    """Yield the texts that tell the story, of pairs of role and text; a paragraph without a role counts."""
    return (text for role, text in paragraphs if role is None or role in _TELLING)


def shingles(paragraphs: Iterable[str]) -> frozenset[int]:
    """Return the hashes, of 53 bits, of every run of four telling words in running text."""
    words = [word for text in paragraphs for word in _WORD.findall(text.casefold()) if word not in _COMMON]
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return frozenset(_hash(run) for run in runs)


def sketch(found: Collection[int]) -> list[int]:
    """Return the smallest hashes of a set, in order: what stands for it in the index."""
    return sorted(found)[:SKETCH_SIZE]


def containment(one: Set[int], other: Set[int]) -> float:
    """Return how much of the smaller set lies in the larger, from 0 to 1; 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _hash(run: str) -> int:
    digest = hashlib.blake2b(run.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _BITS)
