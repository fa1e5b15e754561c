"""compare: how two claims stand to each other, by one predicate for each kind; pure.

No winner is picked. A pair that agrees, or that no kind is about, gives nothing. What counts most is what must not
be called a disagreement: other measures, stock against flow, gross against net, targets against counts, parts
against wholes, other periods, other places, and a copy against its own report.
"""

from __future__ import annotations

import math
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


def are_copies(left: FigureClaim | StatementClaim, right: FigureClaim | StatementClaim) -> bool:
    """Tell whether two claims stand in different articles that rest on one report."""
    return left.article != right.article and left.origin is not None and left.origin == right.origin


def compare_figures(left: FigureClaim, right: FigureClaim) -> Verdict | None:
    """Return how two figures stand to each other, or None where there is nothing to say."""
    alike = left.measure == right.measure and left.figure_kind == right.figure_kind and left.per == right.per
    if not alike or right.id in left.related or left.id in right.related:
        return None
    if are_copies(left, right):
        return _drift(left, right)
    separate = "none" in {left.accumulation, right.accumulation} and left.subject != right.subject
    if separate or (left.comparator == "all_but") != (right.comparator == "all_but") or _overlap(left, right):
        return None
    same_voice = left.article == right.article and left.claimant == right.claimant
    difference = _definition(left, right)
    if difference is not None:
        return None if same_voice else Verdict("definition", "not_comparable", difference)
    numbers = f"{_printed(left)} against {_printed(right)}"
    if (
        left.claimant
        and left.claimant == right.claimant
        and left.said
        and right.said
        and left.said != right.said
    ):
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
    if are_copies(left, right):
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
    # The author of one article is not the author of another.
    same_speaker = left.speaker == right.speaker and (
        left.speaker is not None or left.article == right.article
    )
    if {left.stance, right.stance} == {"supports", "opposes"} and not same_speaker:
        return Verdict("stance", "disagrees", "one supports what the other opposes")
    return None


def check_derivation(derivation: Derivation) -> Verdict | None:
    """Return a verdict where printed arithmetic does not come out, else None.

    Exact numbers are taken as printed, others within their bounds; what is printed as the result has its rounding.
    """
    one, two = sorted(derivation.sources, key=_middle, reverse=True)
    (one_low, one_high), (two_low, two_high) = _bounds(one), _bounds(two)
    if derivation.result.low is None and derivation.result.high is None:
        return None
    match derivation.operation:
        case "difference":
            expected, sign = [(one_low - two_high, one_high - two_low)], "less"
        case "sum":
            expected, sign = [(one_low + two_low, one_high + two_high)], "and"
        case "product":
            expected, sign = [(one_low * two_low, one_high * two_high)], "times"
        case _ if two_low > 0 and one_low > 0:
            # A ratio may be of the larger to the smaller, or a share of the smaller in the larger.
            expected, sign = (
                [(one_low / two_high, one_high / two_low), (two_low / one_high, two_high / one_low)],
                "by",
            )
        case _:
            return None
    if any(_meets(derivation.result, low, high) for low, high in expected):
        return None
    low, high = expected[0]
    found = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    return Verdict(
        "arithmetic",
        "disagrees",
        f"{one.printed} {sign} {two.printed} is {found}, which is not {_printed(derivation.result)}",
    )


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
            parent = None if parent in disputed else parent_of.get(parent)
    return pairs


def _echo(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two figures of articles of one origin may be the same claim."""
    return (
        are_copies(left, right)
        and (left.measure, left.figure_kind, left.per, left.subject, left.claimant)
        == (right.measure, right.figure_kind, right.per, right.subject, right.claimant)
        and _times_meet(left, right)
        and (not left.places or not right.places or bool(left.places & right.places))
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
    modalities = {left.modality, right.modality}
    if len(modalities) == 2 and modalities != {"reported", "estimated"}:
        return f"{left.modality} against {right.modality}"
    if left.subject != right.subject:
        return "other people or things are counted"
    if left.places != right.places and left.places and right.places:
        return "other places"
    times = {(left.when_earliest, left.when_latest), (right.when_earliest, right.when_latest)}
    if len(times) == 2:
        return "other days or periods"
    return "when is not said" if times == {(None, None)} and left.accumulation != "none" else None


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


def _meets(claim: FigureClaim, low: float, high: float) -> bool:
    """Tell whether a figure's bounds and others have a number in common, but for what floats lose."""
    slack = 1e-9 * max(abs(low), abs(high))
    return (claim.low is None or claim.low <= high + slack) and (
        claim.high is None or low - slack <= claim.high
    )


def _bounds(claim: FigureClaim) -> tuple[float, float]:
    """Return the number as printed where it is exact, else its bounds; an open end is infinite."""
    if claim.comparator == "exact":
        return _middle(claim), _middle(claim)
    return (-math.inf if claim.low is None else claim.low), (math.inf if claim.high is None else claim.high)


def _middle(claim: FigureClaim) -> float:
    """Return the middle of a figure's bounds, or the one there is."""
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _printed(claim: FigureClaim) -> str:
    plain = claim.comparator in {"exact", "range", "vague"}
    return claim.printed if plain else f"{_words(claim.comparator)} {claim.printed}"


def _words(term: str) -> str:
    return term.replace("_", " ")


def _plain(value: float) -> str:
    return f"{value:,.0f}" if math.isfinite(value) and value == int(value) else f"{value:,.4g}"
