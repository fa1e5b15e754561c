"""clauses: what a verb or noun governs by the parse: subject, object, agent, prepositions, with what it inherits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

Functions = Mapping[str, Sequence[Token]]

_FUNCTIONS = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "object",
    "dobj": "object",
    "dative": "dative",
    "poss": "possessive",
    "acomp": "complement",
    "oprd": "complement",
    "attr": "complement",
    # "found him guilty": the parser takes the pair for a clause.
    "ccomp": "complement",
    "xcomp": "do",
}
_CLAUSES = {"xcomp", "advcl", "conj", "pcomp", "ccomp"}
_RELATIVES = {"who", "which", "that", "whom"}
_SUBORDINATE = {"ccomp", "advcl", "relcl", "conj", "parataxis", "punct", "cc", "acl"}


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive: with an auxiliary, or a bare participle after its noun."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    # "was found guilty and sentenced": the tagger takes the second participle for a past tense.
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and not _has(verb, {"nsubj", "aux", "dobj"}):
        return is_passive(verb.head)
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def functions(trigger: Token) -> Functions:
    """Return the tokens in each function of a verb or noun, each with those joined to it by "and".

    Functions are subject (of a passive, the agent after "by"), object (of a passive, its subject), dative, theme (the
    direct object beside a dative), complement, possessive, do (a governed infinitive), adverbs by their lower-case
    form, and prepositions by theirs ("out of" too).
    """
    found: dict[str, list[Token]] = defaultdict(list)
    passive = is_passive(trigger)
    for child in trigger.children:
        if child.pos_ == "ADP" and child.dep_ in {"prep", "agent", "dative"}:
            for preposition, token in _objects(child, child.lower_):
                found["subject" if child.dep_ == "agent" else preposition].append(token)
        elif child.dep_ in {"advmod", "npadvmod"}:
            found[child.lower_].append(child)
        elif child.dep_ == "dobj" and passive:
            found["theme"].append(child)
        elif child.dep_ in _FUNCTIONS:
            found[_FUNCTIONS[child.dep_]].append(child)
    if trigger.pos_ != "NOUN":
        _inherit(trigger, passive, found)
    elif found["by"]:
        found["subject"] += found["by"]
    return {name: _joined(tokens) for name, tokens in found.items() if tokens}


def own_clause(trigger: Token) -> Iterator[Token]:
    """Yield the tokens that a trigger governs, without those of clauses below it."""
    yield trigger
    for child in trigger.children:
        if child.dep_ not in _SUBORDINATE:
            yield from child.subtree


def phrase(token: Token) -> tuple[int, int]:
    """Return from where to where in its paragraph a noun's phrase stands, without relative clauses and appositions."""
    left = min([token.i, *(t.i for child in token.lefts if child.dep_ != "punct" for t in child.subtree)])
    tokens = token.doc[left : token.i + 1]
    return tokens.start_char, tokens.end_char


def _objects(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield name, child
        elif child.dep_ == "prep":
            yield from _objects(child, f"{name} {child.lower_}")


def _inherit(verb: Token, passive: bool, found: dict[str, list[Token]]) -> None:
    """Add the subject that a verb without one takes from the clause or the noun above it."""
    mine = "object" if passive else "subject"
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        if verb.dep_ == "acl" and not found[mine]:
            found[mine].append(head)
        for name in ("subject", "object"):
            found[name] = [
                head if t.lower_ in _RELATIVES and t.tag_ in {"WP", "WDT"} else t for t in found[name]
            ]
        return
    if found[mine] or verb.dep_ not in _CLAUSES:
        return
    if head.pos_ == "ADP":
        head = head.head
    if head.pos_ not in {"VERB", "AUX"} or (verb.dep_ == "ccomp" and verb.tag_ != "VB"):
        return
    above = functions(head)
    # "ordered him to leave", "accused him of leaving": who leaves is the object; "tried to leave": the subject.
    controlled = (
        above.get("object", ()) if verb.dep_ in {"xcomp", "ccomp"} or verb.head.lower_ == "of" else ()
    )
    if verb.dep_ == "conj" or is_passive(head):
        controlled = above.get("object", ()) if is_passive(head) else ()
    found[mine] += controlled or above.get("subject", ())


def _joined(tokens: Sequence[Token]) -> list[Token]:
    every = {token.i: token for first in tokens for token in (first, *first.conjuncts)}
    return [every[i] for i in sorted(every)]


def _has(verb: Token, relations: set[str]) -> bool:
    return any(child.dep_ in relations for child in verb.children)
