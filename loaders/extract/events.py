"""events: what is told to have happened, been planned, tried, refused or denied; who took part, where and when.

A trigger (a verb or noun of `lexicon/event_triggers.yaml`) tells an event where the words that it needs stand in its
functions. A noun tells one where a verb of little meaning carries it ("talks were held"), or where it has a date, a
place or a participant of its own. Several words of one sentence may tell one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from loaders.extract.clauses import Functions, coordinated_with, functions, own_clause
from loaders.extract.event_dates import date_of
from loaders.extract.event_participants import is_by_one, participants_of
from loaders.extract.event_places import places_of
from loaders.extract.event_scene import Scene, Told
from loaders.extract.event_status import status_of
from loaders.extract.findings import Date, Event, Name, Statement
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.same_events import at_odds
from loaders.extract.triggers import (
    ANY,
    NATIONALS,
    NONE,
    NUMBER,
    PARTY,
    PERSON,
    PLACE,
    PRONOUN,
    Trigger,
    Triggers,
    triggers,
)

# A headline repeats what the text tells, and a byline tells nothing.
SILENT_ROLES = {"title", "subhead", "byline", "masthead", "source_line"}
_KINDS = {"place": PLACE, "person": PERSON, "organisation": PARTY}
_PARTS = {"VERB", "NOUN"}
_PARTICLES = {"prt", "advmod", "prep", "acomp"}
_MODIFIERS = {"amod", "compound", "aux", "auxpass"}
_OBJECTS = {"dobj", "nsubjpass", "nsubj", "attr"}
# Prepositions that tell when something was by something else that was.
_WHEN = {"after", "following", "during", "at", "amid", "before"}
# A caption that shares this much of its words with a paragraph tells what that one tells.
_REPEATED = 0.8


def find_events(
    text: ParsedText, names: Sequence[Name], dates: Sequence[Date], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """Return the events that a text tells, in the order of their triggers."""
    lexicon = triggers()
    found: list[Event] = []
    persons: list[Name] = []
    for paragraph in text.paragraphs:
        if paragraph.role in SILENT_ROLES or _is_repeated(paragraph, text):
            continue
        here = [name for name in names if name.span.paragraph == paragraph.number]
        scene = Scene(
            paragraph,
            here,
            [date for date in dates if date.span.paragraph == paragraph.number],
            [statement for statement in statements if statement.span.paragraph == paragraph.number],
            persons,
        )
        found += _events(scene, lexicon)
        persons = [name for name in here if name.kind == "person"] or persons
    return tuple(sorted(found, key=lambda event: event.trigger))


def _is_repeated(caption: ParsedParagraph, text: ParsedText) -> bool:
    """Tell whether a caption only says what a paragraph of the text says too."""
    if caption.role != "caption":
        return False
    words = {token.lower_ for token in caption.doc if token.is_alpha}
    return any(
        len(words & {token.lower_ for token in other.doc if token.is_alpha}) >= _REPEATED * len(words)
        for other in text.paragraphs
        if other.number != caption.number and other.role == "body"
    )


def _events(scene: Scene, lexicon: Triggers) -> list[Event]:
    """Return the events of one paragraph, each once however many words of a sentence tell it."""
    told = list(_told(scene, lexicon))
    kept: list[tuple[Told, Event]] = []
    for one in told:
        event = _event(one, told, scene, lexicon)
        if one.token.pos_ == "NOUN" and not _tells(one, event):
            continue
        if one.trigger.faint and any(t.token.dep_ == "xcomp" and t.token.head == one.token for t in told):
            continue
        for i, (other, earlier) in enumerate(kept):
            if _is_one_event(other, earlier, one, event, scene):
                kept[i] = (other, _joined(earlier, event))
                break
        else:
            kept.append((one, event))
    return [event for _, event in kept]


def _told(scene: Scene, lexicon: Triggers) -> Iterator[Told]:
    for token in scene.paragraph.doc:
        part = token.pos_
        if part not in _PARTS:
            continue
        lemma, word = token.lemma_.lower(), token.lower_
        candidates = lexicon.by_lemma.get((part, lemma), ())
        if word != lemma:
            candidates += lexicon.by_lemma.get((part, f"={word}"), ())
        if not candidates or token.dep_ in _MODIFIERS or token.i in scene.names:
            continue
        if token.i < scene.dateline or token.i in scene.asked:
            continue
        governed = functions(token)
        particles = {child.lower_ for child in token.children if child.dep_ in _PARTICLES}
        if any(child.dep_ == "prt" for child in token.children):
            # "rule out" is not "rule".
            candidates = tuple(trigger for trigger in candidates if trigger.particle)
        fitting = (
            trigger
            for trigger in candidates
            if (trigger.particle is None or trigger.particle in particles)
            and _fits(trigger, token, governed, scene, lexicon)
        )
        trigger = next(fitting, None)
        if trigger is None:
            continue
        if token.pos_ == "NOUN" and _is_only_announced(token, lexicon):
            continue
        host = _host(token, lexicon) if token.pos_ == "NOUN" else None
        status = status_of(token, trigger, host, lexicon.words)
        if status is not None:
            yield Told(token, trigger, governed, status, host)


def _is_only_announced(noun: Token, lexicon: Triggers) -> bool:
    """Tell whether a noun names what a verb makes public: "announced the end of the draft"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in lexicon.words.announcing


def _host(noun: Token, lexicon: Triggers) -> Token | None:
    """Return the verb of little meaning that tells a noun: talks were held, there was a protest."""
    verb = noun.head
    if noun.dep_ == "attr" and any(child.dep_ == "expl" for child in verb.children):
        return verb
    if noun.dep_ in _OBJECTS and verb.lemma_.lower() in lexicon.words.light:
        return verb
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        return None
    return next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in lexicon.words.light), None)


def _fits(trigger: Trigger, token: Token, governed: Functions, scene: Scene, lexicon: Triggers) -> bool:
    """Tell whether the words that a trigger needs stand where it needs them."""
    if trigger.under and not _is_under(token, trigger.under):
        return False
    return all(_holds(need, governed, scene, lexicon) for need in (trigger.needs, trigger.besides) if need)


def _holds(needs: Mapping[str, frozenset[str]], governed: Functions, scene: Scene, lexicon: Triggers) -> bool:
    return any(
        any(_is_one_of(other, words, scene, lexicon) for other in governed.get(name, ()))
        or (NONE in words and not governed.get(name))
        for name, words in needs.items()
    )


def _is_under(token: Token, words: frozenset[str]) -> bool:
    above = token.head.head if token.head.pos_ == "ADP" else token.head
    return token.dep_ in {"xcomp", "acl", "advcl", "pcomp", "relcl"} and above.lemma_.lower() in words


def _is_one_of(token: Token, words: frozenset[str], scene: Scene, lexicon: Triggers) -> bool:
    if ANY in words:
        return True
    name = scene.names.get(token.i)
    if name is not None:
        return _KINDS[name.kind] in words or (PARTY in words and name.kind != "place")
    if NATIONALS in words and token.ent_type_ == "NORP" and token.tag_ in {"NNS", "NNPS"}:
        return True
    if PRONOUN in words and token.pos_ == "PRON":
        return True
    if NUMBER in words and token.like_num:
        return True
    is_word = token.lemma_.lower() in words or token.lower_ in words
    return is_word or _is_counted(token, words, scene, lexicon)


def _is_counted(number: Token, words: frozenset[str], scene: Scene, lexicon: Triggers) -> bool:
    """Tell whether a number or "many" is one of such words: 300 of the men."""
    if number.lemma_.lower() not in lexicon.quantities and not number.like_num:
        return False
    return any(
        _is_one_of(inner, words, scene, lexicon)
        for child in number.children
        if child.lower_ == "of" and child.i == number.i + 1
        for inner in child.children
        if inner.dep_ == "pobj"
    )


def _event(one: Told, told: Sequence[Told], scene: Scene, lexicon: Triggers) -> Event:
    others = {other.token.i for other in told if other is not one} - one.heads
    clause = [token for token in own_clause(one.token) if not token.is_punct and not token.is_space]
    span = scene.span(clause)
    trigger = scene.span([one.token])
    is_by_one_person = one.trigger.alone is not None and is_by_one(one, scene, lexicon)
    return Event(
        span=span,
        text=scene.paragraph.text(span),
        trigger=trigger,
        type=one.trigger.alone if one.trigger.alone and is_by_one_person else one.trigger.type,
        status=one.status,
        date=date_of(one, others, scene),
        places=places_of(one, others, scene, lexicon),
        participants=participants_of(one, scene, lexicon),
        statement=scene.statement_at(trigger),
        rule=f"{one.token.pos_.lower()} {one.token.lemma_.lower()}",
    )


def _tells(noun: Told, event: Event) -> bool:
    """Tell whether a noun tells an event, rather than only naming one."""
    if noun.host is not None or event.date is not None:
        return True
    if noun.trigger.faint:
        return False
    if "against" in noun.trigger.needs or _is_new(noun.token):
        return True
    return event.status != "happened" or bool(event.participants or event.places)


def _is_new(noun: Token) -> bool:
    """Tell whether a noun brings something up: "after a rally", but not "for a rally"."""
    is_time = noun.dep_ == "pobj" and noun.head.lower_ in _WHEN
    return is_time and any(child.lower_ in {"a", "an", "another"} for child in noun.children)


def _is_one_event(one: Told, event: Event, other: Told, found: Event, scene: Scene) -> bool:
    """Tell whether two triggers of a sentence tell one event: the same type, one within the other, nothing at odds."""
    if one.trigger.type != other.trigger.type or not scene.in_sentence(one.token, other.token):
        return False
    is_within = one.token.is_ancestor(other.token) or other.token.is_ancestor(one.token)
    if not is_within or at_odds(event, found):
        return False
    joined = coordinated_with(other.token)
    if joined is not None:
        return not (found.date or found.places) and bool(event.participants or not found.participants)
    return not any(t.dep_ in {"relcl", "ccomp"} for t in _between(other.token, one.token))


def _between(low: Token, high: Token) -> Iterator[Token]:
    """Yield the lower of two tokens and those above it, up to the higher one."""
    if low.is_ancestor(high):
        low, high = high, low
    while low not in (high, low.head):
        yield low
        low = low.head


def _joined(one: Event, other: Event) -> Event:
    """Return an event with what another word for it adds."""
    roles = {participant.role for participant in one.participants}
    added = [participant for participant in other.participants if participant.role not in roles]
    return replace(
        one,
        date=one.date or other.date,
        places=one.places or other.places,
        participants=(*one.participants, *added),
    )
