"""clauses: what a verb or noun governs by the parse: subject, object, agent, prepositions, with what it inherits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

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
_FAR = {"against", "with", "between"}
_RELATIVES = {"who", "which", "that", "whom"}
_SUBORDINATE = {"ccomp", "advcl", "relcl", "conj", "parataxis", "punct", "cc", "acl"}


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive: with an auxiliary, or a bare participle beside its noun."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    # "was found guilty and sentenced": the tagger takes the second participle for a past tense.
    joined = coordinated_with(verb)
    if (
        joined is not None
        and verb.tag_ in {"VBN", "VBD"}
        and not _has(verb, {"nsubj", "aux", "dobj"})
        and not any(child.dep_ == "dobj" for child in joined.children)
    ):
        return is_passive(joined)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not _has(verb, {"nsubj", "aux", "dobj"})


def coordinated_with(verb: Token) -> Token | None:
    """Return the verb to which "and" or "but" joins another; None where none does.

    "was convicted of spying and jailed": the parser joins the participle to the gerund, which it cannot go with.
    """
    if verb.dep_ != "conj":
        return None
    joined = verb.head
    if verb.tag_ in {"VBN", "VBD"} and joined.tag_ == "VBG" and joined.dep_ == "pcomp":
        above = joined.head.head
        return above if above.tag_ in {"VBN", "VBD"} else joined
    return joined


def auxiliaries(verb: Token) -> list[Token]:
    """Return the helping verbs of a verb."""
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return _has(verb, {"nsubj", "nsubjpass"})


def functions(trigger: Token) -> Functions:
    """Return the tokens in each function of a verb or noun, each with those joined to it by "and".

    Functions are subject (of a passive, the agent after "by"), object (of a passive, its subject), dative, theme (the
    direct object beside a dative), complement, possessive, do (a governed infinitive), adverbs by their lower-case
    form, and prepositions by theirs ("out of" too); of a noun, its modifiers as compound and amod.
    """
    found: dict[str, list[Token]] = defaultdict(list)
    # "cases in courts against soldiers": the parser hangs the second phrase on the first.
    nested: list[tuple[str, Token]] = []
    passive = is_passive(trigger)
    for child in trigger.children:
        if child.pos_ == "ADP" and child.dep_ in {"prep", "agent", "dative"}:
            for preposition, token in _objects(child, child.lower_):
                found["subject" if child.dep_ == "agent" else preposition].append(token)
                if trigger.pos_ == "NOUN":
                    nested += [pair for inner in token.children for pair in _objects(inner, inner.lower_)]
        elif child.dep_ in {"advmod", "npadvmod"}:
            found[child.lower_].append(child)
        elif child.dep_ == "dobj" and passive:
            found["theme"].append(child)
        elif trigger.pos_ == "NOUN" and child.dep_ in {"compound", "amod"}:
            found[child.dep_].append(child)
        elif child.dep_ in _FUNCTIONS:
            found[_FUNCTIONS[child.dep_]].append(child)
    for name, token in nested:
        if name in _FAR and name not in found:
            found[name].append(token)
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


def phrase(
    token: Token, quantities: Container[str], dated: Container[int], first: int = 0
) -> tuple[int, int]:
    """Return from where to where in its paragraph a noun's phrase stands, without relative clauses and appositions.

    "Thousands" and other `quantities` (lemmas) take in those of whom they are; tokens of a date (`dated`) before the
    noun, and tokens before `first`, are no part of it.
    """
    left = min([token.i, *(t.i for child in token.lefts if child.dep_ != "punct" for t in child.subtree)])
    left = max([left, first, *(i + 1 for i in range(left, token.i) if i in dated)])
    last = token
    if token.lemma_.lower() in quantities or token.like_num:
        for child in token.rights:
            if child.lower_ == "of" and child.i == token.i + 1:
                last = next((inner for inner in child.children if inner.dep_ == "pobj"), token)
    tokens = token.doc[left : last.i + 1]
    return tokens.start_char, tokens.end_char


def _objects(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield name, child
        elif child.dep_ == "prep":
            yield from _objects(child, f"{name} {child.lower_}")


def _inherit(verb: Token, passive: bool, found: dict[str, list[Token]]) -> None:
    """Add the subject that a verb without one takes from the clause or the noun above it."""
    mine = "object" if passive else "subject"
    head = coordinated_with(verb) or verb.head
    if verb.dep_ in {"acl", "relcl"}:
        if verb.dep_ == "acl" and not found[mine]:
            found[mine] += _doers(verb, head)
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
        above.get("object", ())
        if verb.dep_ in {"xcomp", "ccomp"} or verb.head.lower_ in {"of", "from"}
        else ()
    )
    if verb.dep_ == "conj" or is_passive(head):
        controlled = above.get("object", ()) if is_passive(head) else ()
    found[mine] += controlled or above.get("subject", ())


def _doers(verb: Token, noun: Token) -> Sequence[Token]:
    """Return who does what a clause beside a noun says: the noun, or whoever has the plan or the trouble."""
    has_to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if noun.dep_ == "dobj" and noun.head.lemma_ in {"have", "make"}:
        return functions(noun.head).get("subject", ())
    if has_to:
        of_noun = functions(noun)
        return of_noun.get("by") or of_noun.get("possessive", ())
    return (noun,)


def _joined(tokens: Sequence[Token]) -> list[Token]:
    every = {token.i: token for first in tokens for token in (first, *first.conjuncts)}
    return [every[i] for i in sorted(every)]


def _has(verb: Token, relations: set[str]) -> bool:
    return any(child.dep_ in relations for child in verb.children)
