"""echo: which claims of two articles that rest on one report are the same claim, and how the wording moved; pure.

A copy does not disagree with its own report: it repeats it, or it drifts. A rewrite moves one thing at a time, so two
claims are one where all that tells claims apart is the same but for one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from loaders.claims import (
    Days,
    FigureClaim,
    StatementClaim,
    Verdict,
    are_copies,
    both_differ,
    is_telling,
    same_number,
    same_wording,
    spelled,
)
from loaders.dates_in_words import period_in_words

_Claim = TypeVar("_Claim", FigureClaim, StatementClaim)
_Closeness = tuple[float, ...]


def is_echo(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two figures of articles of one report may be one claim.

    Either the number moved and nothing else: the same people in the same places and days, on the same word. Or the
    number is the same and at most one other thing moved, if the number is large enough to tell claims apart. What one
    side leaves out is no move, but a source that is left out must not come with another number.
    """
    alike = (left.measure, left.figure_kind, left.unit) == (right.measure, right.figure_kind, right.unit)
    if not alike or not are_copies(left, right):
        return False
    apart = _told_apart(left, right)
    if same_number(left, right):
        return apart == 0 or (apart == 1 and is_telling(left) and is_telling(right))
    return apart == 0 and (left.claimant, left.subject) == (right.claimant, right.subject)


def is_echo_of_statement(left: StatementClaim, right: StatementClaim) -> bool:
    """Tell whether two statements of copies may be one: one speaker, or one side where one names no speaker."""
    if not are_copies(left, right) or left.proposition is None or left.proposition != right.proposition:
        return False
    return left.speaker == right.speaker or (
        (left.speaker is None) != (right.speaker is None) and left.stance == right.stance
    )


def echoes(
    ours: Sequence[FigureClaim], theirs: Sequence[FigureClaim]
) -> list[tuple[FigureClaim, FigureClaim]]:
    """Return which figures of two copies of one report are the same claim, each once at most, closest first."""
    return list(
        _closest((_closeness(one, two), one, two) for one in ours for two in theirs if is_echo(one, two))
    )


def echoes_of_statements(
    ours: Sequence[StatementClaim], theirs: Sequence[StatementClaim]
) -> list[tuple[StatementClaim, StatementClaim]]:
    """Return which statements of two copies of one report are the same, each once at most, closest first."""
    return list(
        _closest(
            ((one.speaker != two.speaker, one.stance != two.stance, one.modality != two.modality), one, two)
            for one in ours
            for two in theirs
            if is_echo_of_statement(one, two)
        )
    )


def drift(left: FigureClaim, right: FigureClaim) -> Verdict | None:
    """Return what moved between two wordings of one figure, told from left to right; None where nothing did."""
    moved: list[str] = []
    if not same_wording(left, right):
        moved.append(f"{left.words} became {right.words}")
    if left.per != right.per:
        moved.append(f"{_per(left)} became {_per(right)}")
    if both_differ(left.subject, right.subject):
        moved.append("other people or things are counted")
    if _places_moved(left, right):
        moved.append("the places moved")
    moved += [_days_moved(one, two) for one, two in _all_days(left, right) if both_differ(one, two)]
    moved += _source_moved(left.claimant, right.claimant)
    for one, two in ((left.modality, right.modality), (left.accumulation, right.accumulation)):
        if one != two:
            moved.append(f"{spelled(one)} became {spelled(two)}")
    return Verdict("wording", "drifts", "; ".join(moved)) if moved else None


def drift_of_statement(left: StatementClaim, right: StatementClaim) -> Verdict | None:
    """Return what moved between two wordings of one statement, told from left to right; None where nothing did."""
    moved = _source_moved(left.speaker, right.speaker)
    for name, one, two in (
        ("stance", left.stance, right.stance),
        ("modality", left.modality, right.modality),
    ):
        if one != two:
            moved.append(f"{name} {one} became {two}")
    return Verdict("wording", "drifts", "; ".join(moved)) if moved else None


def _told_apart(left: FigureClaim, right: FigureClaim) -> int:
    """Count what tells two figures apart besides their numbers; what only one of them tells does not."""
    return sum(
        (
            both_differ(left.claimant, right.claimant),
            both_differ(left.subject, right.subject),
            bool(left.places and right.places) and not left.places & right.places,
            left.per != right.per,
            any(one.apart(two) for one, two in _all_days(left, right)),
        )
    )


def _closeness(left: FigureClaim, right: FigureClaim) -> _Closeness:
    """Return how far two figures are from being one claim, the gravest difference first."""
    lesser = sum(
        getattr(left, name) != getattr(right, name)
        for name in (
            "claimant",
            "subject",
            "places",
            "when",
            "since",
            "modality",
            "accumulation",
            "comparator",
        )
    )
    one, two = (claim.low or 0.0 if claim.value is None else claim.value for claim in (left, right))
    return _told_apart(left, right), not same_number(left, right), lesser, abs(one - two)


def _closest(pairs: Iterable[tuple[_Closeness, _Claim, _Claim]]) -> Iterator[tuple[_Claim, _Claim]]:
    """Yield pairs from the closest on, of which neither side was in an earlier one."""
    used: set[str] = set()
    for _, one, two in sorted(pairs, key=lambda pair: (pair[0], *sorted((pair[1].id, pair[2].id)))):
        if not used & {one.id, two.id}:
            yield one, two
            used |= {one.id, two.id}


def _all_days(left: FigureClaim, right: FigureClaim) -> tuple[tuple[Days, Days], tuple[Days, Days]]:
    return (left.when, right.when), (left.since, right.since)


def _days_moved(one: Days, two: Days) -> str:
    words = (period_in_words(days.date) if days.date else "no date" for days in (one, two))
    return f"the time moved: {', then '.join(words)}"


def _places_moved(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether each side has a place that the other has not; what is only left out has not moved."""
    return bool(left.places - right.places) and bool(right.places - left.places)


def _source_moved(one: str | None, two: str | None) -> list[str]:
    if one == two:
        return []
    if one and two:
        return ["it is put on another's word"]
    named, own = "a named source", "the article's own word"
    return [f"{named} became {own}"] if one else [f"{own} became {named}"]


def _per(claim: FigureClaim) -> str:
    return f"per {claim.per}" if claim.per else "in all"
