"""names: persons, organisations and places that a text names, told by tagger, lists, gazetteer and the whole text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders import names as known_names
from loaders.authorities import Authorities
from loaders.extract.findings import Name
from loaders.extract.gazetteer import Gazetteer, fold, gazetteer
from loaders.extract.known_mentions import known_mentions
from loaders.extract.name_candidates import ORGANISATION, OTHER, PERSON, PLACE, Candidate, candidates
from loaders.extract.name_evidence import SURNAME, weigh
from loaders.extract.name_lexicon import NameLexicon, name_lexicon
from loaders.extract.name_status import with_status
from loaders.extract.name_words import chunks, is_cased, words_of
from loaders.extract.parsing import ParsedText
from loaders.records import Span

_ROW = {", ", " and ", ", and ", " or "}
_SURE = 3.2
_KINDS = (PERSON, ORGANISATION, PLACE)
# How much an occurrence's own points count beside the mean of all that are printed alike.
_SHARE_OF_OWN = 0.4
# The points below which nothing is taken for a name: where capitals mean something, where they prove little, and in
# headlines, where they prove nothing.
_LEAST, _LEAST_WEAK, _LEAST_IN_HEADLINES = 1.8, 2.0, 2.4


def find_names(text: ParsedText, known: Authorities | None = None) -> tuple[Name, ...]:
    """Return the names of a text in order, none over another.

    A name of the authorities is theirs, with its party or its place; other places are not yet resolved.
    """
    lexicon, places = name_lexicon(), gazetteer()
    found = _candidates(text, lexicon, places)
    _weigh_rows(found)
    document = _Document.of(found)
    names = [name for candidate in found if (name := _name(candidate, document)) is not None]
    if known is not None:
        names = _joined(names, known_mentions(text, known))
    return with_status(text, sorted(names, key=lambda name: name.span))


def _weigh_rows(found: Sequence[Candidate]) -> None:
    """Let a sure place speak for one that stands in a row with it: "Lamu, Garissa and Wajir"."""
    pairs = list(pairwise(found))
    for before, after in (*pairs, *reversed(pairs)):
        if before.paragraph is not after.paragraph or _is_sure_place(before) == _is_sure_place(after):
            continue
        other = after if _is_sure_place(before) else before
        is_surname = SURNAME in other.reasons[PERSON]
        row = before.paragraph.printed[before.end : after.start]
        if row in _ROW and other.points[PLACE] > 0 and not is_surname:
            other.add(PLACE, 1.2, "in a row with a place")


def _is_sure_place(candidate: Candidate) -> bool:
    points = candidate.points
    return candidate.demonym is None and points[PLACE] >= _SURE and _leading(points) == PLACE


def _joined(found: Sequence[Name], known: Sequence[Name]) -> list[Name]:
    """Join two finds: an authority's name wins, unless it is a place's inside a longer name."""
    kept = [
        name
        for name in known
        if name.party is not None
        or not any(other.span != name.span and other.span.holds(name.span) for other in found)
    ]
    return [*kept, *(name for name in found if not any(_overlap(name.span, other.span) for other in kept))]


def _overlap(a: Span, b: Span) -> bool:
    return a.paragraph == b.paragraph and a.start < b.end and b.start < a.end


def _candidates(text: ParsedText, lexicon: NameLexicon, places: Gazetteer) -> list[Candidate]:
    found = []
    for paragraph in text.paragraphs:
        if paragraph.role in known_names.SILENT_ROLES:
            continue
        words = words_of(paragraph.doc, paragraph.printed, lexicon, places)
        index = {word.start: i for i, word in enumerate(words)}
        cased = is_cased(paragraph.printed)
        for chunk in chunks(words, lexicon):
            for candidate in candidates(paragraph, words, chunk, cased, lexicon, places):
                if candidate.demonym is None:
                    weigh(candidate, words, index[candidate.start], lexicon, places)
                found.append(candidate)
    return found


@dataclass(frozen=True, slots=True)
class _Document:
    """What the whole text tells of each printed name: its points in the mean, and the longer name it is a part of."""

    means: Mapping[str, Mapping[str, float]]
    counts: Mapping[str, int]
    last_names: Mapping[str, str]
    first_names: Mapping[str, str]
    beginnings: Mapping[str, str]
    initials: Mapping[str, str]

    @staticmethod
    def of(found: Sequence[Candidate]) -> _Document:
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        counts: dict[str, int] = defaultdict(int)
        longer: dict[str, Candidate] = {}
        for candidate in found:
            if candidate.demonym is not None or candidate.weak:
                continue
            key = fold(candidate.text)
            counts[key] += 1
            for kind, points in candidate.points.items():
                sums[key][kind] += points
            if len(candidate.words) > 1:
                longer.setdefault(key, candidate)
        means = {
            key: {kind: total / counts[key] for kind, total in kinds.items()} for key, kinds in sums.items()
        }
        last_names: dict[str, str] = {}
        first_names: dict[str, str] = {}
        beginnings: dict[str, str] = {}
        initials: dict[str, str] = {}
        for key, candidate in longer.items():
            kind = _leading(means[key])
            words = candidate.words
            if kind == PERSON:
                last_names.setdefault(fold(words[-1].text), candidate.text)
                first_names.setdefault(fold(words[0].text), candidate.text)
                if len(words) > 2:
                    last_names.setdefault(fold(" ".join(word.text for word in words[1:])), candidate.text)
            elif kind == ORGANISATION:
                beginnings.setdefault(fold(words[0].text), candidate.text)
                if len(words) > 2:
                    beginnings.setdefault(fold(" ".join(word.text for word in words[:-1])), candidate.text)
                letters = "".join(word.text[0] for word in words if word.capital)
                initials.setdefault(letters, candidate.text)
        return _Document(means, counts, last_names, first_names, beginnings, initials)


def _leading(points: Mapping[str, float]) -> str:
    return max((*_KINDS, OTHER), key=lambda kind: points.get(kind, 0.0))


def _name(candidate: Candidate, document: _Document) -> Name | None:
    span = Span(candidate.paragraph.number, candidate.start, candidate.end)
    if candidate.demonym is not None:
        return Name(
            span, candidate.text, PLACE, candidate.demonym.name, None, "demonym", "literal", None, 1.0,
            f"demonym of {candidate.demonym.name}",
        )  # fmt: skip
    points, entity = _totals(candidate, document)
    kind = _leading(points)
    least = _LEAST if not candidate.weak else _LEAST_WEAK if candidate.cased else _LEAST_IN_HEADLINES
    if kind == OTHER or points[kind] < least:
        return None
    total = sum(value for value in points.values() if value > 0)
    return Name(
        span, candidate.text, kind, entity, None, "name", "literal", None, round(points[kind] / total, 2),
        "; ".join(dict.fromkeys(candidate.reasons[kind])) or "as elsewhere in the text",
    )  # fmt: skip


def _totals(candidate: Candidate, document: _Document) -> tuple[dict[str, float], str]:
    key = fold(candidate.text)
    points = defaultdict(float, candidate.points)
    entity = candidate.text
    count = document.counts.get(key, 0)
    if count > (0 if candidate.weak else 1):
        points = defaultdict(float, {kind: _SHARE_OF_OWN * value for kind, value in points.items()})
        for kind, mean in document.means[key].items():
            points[kind] += mean
    if full := document.last_names.get(key):
        points[PERSON] += 4.0
        entity = full
    elif (full := document.first_names.get(key)) and len(candidate.words) == 1:
        points[PERSON] += 1.0
        entity = full
    if full := document.beginnings.get(key):
        points[ORGANISATION] += 1.5
        entity = full
    if len(candidate.words) == 1 and (
        full := document.initials.get(candidate.text.rstrip("s").replace(".", ""))
    ):
        points[ORGANISATION] += 3.0
        entity = full
    return points, entity
