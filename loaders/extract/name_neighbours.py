"""name_neighbours: what the words beside a name say of it: an apposition, kinship, an age, what it heads."""

from __future__ import annotations

import re

from loaders.extract.name_candidates import AGE_BETWEEN_COMMAS, ORGANISATION, PERSON, PLACE, Candidate
from loaders.extract.name_lexicon import NameLexicon

_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}(?:,|\)| years? old|-year-old)")
# After a name, past what it means: "..., or “Open Door,” a charity ...".
_APPOSITION = re.compile(
    r",(?: or [“\"'‘][^”\"'’]{2,30},?[”\"'’],?)? (?:an?|the|one of the|his|her|their|its|my|our) "
)
_NOUN_BEFORE = re.compile(r"\b([\w-]+)(,|(?: known as| called| named)?) $")
# Words for a place, with those that may follow its name, that stand before it with a comma.
_SEATS = {"capital", "hometown", "hub"}
_KIN = re.compile(r"['’]s? ([a-z]+)")
_PAIR = re.compile(r" and ([A-ZÀ-Þ]\w+)")
_HEADED = re.compile(r"\b([\w-]+) of $")
# Words that end the noun phrase of an apposition.
_AFTER_NOUN = {
    *(
        "in",
        "of",
        "for",
        "from",
        "at",
        "on",
        "with",
        "to",
        "by",
        "near",
        "under",
        "who",
        "whose",
        "whom",
        "that",
    ),
    *(
        "which",
        "where",
        "and",
        "or",
        "as",
        "is",
        "was",
        "has",
        "said",
        "says",
        "now",
        "then",
        "based",
        "working",
    ),
}
_WORD = re.compile(r"[\w’'-]+")
_WIDEST = 90
_LONGEST_PHRASE = 8
_APPOSITION_POINTS, _NOUN_POINTS, _NAMED_POINTS, _AGE_POINTS = 3.0, 2.0, 3.5, 3.5


def weigh_neighbours(candidate: Candidate, lexicon: NameLexicon) -> None:
    """Gather what the words around a name say of its kind, in points as `name_evidence.weigh` gives them."""
    text, start, end = candidate.paragraph.printed, candidate.start, candidate.end
    if AGE_BETWEEN_COMMAS.match(text, end):
        candidate.add(PERSON, _AGE_POINTS, "an age follows")
    elif _AGE.match(text, end):
        candidate.add(PERSON, _NOUN_POINTS, "an age follows")
    noun = _noun_after(text, end, lexicon)
    if noun is not None:
        _weigh_noun(candidate, noun, _APPOSITION_POINTS, f"a {noun} follows", lexicon)
    before = text[max(0, start - _WIDEST) : start]
    match = _NOUN_BEFORE.search(before)
    if (
        match
        and match.group(1).islower()
        and (match.group(2) != "," or text[end : end + 1] in {",", ".", ";"})
    ):
        noun = match.group(1)
        is_named = match.group(2).strip(",") or (noun in lexicon.body_nouns and not match.group(2))
        points = _NAMED_POINTS if is_named else _NOUN_POINTS
        _weigh_noun(candidate, noun, points, f"after {noun}", lexicon)
        if match.group(2) and (noun in lexicon.place_followers or noun in _SEATS):
            candidate.add(PLACE, _NOUN_POINTS, f"after {noun}")
    kin = _KIN.match(text, end)
    if kin and kin.group(1) in lexicon.kin:
        candidate.add(PERSON, _NOUN_POINTS, f"{kin.group(1)} follows")
    pair = _PAIR.match(text, end)
    if pair and len(candidate.words) == 1 and all(map(lexicon.is_given, (candidate.text, pair.group(1)))):
        candidate.add(PERSON, 1.0, f"and {pair.group(1)} follows")
    headed = _HEADED.search(before)
    if headed and headed.group(1).lower() in lexicon.leaders:
        candidate.add(ORGANISATION, 1.0, f"after {headed.group(1)} of")


def _weigh_noun(candidate: Candidate, noun: str, points: float, reason: str, lexicon: NameLexicon) -> None:
    if noun in lexicon.person_nouns:
        candidate.add(PERSON, points, reason)
    elif noun in lexicon.body_nouns:
        candidate.add(ORGANISATION, points, reason)


def _noun_after(text: str, end: int, lexicon: NameLexicon) -> str | None:
    """Return the head of an apposition: "group" of ", a small group run by friends", None where there is none."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    head, at = None, match.end()
    for _ in range(_LONGEST_PHRASE):
        word = _WORD.match(text, at)
        if word is None or word.group() in _AFTER_NOUN:
            break
        if word.group() in lexicon.person_nouns or word.group() in lexicon.body_nouns:
            head = word.group()
        at = word.end()
        if not text.startswith(" ", at):
            break
        at += 1
    return head
