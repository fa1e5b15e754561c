"""place_choice: of the places that a name may mean, the one for which most speaks in its text."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from loaders.extract.findings import Name
from loaders.extract.gazetteer import Entry
from loaders.extract.parsing import ParsedParagraph
from loaders.extract.place_readings import Readings

# What speaks for a reading, in points; set by hand on LGL and GeoVirus, where each may move by half with little loss.
_KIND = {"country": 3.0, "first_level": 1.0}
_BY_TENFOLD_PEOPLE = {"first_level": 0.35, "second_level": 0.35}
_BY_TENFOLD_PEOPLE_OF_TOWN = 0.55
# Places of `regions.yaml` are listed because news means them; nothing but an enclosing name speaks louder.
_LISTED = 7.5
_LISTED_KINDS = {"macro_region", "former_country", "informal_region", "landmark"}
_CAPITAL = 0.8
_OTHER_NAME = -1.2
_WANTED, _NOT_WANTED = 1.5, -0.5
_ENCLOSED, _NOT_ENCLOSED = 5.0, -2.5
_ENCLOSES = 2.5
_SIBLING = 3.5
_COUNTRY = 2.4
_NAMESAKE = 3.0
_DIVISION = 2.6
_NEAR = 1.6
_NEAR_KM = 150.0
_EARTH_KM = 6371.0
# Whoever has half of the votes has the whole share.
_MAJORITY = 2.0
_WELL_KNOWN_DIVISION = 1_000_000
_LARGE_TOWN = 500_000
_WORLD_CITY = 5_000_000
_COUNTY_KM, _REGION_KM, _TOWN_KM = 80, 600, 50
_BETWEEN_SIBLINGS = re.compile(r"(?:,? (?:and|or) |, )(?:the )?")

_Key = TypeVar("_Key")


@dataclass(slots=True)
class Mention:
    """A name with the places it may mean, what the text says encloses it, and what was chosen, with points and why."""

    name: Name
    paragraph: ParsedParagraph
    key: str
    readings: Readings
    enclosing: tuple[tuple[str, tuple[Entry, ...]], ...]
    chosen: Entry | None = None
    points: float = 0.0
    reason: str = ""


def choose(mentions: Sequence[Mention]) -> None:
    """Choose a place for each mention: by its own words and the text's votes first, then by what lies near."""
    countries, divisions = _votes(mentions)
    kinds = _kinds_by_list(mentions)
    for mention in mentions:
        _settle(mention, countries, divisions, (), kinds)
    _agree(mentions)
    divisions = _with_towns(mentions, divisions)
    towns = [m.chosen for m in mentions if m.chosen and m.chosen.kind in {"settlement", "second_level"}]
    for mention in mentions:
        _settle(mention, countries, divisions, towns, kinds)
    _agree(mentions)


def _votes(mentions: Sequence[Mention]) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Return each country's and each division's share of what the text names without doubt."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    for mention in mentions:
        for _, entries in mention.enclosing:
            _vote([e for e in entries if e.kind in {"country", "first_level"}][:2], countries, divisions)
        entries = mention.readings.entries
        if not entries or _has_namesake(entries):
            continue
        top = max(entries, key=lambda entry: _own_points(entry, mention.readings.wanted))
        if top.kind in {"country", "first_level", "informal_region"}:
            _vote([top], countries, divisions)
        elif len({entry.country for entry in entries}) == 1 and top.country:
            countries[top.country] += 0.7
    return _shares(countries), _shares(divisions)


def _vote(
    entries: Sequence[Entry], countries: dict[str, float], divisions: dict[tuple[str, str], float]
) -> None:
    for entry in entries:
        if entry.country:
            countries[entry.country] += 1 / len(entries)
            if entry.kind == "first_level" and entry.division:
                divisions[entry.country, entry.division] += 1 / len(entries)


def _with_towns(
    mentions: Sequence[Mention], named: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """Add the divisions of the towns that were chosen for good reasons to those that the text names."""
    votes: dict[tuple[str, str], float] = defaultdict(float)
    for mention in mentions:
        town = mention.chosen
        if town and town.country and town.division:
            alone = len(mention.readings.entries) == 1
            if mention.enclosing or alone or town.population > _LARGE_TOWN:
                votes[town.country, town.division] += 1.0
    shares = _shares(votes)
    return {key: max(named.get(key, 0.0), shares.get(key, 0.0)) for key in {*named, *shares}}


def _shares(votes: Mapping[_Key, float]) -> dict[_Key, float]:
    total = sum(votes.values())
    return {key: min(1.0, _MAJORITY * value / total) for key, value in votes.items()} if total else {}


def _kinds_by_list(mentions: Sequence[Mention]) -> dict[int, str]:
    """Return the kinds that rows of names give: "Ohio and Washington" are states, "Albany, New York" ends in one."""
    kinds: dict[int, str] = {}
    for before, after in pairwise(mentions):
        if before.name.span.paragraph != after.name.span.paragraph:
            continue
        between = before.paragraph.printed[before.name.span.end : after.name.span.start]
        if not _BETWEEN_SIBLINGS.fullmatch(between):
            continue
        for one, other in ((before, after), (after, before)):
            if one.readings.entries:
                top = max(one.readings.entries, key=lambda entry: _own_points(entry, one.readings.wanted))
                if top.kind != "settlement":
                    kinds.setdefault(id(other), top.kind)
        divisions = [entry for entry in after.readings.entries if entry.kind == "first_level"]
        if between == ", " and any(
            encloses(outer, inner) for outer in divisions for inner in before.readings.entries
        ):
            kinds[id(after)] = "first_level"
    return kinds


def _settle(
    mention: Mention,
    countries: Mapping[str, float],
    divisions: Mapping[tuple[str, str], float],
    towns: Sequence[Entry],
    kinds: Mapping[int, str],
) -> None:
    """Give a mention the place for which most speaks, with the points and the reason."""
    entries = mention.readings.entries
    enclosed = [
        (printed, outers)
        for printed, outers in mention.enclosing
        if any(encloses(outer, inner) for outer in outers for inner in entries)
    ]
    namesake = _has_namesake(entries)
    mention.chosen = None
    for entry in entries:
        points = _own_points(entry, mention.readings.wanted)
        reasons = []
        for printed, outers in enclosed:
            inside = any(encloses(outer, entry) for outer in outers)
            points += _ENCLOSED if inside else _NOT_ENCLOSED
            if inside:
                reasons.append(f"lies in {printed}, named beside it")
        if kinds.get(id(mention)) == entry.kind:
            points += _SIBLING
            reasons.append("named in a row with its like")
        share = countries.get(entry.country or "", 0.0)
        if entry.kind == "country":
            points += _NAMESAKE * (share - 1) if namesake else _COUNTRY * share
        elif share:
            points += _COUNTRY * share
            reasons.append("its country is the text's")
        share = divisions.get((entry.country or "", entry.division or ""), 0.0)
        if share and entry.kind in {"settlement", "second_level", "first_level"}:
            points += _DIVISION * share
            reasons.append("its region is the text's")
        near = _nearness(entry, towns)
        if near > 0.05:
            points += _NEAR * near
            reasons.append("near the text's other places")
        if mention.chosen is None or points > mention.points:
            mention.chosen, mention.points = entry, points
            mention.reason = "; ".join(reasons) or _plain_reason(entries)


def _plain_reason(entries: Sequence[Entry]) -> str:
    return "the only place of that name" if len(entries) == 1 else "the best known of that name"


def _own_points(entry: Entry, wanted: str | None) -> float:
    """Return what speaks for a place whatever the text: its kind, its people, and whether the name is its own."""
    if is_listed(entry):
        points = _LISTED
    else:
        tenfold = _BY_TENFOLD_PEOPLE.get(entry.kind, _BY_TENFOLD_PEOPLE_OF_TOWN)
        points = _KIND.get(entry.kind, 0.0) + tenfold * math.log10(entry.population + 1)
        points += _OTHER_NAME if entry.form == "other" and entry.population < _WORLD_CITY else 0.0
    if entry.stands_for and entry.kind == "settlement":
        points += _CAPITAL
    if wanted is not None:
        points += _WANTED if entry.kind == wanted else _NOT_WANTED
    return points


def is_listed(entry: Entry) -> bool:
    """Tell whether a place comes from the short list of `regions.yaml`."""
    return entry.kind in _LISTED_KINDS or (entry.kind == "first_level" and entry.division is None)


def _has_namesake(entries: Sequence[Entry]) -> bool:
    """Tell whether a name is both a country's and a well-known division's: Georgia."""
    return any(e.kind == "country" and e.form == "name" for e in entries) and any(
        e.kind == "first_level" and e.form == "name" and e.population > _WELL_KNOWN_DIVISION for e in entries
    )


def encloses(outer: Entry, inner: Entry) -> bool:
    """Tell whether one place lies in the other, as far as codes and distance tell."""
    if outer.id == inner.id or outer.country is None or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if inner.kind not in {"settlement", "second_level", "landmark"}:
        return False
    if outer.kind == "first_level" and outer.division is not None:
        return outer.division == inner.division
    if outer.kind == "settlement":
        return inner.kind == "settlement" and _km(outer, inner) < _TOWN_KM
    return _km(outer, inner) < (_COUNTY_KM if outer.kind == "second_level" else _REGION_KM)


def _nearness(entry: Entry, towns: Sequence[Entry]) -> float:
    if entry.kind not in {"settlement", "second_level"}:
        return 0.0
    return max((math.exp(-_km(entry, town) / _NEAR_KM) for town in towns if town.id != entry.id), default=0.0)


def _km(a: Entry, b: Entry) -> float:
    """Return the great-circle distance of two places, in kilometers; infinite where one has no point."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _agree(mentions: Sequence[Mention]) -> None:
    """Give all mentions of one printed name the place of the one for which most speaks, unless told otherwise."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.chosen is not None:
            groups[mention.key, mention.name.form].append(mention)
    for group in groups.values():
        best = max(group, key=lambda mention: mention.points)
        for mention in group:
            told = mention.reason.startswith(("lies in", "named in a row"))
            if mention.chosen != best.chosen and not told and best.chosen in mention.readings.entries:
                mention.chosen, mention.reason = (
                    best.chosen,
                    f"as elsewhere in the text, where it {best.reason}",
                )
