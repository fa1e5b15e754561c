"""event_status: whether what a trigger tells has happened, goes on, is planned, tried, refused, denied or alleged.

It is read from tense, modals, negation and the verbs that govern the trigger; None where nothing is told as so.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses import is_passive
from loaders.extract.triggers import StatusWords

_GOVERNED = {"xcomp", "ccomp", "pcomp", "acl"}


def status_of(trigger: Token, lasts: bool, words: StatusWords) -> str | None:
    """Return a term of EVENT_STATUSES; `lasts` says whether such an event is a stretch, told in the present."""
    if trigger.sent.text.rstrip("”\"' ").endswith("?") or _is_hypothetical(trigger, words):
        return None
    if trigger.pos_ == "NOUN":
        return _of_noun(trigger, lasts, words)
    return _of_verb(trigger, lasts, words)


def _of_noun(noun: Token, lasts: bool, words: StatusWords) -> str | None:
    if any(child.lower_ in words.negations for child in noun.children):
        return "denied"
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in words.adjectives:
            return _told(words.adjectives[child.lower_])
    head, passed = noun.head, noun
    while head.pos_ == "ADP" and head.head != head:
        if head.lemma_.lower() in words.hypothetical:
            return None
        passed, head = head, head.head
    governed = words.status_by_governor.get(head.lemma_.lower())
    if governed and passed.dep_ in {"dobj", "nsubjpass", "prep", "pobj"} and head.pos_ == "VERB":
        return "denied" if governed == "happened" and _is_negated(head, words) else _told(governed)
    if head.pos_ == "VERB" and passed.dep_ in {"dobj", "nsubjpass", "nsubj"}:
        return _of_verb(head, lasts, words)
    return "happened"


def _of_verb(verb: Token, lasts: bool, words: StatusWords) -> str | None:
    if _is_negated(verb, words):
        return "denied"
    governed = _by_governor(verb, words)
    if governed is not None:
        return _told(governed)
    modal = _modal(verb, words)
    if modal is not None:
        return _told(modal)
    return _by_tense(verb, lasts)


def _told(status: str) -> str | None:
    return None if status == "none" else status


def _is_negated(verb: Token, words: StatusWords) -> bool:
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(child.lower_ in words.negations for child in verb.children) or any(
        token.lower_ in words.negations for subject in subjects for token in (subject, *subject.lefts)
    )


def _by_governor(verb: Token, words: StatusWords) -> str | None:
    """Return the status that the verb or noun above gives: tried to, planned to, refused to, accused of."""
    if verb.dep_ == "advcl" and _has_to(verb):
        return "planned"
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        return _by_governor(verb.head, words)
    if verb.dep_ not in _GOVERNED:
        return None
    head = verb.head
    if head.pos_ == "ADP":
        if head.lemma_.lower() in words.hypothetical:
            return "none"
        head = head.head
    governed = words.status_by_governor.get(head.lemma_.lower())
    bare = verb.tag_ in {"VB", "VBG"}
    if governed is not None and (bare or governed in {"alleged", "refused"}):
        if governed == "refused" and not bare and head.lemma_.lower() in words.deniers:
            return "denied"
        return "denied" if _is_negated(head, words) and governed != "refused" else governed
    if bare and verb.dep_ == "xcomp":
        return "denied" if _is_negated(head, words) else _of_verb(head, False, words) or "none"
    return None


def _modal(verb: Token, words: StatusWords) -> str | None:
    found = [words.modals[child.lower_] for child in verb.children if child.lower_ in words.modals]
    if not found and verb.dep_ == "conj" and verb.tag_ in {"VB", "VBN"} and not _auxiliaries(verb):
        return _modal(verb.head, words)
    if not found and verb.tag_ == "VBG" and any(child.lower_ == "going" for child in verb.children):
        return "planned"
    return found[0] if found else None


def _by_tense(verb: Token, lasts: bool) -> str | None:
    auxiliaries = _auxiliaries(verb)
    present = any(child.tag_ in {"VBZ", "VBP"} for child in auxiliaries)
    match verb.tag_:
        case "VBD":
            return "happened"
        case "VBN":
            done = not present or any(child.lemma_ == "have" for child in auxiliaries)
            return "ongoing" if lasts and not done and is_passive(verb) else "happened"
        case "VBG":
            return "ongoing" if present else "happened"
        case "VBZ" | "VBP":
            return "ongoing" if lasts else "happened"
        case "VB" if any(child.lemma_ == "do" for child in auxiliaries):
            return "ongoing" if lasts and present else "happened"
    return None


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _is_hypothetical(trigger: Token, words: StatusWords) -> bool:
    token = trigger
    while True:
        if any(
            child.dep_ in {"mark", "advmod"} and child.lower_ in words.hypothetical
            for child in token.children
        ):
            return True
        if token.head == token or token.dep_ == "ccomp":
            return False
        token = token.head
