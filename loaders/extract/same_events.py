"""same_events: which events of an article are one that it tells more than once.

Two tellings are of one event where type and status agree, nothing is at odds (who, where, when), and something is
shared: a named participant in one role, a day, the same words for who took part, or the place of something that lasts.
What happened again is another event.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.findings import Date, Event
from loaders.extract.triggers import triggers

_FACTS = {"happened", "ongoing"}


def tellings(events: Sequence[Event]) -> tuple[int, ...]:
    """Return for each event the position of the first that tells the same one, its own where none does."""
    anew = triggers().words.anew
    groups: dict[int, list[Event]] = {}
    firsts: list[int] = []
    for position, event in enumerate(events):
        first = position
        if not anew & set(event.text.lower().split()):
            first = next((i for i, group in groups.items() if _belongs(event, group)), position)
        groups.setdefault(first, []).append(event)
        firsts.append(first)
    return tuple(firsts)


def at_odds(one: Event, other: Event) -> bool:
    """Tell whether two events differ in their days, in who took part in a role, or in a place of one role.

    Where they share somebody named, others may be described in different words: "police", "two officers".
    """
    if one.date is not None and other.date is not None and _apart(one.date, other.date):
        return True
    is_named = bool(_named(one) & _named(other))
    who = (_named_by_role(one), _named_by_role(other)) if is_named else (_who(one), _who(other))
    return any(
        left and right and not left & right
        for mine, theirs in (who, (_where(one), _where(other)))
        for left, right in ((mine[role], theirs.get(role, set())) for role in mine)
    )


def _belongs(event: Event, group: Sequence[Event]) -> bool:
    return not any(_differ(event, other) for other in group) and any(_share(event, other) for other in group)


def _differ(one: Event, other: Event) -> bool:
    facts = {one.status, other.status} <= _FACTS
    return one.type != other.type or (one.status != other.status and not facts) or at_odds(one, other)


def _share(one: Event, other: Event) -> bool:
    if one.date is not None and other.date is not None and one.date.edtf is not None:
        return True
    if _named(one) & _named(other):
        return True
    if _where(one) != _where(other):
        return False
    who = {(p.role, p.text.lower()) for p in one.participants}
    words = bool(who & {(p.role, p.text.lower()) for p in other.participants})
    return words or (one.type in triggers().lasting and bool(one.places))


def _apart(one: Date, other: Date) -> bool:
    """Tell whether two dates have no day in common; of those without days, whether their words differ."""
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.latest < other.earliest or other.latest < one.earliest
    return one.text.lower() != other.text.lower()


def _named(event: Event) -> set[tuple[str, str]]:
    return {(one.role, one.entity) for one in event.participants if one.entity is not None}


def _named_by_role(event: Event) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for role, entity in _named(event):
        found.setdefault(role, set()).add(entity)
    return found


def _who(event: Event) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in event.participants:
        found.setdefault(one.role, set()).add(one.entity or one.text.lower())
    return found


def _where(event: Event) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for role, name in event.places:
        found.setdefault(role, set()).add(name.entity)
    return found
