"""triggers: the words that tell events, and what each needs around it; read from `lexicon/event_triggers.yaml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from loaders import yaml_source
from loaders.shapes import Shape, Slug, parse_shape, term_of
from schema import vocabularies as terms

FILE = Path(__file__).with_name("lexicon") / "event_triggers.yaml"
PLACE, PARTY, PERSON, PRONOUN, NATIONALS = "PLACE", "PARTY", "PERSON", "PRONOUN", "NATIONALS"
NUMBER, ANY, NONE = "NUMBER", "ANY", "NONE"
MARKERS = {PLACE, PARTY, PERSON, PRONOUN, NATIONALS, NUMBER, ANY, NONE}

_Status = Annotated[str, term_of({**terms.EVENT_STATUSES, "none": "not told as so"})]
_Role = Annotated[str, term_of(terms.PARTICIPANT_ROLES)]
_PlaceRole = Annotated[str, term_of(terms.EVENT_PLACE_ROLES)]


class Frame(Shape):
    """Lemmas that tell one type of event, the roles of what they govern, and what must stand there or above."""

    lemmas: list[str]
    roles: dict[str, _Role]
    places: dict[str, _PlaceRole] = {}
    needs: dict[str, list[str]] = {}
    besides: dict[str, list[str]] = {}
    gifts: list[str] = []
    under: list[str] = []
    faint: bool = False


class TypeTriggers(Shape):
    """The triggers of one event type: `alone`, the type where one person does it; `lasts`, whether it is a stretch.

    `state` says whether it is one that the present perfect tells as still going on.
    """

    type: Slug
    lasts: bool = False
    state: bool = False
    alone: Slug | None = None
    verbs: list[Frame] = []
    nouns: list[Frame] = []


class StatusShape(Shape):
    """Words around a trigger that tell its status."""

    governors: dict[_Status, list[str]]
    deniers: list[str]
    habits: list[str]
    anew: list[str]
    announcing: list[str]
    light: list[str]
    judging: list[str]
    modals: dict[str, _Status]
    adjectives: dict[str, _Status]
    hypothetical: list[str]
    reporting: list[str]
    negations: list[str]


class Lexicon(Shape):
    """The whole file."""

    groups: dict[str, list[str]]
    types: list[TypeTriggers]
    status: StatusShape
    prepositions: dict[str, _PlaceRole]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words that tell a status, ready for look-up."""

    status_by_governor: dict[str, str]
    deniers: frozenset[str]
    habits: frozenset[str]
    anew: frozenset[str]
    announcing: frozenset[str]
    light: frozenset[str]
    judging: frozenset[str]
    modals: dict[str, str]
    adjectives: dict[str, str]
    hypothetical: frozenset[str]
    reporting: frozenset[str]
    negations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to tell a type of event; `needs` has its groups spelled out, `particle` follows the lemma.

    `gifts` are words for what is given or ruled, which takes no part in the event.
    """

    type: str
    lasts: bool
    state: bool
    alone: str | None
    particle: str | None
    roles: dict[str, str]
    places: dict[str, str]
    needs: dict[str, frozenset[str]]
    besides: dict[str, frozenset[str]]
    gifts: frozenset[str]
    under: frozenset[str]
    faint: bool


@dataclass(frozen=True, slots=True)
class Triggers:
    """All triggers by part of speech (VERB, NOUN) and lemma; those with a particle or a need come first."""

    by_lemma: dict[tuple[str, str], tuple[Trigger, ...]]
    words: StatusWords
    prepositions: dict[str, str]
    quantities: frozenset[str]
    settlements: frozenset[str]
    lasting: frozenset[str]


@lru_cache(maxsize=1)
def triggers() -> Triggers:
    """Return the bundled triggers, read once; InputError where the file does not fit its shape."""
    value, lines = yaml_source.read(FILE)
    lexicon = parse_shape(Lexicon, value, FILE, lines)
    found: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
    for entry in lexicon.types:
        for part, frames in (("VERB", entry.verbs), ("NOUN", entry.nouns)):
            for frame in frames:
                needs = {name: _spelled_out(words, lexicon.groups) for name, words in frame.needs.items()}
                for lemma in frame.lemmas:
                    first, _, particle = lemma.partition(" ")
                    found[part, first].append(
                        Trigger(
                            type=entry.type,
                            lasts=entry.lasts,
                            state=entry.state,
                            alone=entry.alone,
                            particle=particle or None,
                            roles=frame.roles,
                            places=frame.places,
                            needs=needs,
                            besides={k: _spelled_out(v, lexicon.groups) for k, v in frame.besides.items()},
                            gifts=_spelled_out(frame.gifts, lexicon.groups),
                            under=frozenset(frame.under),
                            faint=frame.faint,
                        )
                    )
    status = lexicon.status
    return Triggers(
        by_lemma={key: tuple(sorted(frames, key=_generality)) for key, frames in found.items()},
        words=StatusWords(
            status_by_governor={word: name for name, words in status.governors.items() for word in words},
            deniers=frozenset(status.deniers),
            habits=frozenset(status.habits),
            anew=frozenset(status.anew),
            announcing=frozenset(status.announcing),
            light=frozenset(status.light),
            judging=frozenset(status.judging),
            modals=dict(status.modals),
            adjectives=dict(status.adjectives),
            hypothetical=frozenset(status.hypothetical),
            reporting=frozenset(status.reporting),
            negations=frozenset(status.negations),
        ),
        prepositions=dict(lexicon.prepositions),
        quantities=frozenset(lexicon.groups["QUANTITY"]),
        settlements=frozenset(lexicon.groups["SETTLEMENT"]),
        lasting=frozenset(entry.type for entry in lexicon.types if entry.lasts),
    )


def _generality(trigger: Trigger) -> tuple[bool, bool, bool, bool]:
    """Return a key that sorts the triggers of one word from the narrowest to the widest."""
    return trigger.particle is None, not trigger.under, "object" not in trigger.needs, not trigger.needs


def _spelled_out(words: list[str], groups: dict[str, list[str]]) -> frozenset[str]:
    """Return words with the groups among them spelled out, groups of groups too."""
    return frozenset(
        word
        for name in words
        for word in (_spelled_out(groups[name], groups) if name in groups else frozenset({name}))
    )
