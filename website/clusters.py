"""Places that stand close together on the map as one pin each group, so that a map of thousands can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

# More pins than this hide one another, and their names even more so.
MOST_PINS: Final = 150
_COLUMNS: Final = 16
# Degrees around the places of a group, so that those on the edge are in sight when it is opened.
_MARGIN: Final = 0.05


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places of one neighbourhood: the most named of them, where it stands, how many others there are, and how often
    all are named; `box` is the part of the world they lie in, as `west,south,east,north`.
    """

    place: Any
    spot: tuple[float, float]
    others: int
    mentions: int
    box: str


def clusters(places: Sequence[Any], spots: Sequence[tuple[float, float]], width: float) -> list[Cluster]:
    """Return each place by itself where there are few, else those in one square of a grid together.

    Places come with the spots where they stand, the most named first; `width` is that of the map, in its own units.
    """
    cell = width / _COLUMNS
    few = len(places) <= MOST_PINS
    groups: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(spots):
        groups.setdefault((number, 0) if few else (int(x // cell), int(y // cell)), []).append(number)
    return [_cluster([places[one] for one in members], spots[members[0]]) for members in groups.values()]


def _cluster(members: Sequence[Any], spot: tuple[float, float]) -> Cluster:
    east, north = (max(place[side] for place in members) + _MARGIN for side in ("longitude", "latitude"))
    west, south = (min(place[side] for place in members) - _MARGIN for side in ("longitude", "latitude"))
    box = f"{west:.2f},{south:.2f},{east:.2f},{north:.2f}"
    return Cluster(members[0], spot, len(members) - 1, sum(place["mentions"] for place in members), box)
