"""compare: how two claims stand to each other, by one predicate for each kind; pure.

No winner is picked. A pair that agrees, or that no kind is about, gives nothing. What counts most is what must not
be called a disagreement: other measures, stock against flow, gross against net, targets against counts, parts
against wholes, other periods, other places, and a copy against its own report.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure as far as comparing needs it; interval bounds are None where open, days are ISO, None where open."""

    id: str
    article: str
    origin: str | None
    claimant: str | None
    measure: str
    figure_kind: str
    accumulation: str
    modality: str
    per: str | None
    subject: str | None
    places: frozenset[tuple[str, str]]
    printed: str
    comparator: str
    low: float | None
    high: float | None
    when_earliest: str | None
    when_latest: str | None
    said: str | None
    related: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """A statement as far as comparing needs it."""

    id: str
    article: str
    origin: str | None
    speaker: str | None
    proposition: str | None
    stance: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found between two claims: the kind of comparison, the verdict, and why in one line."""

    kind: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that an article works out from two others, with the operation."""

    result: FigureClaim
    operation: str
    sources: tuple[FigureClaim, FigureClaim] = field(compare=False)


def compare_figures(left: FigureClaim, right: FigureClaim) -> Verdict | None:
    """Return how two figures stand to each other, or None where there is nothing to say."""
    alike = left.measure == right.measure and left.figure_kind == right.figure_kind and left.per == right.per
    if not alike or right.id in left.related or left.id in right.related:
        return None
    if left.article != right.article and left.origin is not None and left.origin == right.origin:
        return _drift(left, right)
    if _overlap(left, right) or (left.accumulation == "none" and left.subject != right.subject):
        return None
    same_voice = left.article == right.article and left.claimant == right.claimant
    difference = _definition(left, right)
    if difference is not None:
        return None if same_voice else Verdict("definition", "not_comparable", difference)
    numbers = f"{_printed(left)} against {_printed(right)}"
    if left.claimant is not None and left.claimant == right.claimant and left.said != right.said:
        return Verdict("revision", "revised", f"the same claimant gives {numbers} on another day")
    return Verdict("value", "disagrees", f"{numbers} for the same thing and time")


def echoes(
    ours: Sequence[FigureClaim], theirs: Sequence[FigureClaim]
) -> list[tuple[FigureClaim, FigureClaim]]:
    """Return which figures of two articles of one origin are the same claim, each at most once.

    The same measure, people, claimant and overlapping times make an echo, though the wording may have moved;
    where several fit, the nearest number does.
    """
    pairs = [
        (_distance(one, two), one.id, two.id, one, two) for one in ours for two in theirs if _echo(one, two)
    ]
    matched: list[tuple[FigureClaim, FigureClaim]] = []
    used: set[str] = set()
    for _, _, _, one, two in sorted(pairs, key=lambda pair: pair[:3]):
        if not used & {one.id, two.id}:
            matched.append((one, two))
            used |= {one.id, two.id}
    return matched


def compare_statements(left: StatementClaim, right: StatementClaim) -> Verdict | None:
    """Return how two statements stand to each other, or None where there is nothing to say."""
    if left.proposition is None or left.proposition != right.proposition:
        return None
    if left.article != right.article and left.origin is not None and left.origin == right.origin:
        moved = [
            f"{name} {one} became {two}"
            for name, one, two in (
                ("stance", left.stance, right.stance),
                ("modality", left.modality, right.modality),
            )
            if one != two
        ]
        same_voice = left.speaker == right.speaker
        return Verdict("wording", "drifts", "; ".join(moved)) if moved and same_voice else None
    if {left.stance, right.stance} == {"supports", "opposes"} and left.speaker != right.speaker:
        return Verdict("stance", "disagrees", "one supports what the other opposes")
    return None


def check_derivation(derivation: Derivation) -> Verdict | None:
    """Return a verdict where printed arithmetic does not come out, else None."""
    one, two = derivation.sources
    if None in {one.low, one.high, two.low, two.high, derivation.result.low}:
        return None
    first, second = _middle(one), _middle(two)
    high, low = max(first, second), min(first, second)
    expected = {"difference": high - low, "sum": first + second, "product": first * second}.get(
        derivation.operation, high / low if low else None
    )
    if expected is None or _holds(derivation.result, expected):
        return None
    larger, smaller = (one, two) if first >= second else (two, one)
    sign = {"difference": "less", "sum": "and", "product": "times"}.get(derivation.operation, "divided by")
    sum_ = f"{larger.printed} {sign} {smaller.printed} is {_plain(expected)}"
    return Verdict("arithmetic", "disagrees", f"{sum_}, which is not {_printed(derivation.result)}")


def listed_beside_its_whole(
    places: Collection[str], parent_of: dict[str, str | None], disputed: Collection[str]
) -> Sequence[tuple[str, str]]:
    """Return the pairs of a place and a larger one that holds it, where one list sets both side by side.

    A disputed place beside the country that claims it is left alone: the list takes a side, it makes no slip.
    """
    pairs = []
    for place in sorted(set(places) - set(disputed)):
        parent = parent_of.get(place)
        while parent is not None:
            if parent in places:
                pairs.append((place, parent))
            parent = parent_of.get(parent)
    return pairs


def _echo(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two figures of articles of one origin may be the same claim."""
    return (
        left.article != right.article
        and left.origin is not None
        and left.origin == right.origin
        and (left.measure, left.figure_kind, left.per, left.subject, left.claimant)
        == (right.measure, right.figure_kind, right.per, right.subject, right.claimant)
        and _times_meet(left, right)
    )


def _distance(left: FigureClaim, right: FigureClaim) -> float:
    """Return how far apart two numbers are, by their lower bounds."""
    return abs((left.low or 0) - (right.low or 0))


def _drift(left: FigureClaim, right: FigureClaim) -> Verdict | None:
    """Compare a report with its rewrite: the same claim, in words that moved."""
    if not _echo(left, right):
        return None
    moved = []
    if (left.low, left.high) != (right.low, right.high):
        moved.append(f"{_printed(left)} became {_printed(right)}")
    times = {(left.when_earliest, left.when_latest), (right.when_earliest, right.when_latest)}
    if len(times) == 2 and (None, None) not in times:
        moved.append("the period moved")
    if left.modality != right.modality:
        moved.append(f"{left.modality} became {right.modality}")
    if left.accumulation != right.accumulation:
        moved.append(f"{left.accumulation} became {right.accumulation}")
    return Verdict("wording", "drifts", "; ".join(moved)) if moved else None


def _definition(left: FigureClaim, right: FigureClaim) -> str | None:
    """Say in what two figures of one measure differ so that they cannot be set against each other."""
    if left.accumulation != right.accumulation:
        return f"{_words(left.accumulation)} against {_words(right.accumulation)}"
    if left.modality != right.modality and "reported" in {left.modality, right.modality}:
        return f"{left.modality} against {right.modality}"
    if left.subject != right.subject:
        return "other people or things are counted"
    if left.places != right.places and left.places and right.places:
        return "other places"
    if (left.when_earliest, left.when_latest) != (right.when_earliest, right.when_latest):
        return "other days or periods"
    return None


def _overlap(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether both intervals could hold one number."""
    apart = (left.high is not None and right.low is not None and left.high < right.low) or (
        right.high is not None and left.low is not None and right.high < left.low
    )
    return not apart


def _times_meet(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two brackets of days have a day in common; an unknown time meets every other."""
    if left.when_latest and right.when_earliest and left.when_latest < right.when_earliest:
        return False
    return not (right.when_latest and left.when_earliest and right.when_latest < left.when_earliest)


def _holds(claim: FigureClaim, value: float) -> bool:
    return (claim.low is None or claim.low <= value) and (claim.high is None or value <= claim.high)


def _middle(claim: FigureClaim) -> float:
    assert claim.low is not None  # noqa: S101
    assert claim.high is not None  # noqa: S101
    return (claim.low + claim.high) / 2


def _printed(claim: FigureClaim) -> str:
    plain = claim.comparator in {"exact", "range", "vague"}
    return claim.printed if plain else f"{_words(claim.comparator)} {claim.printed}"


def _words(term: str) -> str:
    return term.replace("_", " ")


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
