"""place_readings: the places that a printed name may mean, and the sort of place that its own words ask for."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.findings import Name
from loaders.extract.gazetteer import Entry, Gazetteer
from loaders.extract.parsing import ParsedParagraph
from loaders.extract.place_context import PlaceLexicon

_FOLLOWING = 25
# A demonym that is also a smaller town's name is a demonym: Canadian, Texas.
_TOWN_BESIDE_DEMONYM = 100_000


@dataclass(frozen=True, slots=True)
class Readings:
    """The places that a name may mean; `wanted` is the kind that the words ask for, if they do."""

    entries: tuple[Entry, ...]
    wanted: str | None


def readings(name: Name, paragraph: ParsedParagraph, places: Gazetteer, lexicon: PlaceLexicon) -> Readings:
    """Read a name as printed, as an abbreviation, and without the words that tell its sort or part.

    >>> # "Ala." is Alabama; "Perm region" is looked up as "Perm", wanted as a first_level; "northern Kenya" as Kenya.
    """
    printed = name.text
    text = paragraph.printed
    states = _abbreviated(printed, places, lexicon)
    if states:
        return Readings(states, "first_level")
    wanted = _sort_after(text[name.span.end : name.span.end + _FOLLOWING], lexicon)
    entries = _fitting(places.find(printed), text[: name.span.start], name.form)
    if entries:
        return Readings(entries, wanted)
    words = printed.lower().split()
    if words and words[-1] in lexicon.unmapped:
        return Readings((), None)
    return _without_sort(printed, name.form, places, lexicon) or Readings((), wanted)


def _abbreviated(printed: str, places: Gazetteer, lexicon: PlaceLexicon) -> tuple[Entry, ...]:
    full = lexicon.abbreviations.get(printed) or lexicon.abbreviations.get(printed + ".")
    if full is None or (printed.isupper() and places.find(printed)):
        return ()
    return tuple(entry for entry in places.find(full) if entry.kind == "first_level")


def _sort_after(following: str, lexicon: PlaceLexicon) -> str | None:
    words = following.split(" ")
    return lexicon.closers.get(words[1].lower().strip(".,;:)")) if len(words) > 1 and not words[0] else None


def _without_sort(printed: str, form: str, places: Gazetteer, lexicon: PlaceLexicon) -> Readings | None:
    lower = printed.lower()
    for closer, kind in lexicon.closers.items():
        if lower.endswith(" " + closer):
            found = _fitting(places.find(printed[: -len(closer) - 1]), "", form)
            if found:
                return Readings(found, kind)
    for opener in lexicon.openers:
        if lower.startswith(opener + " "):
            found = _fitting(places.find(printed[len(opener) + 1 :]), "", form)
            if found:
                return Readings(found, None)
    found = _fitting(places.find(printed[4:]), "the", form) if lower.startswith("the ") else ()
    return Readings(found, None) if found else None


def _fitting(entries: tuple[Entry, ...], before: str, form: str) -> tuple[Entry, ...]:
    """Keep what the word before allows, and demonyms only where nothing but a demonym fits."""
    words = before.lower().split()
    last = words[-1] if words else ""
    kept = tuple(entry for entry in entries if not entry.context or last in entry.context.split())
    named = tuple(entry for entry in kept if entry.form != "demonym")
    are_towns = all(e.kind == "settlement" and e.population < _TOWN_BESIDE_DEMONYM for e in named)
    if form == "demonym" or are_towns:
        return tuple(entry for entry in kept if entry.form == "demonym") or kept
    return named
