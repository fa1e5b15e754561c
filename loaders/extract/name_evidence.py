"""name_evidence: what speaks for a stretch of capitalised words being a person, an organisation or a place."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

from loaders.extract.gazetteer import Entry, Gazetteer
from loaders.extract.name_candidates import ORGANISATION, OTHER, PERSON, PLACE, Candidate
from loaders.extract.name_lexicon import NameLexicon
from loaders.extract.name_neighbours import weigh_neighbours
from loaders.extract.name_words import Word

_ABBREVIATION = re.compile(r"[A-Z][A-Z&-]{1,6}s?")
_INITIAL = re.compile(r"[A-Z]\.")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?,? (?:\([\w .,/-]{2,40}\)|[A-Z][a-z]{2,8}\.? \d{1,2}) ?[-–—:]+ ")
_CREDIT = re.compile(
    r"(?:^By |[A-Z]/|(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Ww]ritten|[Pp]hoto(?:graphs?)?|[Cc]ompiled) by )$"
)
_SORT_OF = re.compile(
    r"\b(?:city|town|village|capital|port|province|region|state|district|island|suburb|republic|municipality) of $"
)
_IN_PLACE = re.compile(r" in (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_DATELINE_WITHIN = 60
# What the tagger's word counts; in headlines, where every word has a capital, it takes many for names.
_TAGGER = 2.5
_TAGGER_IN_HEADLINES = {ORGANISATION: 1.5, PERSON: 1.5}
# A title in a headline may be any noun: Deserter Held In Kazakhstan.
_TITLE_IN_HEADLINES = 1.0
SURNAME = "ends as surnames do"
_SHORTEST_SURNAME = 5
_ABBREVIATED = 1.5
# What is left of the tagger's word for a place that 200,000 names do not hold.
_UNKNOWN_PLACE = 0.7
_LONGEST_PERSON = 5
# Of the words that follow a place, those that hardly follow anything else; and those that follow a party's name.
_DIVISIONS = {
    *("district", "province", "county", "village", "neighbourhood", "neighborhood", "oblast", "prefecture"),
    *("municipality", "governorate", "suburb", "counties", "districts", "villages"),
}
_PARTIES = {"party", "movement", "coalition", "newspaper", "magazine"}


def weigh(
    candidate: Candidate, words: list[Word], first: int, lexicon: NameLexicon, places: Gazetteer
) -> None:
    """Gather what speaks for each kind: the tagger, the words themselves, the gazetteer, and the words around them.

    `words` are all of the paragraph; the candidate's begin at index `first`. Points were set by hand on half of
    CoNLL++ (news of 2020), in halves of a point.
    """
    _weigh_tagger(candidate)
    _weigh_lists(candidate, lexicon)
    if len(candidate.words) > 1:
        _weigh_ends(candidate, lexicon)
        _weigh_person(candidate, lexicon)
    else:
        _weigh_one_word(candidate, lexicon)
    _weigh_gazetteer(candidate, lexicon, places)
    _weigh_before(candidate, words[first - 1] if first else None, lexicon)
    after = first + len(candidate.words)
    _weigh_after(candidate, words[after] if after < len(words) else None, lexicon, places)
    weigh_neighbours(candidate, lexicon)


def _weigh_tagger(candidate: Candidate) -> None:
    words = candidate.words
    for label, count in Counter(word.label for word in words).items():
        if label:
            is_trusted = candidate.cased or _is_credit_line(candidate)
            points = _TAGGER if is_trusted else _TAGGER_IN_HEADLINES.get(label, _TAGGER)
            candidate.add(label, points * count / len(words), "tagger")
        else:
            candidate.add(OTHER, 1.0 * count / len(words), "not tagged")


def _is_credit_line(candidate: Candidate) -> bool:
    """Tell whether a line is a name, with "by" before it or an office after it, as under a headline."""
    text = candidate.paragraph.printed
    before, after = text[: candidate.start].split(), text[candidate.end :].strip()
    return (not before or before[-1].lower() == "by") and (not after or after.startswith(","))


def _weigh_lists(candidate: Candidate, lexicon: NameLexicon) -> None:
    text = candidate.text
    if text.lower() in lexicon.other_names:
        candidate.add(OTHER, 5.0, "a known name of something else")
    if text in lexicon.organisations or text.removeprefix("The ") in lexicon.organisations:
        candidate.add(ORGANISATION, 4.0, "a known organisation")
    elif (
        len(candidate.words) > 2
        and " ".join(word.text for word in candidate.words[:2]) in lexicon.organisations
    ):
        candidate.add(ORGANISATION, 3.0, "begins with a known organisation")
    if candidate.titled:
        candidate.add(PERSON, 2.5 if candidate.cased else _TITLE_IN_HEADLINES, "after a title")


def _weigh_ends(candidate: Candidate, lexicon: NameLexicon) -> None:
    """Weigh the first and the last word of several, which often say what is named."""
    lowers = [word.lower.rstrip(".") for word in candidate.words]
    last, ends = lowers[-1], f"ends in {candidate.words[-1].text}"
    if last in lexicon.organisation_heads:
        candidate.add(ORGANISATION, 3.0, ends)
    if last in lexicon.company_ends:
        candidate.add(ORGANISATION, 2.0, ends)
    if last in lexicon.place_heads:
        candidate.add(PLACE, 2.5, ends)
    if last in lexicon.other_heads:
        candidate.add(OTHER, 3.5, ends)
    begins = f"begins with {candidate.words[0].text}"
    for word, following in pairwise(lowers):
        if following in {"of", "for"} and word in lexicon.organisation_of:
            candidate.add(ORGANISATION, 3.0, f"{word} {following}")
            break
    if lowers[0] in lexicon.place_firsts:
        candidate.add(PLACE, 1.5, begins)


def _weigh_person(candidate: Candidate, lexicon: NameLexicon) -> None:
    words = candidate.words
    if len(words) <= _LONGEST_PERSON and lexicon.is_given(words[0].text):
        candidate.add(PERSON, 3.0, f"begins with the given name {words[0].text}")
    if any(_INITIAL.fullmatch(word.text) for word in words):
        candidate.add(PERSON, 1.5, "initials")
    if any(word.lower in lexicon.particles - {"of", "la", "el", "le"} for word in words[1:-1]):
        candidate.add(PERSON, 1.0, "a particle of persons' names")


def _weigh_one_word(candidate: Candidate, lexicon: NameLexicon) -> None:
    word = candidate.words[0]
    if lexicon.is_given(word.text):
        candidate.add(PERSON, 2.4 if word.tag == "NNP" else 1.6, "a given name")
    if candidate.cased and _ABBREVIATION.fullmatch(word.text):
        candidate.add(ORGANISATION, _ABBREVIATED, "an abbreviation")
    if word.label != ORGANISATION and _is_common(word.lower, lexicon):
        candidate.add(OTHER, 3.0, "a common word")
    if len(word.text) > _SHORTEST_SURNAME:
        if word.lower.endswith(tuple(lexicon.surname_endings)):
            candidate.add(PERSON, 1.2, SURNAME)
        elif word.lower.endswith(tuple(lexicon.place_endings)) and not lexicon.is_given(word.text):
            candidate.add(PLACE, 1.5, "ends as places do")


def _is_common(lower: str, lexicon: NameLexicon) -> bool:
    return lower in lexicon.organisation_heads or lower in lexicon.place_heads or lower in lexicon.other_heads


def _weigh_gazetteer(candidate: Candidate, lexicon: NameLexicon, places: Gazetteer) -> None:
    if candidate.words[-1].gap.startswith("$"):
        candidate.add(OTHER, 9.0, "a currency")
    best = max((_weight(entry) for entry in places.find(candidate.text)), default=0.0)
    if best and len(candidate.words) > 1 and not lexicon.is_given(candidate.words[0].text):
        best += 1.0
    if best:
        candidate.add(PLACE, best, "in the gazetteer")
    elif candidate.text in lexicon.divisions:
        candidate.add(PLACE, 3.0, "a division's abbreviation")
    elif len(candidate.words) == 1:
        candidate.points[PLACE] *= _UNKNOWN_PLACE


def _weight(entry: Entry) -> float:
    if entry.form == "demonym" or entry.context:
        return 0.0
    if entry.kind == "country" or entry.form == "short":
        return 4.0
    if entry.kind in {"macro_region", "former_country", "informal_region", "landmark"}:
        return 3.0
    if entry.kind == "first_level":
        return 2.5 if entry.form == "name" else 1.5
    by_people = min(3.0, max(0.2, 0.8 * (math.log10(max(entry.population, 1)) - 2.5)))
    return by_people if entry.form == "name" else 0.85 * by_people


def _weigh_before(candidate: Candidate, word: Word | None, lexicon: NameLexicon) -> None:
    if _CREDIT.search(candidate.paragraph.printed, 0, candidate.start) and len(candidate.words) > 1:
        candidate.add(PERSON, 2.5, "a credit")
    if word is None or word.gap.strip() not in {"", "."}:
        return
    lower = word.lower.rstrip(".")
    if _SORT_OF.search(candidate.paragraph.printed, max(0, candidate.start - 30), candidate.start):
        candidate.add(PLACE, 2.0, "after its sort")
    if lower in lexicon.forms_of_address:
        candidate.add(PERSON, 3.0, f"after {word.text}")
    elif lower in lexicon.titles and lower not in lexicon.person_nouns and not word.capital:
        candidate.add(PERSON, 1.2, f"after {word.text}")
    elif lower in lexicon.place_prepositions:
        inside = lower in {"in", "near", "outside"}
        known = "in the gazetteer" in candidate.reasons[PLACE]
        candidate.add(PLACE, (1.5 if known else 1.0) if inside else 0.4, f"after {word.text}")
    elif lower in lexicon.place_verbs and "in the gazetteer" in candidate.reasons[PLACE]:
        candidate.add(PLACE, 0.7, f"after {word.text}")


def _weigh_after(
    candidate: Candidate, following: Word | None, lexicon: NameLexicon, places: Gazetteer
) -> None:
    text = candidate.paragraph.printed
    if (
        candidate.words[0].opens
        and candidate.start < _DATELINE_WITHIN
        and _DATELINE.match(text, candidate.end)
    ):
        candidate.add(PLACE, 4.0, "a dateline")
    inside = _IN_PLACE.match(text, candidate.end)
    if inside and _lies_in(places.find(candidate.text), places.find(inside.group(1))):
        candidate.add(PLACE, 1.5, f"in {inside.group(1)} follows")
    if following is None:
        return
    gap = candidate.words[-1].gap
    if not following.capital:
        if following.lower in lexicon.speech and gap == " ":
            candidate.add(PERSON, 1.3, f"{following.text} follows")
        elif following.lower in lexicon.place_followers and gap == " ":
            candidate.add(PLACE, 2.8 if following.lower in _DIVISIONS else 1.5, f"{following.text} follows")
        elif following.lower in _PARTIES and gap == " ":
            candidate.add(ORGANISATION, 2.5, f"{following.text} follows")
        elif following.lower in lexicon.locals and gap == " " and candidate.points[PLACE]:
            candidate.add(PLACE, 1.2, f"{following.text} follows")
        elif following.lower in lexicon.other_followers and gap == " ":
            candidate.add(OTHER, 3.0, f"{following.text} follows")
    elif gap == ", " and _lies_in(places.find(candidate.text), places.find(following.text)):
        candidate.add(PLACE, 2.0, f"followed by {following.text}")


def _lies_in(inner: tuple[Entry, ...], outer: tuple[Entry, ...]) -> bool:
    wholes = {
        entry.country
        for entry in outer
        if entry.kind in {"country", "first_level"} and entry.form != "demonym"
    }
    return any(entry.country in wholes and entry not in outer for entry in inner)
