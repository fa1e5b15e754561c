"""Whom a figure is about: the people that it counts, of whom it is a share, or whose age or term in prison it gives.

What counts no people (money, kilometers, a share of something else) has no subject, unless it is said to be of people:
`7,300 cases against soldiers`. The words for people are data: `lexicon/people.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from loaders.extract.counted import Counted, counting_words
from loaders.extract.findings import Figure, Name, Subject
from loaders.extract.parsing import ParsedParagraph
from loaders.extract.people import people_words
from loaders.extract.tokens import end_of, sentence_of

_COUNTED: Final = {"count", "rate", "share"}
_TERM: Final = "prison-term"
_NOUNS: Final = {"NN", "NNS", "NNP", "NNPS"}
_MODIFIERS: Final = {"amod", "compound", "nmod"}
# Between a name and an age beside it: `Ivan Orlov, 34`; `Yuri*, a 26-year-old`.
_BESIDE: Final = re.compile(r"[*†]?,? (?:aged |age |an? |the )?")


class Subjects:
    """The people of one paragraph, as its figures are about them."""

    def __init__(self, paragraph: ParsedParagraph, names: Sequence[Name]) -> None:
        self._paragraph, self._doc = paragraph, paragraph.doc
        self._persons = [name for name in names if name.kind == "person" and name.form == "name"]
        self._peoples = {name.span.end for name in names if name.form == "demonym"}

    def of(
        self, kind: str, measure: str | None, number: Token, counted: Counted | None, before: Figure | None
    ) -> Subject | None:
        """Return the subject of a figure whose number ends with a token; `before` is the figure before it, if any.

        None where the figure is about no people, or about people of whom the words around it do not say who they are.
        """
        if kind == "age":
            return self._of_age(number, counted) or self._governing(number)
        if measure == _TERM:
            return self._of_term(number)
        if kind not in _COUNTED:
            return None
        if counted is None:
            own = self._of_verb(kind, number) if kind == "share" else self._governing(number)
            return own or self._again(measure, number, before)
        head = self._doc[counted.head]
        if head.lemma_ in people_words().amounts and head.i > counted.start:
            head = head.nbor(-1)
        return self._group(head, counted.start) or self._linked(head) or self._of_verb(kind, number)

    def _governing(self, number: Token) -> Subject | None:
        """Return the people on whom a bare number hangs, or of whom it is said: `men between 18 and 60`."""
        for step in number.ancestors:
            if step.pos_ in {"VERB", "AUX"}:
                is_amount = step.lemma_ in people_words().amounting
                subjects = [child for child in step.lefts if child.dep_ == "nsubj" and is_amount]
                return next((found for noun in subjects if (found := self._group(noun))), None)
            found = self._group(step) if step.i < number.i else None
            if found is not None:
                return found
        return None

    def _again(self, measure: str | None, number: Token, before: Figure | None) -> Subject | None:
        """Return the people counted before, where a bare number counts some of them, or what measures them again."""
        if self.is_part(number):
            return before.subject if before is not None and before.subject else self._last_before(number)
        return before.subject if before is not None and before.measure == measure is not None else None

    def is_part(self, number: Token) -> bool:
        """Tell whether a number counts some of those named before: `36,000 of them`."""
        following = [token.lower_ for token in self._doc[number.i + 1 : number.i + 3]]
        return following[:1] == ["of"] and following[-1] in people_words().again

    def _last_before(self, number: Token) -> Subject | None:
        earlier = reversed(self._doc[sentence_of(number).start : number.i])
        return next((found for token in earlier if (found := self._group(token))), None)

    def _group(self, head: Token, start: int | None = None) -> Subject | None:
        """Return the people that a noun with its modifiers means, None where it is no word for people."""
        # The tagger's model leaves names of peoples in the plural.
        lemma = head.lemma_.removesuffix("s") if head.tag_ in {"NNP", "NNPS"} else head.lemma_
        if head.tag_ not in _NOUNS or not (end_of(head) in self._peoples or people_words().holds(lemma)):
            return None
        first = head.i if start is None else start
        while start is None and first > 0 and self._is_modifier(first - 1, head):
            first -= 1
        while first < head.i and self._doc[first].lower_ in counting_words().after_number:
            first += 1
        words = self._doc[first : head.i + 1]
        return Subject(words.text, self._paragraph.span(words), None, lemma)

    def _is_modifier(self, place: int, head: Token) -> bool:
        token = self._doc[place]
        return token.dep_ in _MODIFIERS and head.is_ancestor(token) and not token.like_num

    def _linked(self, governor: Token) -> Subject | None:
        """Return the people to whom a preposition of a noun or verb leads: `cases against soldiers`."""
        words = people_words()
        links = [link for link in governor.rights if link.lower_ in words.links]
        links += [link for link in governor.subtree if link.lower_ in words.far_links and link.i > governor.i]
        return self._object_of(links)

    def _object_of(self, links: Sequence[Token]) -> Subject | None:
        nouns = (noun for link in links for noun in link.rights if noun.dep_ == "pobj")
        return next((found for noun in nouns if (found := self._group(noun))), None)

    def _of_verb(self, kind: str, number: Token) -> Subject | None:
        """Return the people to whom a verb puts its number down: `3% of requests came from soldiers`."""
        verb = _verb_above(number)
        if verb is None:
            return None
        if kind == "share":
            return self._linked(verb)
        return self._object_of([link for link in verb.rights if link.lower_ in people_words().far_links])

    def _of_age(self, number: Token, counted: Counted | None) -> Subject | None:
        """Return whose age it is: the person named beside it or of whom it is said, else the people so aged."""
        beside = self._named_before(number)
        if beside is not None or counted is None:
            return beside or self._named_subject(number)
        head = self._doc[counted.head]
        after = next((name for name in self._persons if name.span.start == end_of(head) + 1), None)
        if after is not None:
            return _named(after)
        said_of = [head, head.head] if head.dep_ == "appos" else [head]
        said_of += [child for child in head.children if child.dep_ == "appos"]
        named = next((name for noun in said_of for name in self._names_at(noun)), None)
        return _named(named) if named else self._named_subject(head) or self._group(head, counted.start)

    def _named_before(self, number: Token) -> Subject | None:
        text = self._paragraph.printed
        before = (name for name in self._persons if name.span.end <= number.idx)
        return next(
            (_named(name) for name in before if _BESIDE.fullmatch(text, name.span.end, number.idx)), None
        )

    def _named_subject(self, token: Token) -> Subject | None:
        """Return the person of whom a form of `be` says an age."""
        verb = _verb_above(token)
        if verb is None or verb.lemma_ not in counting_words().copulas:
            return None
        subjects = (child for child in verb.lefts if child.dep_ == "nsubj")
        named = next((name for noun in subjects for name in self._names_at(noun)), None)
        return _named(named) if named else None

    def _of_term(self, number: Token) -> Subject | None:
        """Return who goes to prison: the subject of `face`, the object of `sentence`."""
        words = people_words()
        for verb in number.ancestors:
            if verb.pos_ != "VERB":
                continue
            roles = {"nsubj"} if verb.lemma_ in words.bearing else set()
            roles |= {"dobj", "dative", "nsubjpass"} if verb.lemma_ in words.imposing else set()
            for noun in verb.children:
                if noun.dep_ in roles:
                    named = next(iter(self._names_at(noun)), None)
                    found = _named(named) if named else self._group(noun)
                    if found is not None:
                        return found
        return None

    def _names_at(self, noun: Token) -> list[Name]:
        return [name for name in self._persons if name.span.start <= noun.idx < name.span.end]


def _named(name: Name) -> Subject:
    return Subject(name.text, name.span, name.entity, None)


def _verb_above(token: Token) -> Token | None:
    return next((step for step in token.ancestors if step.pos_ in {"VERB", "AUX"}), None)
