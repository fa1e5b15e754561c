"""event_dates: the date of an event: that of its own clause, or one that its clause shares with the clause above.

A date belongs to the nearest verb or trigger above it in the parse, whatever nouns stand between. A clause shares the
date of the one above where it has no subject of its own and depends on it as one deed ("managed to leave in May"), or
where the date leads the sentence ("On 5 May police came and took him"). A date of another clause is never taken.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders.extract.clauses import auxiliaries, coordinated_with, has_subject
from loaders.extract.event_scene import Scene, Told
from loaders.extract.findings import Date

_OF_A_NOUN = {"compound", "nmod", "poss", "amod", "nummod"}
# What happens at, in or during something happens when that does.
_AT = {"at", "in", "during"}
# A gerund after these is one deed with the verb above.
_CLOSE = {"of", "from", "with", "to", "by", "in"}


def date_of(told: Told, marks: Container[int], scene: Scene) -> Date | None:
    """Return the date of an event, or None where the sentence gives it none; `marks` are the triggers of others."""
    dated = [
        (_owner(tokens, marks, told, scene), tokens, date)
        for tokens, date in scene.dates
        if scene.in_sentence(tokens.root, told.token)
    ]
    own = [
        (abs(tokens.start - told.token.i), date)
        for owner, tokens, date in dated
        if owner is not None and owner.i in told.heads
    ]
    if own:
        return min(own, key=_distance)[1]
    for owner, _, date in dated:
        # "detained at protests on Sunday" were those who were detained on Sunday, too.
        if (
            owner is not None
            and owner.pos_ == "NOUN"
            and owner.head.head == told.token
            and owner.head.lower_ in _AT
        ):
            return date
    for above, is_close in clauses_above(told):
        for owner, tokens, date in dated:
            if owner == above and (is_close or tokens.start < _start_of_clause(above)):
                return date
    loose = [date for owner, _, date in dated if owner is None]
    return loose[0] if len(loose) == 1 == len(dated) else None


def _distance(pair: tuple[int, Date]) -> int:
    return pair[0]


def _owner(tokens: Tokens, marks: Container[int], told: Told, scene: Scene) -> Token | None:
    """Return the verb or trigger to which a date belongs, None where it only says which of several things is meant."""
    token = tokens.root
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if before is not None and before.dep_ == "prep" and before.head.i not in range(tokens.start, tokens.end):
        # "On 5 May police came": the parser may take the date for a part of the subject.
        token = before
    elif token.dep_ in _OF_A_NOUN and token.head.i not in scene.dated:
        return token.head if token.head.i in told.heads or token.head.i in marks else None
    while token.head != token:
        token = token.head
        if token.i in marks or token.i in told.heads or (is_predicate(token) and not _is_close_gerund(token)):
            return token
    return None


def _is_close_gerund(token: Token) -> bool:
    """Tell whether a gerund is one deed with the verb above: "banned from entering the country in May"."""
    return token.dep_ == "pcomp" and token.head.lower_ in _CLOSE and is_predicate(token.head.head)


def is_predicate(token: Token) -> bool:
    """Tell whether a token is the verb of a clause."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"})


def clauses_above(told: Told) -> Iterator[tuple[Token, bool]]:
    """Yield the verbs above whose clause an event's is part of, and whether the two are one deed."""
    token = told.host or told.token
    is_close = True
    while True:
        joined = coordinated_with(token)
        if joined is not None:
            is_close = is_close and not has_subject(token) and not auxiliaries(token) and token.tag_ == "VBN"
            token = joined
        elif token.dep_ == "xcomp" and not has_subject(token):
            token = token.head
        elif token.dep_ == "advcl" and token.tag_ in {"VBG", "VBN"} and not has_subject(token):
            if any(child.dep_ == "mark" for child in token.children):
                return
            token = token.head
        elif _is_close_gerund(token) or (
            token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in _AT
        ):
            token = token.head.head
        else:
            return
        if not is_predicate(token):
            return
        yield token, is_close


def _start_of_clause(verb: Token) -> int:
    """Return the place of a verb's subject, or of the verb."""
    subjects = [child.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}]
    return min([verb.i, *subjects])
