"""Claims as far as comparing needs them: figures and statements, with origin, claimant and days."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

_LEAST_TELLING = 10
_Term = TypeVar("_Term")


@dataclass(frozen=True, slots=True)
class Days:
    """A bracket of ISO days, None where open, and the date in EDTF that gave it; `Days()` is unknown."""

    earliest: str | None = None
    latest: str | None = None
    date: str | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        """Tell whether anything is known of them."""
        return self.earliest is not None or self.latest is not None

    def apart(self, other: Days) -> bool:
        """Tell whether two known brackets have no day in common."""
        return _before(self, other) or _before(other, self)


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure: who claims it where, what it counts, the number as read and its bounds, None where open.

    `origin` is the article that its article rests on in the end, itself where it rests on none. `when` is the day on
    which the number stands, or its period where no such day is given; `since` is the period beside such a day.
    `reviewed` tells whether a person read it, or else it is drafted.
    """

    id: str
    article: str
    origin: str
    claimant: str | None
    measure: str
    figure_kind: str
    accumulation: str
    modality: str
    unit: str
    per: str | None
    subject: str | None
    places: frozenset[tuple[str, str]]
    printed: str
    comparator: str
    value: float | None
    low: float | None
    high: float | None
    when: Days = Days()
    since: Days = Days()
    said: Days = Days()
    related: frozenset[str] = frozenset()
    reviewed: bool = True

    @property
    def words(self) -> str:
        """The number as printed, with its comparator where the printed number does not hold it."""
        plain = self.comparator in {"exact", "range", "vague"}
        return self.printed if plain else f"{spelled(self.comparator)} {self.printed}"


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """A statement that takes a side; `origin` as for figures."""

    id: str
    article: str
    origin: str
    speaker: str | None
    proposition: str | None
    stance: str | None
    modality: str
    said: Days = Days()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found between two claims: the kind of comparison, the verdict, and why in one line."""

    kind: str
    verdict: str
    reason: str


def are_copies(left: FigureClaim | StatementClaim, right: FigureClaim | StatementClaim) -> bool:
    """Tell whether two claims stand in different articles that rest on one report, which one of them may be."""
    return left.article != right.article and left.origin == right.origin


def same_number(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two numbers are one, whatever their comparators: values within the finer rounding, or equal bounds.

    5 million is 5,000,000, a couple is two, and 33% is a third; 1,200 is not 1,214.
    """
    one, two = _value(left), _value(right)
    if one is None or two is None:
        return one is two and (left.low, left.high) == (right.low, right.high)
    rounding = min(_rounding(left), _rounding(right))
    return abs(one - two) <= rounding + 1e-9 * max(abs(one), abs(two))


def same_wording(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two numbers say the same; a word for one number, such as a couple, is as exact as that number."""
    bounds = [
        "exact" if claim.comparator == "vague" and _value(claim) is not None else claim.comparator
        for claim in (left, right)
    ]
    return bounds[0] == bounds[1] and same_number(left, right)


def is_telling(claim: FigureClaim) -> bool:
    """Tell whether a number is large enough that two claims hardly have it by chance: ten and above."""
    number = claim.low if claim.value is None else claim.value
    return number is not None and number >= _LEAST_TELLING


def both_differ(left: _Term | None, right: _Term | None) -> bool:
    """Tell whether two things are both told, and are not the same."""
    return bool(left) and bool(right) and left != right


def spelled(term: str) -> str:
    """Return a term of a vocabulary as words."""
    return term.replace("_", " ")


def _before(one: Days, other: Days) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _value(claim: FigureClaim) -> float | None:
    """Return the one number that a figure says, or a word such as a couple means."""
    return claim.low if claim.value is None and claim.low == claim.high else claim.value


def _rounding(claim: FigureClaim) -> float:
    """Return half the width of an exact number's bounds; the bounds of others are more than rounding."""
    if claim.comparator != "exact" or claim.low is None or claim.high is None:
        return 0.0
    return (claim.high - claim.low) / 2
