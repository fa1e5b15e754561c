"""Find what a text says of the people that it names: office, occupation, standing, nationality, origin, residence.

Titles before a name, what stands beside it between commas, what a form of `be` says, and where somebody lives. The
nouns are data: `lexicon/attributes.yaml`. Ages are figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from loaders import yaml_source
from loaders.extract.findings import Attribute, Name
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.tokens import end_of, first_from, sentence_of, token_at
from loaders.extract.units import LEXICON
from loaders.records import Span
from loaders.shapes import Shape, parse_shape

# A name, and perhaps an age, before what stands beside it.
_BESIDE: Final = re.compile(r"[*†]?,\s(?:(?:aged |age )?\d{1,3},\s)?")
_INNER: Final = {"det", "amod", "compound", "nmod", "poss", "nummod", "npadvmod", "advmod", "punct", "case"}
_NOUNS: Final = {"NOUN", "PROPN"}
_LINKS: Final = {"of", "for", "at", "in", "with"}
_LONGEST: Final = 12


class AttributeShape(Shape):
    """The whole file."""

    office: list[str]
    occupation: list[str]
    legal_status: list[str]
    natives: list[str]
    residents: list[str]
    former: list[str]
    residing: list[str]


@dataclass(frozen=True, slots=True)
class AttributeWords:
    """What a noun says a person is, by the noun; `places`, what a noun says of the place after its `of`."""

    kind_of: dict[str, str]
    places: dict[str, str]
    former: frozenset[str]
    residing: frozenset[str]


@lru_cache(maxsize=1)
def attribute_words() -> AttributeWords:
    """Return the bundled words, read once; InputError where the file does not fit its shape."""
    file = LEXICON / "attributes.yaml"
    value, lines = yaml_source.read(file)
    lists = parse_shape(AttributeShape, value, file, lines)
    # Of a noun in two lists, the first counts.
    kinds = {word: kind for kind in ("legal_status", "occupation", "office") for word in getattr(lists, kind)}
    places = {**dict.fromkeys(lists.natives, "origin"), **dict.fromkeys(lists.residents, "residence")}
    return AttributeWords(kinds, places, frozenset(lists.former), frozenset(lists.residing))


def find_attributes(text: ParsedText, names: Sequence[Name]) -> tuple[Attribute, ...]:
    """Return what a text says of the people named in it, in order; each once a person and kind of words."""
    found: dict[tuple[str, str, str], Attribute] = {}
    for paragraph in text.paragraphs:
        here = [name for name in names if name.span.paragraph == paragraph.number]
        for attribute in _Surroundings(paragraph, here).attributes():
            found.setdefault((attribute.entity, attribute.kind, attribute.value.lower()), attribute)
    return tuple(sorted(found.values(), key=lambda attribute: attribute.span))


class _Surroundings:
    """A paragraph with its names, out of which is read what it says of people."""

    def __init__(self, paragraph: ParsedParagraph, names: Sequence[Name]) -> None:
        self._paragraph = paragraph
        self._doc: Doc = paragraph.doc
        self._names = names

    def attributes(self) -> Iterator[Attribute]:
        """Yield what is said of each person named, next to the name."""
        for name in self._names:
            if name.kind != "person" or name.form != "name":
                continue
            first, last = token_at(self._doc, name.span.start), token_at(self._doc, name.span.end - 1)
            yield from self._before(name, first, last)
            yield from self._said(name, self._beside(name), last)
            yield from self._said(name, _complement(last), last)
            yield from self._from(name, last)
            yield from self._residence(name, last)

    def _before(self, name: Name, first: Token, last: Token) -> Iterator[Attribute]:
        """Yield the title before a name: `Russian President Vladimir Putin`."""
        start = first.i
        while start > sentence_of(first).start and self._is_title(self._doc[start - 1], last):
            start -= 1
        if start < first.i:
            yield from self._described(name, start, self._doc[first.i - 1], first.i - 1)

    def _is_title(self, token: Token, last: Token) -> bool:
        return (
            token.dep_ in _INNER - {"det", "poss"}
            and token.pos_ in {*_NOUNS, "ADJ"}
            and token.head.i <= last.i
        )

    def _beside(self, name: Name) -> Token | None:
        """Return the noun that stands beside a name between commas, perhaps after an age."""
        beside = _BESIDE.match(self._paragraph.printed, name.span.end)
        place = first_from(self._doc, beside.end()) if beside else len(self._doc)
        if place >= len(self._doc):
            return None
        noun = self._doc[place]
        while noun.dep_ in _INNER and noun.head.i > noun.i:
            noun = noun.head
        return noun if noun.pos_ in _NOUNS and noun.dep_ not in {"nsubj", "nsubjpass"} else None

    def _said(self, name: Name, noun: Token | None, last: Token) -> Iterator[Attribute]:
        """Yield what a noun says of a person, and the nouns joined to it by `and`."""
        for each in [] if noun is None else [noun, *(child for child in noun.conjuncts if child.i > noun.i)]:
            start = each.i
            while (
                start - 1 > last.i
                and self._doc[start - 1].dep_ in _INNER - {"punct"}
                and self._doc[start - 1].head.i <= each.i
            ):
                start -= 1
            yield from self._described(name, start, each, self._end(each))
            yield from self._from(name, each)

    def _end(self, noun: Token) -> int:
        """Return the last token of a description: the noun, or what `of` and the like add to it."""
        last = noun.i
        for link in noun.rights:
            if link.dep_ == "prep" and link.lower_ in _LINKS and link.i == last + 1:
                inner = [step.i for step in link.subtree if step.i >= link.i]
                stop = next((i for i in inner if self._ends(self._doc[i])), inner[-1] + 1)
                if link.i + 1 < stop <= noun.i + _LONGEST:
                    last = stop - 1
        return last

    @staticmethod
    def _ends(token: Token) -> bool:
        """Tell whether a description ends before a token: at a comma, or where a clause begins."""
        return token.is_punct or token.tag_ in {"WDT", "WP", "VBN", "VBG", "VBD", "VBZ"}

    def _described(self, name: Name, start: int, noun: Token, last: int) -> Iterator[Attribute]:
        """Yield the attribute of a noun with its modifiers, and the nationality among these."""
        words = attribute_words()
        before = f"{self._doc[noun.i - 1].lower_} {noun.lemma_.lower()}" if noun.i > start else ""
        lemma = noun.lemma_.lower()
        kind = words.kind_of.get(before) or words.kind_of.get(lemma)
        if lemma in words.places:
            yield from self._from(name, noun, words.places[lemma], "of")
        if kind is None:
            return
        while start < noun.i and (self._doc[start].dep_ in {"det", "advmod"} or self._is_age(start)):
            start += 1
        modifiers = range(start, noun.i)
        is_former = any(self._doc[i].lower_ in words.former for i in modifiers)
        inner = [other for other in self._names if self._holds(start, last, other)]
        people = next((other for other in inner if other.form == "demonym"), None)
        place = next((other for other in inner if other.kind == "place"), None) if kind == "office" else None
        body = next((other for other in inner if other.kind == "organisation"), None)
        yield self._attribute(
            name,
            kind,
            self._paragraph.span(self._doc[start : last + 1]),
            tenure="former" if is_former else "current",
            place=place.entity if place else None,
            organisation=body.entity if body else None,
        )
        if people is not None and kind != "office":
            yield self._attribute(name, "nationality", people.span, place=people.entity)

    def _is_age(self, place: int) -> bool:
        token = self._doc[place]
        return token.like_num or token.lower_ in {"-", "year", "old", "years", "‑"}

    def _holds(self, start: int, last: int, name: Name) -> bool:
        return self._doc[start].idx <= name.span.start and name.span.end <= end_of(self._doc[last])

    def _from(self, name: Name, noun: Token, kind: str = "origin", link: str = "from") -> Iterator[Attribute]:
        """Yield the place to which a noun is linked: `a programmer from Kazan`, `a native of Kazan`."""
        for child in noun.rights:
            place = self._place_after(child) if child.lower_ == link else None
            if place is not None:
                span = Span(place.span.paragraph, child.idx, place.span.end)
                yield self._attribute(name, kind, span, place=place.entity)

    def _residence(self, name: Name, last: Token) -> Iterator[Attribute]:
        """Yield where a person lives: `Lis, who lives in Gdynia`, `Lis lives in Gdynia`."""
        verbs = [child for child in last.rights if child.dep_ == "relcl"]
        verbs += [last.head] if last.dep_ == "nsubj" else []
        for verb in verbs:
            if verb.lemma_ in attribute_words().residing and verb.tag_ in {"VBZ", "VBP", "VBG"}:
                for child in verb.rights:
                    place = self._place_after(child) if child.lower_ == "in" else None
                    if place is not None:
                        span = Span(place.span.paragraph, verb.idx, place.span.end)
                        yield self._attribute(name, "residence", span, place=place.entity)

    def _place_after(self, preposition: Token) -> Name | None:
        for child in preposition.rights:
            if child.dep_ == "pobj":
                named = (name for name in self._names if name.span.start <= child.idx < name.span.end)
                return next((name for name in named if name.kind == "place" and name.form == "name"), None)
        return None

    def _attribute(
        self,
        name: Name,
        kind: str,
        words: Span,
        tenure: str = "current",
        place: str | None = None,
        organisation: str | None = None,
    ) -> Attribute:
        """Return an attribute whose span takes in the name, and whose value is the words that tell it."""
        start, end = min(words.start, name.span.start), max(words.end, name.span.end)
        span, value = Span(words.paragraph, start, end), self._paragraph.text(words)
        text = self._paragraph.text(span)
        return Attribute(span, text, name.entity, kind, value, tenure, place, organisation)


def _complement(name: Token) -> Token | None:
    """Return the noun that a form of `be` says of a name."""
    verb = name.head
    if name.dep_ != "nsubj" or verb.lemma_ != "be" or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
        return None
    return next((child for child in verb.rights if child.dep_ == "attr" and child.pos_ in _NOUNS), None)
