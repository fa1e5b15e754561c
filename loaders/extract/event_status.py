"""event_status: whether what a trigger tells has happened, goes on, is planned, tried, refused, denied or alleged.

It is read from tense, modals, negation and the verbs that govern the trigger; None where nothing is told as so: in
conditions and charges, and of what is usual.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses import auxiliaries, coordinated_with, is_passive
from loaders.extract.triggers import StatusWords, Trigger

_GOVERNED = {"xcomp", "ccomp", "pcomp", "acl"}
_FIRST = {"first", "last", "second", "third", "latest"}
_REMAINS = {"remain", "stay", "keep"}
_MORE = {"only", "just", "merely"}
# The prepositions by which a verb governs a noun as it would an infinitive: "asked for an extradition".
_GOVERNING = {"for", "of", "to", "on", "at", "against"}
_ACCUSING = {"of", "for", "with", "on"}
_PRESENT = {"VBZ", "VBP"}
_DATED = {"DATE", "TIME"}


def status_of(token: Token, trigger: Trigger, host: Token | None, words: StatusWords) -> str | None:
    """Return a term of EVENT_STATUSES for a verb, or for a noun and the verb of little meaning that tells it."""
    if _is_hypothetical(token, words) or _is_charge(token, words):
        return None
    if token.pos_ == "NOUN":
        return _of_noun(token, trigger, host, words)
    return _of_verb(token, trigger, words)


def _of_noun(noun: Token, trigger: Trigger, host: Token | None, words: StatusWords) -> str | None:
    if any(child.lower_ in words.negations for child in noun.children):
        return "denied"
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in words.adjectives:
            return _told(words.adjectives[child.lower_])
    if host is not None:
        return _of_verb(host, trigger, words)
    head, passed = noun.head, noun
    while head.pos_ == "ADP" and head.head != head:
        if head.lemma_.lower() in words.hypothetical:
            return None
        passed, head = head, head.head
    governed = words.status_by_governor.get(head.lemma_.lower())
    is_governed = passed.dep_ in {"dobj", "nsubjpass"} or passed.lower_ in _GOVERNING
    if governed and is_governed and head.pos_ in {"VERB", "NOUN"}:
        return "denied" if governed == "happened" and _is_negated(head, words) else _told(governed)
    return "happened"


def _of_verb(verb: Token, trigger: Trigger, words: StatusWords) -> str | None:
    if _is_negated(verb, words):
        return "denied"
    governed = _by_governor(verb, trigger, words)
    if governed is not None:
        return _told(governed)
    modal = _modal(verb, words)
    if modal is not None:
        return _told(modal)
    return _by_tense(verb, trigger, words)


def _told(status: str) -> str | None:
    return None if status == "none" else status


def _is_negated(verb: Token, words: StatusWords) -> bool:
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(child.lower_ in words.negations and not _is_half(child) for child in verb.children) or any(
        token.lower_ in words.negations for subject in subjects for token in (subject, *subject.lefts)
    )


def _is_half(negation: Token) -> bool:
    """Tell whether a negation only announces more: "not only"."""
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return negation.lower_ == "not" and any(token.lower_ in _MORE for token in following)


def _by_governor(verb: Token, trigger: Trigger, words: StatusWords) -> str | None:
    """Return the status that the verb or noun above gives: tried to, planned to, refused to, accused of."""
    if verb.dep_ == "advcl" and _has_to(verb):
        return "planned"
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        return _by_governor(verb.head, trigger, words)
    if (
        verb.tag_ in {"VB", "VBN"}
        and _has_to(verb)
        and verb.head.pos_ == "NOUN"
        and verb.dep_ in {"acl", "relcl"}
    ):
        return _of_infinitive(verb.head, words)
    if verb.dep_ not in _GOVERNED:
        return None
    head = verb.head
    if head.pos_ == "ADP":
        if {head.lemma_.lower(), head.head.lemma_.lower()} & words.hypothetical:
            return "none"
        head = head.head
    governed = words.status_by_governor.get(head.lemma_.lower())
    bare = verb.tag_ in {"VB", "VBG"} or _has_to(verb)
    if governed is not None and (bare or governed in {"alleged", "refused", "none"}):
        if governed == "refused" and not bare and head.lemma_.lower() in words.deniers:
            return "denied"
        if head.pos_ == "VERB" and governed == "planned" and _modal(head, words) == "none":
            return "none"
        return "denied" if _is_negated(head, words) and governed != "refused" else governed
    if bare and verb.dep_ == "xcomp":
        if head.lemma_ == "be" and _has_to(verb):
            return "denied" if _is_negated(head, words) else "planned"
        if head.lemma_ == "have" and any(child.lower_ == "yet" for child in (*head.children, *verb.children)):
            return "denied"
        return "denied" if _is_negated(head, words) else _of_verb(head, trigger, words) or "none"
    return None


def _of_infinitive(noun: Token, words: StatusWords) -> str:
    """Return the status of what hangs on a noun: the first to leave; a reason to leave is none."""
    if noun.lower_ in _FIRST or any(child.lower_ in _FIRST for child in noun.children):
        return "happened"
    return words.status_by_governor.get(noun.lemma_.lower(), "none")


def _modal(verb: Token, words: StatusWords) -> str | None:
    found = [words.modals[child.lower_] for child in verb.children if child.lower_ in words.modals]
    if found and any(child.lower_ == "have" for child in auxiliaries(verb)):
        return "none"
    if not found and verb.dep_ == "conj" and verb.tag_ in {"VB", "VBN"} and not auxiliaries(verb):
        return _modal(verb.head, words)
    if not found and verb.tag_ == "VBG" and any(child.lower_ == "going" for child in verb.children):
        return "planned"
    return found[0] if found else None


def _by_tense(verb: Token, trigger: Trigger, words: StatusWords) -> str | None:
    helpers = auxiliaries(verb)
    present = any(child.tag_ in _PRESENT for child in helpers)
    has = any(child.lemma_ == "have" for child in helpers)
    if any(child.lower_ in words.habits for child in verb.children) and (present or verb.tag_ in _PRESENT):
        return None
    match verb.tag_:
        case "VBD":
            return "happened"
        case "VBN" if has and present and trigger.state:
            return "ongoing"
        case "VBN":
            being = any(child.lower_ == "being" or child.lemma_ in _REMAINS for child in helpers)
            goes_on = present and not has and is_passive(verb) and (trigger.lasts or being)
            return "ongoing" if goes_on or _remains(verb) else "happened"
        case "VBG":
            return "ongoing" if present or (trigger.lasts and _is_told_in_present(verb)) else "happened"
        case "VBZ" | "VBP":
            return _in_present(verb, trigger, words)
        case "VB" if any(child.lemma_ == "do" for child in helpers):
            return "ongoing" if trigger.lasts and present else "happened"
    return None


def _remains(participle: Token) -> bool:
    return participle.dep_ in {"acomp", "xcomp"} and participle.head.lemma_ in _REMAINS


def _is_told_in_present(gerund: Token) -> bool:
    return gerund.dep_ == "advcl" and any(
        token.tag_ in _PRESENT for token in (gerund.head, *auxiliaries(gerund.head))
    )


def _in_present(verb: Token, trigger: Trigger, words: StatusWords) -> str | None:
    """Return the status of a present tense: going on where it lasts, to come where it has a date, else usual."""
    if verb.dep_ == "relcl" and _is_anybody(verb.head):
        return None
    if trigger.lasts:
        return "ongoing"
    if verb.lemma_.lower() in words.reporting:
        return "happened"
    dated = any(token.ent_type_ in _DATED for child in verb.children for token in (child, *child.children))
    return "planned" if dated else None


def _is_anybody(noun: Token) -> bool:
    """Tell whether a noun before a relative clause means whoever there is: "those who", "soldiers who"."""
    if noun.pos_ == "PRON":
        return True
    return noun.tag_ == "NNS" and not any(child.dep_ in {"det", "poss", "nummod"} for child in noun.children)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _is_charge(token: Token, words: StatusWords) -> bool:
    """Tell whether a token is what somebody is charged with or found guilty of, rather than told as a deed."""
    while token.dep_ in {"conj", "compound", "dobj"} and token.head != token:
        token = coordinated_with(token) or token.head
    preposition = token.head
    return (
        token.dep_ in {"pobj", "pcomp"}
        and preposition.lower_ in _ACCUSING
        and preposition.head.lemma_.lower() in words.judging
    )


def _is_hypothetical(trigger: Token, words: StatusWords) -> bool:
    token = trigger
    while True:
        if any(child.dep_ == "mark" and child.lower_ in words.hypothetical for child in token.children):
            return True
        if token.head == token or token.dep_ == "ccomp":
            return False
        token = coordinated_with(token) or token.head
