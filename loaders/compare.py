"""compare: how two claims stand to each other, by one predicate for each kind; pure.

No winner is picked. A pair that agrees, or that no kind is about, gives nothing. What counts most is what must not
be called a disagreement: other measures, stock against flow, gross against net, targets against counts, parts
against wholes, other periods, other places, and a copy against its own report.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from loaders.claims import FigureClaim, StatementClaim, Verdict, are_copies, same_number, spelled
from loaders.echo import drift, drift_of_statement, is_echo, is_echo_of_statement

# Where a rule or a sentence lays numbers down, both ends of a range are meant as they are printed.
_LAID_DOWN = {"statutory", "imposed"}
# Comparators whose bound is the number itself, and those of them that leave it out.
_SHARP = {"at_least", "more_than", "less_than", "up_to", "nearly", "range"}
_BELOW = {"less_than", "nearly"}
_ABOVE = {"more_than"}
# A claimant keeps such a count up, so that another one on another day takes the place of the first.
_KEPT_UP = {"stock", "cumulative"}


def may_meet(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two figures of one measure are looked at at all.

    Every two are that a person read, and all of copies. A draft must have a subject, a claimant or a day in common
    with the other: there are too many drafts to say of every two why they cannot be compared.
    """
    if (left.reviewed and right.reviewed) or are_copies(left, right):
        return True
    return (
        (left.subject is not None and left.subject == right.subject)
        or (left.claimant is not None and left.claimant == right.claimant)
        or (left.when.earliest is not None and left.when == right.when)
    )


def compare_figures(left: FigureClaim, right: FigureClaim) -> Verdict | None:
    """Return how two figures stand to each other, or None where there is nothing to say."""
    if not _are_alike(left, right):
        return None
    if are_copies(left, right):
        return drift(left, right) if is_echo(left, right) else None
    one_scale = (left.unit, left.per) == (right.unit, right.per)
    if one_scale and not _are_apart(left, right):
        return None
    differences = list(_definitions(left, right))
    numbers = f"{left.words} against {right.words}"
    if not differences and _is_revised(left, right):
        return Verdict("revision", "revised", f"the same claimant gives {numbers} on another day")
    if not differences and _is_fallen_sum(left, right):
        return Verdict("value", "disagrees", f"{numbers}, though the smaller sum is up to a later day")
    differences += _times(left, right)
    if not differences:
        return Verdict("value", "disagrees", f"{numbers} for the same thing and time")
    # Who gives both in one article knows that they are two things.
    same_voice = left.article == right.article and left.claimant == right.claimant
    drafted = not (left.reviewed or right.reviewed)
    return None if same_voice or drafted else Verdict("definition", "not_comparable", "; ".join(differences))


def compare_statements(left: StatementClaim, right: StatementClaim) -> Verdict | None:
    """Return how two statements stand to each other, or None where there is nothing to say."""
    if left.proposition is None or left.proposition != right.proposition:
        return None
    if are_copies(left, right):
        return drift_of_statement(left, right) if is_echo_of_statement(left, right) else None
    if {left.stance, right.stance} != {"supports", "opposes"}:
        return None
    if left.speaker is not None and left.speaker == right.speaker and left.said.apart(right.said):
        return Verdict("revision", "revised", "the same speaker takes the other side on another day")
    # One voice may give both sides in one article; the author of one article is not the author of another.
    if left.article == right.article and left.speaker == right.speaker:
        return None
    return Verdict("stance", "disagrees", "one supports what the other opposes")


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


def _are_alike(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether two figures look as if they could be set against each other."""
    if left.measure != right.measure or left.figure_kind != right.figure_kind:
        return False
    if right.id in left.related or left.id in right.related:
        return False
    if are_copies(left, right):
        return True
    # What does not accumulate is compared only for one person; who is left out is no count of who is there.
    separate = "none" in {left.accumulation, right.accumulation} and left.subject != right.subject
    return not separate and (left.comparator == "all_but") == (right.comparator == "all_but")


def _are_apart(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether no number fits both; of what is laid down alike, whether both say another."""
    laid_down = {left.modality, right.modality} <= _LAID_DOWN and left.comparator == right.comparator
    if laid_down and left.comparator in _SHARP:
        return not same_number(left, right)
    return _is_below(left, right) or _is_below(right, left)


def _is_below(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether every number of the left bounds is below every number of the right ones.

    Bounds that only touch are apart where both are rounded, since a number is rounded one way, and where one side
    leaves out the number in which they touch and neither is rounded.
    """
    if left.high is None or right.low is None:
        return False
    if not math.isclose(left.high, right.low, rel_tol=1e-9):
        return left.high < right.low
    comparators = {left.comparator, right.comparator}
    left_out = left.comparator in _BELOW or right.comparator in _ABOVE
    if left_out:
        return comparators <= _SHARP and len(comparators) == 2
    return comparators == {"exact"} and not same_number(left, right)


def _definitions(left: FigureClaim, right: FigureClaim) -> Iterator[str]:
    """Say in what two figures of one measure differ, but for days, so that they cannot be set against each other."""
    if left.unit != right.unit:
        yield f"{left.unit} against {right.unit}"
    if left.per != right.per:
        yield f"per {left.per} against per {right.per}"
    if left.accumulation != right.accumulation:
        yield f"{spelled(left.accumulation)} against {spelled(right.accumulation)}"
    modalities = {left.modality, right.modality}
    if len(modalities) == 2 and modalities != {"reported", "estimated"}:
        yield f"{left.modality} against {right.modality}"
    if left.subject != right.subject:
        told = left.subject and right.subject
        yield "other people or things are counted" if told else "one does not say whom it counts"
    elif left.subject is None and not (left.places and right.places):
        yield "whom they count is not said"
    if left.places != right.places and left.places and right.places:
        yield "other places"


def _times(left: FigureClaim, right: FigureClaim) -> Iterator[str]:
    """Say in what two figures differ as to when, so that they cannot be set against each other."""
    for one, two in ((left.when, right.when), (left.since, right.since)):
        if one != two:
            yield "other days or periods" if one and two else "one does not say when, or since when"
    if not left.when and not right.when and not (_stays(left) and _stays(right)):
        yield "when is not said"


def _is_revised(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether one claimant gives both on two days, for one time or each for its own day."""
    if left.claimant is None or left.claimant != right.claimant or not left.said.apart(right.said):
        return False
    if (left.when, left.since) == (right.when, right.since):
        return bool(left.when) or _stays(left)
    kept_up = left.accumulation in _KEPT_UP and left.since == right.since
    return kept_up and all(claim.when and not claim.when.apart(claim.said) for claim in (left, right))


def _is_fallen_sum(left: FigureClaim, right: FigureClaim) -> bool:
    """Tell whether of two sums since one beginning that up to the later day is the smaller one."""
    days = [claim.when.earliest for claim in (left, right) if claim.when.earliest == claim.when.latest]
    if left.accumulation != "cumulative" or left.since != right.since or None in days or len(set(days)) < 2:
        return False
    earlier, later = (left, right) if str(days[0]) < str(days[1]) else (right, left)
    return _is_below(later, earlier)


def _stays(claim: FigureClaim) -> bool:
    """Tell whether a number is the same whatever the day: a sentence or a law is, a count or a man's age is not."""
    grows = claim.figure_kind == "age" and claim.modality not in _LAID_DOWN
    return claim.accumulation == "none" and not grows
