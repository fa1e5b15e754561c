"""origins: which report an article rests on in the end, and which of two articles stays nearer to it; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Relations by which an article rests on another: the one that leaves the wording alone, then the one that does not.
RESTS_ON = ("syndicates", "rewrites")


@dataclass(frozen=True, slots=True)
class Origins:
    """For each article that rests on another: that other one, and whether it changed the wording."""

    sources: dict[str, tuple[str, bool]]

    @classmethod
    def of(cls, relations: Iterable[tuple[str, str, str]]) -> Origins:
        """Return origins from (article, relation, other article); where one rests on several, the closest counts.

        Of several as close, the first by id does, so that the order in which they come does not matter.
        """
        resting = [
            (article, RESTS_ON.index(relation), other)
            for article, relation, other in relations
            if relation in RESTS_ON
        ]
        return cls({article: (other, bool(step)) for article, step, other in sorted(resting, reverse=True)})

    def origin(self, article: str) -> str:
        """Return the article that one rests on in the end, itself where it rests on none; of a circle, the first."""
        *_, last = chain = list(self._chain(article))
        back = self.sources.get(last)
        return min(chain[chain.index(back[0]) :]) if back else last

    def nearer(self, left: str, right: str) -> str | None:
        """Return which of two articles of one origin has fewer rewrites, then fewer steps, between it and the origin.

        None where nothing tells, or where they have no common origin.
        """
        if self.origin(left) != self.origin(right):
            return None
        one, two = self._distance(left), self._distance(right)
        return None if one == two else left if one < two else right

    def resting_on(self, article: str) -> set[str]:
        """Return the articles that rest on one, directly or through others."""
        return {other for other in self.sources if other != article and article in self._chain(other)}

    def _chain(self, article: str) -> Iterator[str]:
        """Yield an article, the one it rests on, and so on, each once."""
        seen: set[str] = set()
        step: str | None = article
        while step is not None and step not in seen:
            yield step
            seen.add(step)
            step = self.sources[step][0] if step in self.sources else None

    def _distance(self, article: str) -> tuple[int, int]:
        steps = [self.sources[step][1] for step in self._chain(article) if step in self.sources]
        return sum(steps), len(steps)
