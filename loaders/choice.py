"""choice: of an article that several shards hold, which one's rows are taken; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# What a shard may have of an article, from least to most: all shards of one text yield to the one that has most.
KNOWN_ONLY, UNREAD, DRAFT, REVIEWED = range(4)
STANDINGS: Final = ("only known of", "unread", "draft", "reviewed")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article as one shard holds it.

    `text` and `rows` are digests, of its paragraphs and of all that was read out of them; `source` tells apart the
    documents and loads that it came from, which matters only for choosing alike whatever the order of the shards.
    """

    shard: int
    standing: int
    text: str
    rows: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The shard that is taken, and those passed over because they have less, or differ and others are preferred.

    `differs` says in what two shards differ, of which none is preferred; the first two are then given.
    """

    taken: int
    less: tuple[int, ...] = ()
    overruled: tuple[int, ...] = ()
    differs: str = ""
    between: tuple[int, int] | None = None


def choose(candidates: Sequence[Candidate], preferred: int | None) -> Choice:
    """Return which shard's rows of an article are taken.

    Of one text, a reviewed reading goes before a draft, a draft before none, a text held before one only known of;
    of equal readings any will do. Texts that differ, or two readings of one standing that differ, are for a person
    to settle, who may prefer one shard.
    """
    held = [candidate for candidate in candidates if candidate.standing != KNOWN_ONLY] or list(candidates)
    most = max(candidate.standing for candidate in held)
    best = [candidate for candidate in held if candidate.standing == most]
    for among, digest in ((held, "text"), (best, "rows")):
        first = among[0]
        other = next((one for one in among if getattr(one, digest) != getattr(first, digest)), None)
        if other is None:
            continue
        differs = "text" if digest == "text" else f"{STANDINGS[most]} reading"
        if preferred not in {candidate.shard for candidate in held}:
            return Choice(first.shard, differs=differs, between=(first.shard, other.shard))
        rest = (candidate.shard for candidate in candidates if candidate.shard != preferred)
        return Choice(int(preferred or 0), overruled=tuple(rest), differs=differs)
    taken = min(best, key=lambda candidate: (candidate.source, candidate.shard))
    return Choice(taken.shard, less=tuple(one.shard for one in candidates if one.standing < most))
