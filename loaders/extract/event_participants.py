"""event_participants: who took part in an event, by the functions that its type gives a role."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.clauses import phrase
from loaders.extract.event_scene import Scene, Told
from loaders.extract.findings import Name, Participant
from loaders.extract.triggers import Triggers
from loaders.records import Span

_NO_PARTICIPANTS = {"PRON", "NUM", "DET", "ADV", "ADJ", "VERB", "AUX"}
_HE_OR_SHE = {"he", "she", "him", "her", "his"}
_SPEAKER = {"i", "me", "my"}
_ONE = {"NN", "NNP"}


def participants_of(told: Told, scene: Scene, lexicon: Triggers) -> tuple[Participant, ...]:
    """Return who took part in an event, each once, with the role and the words as printed."""
    return tuple(_participants(told, scene, lexicon))


def is_by_one(told: Told, scene: Scene, lexicon: Triggers) -> bool:
    """Tell whether one person alone does what a trigger tells."""
    agents = [
        token
        for function, role in told.trigger.roles.items()
        if role == "agent"
        for token in told.functions.get(function, ())
    ]
    if len({token.i for token in agents}) != 1:
        return False
    (agent, *_) = agents
    name = scene.names.get(agent.i)
    if name is not None:
        return name.kind == "person"
    if agent.lower_ in _HE_OR_SHE | _SPEAKER:
        return True
    return (
        agent.pos_ == "NOUN"
        and agent.tag_ in _ONE
        and agent.lemma_.lower() not in lexicon.quantities
        and not any(child.dep_ == "nummod" for child in agent.children)
    )


def _participants(told: Told, scene: Scene, lexicon: Triggers) -> Iterator[Participant]:
    seen: set[int] = set()
    for function, role in told.trigger.roles.items():
        for token in told.functions.get(function, ()):
            name = scene.names.get(token.i)
            is_place = name is not None and name.kind == "place"
            if token.i in seen or token.i in scene.dated or token.i < scene.dateline:
                continue
            if (is_place and function in told.trigger.places) or (
                {token.lower_, token.lemma_.lower()} & told.trigger.gifts
            ):
                continue
            seen.add(token.i)
            one = _participant(role, token, scene, lexicon)
            if one is not None:
                yield one


def _participant(role: str, token: Token, scene: Scene, lexicon: Triggers) -> Participant | None:
    name = scene.names.get(token.i) or _named_beside(token, scene)
    if name is not None:
        return Participant(role, name.span, scene.paragraph.text(name.span), name.entity)
    entity = _meant(token, scene)
    if entity is not None:
        span = scene.span([token])
        return Participant(role, span, scene.paragraph.text(span), entity)
    if token.pos_ in _NO_PARTICIPANTS and token.tag_ != "NNS" and not _people_counted(token):
        return None
    start, end = phrase(token, lexicon.quantities, scene.dated, scene.dateline)
    span = Span(scene.paragraph.number, start, end)
    return Participant(role, span, scene.paragraph.text(span), None)


def _named_beside(noun: Token, scene: Scene) -> Name | None:
    """Return the person whose name is set beside a description: "an officer, Ivo Kral"."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return None
    beside = [child.i for child in noun.subtree if child.dep_ == "appos" and child.i > noun.i]
    if noun.doc[noun.i + 1 : noun.i + 2].text == ",":
        beside.insert(0, noun.i + 2)
    clause = next((child.i for child in noun.subtree if child.dep_ in {"relcl", "acl"}), len(noun.doc))
    named = (scene.names.get(i) for i in beside if i < clause)
    return next((name for name in named if name is not None and name.kind == "person"), None)


def _meant(pronoun: Token, scene: Scene) -> str | None:
    """Return whom a pronoun means: the speaker by "I", the only person named so far by "he" or "she"; else None."""
    if pronoun.lower_ in _SPEAKER:
        statement = scene.statement_at(scene.span([pronoun]))
        return statement.entity if statement is not None else None
    if pronoun.lower_ not in _HE_OR_SHE:
        return None
    before = [name for i, name in scene.names.items() if i < pronoun.i and name.kind == "person"]
    named = before or scene.earlier
    return named[-1].entity if len({name.entity for name in named}) == 1 else None


def _people_counted(number: Token) -> bool:
    """Tell whether a number or "many" is followed by who they are: "two of the men"."""
    return number.pos_ in {"NUM", "DET", "PRON", "ADJ"} and any(
        child.lower_ == "of" and any(inner.pos_ in {"NOUN", "PROPN"} for inner in child.children)
        for child in number.children
    )
