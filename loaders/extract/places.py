"""places: names of places with the point they mean, the reason, and what they stand for; or why they have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.extract.findings import Name, Point
from loaders.extract.gazetteer import Entry, fold, gazetteer
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.place_choice import Mention, choose
from loaders.extract.place_context import PlaceLexicon, containers, place_lexicon
from loaders.extract.place_readings import readings
from loaders.records import Span

# An authority that gives such a place no point means it to have none.
_NO_POINT = {"macro_region", "former_country", "informal_region"}
# PLACE_KINDS has no term for counties and districts: they are divisions all the same.
_POINT_KINDS = {"second_level": "informal_region"}
# A spot is named of a town of so many people sooner than of a person or another thing.
_CITY = 300_000
_SUBJECTS = {"nsubj", "nsubjpass"}


def resolve_places(text: ParsedText, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names in the same order, those of places with a point and a reason, or a reason why they have none.

    A place that an authority already names keeps it, and gets the gazetteer's coordinates where it has none. Only
    names of places are looked at, so a person's name, a pseudonym too, never becomes a point.
    """
    return _resolve(text, names, are_places=False)


def resolve_given(text: ParsedText, spans: Iterable[Span]) -> tuple[Name, ...]:
    """Return each given span as a place's name, resolved as `resolve_places` does; in the order given.

    Whoever gives a span says that it is a place, so one that no list knows is put where the nearest town is.
    """
    paragraphs = {paragraph.number: paragraph for paragraph in text.paragraphs}
    names = []
    for span in spans:
        printed = paragraphs[span.paragraph].text(span)
        names.append(Name(span, printed, "place", printed, None, "name", "literal", None, 1.0, "given"))
    return _resolve(text, names, are_places=True)


def _resolve(text: ParsedText, names: Sequence[Name], are_places: bool) -> tuple[Name, ...]:
    lexicon = place_lexicon()
    mentions = _mentions(text, [name for name in names if name.kind == "place"], lexicon)
    choose(mentions)
    towns = [mention for mention in mentions if mention.chosen and mention.chosen.kind == "settlement"]
    of_span = {mention.name.span: mention for mention in mentions}
    return _with_entities(
        [
            _resolved(of_span[name.span], towns, are_places, lexicon) if name.span in of_span else name
            for name in names
        ]
    )


def _mentions(text: ParsedText, names: Sequence[Name], lexicon: PlaceLexicon) -> list[Mention]:
    places = gazetteer()
    paragraphs = {paragraph.number: paragraph for paragraph in text.paragraphs}
    found = []
    for name in sorted(names, key=lambda name: name.span):
        paragraph = paragraphs[name.span.paragraph]
        around = containers(paragraph.printed, name.span.start, name.span.end, places, lexicon)
        may_mean = readings(name, paragraph, places, lexicon)
        found.append(Mention(name, paragraph, fold(name.text), may_mean, tuple(around)))
    return found


def _resolved(mention: Mention, towns: Sequence[Mention], is_place: bool, lexicon: PlaceLexicon) -> Name:
    name, chosen = mention.name, mention.chosen
    if name.point is not None:
        return _completed(name, name.point, mention)
    if chosen is None:
        return _by_town(name, mention, towns, is_place, lexicon)
    kind = _POINT_KINDS.get(chosen.kind, chosen.kind)
    point = Point(
        chosen.name, kind, chosen.latitude, chosen.longitude, chosen.geonames_id, chosen.country, None,
        _certainty(mention), mention.reason,
    )  # fmt: skip
    return replace(name, point=point, reading=_reading(name, chosen, mention.paragraph, lexicon))


def _completed(name: Name, point: Point, mention: Mention) -> Name:
    """Give an authority's place the gazetteer's coordinates, if it has none of its own and is the same place."""
    for entry in mention.readings.entries:
        same = entry.geonames_id == point.geonames_id if point.geonames_id else entry.country == point.country
        if same and point.latitude is None and point.kind not in _NO_POINT and entry.kind == point.kind:
            point = replace(point, latitude=entry.latitude, longitude=entry.longitude)
    chosen = mention.chosen
    lexicon = place_lexicon()
    reading = _reading(name, chosen, mention.paragraph, lexicon) if chosen is not None else name.reading
    return replace(name, point=point, reading=reading)


def _by_town(
    name: Name, mention: Mention, towns: Sequence[Mention], is_place: bool, lexicon: PlaceLexicon
) -> Name:
    """Place a spot that no list knows by the town or county that the text names around it; else say why not."""
    for printed, entries in mention.enclosing:
        for entry in entries:
            if entry.kind in {"settlement", "second_level"} and entry.form == "name":
                return replace(
                    name, point=_spot(name, entry, 0.5, f"the point is that of {printed}, where it lies")
                )
    is_spot = name.text.lower().rpartition(" ")[2] in lexicon.spots
    own = _town_in(name) if is_spot else None
    if own is not None:
        return replace(
            name, point=_spot(name, own, 0.5, f"the point is that of {own.name}, of which it is named")
        )
    nearest = _nearest(name, towns)
    if nearest is not None and nearest.chosen is not None and (is_spot or is_place):
        why = f"the point is that of {nearest.name.text}, the town named nearest to it"
        return replace(name, point=_spot(name, nearest.chosen, 0.3 if is_spot else 0.2, why))
    return replace(name, reason=f"{name.reason}; not resolved: the gazetteer does not know it")


def _town_in(name: Name) -> Entry | None:
    """Return the city that a spot's own name begins with: "Riga Central Station"."""
    words = name.text.split()
    for length in range(len(words) - 1, 0, -1):
        cities = [
            entry
            for entry in gazetteer().find(" ".join(words[:length]))
            if entry.kind == "settlement" and entry.form == "name" and entry.population >= _CITY
        ]
        if cities:
            return max(cities, key=lambda entry: entry.population)
    return None


def _nearest(name: Name, towns: Sequence[Mention]) -> Mention | None:
    """Return the town named nearest in the same paragraph, else the one that the text names most often."""
    here = [town for town in towns if town.name.span.paragraph == name.span.paragraph]
    if here:
        return min(here, key=lambda town: abs(town.name.span.start - name.span.start))
    often = Counter(town.key for town in towns)
    return max(towns, key=lambda town: often[town.key], default=None)


def _spot(name: Name, town: Entry, score: float, why: str) -> Point:
    return Point(
        name.text, "landmark", town.latitude, town.longitude, None, town.country, None, score,
        f"not in the gazetteer; {why}",
    )  # fmt: skip


def _certainty(mention: Mention) -> float:
    if len(mention.readings.entries) == 1:
        return 0.95
    return round(min(0.95, 0.4 + 0.06 * max(0.0, mention.points)), 2)


def _reading(name: Name, chosen: Entry, paragraph: ParsedParagraph, lexicon: PlaceLexicon) -> str:
    """Read a capital, a seat of power or a country that says, warns or decides as its government."""
    if name.form != "name" or not (chosen.stands_for or chosen.kind == "country"):
        return name.reading
    tokens = paragraph.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
    if tokens is None:
        return name.reading
    root = tokens.root
    acts = root.dep_ in _SUBJECTS and root.head.lemma_ in lexicon.government_verbs
    return "metonym" if acts else name.reading


def _with_entities(names: Sequence[Name]) -> tuple[Name, ...]:
    """Give all names of one place the same entity: the longest by which the text calls it, else the place's own."""
    forms: dict[tuple[str, str | None, float | None], Counter[str]] = {}
    for name in names:
        if name.point is not None and name.form == "name":
            forms.setdefault(_identity(name.point), Counter())[name.text] += 1
    found, lexicon = [], place_lexicon()
    for name in names:
        if name.point is None or name.kind != "place":
            found.append(name)
            continue
        printed = forms.get(_identity(name.point))
        entity = _fullest(printed, name.point.name, lexicon) if printed else name.point.name
        found.append(replace(name, entity=entity))
    return tuple(found)


def _fullest(printed: Iterable[str], proper: str, lexicon: PlaceLexicon) -> str:
    """Return the longest name; that of a part ("eastern Latvia") only where the whole is not named."""
    openers = tuple(f"{opener} " for opener in lexicon.openers)
    parts = {text for text in printed if text != proper and text.lower().startswith(openers)}
    return max(set(printed) - parts or parts, key=lambda text: (len(text), text))


def _identity(point: Point) -> tuple[str, str | None, float | None]:
    return (point.name, point.country, point.latitude)
