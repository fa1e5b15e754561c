"""Whether what a time expression goes with is told as past or as still to come."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from loaders.extract.date_lexicon import TenseWords

PAST: Final = "past"
FUTURE: Final = "future"

_LONGEST_CLIMB: Final = 12
_NOUN_LINKS: Final = frozenset({"poss", "compound", "nmod", "amod"})
_OPEN_CLAUSES: Final = frozenset({"xcomp", "ccomp", "pcomp", "conj", "advcl"})


def tense_of(token: Token | None, preposition: str, words: TenseWords) -> str | None:
    """Return PAST or FUTURE by the preposition before an expression or the verb above it, None where both are open."""
    if preposition in words.since:
        return PAST
    if preposition in words.until:
        return FUTURE
    is_bare = not preposition
    for _ in range(_LONGEST_CLIMB):
        if token is None:
            return None
        if token.dep_ in _NOUN_LINKS and token.head.pos_ in {"NOUN", "PROPN"}:
            return FUTURE if token.head.lemma_.lower() in words.ahead else None
        if token.pos_ in {"VERB", "AUX", "ADJ"}:
            found = _tense(token, words, is_bare)
            if found is not None or token.dep_ not in _OPEN_CLAUSES:
                return found
            is_bare = False
        token = None if token.head == token else token.head
    return None


def _tense(verb: Token, words: TenseWords, is_bare: bool) -> str | None:
    """Return what one verb says of the time, by its form and its helpers.

    Who predicted Wednesday spoke on Wednesday (`is_bare`); who planned a meeting on Wednesday has it still to come.
    """
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    forms = {helper.lower_ for helper in helpers}
    lemma = verb.lemma_.lower()
    if forms & words.will:
        return PAST if "have" in forms else FUTURE
    if "to" in forms or (lemma in words.ahead and not (is_bare and verb.tag_ == "VBD")):
        return FUTURE
    if any(helper.tag_ in {"VBZ", "VBP"} and helper.lemma_ == "be" for helper in helpers):
        return None
    if verb.tag_ in {"VBD", "VBN"} or any(helper.tag_ == "VBD" for helper in helpers):
        return PAST
    if forms & {"has", "have", "'ve", "’ve"}:
        return PAST
    if verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB" and lemma not in words.told:
        return FUTURE
    return None
