"""events: what is told to have happened, been planned, tried, refused or denied; who took part, where and when.

A trigger (a verb or noun of `lexicon/event_triggers.yaml`) tells an event where the words that it needs stand in its
functions. Participants, places and dates come from the trigger's own clause, then from its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders.extract.clauses import Functions, functions, own_clause, phrase
from loaders.extract.event_status import status_of
from loaders.extract.findings import Date, Event, Name, Participant, Statement
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.triggers import PARTY, PLACE, Trigger, Triggers, triggers
from loaders.records import Span

# A headline repeats what the text tells, and a byline tells nothing.
SILENT_ROLES = {"title", "subhead", "byline", "masthead", "source_line"}
_NUMBER = "NUMBER"
_NO_PARTICIPANTS = {"PRON", "NUM", "DET", "ADV"}
_ONE_PERSON = {"he", "she", "him", "her"}
_DATED = {"DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger found in a paragraph, with what it governs."""

    token: Token
    trigger: Trigger
    functions: Functions
    status: str


class _Surroundings:
    """The names, dates and statements of one paragraph, by token."""

    def __init__(
        self,
        paragraph: ParsedParagraph,
        names: Sequence[Name],
        dates: Sequence[Date],
        statements: Sequence[Statement],
    ) -> None:
        self.paragraph = paragraph
        self.statements = statements
        self.names: dict[int, Name] = {}
        self.places: list[tuple[Token, Name]] = []
        self.dates: list[tuple[Token, Date]] = []
        for name in names:
            if name.form == "demonym":
                continue
            tokens = self._tokens(name.span)
            self.names.update({token.i: name for token in tokens})
            if name.kind == "place" and name.form == "name" and name.reading == "literal":
                self.places.append((tokens.root, name))
        for date in dates:
            if date.timex3_type in _DATED:
                self.dates.append((self._tokens(date.span).root, date))

    def _tokens(self, span: Span) -> Tokens:
        tokens = self.paragraph.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            raise ValueError(f"no words stand at {span}")
        return tokens

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch from the first of some tokens to the last."""
        first, last = min(tokens, key=_position), max(tokens, key=_position)
        return Span(self.paragraph.number, first.idx, last.idx + len(last))


def find_events(
    text: ParsedText, names: Sequence[Name], dates: Sequence[Date], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """Return the events that a text tells, in the order of their triggers."""
    lexicon = triggers()
    found: list[Event] = []
    for paragraph in text.paragraphs:
        if paragraph.role in SILENT_ROLES:
            continue
        around = _Surroundings(
            paragraph,
            [name for name in names if name.span.paragraph == paragraph.number],
            [date for date in dates if date.span.paragraph == paragraph.number],
            [statement for statement in statements if statement.span.paragraph == paragraph.number],
        )
        told = list(_told(around, lexicon))
        for one in told:
            event = _event(one, told, around, lexicon)
            if one.token.pos_ == "NOUN" and any(_is_held(one, other) for other in told):
                continue
            if one.token.pos_ == "VERB" or _says_something_new(event, found):
                found.append(event)
    return tuple(sorted(found, key=lambda event: event.trigger))


def _told(around: _Surroundings, lexicon: Triggers) -> Iterator[_Told]:
    for token in around.paragraph.doc:
        if token.dep_ in {"amod", "compound", "aux", "auxpass"} or token.i in around.names:
            continue
        candidates = lexicon.by_lemma.get((token.pos_, token.lemma_.lower()), ())
        if not candidates:
            continue
        governed = functions(token)
        fitting = (trigger for trigger in candidates if _fits(trigger, token, governed, around.names))
        trigger = next(fitting, None)
        if trigger is None:
            continue
        status = status_of(token, trigger.lasts, lexicon.words)
        if status is not None:
            yield _Told(token, trigger, governed, status)


def _fits(trigger: Trigger, token: Token, governed: Functions, names: Mapping[int, Name]) -> bool:
    """Tell whether the words that a trigger needs stand where it needs them."""
    particles = {child.lower_ for child in token.children if child.dep_ in {"prt", "advmod", "prep", "acomp"}}
    if trigger.particle and trigger.particle not in particles:
        return False
    # "rule out" is not "rule".
    if not trigger.particle and any(child.dep_ == "prt" for child in token.children):
        return False
    return not trigger.needs or any(
        _is_one_of(other, words, names)
        for name, words in trigger.needs.items()
        for other in governed.get(name, ())
    )


def _is_one_of(token: Token, words: frozenset[str], names: Mapping[int, Name]) -> bool:
    name = names.get(token.i)
    if name is not None:
        return (PLACE if name.kind == "place" else PARTY) in words
    if _NUMBER in words and (token.like_num or any(child.dep_ == "nummod" for child in token.children)):
        return True
    return token.lemma_.lower() in words or token.lower_ in words


def _event(one: _Told, told: Sequence[_Told], around: _Surroundings, lexicon: Triggers) -> Event:
    others = {other.token.i for other in told if other is not one}
    participants = tuple(_participants(one, around))
    clause = [token for token in own_clause(one.token) if not token.is_punct and not token.is_space]
    span = around.span(clause)
    trigger = around.span([one.token])
    return Event(
        span=span,
        text=around.paragraph.text(span),
        trigger=trigger,
        type=_type(one, participants),
        status=one.status,
        date=_date(one, others, around, lexicon),
        places=tuple(_places(one, others, around, lexicon)),
        participants=participants,
        statement=next((s for s in around.statements if any(c.holds(trigger) for c in s.content)), None),
        rule=f"{one.token.pos_.lower()} {one.token.lemma_.lower()}",
    )


def _type(one: _Told, participants: Sequence[Participant]) -> str:
    agents = [participant for participant in participants if participant.role == "agent"]
    alone = len(agents) == 1 and (agents[0].entity is not None or agents[0].text.lower() in _ONE_PERSON)
    return one.trigger.alone if one.trigger.alone and alone else one.trigger.type


def _participants(one: _Told, around: _Surroundings) -> Iterator[Participant]:
    seen: set[int] = set()
    for function, role in one.trigger.roles.items():
        for token in one.functions.get(function, ()):
            name = around.names.get(token.i)
            is_place = name is not None and name.kind == "place"
            if token.i in seen or token.ent_type_ in _DATED or (is_place and function in one.trigger.places):
                continue
            seen.add(token.i)
            if name is None and token.lower_ in _ONE_PERSON:
                name = _only_person_before(token, around)
            if name is None and token.pos_ in _NO_PARTICIPANTS:
                continue
            if name is not None and token.i in around.names:
                span = name.span
            elif name is not None:
                span = around.span([token])
            else:
                span = Span(around.paragraph.number, *phrase(token))
            yield Participant(role, span, around.paragraph.text(span), name.entity if name else None)


def _only_person_before(pronoun: Token, around: _Surroundings) -> Name | None:
    """Return the person that a pronoun means where the paragraph has named only one so far."""
    before = [name for i, name in around.names.items() if i < pronoun.i and name.kind == "person"]
    return before[-1] if len({name.entity for name in before}) == 1 else None


def _date(one: _Told, others: set[int], around: _Surroundings, lexicon: Triggers) -> Date | None:
    """Return the date of the trigger's own clause, else of the verb it is joined to, else the sentence's only one."""
    in_sentence = [(token, date) for token, date in around.dates if token.sent == one.token.sent]
    governors = [(_governor(token, others | {one.token.i}), token, date) for token, date in in_sentence]
    own = [(abs(token.i - one.token.i), date) for governor, token, date in governors if governor == one.token]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    joined = [
        date for governor, _, date in governors if governor is not None and _is_joined(one.token, governor)
    ]
    if joined:
        return joined[0]
    free = [
        date
        for governor, _, date in governors
        if governor is None or (governor.i not in others and governor.lemma_ not in lexicon.words.reporting)
    ]
    return free[0] if len(in_sentence) == len(free) == 1 else None


def _places(
    one: _Told, others: set[int], around: _Surroundings, lexicon: Triggers
) -> Iterator[tuple[str, Name]]:
    found: list[tuple[str, Name]] = []
    loose: list[tuple[str, Name]] = []
    taken = {token.i for function in one.trigger.roles for token in one.functions.get(function, ())}
    for root, name in around.places:
        if root.sent != one.token.sent:
            continue
        function = next((f for f in one.trigger.places if root in one.functions.get(f, ())), None)
        if function is not None:
            found.append((one.trigger.places[function], name))
            continue
        preposition = _preposition(root)
        role = lexicon.prepositions.get(preposition.lower_) if preposition is not None else None
        if preposition is None or role is None:
            continue
        governor = _governor(preposition, others | {one.token.i})
        if governor == one.token and (role == "at" or not _is_within(preposition, taken)):
            found.append((role, name))
        elif governor is not None and role == "at" and governor.i not in others:
            loose.append((role, name))
    unique = {(role, name.entity): (role, name) for role, name in found or loose[:1]}
    yield from unique.values()


def _preposition(token: Token) -> Token | None:
    """Return the preposition on which a place hangs, through the nouns it names or lies in ("the city of")."""
    while token.dep_ in {"appos", "conj", "compound", "nmod"} and token.head != token:
        token = token.head
    if token.dep_ != "pobj":
        return None
    preposition = token.head
    if preposition.lower_ == "of" and preposition.head.pos_ == "NOUN":
        return _preposition(preposition.head)
    return preposition


def _governor(token: Token, marks: set[int]) -> Token | None:
    """Return the nearest trigger or verb above a token."""
    while token.head != token:
        token = token.head
        if (
            token.i in marks
            or token.pos_ == "VERB"
            or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"})
        ):
            return token
    return None


def _is_joined(trigger: Token, governor: Token) -> bool:
    """Tell whether a verb shares its adverbs with the trigger: one it is joined to, or that governs its infinitive."""
    token = trigger
    while token.dep_ == "xcomp" or (token.dep_ == "conj" and not _has_subject(token)):
        token = token.head
        if token == governor:
            return True
    return False


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _is_within(token: Token, taken: set[int]) -> bool:
    """Tell whether a token hangs on one of the participants rather than on the trigger itself."""
    return any(ancestor.i in taken for ancestor in token.ancestors)


def _is_held(noun: _Told, other: _Told) -> bool:
    """Tell whether a verb tells the same event as its subject or object: talks are held."""
    return other.token == noun.token.head and other.trigger.type == noun.trigger.type


def _says_something_new(event: Event, found: Sequence[Event]) -> bool:
    """Tell whether a noun tells more than that there was an event of which the text has told already."""
    told = [other for other in found if other.type == event.type]
    if event.date is not None:
        return all(other.date != event.date for other in told)
    return not told and bool(event.participants or event.places)


def _position(token: Token) -> int:
    return token.i
