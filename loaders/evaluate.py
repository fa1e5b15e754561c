"""evaluate: how well what was found agrees with what a person read, by paragraph and value; pure.

A figure, a name or an event counts as found where the other side has one in the same paragraph with a value in common;
each counts once. What stands on both sides is true, the rest of what was found is false, the rest of the gold missed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# As the field does it: 100 miles.
NEAR_KM = 161
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Item:
    """Something read out of a paragraph: `values` are the forms by which it may be known, one in common is enough.

    `facets` are more such sets, by name; an empty one on both sides agrees. `point` is latitude and longitude in
    degrees, `country` an ISO 3166-1 alpha-2 code.
    """

    kind: str
    paragraph: int
    values: frozenset[str]
    facets: dict[str, frozenset[str]] = field(default_factory=dict)
    point: tuple[float, float] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: items of a kind, and what must agree besides their values (`near` is by distance)."""

    name: str
    kind: str
    facets: tuple[str, ...] = ()


MEASURES = (
    Measure("persons", "person"),
    Measure("organisations", "organisation"),
    Measure("places, found", "place"),
    Measure("places, found and within 161 km", "place", ("near",)),
    Measure("dates, words", "date words"),
    Measure("dates, value", "date"),
    Measure("figures, value", "figure"),
    Measure("figures, value and unit", "figure", ("unit",)),
    Measure("figures, value and comparator", "figure", ("comparator",)),
    Measure("figures, value and claimant", "figure", ("claimant",)),
    Measure("figures, value and subject", "figure", ("subject",)),
    Measure("events, type", "event"),
    Measure("events, type and date", "event", ("date",)),
    Measure("events, type and place", "event", ("place",)),
    Measure("events, type and date printed beside it", "event", ("date beside",)),
    Measure("events, type and place printed beside it", "event", ("place beside",)),
    Measure("statements, speaker", "statement"),
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure: in common, found, and in the gold."""

    measure: str
    common: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is in the gold; 0 where nothing was found."""
        return self.common / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where the gold is empty."""
        return self.common / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.common / total if total else 0.0


def scores(gold: Iterable[Item], found: Iterable[Item]) -> list[Score]:
    """Return the score of every measure for one text."""
    left, right = list(gold), list(found)
    return [_score(measure, left, right) for measure in MEASURES]


def total(several: Iterable[Sequence[Score]]) -> list[Score]:
    """Return the scores of several texts together, each item counting once."""
    by_measure: dict[str, list[Score]] = {measure.name: [] for measure in MEASURES}
    for one in several:
        for score in one:
            by_measure[score.measure].append(score)
    return [
        Score(name, sum(s.common for s in part), sum(s.found for s in part), sum(s.gold for s in part))
        for name, part in by_measure.items()
    ]


def _score(measure: Measure, gold: Sequence[Item], found: Sequence[Item]) -> Score:
    wanted = [item for item in gold if item.kind == measure.kind]
    given = [item for item in found if item.kind == measure.kind]
    open_ends, common = list(wanted), 0
    for item in given:
        match = next((other for other in open_ends if agree(other, item, measure.facets)), None)
        if match is not None:
            open_ends.remove(match)
            common += 1
    return Score(measure.name, common, len(given), len(wanted))


def agree(gold: Item, found: Item, facets: Iterable[str]) -> bool:
    """Tell whether two items of one kind are the same, in these facets too."""
    if gold.paragraph != found.paragraph or not gold.values & found.values:
        return False
    return all(is_near(gold, found) if facet == "near" else _shares(gold, found, facet) for facet in facets)


def _shares(gold: Item, found: Item, facet: str) -> bool:
    left, right = gold.facets.get(facet, frozenset()), found.facets.get(facet, frozenset())
    return bool(left & right) or (not left and not right)


def is_near(gold: Item, found: Item) -> bool:
    """Tell whether two places are within 161 km; of places without a point, whether the country is the same."""
    if gold.point is None or found.point is None:
        return gold.country is not None and gold.country == found.country
    return kilometers(gold.point, found.point) <= NEAR_KM


def kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points on a sphere, in kilometers (haversine)."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
