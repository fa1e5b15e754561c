"""event_places: where an event took place: what its own words govern, and what "there" and "where" point back to."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from loaders.extract.clauses import coordinated_with
from loaders.extract.event_dates import clauses_above, is_predicate
from loaders.extract.event_scene import Scene, Told
from loaders.extract.findings import Name
from loaders.extract.triggers import Triggers

_POINTING = {"there", "where"}
_BESIDE = {"appos", "conj", "compound", "nmod"}
# "countries such as Poland and Latvia" are those countries.
_EXAMPLES = {"as", "including", "like"}


def places_of(
    told: Told, marks: Container[int], scene: Scene, lexicon: Triggers
) -> tuple[tuple[str, Name], ...]:
    """Return the places of an event with their roles; `marks` are the triggers of other events."""
    found = list(_own(told, marks, scene, lexicon)) or list(_pointed_at(told, scene))
    unique = {(role, name.entity): (role, name) for role, name in found}
    return tuple(unique.values())


def _own(told: Told, marks: Container[int], scene: Scene, lexicon: Triggers) -> Iterator[tuple[str, Name]]:
    taken = {token.i for function in told.trigger.roles for token in told.functions.get(function, ())}
    for root, name in scene.places:
        if not scene.in_sentence(root, told.token) or root.i < scene.dateline:
            continue
        function = next((f for f in told.trigger.places if root in told.functions.get(f, ())), None)
        if function is not None:
            yield told.trigger.places[function], name
            continue
        if root.dep_ in {"compound", "nmod"} and root.head == told.token:
            yield "at", name
            continue
        stated = _stated(root, told, marks, lexicon)
        if stated is not None and not (stated[0] != "at" and _is_within(stated[1], told, taken)):
            yield stated[0], name


def _stated(root: Token, told: Told, marks: Container[int], lexicon: Triggers) -> tuple[str, Token] | None:
    """Return the role that prepositions give a place in an event, and the innermost; None where it is another's."""
    preposition = innermost = _preposition(root, lexicon)
    if preposition is None or innermost is None:
        return None
    role = told.trigger.places.get(preposition.lower_, lexicon.prepositions.get(preposition.lower_))
    while role is not None:
        head = preposition.head
        if head.i in told.heads or (is_predicate(head) and _is_one_deed(head, told)):
            return role, innermost
        if head.i in marks or is_predicate(head) or head.pos_ not in {"NOUN", "PROPN", "ADP", "ADV"}:
            return None
        outer = head if head.pos_ == "ADP" else _preposition(head, lexicon)
        if outer is None or outer == preposition:
            is_whole = role == "at" or "object" in told.trigger.places
            return (role, innermost) if is_whole and _belongs(head, told) else None
        # "to the front near the river": the outer one says which way.
        if role == "at":
            role = told.trigger.places.get(outer.lower_, lexicon.prepositions.get(outer.lower_, role))
        preposition = outer
    return None


def _belongs(noun: Token, told: Told) -> bool:
    """Tell whether a noun is the subject or object of the event's own words."""
    return noun.head.i in told.heads and noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}


def _is_one_deed(verb: Token, told: Told) -> bool:
    """Tell whether a verb governs the infinitive or participle that tells an event: "exploded in Rome, killing"."""
    return any(
        verb == above
        for above, is_close in clauses_above(told)
        if is_close and coordinated_with(told.token) is None
    )


def _preposition(token: Token, lexicon: Triggers, *, is_name: bool = True) -> Token | None:
    """Return the preposition on which a place hangs, through the noun that it names or lies in ("the city of")."""
    while token.dep_ in _BESIDE and token.head != token and token.head.pos_ in {"NOUN", "PROPN"}:
        # "Moldova, once part of the Union": what the apposition lies in is not where it happened.
        if token.dep_ == "appos" and not is_name:
            return None
        token = token.head
    if token.dep_ != "pobj":
        return None
    preposition = token.head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in lexicon.settlements:
        return _preposition(preposition.head, lexicon, is_name=False)
    if preposition.lower_ in _EXAMPLES and preposition.head.pos_ == "NOUN":
        return _preposition(preposition.head, lexicon)
    return preposition


def _is_within(preposition: Token, told: Told, taken: Container[int]) -> bool:
    """Tell whether a preposition hangs on one of the participants rather than on the trigger itself."""
    token = preposition
    while token.head != token and token.head.i not in told.heads:
        token = token.head
        if token.i in taken:
            return True
    return False


def _hangs_on(verb: Token, place: Token) -> bool:
    """Tell whether a clause with "where" says more of a place, rather than of the camp or the unit before it."""
    return verb.dep_ != "relcl" or verb.head == place or verb.head.is_ancestor(place)


def _pointed_at(told: Told, scene: Scene) -> Iterator[tuple[str, Name]]:
    """Yield the last place named before the "there" of an event's clause, or the one that its "where" hangs on."""
    token: Token | None = told.host or told.token
    while token is not None:
        for child in token.children:
            if child.lower_ in _POINTING and child.dep_ == "advmod":
                before = [(root, name) for root, name in scene.places if scene.dateline <= root.i < child.i]
                if before and (child.lower_ != "where" or _hangs_on(token, before[-1][0])):
                    yield "at", before[-1][1]
                return
        # "where he was held and beaten": the second verb shares what the first one has before it.
        above = coordinated_with(token)
        token = above if above is not None else token.head if token.dep_ == "xcomp" else None
