"""Whether the verb that a time expression goes with speaks of the past or of the future."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

PAST: Final = "past"
FUTURE: Final = "future"

_WILL: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "can", "should", "must"})
_AHEAD: Final = frozenset(
    {"plan", "expect", "schedule", "intend", "set", "due", "aim", "hope", "propose", "slate", "prepare", "promise",
     "project", "forecast", "predict", "pledge", "vow", "want", "await", "upcoming", "payable", "agree", "anticipate"}
)  # fmt: skip
_LONGEST_CLIMB: Final = 12


def tense_of(token: Token | None) -> str | None:
    """Return PAST or FUTURE by the nearest verb above a token, or None where it leaves this open."""
    for _ in range(_LONGEST_CLIMB):
        if token is None:
            return None
        if token.lemma_.lower() in _AHEAD and token.tag_ in {"VBN", "JJ", "VBG", "NN"} and token.dep_ != "ROOT":
            return FUTURE
        if token.pos_ in {"VERB", "AUX"}:
            found = _tense(token)
            if found is not None or token.dep_ not in {"xcomp", "acl", "advcl", "ccomp", "pcomp", "relcl", "conj"}:
                return found
        if token.head == token:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> str | None:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    if words & _WILL:
        return PAST if any(helper.lower_ == "have" for helper in helpers) else FUTURE
    if "to" in words:
        return FUTURE
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return FUTURE if verb.lemma_.lower() in _AHEAD and verb.tag_ == "VBN" else PAST
    if words & {"has", "have", "'ve", "’ve"}:
        return PAST
    if verb.lemma_.lower() in _AHEAD:
        return FUTURE
    return None
