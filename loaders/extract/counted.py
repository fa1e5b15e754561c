"""What a number counts: the noun after it with its modifiers, the noun after `of`, or the subject it is said of.

The words are data: `lexicon/counted.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.units import LEXICON

_NOUNS: Final = {"NN", "NNS", "NNP", "NNPS"}
_MODIFIERS: Final = {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX", "FW", "``", "''"}
_DETERMINERS: Final = {"DT", "PRP$", "PDT", "CD"}
_AUXILIARIES: Final = {"having", "being", "been"}
_LONGEST: Final = 9  # tokens of a noun phrase


@dataclass(frozen=True, slots=True)
class CountingWords:
    """Words around what a number counts."""

    after_number: frozenset[str]
    times: frozenset[str]
    counting: frozenset[str]
    copulas: frozenset[str]
    personal: frozenset[str]
    before_age: frozenset[str]


@lru_cache(maxsize=1)
def counting_words() -> CountingWords:
    """Return the words of the lexicon, read once a process; InputError where a list is missing."""
    file = LEXICON / "counted.yaml"
    source, _ = yaml_source.read(file)
    try:
        return CountingWords(**{name: frozenset(words) for name, words in source.items()})
    except (TypeError, AttributeError) as error:
        raise InputError(f"a list is missing or of another form ({error})", file) from error


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens of a noun phrase, from `start` to its head noun, both counted from 0 in the document."""

    start: int
    head: int


def counted_after(doc: Doc, following: int) -> Counted | None:
    """Return the noun phrase that starts at a token after a number (with its unit), or after `of` there."""
    place = _skip(doc, following, counting_words().after_number)
    if place >= len(doc):
        return None
    if doc[place].lower_ == "of":
        place += 1
        if place < len(doc) and doc[place].lower_ in {"all", "both"}:
            place += 1
        if place < len(doc) and doc[place].lower_ in counting_words().personal:
            # `two of them children`: the noun beside the pronoun.
            is_apposed = place + 1 < len(doc) and doc[place + 1].tag_ in {*_NOUNS, "JJ"}
            return _noun_phrase(doc, place + 1) if is_apposed else None
    return _noun_phrase(doc, _skip_tags(doc, place))


def counted_of(doc: Doc, following: int) -> Counted | None:
    """Return the noun phrase after `of` at a token after a unit, such as the wheat of `8 tonnes of wheat`."""
    if following < len(doc) and doc[following].lower_ == "of":
        return counted_after(doc, following)
    return None


def counted_subject(token: Token) -> Counted | None:
    """Return the subject of the verb that governs a number, for shares and changes said of it."""
    verb = _verb_of(token)
    if verb is None:
        return None
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ in _NOUNS and child.i != token.i:
            inner = _of_what(child) if child.lemma_.lower() in counting_words().counting else None
            start = _left_of(child)
            # What holds the number itself is named by its noun: `a 25-point rise`.
            return inner or Counted(
                child.i if start <= token.i <= child.i or _is_hyphen(child.doc[start]) else start, child.i
            )
    return None


def _is_hyphen(token: Token) -> bool:
    return bool(token.tag_ == "HYPH")


def counted_elsewhere(token: Token) -> Counted | None:
    """Return what a bare number counts by its sentence: `12 were children`, `the number of cases rose to 7,300`."""
    verb = _verb_of(token)
    if verb is None:
        return None
    if token.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in counting_words().copulas:
        for child in verb.rights:
            if child.dep_ == "attr" and child.tag_ in {"NNS", "NNPS"}:
                return Counted(_left_of(child), child.i)
        return None
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lemma_.lower() in counting_words().counting:
            return _of_what(child)
    return None


def counted_before(doc: Doc, place: int) -> Counted | None:
    """Return the noun directly before a token, such as the men of `men aged 18`."""
    while place >= 0 and (
        doc[place].tag_ in {"IN", "DT", "RB", ","} or doc[place].lower_ in counting_words().before_age
    ):
        place -= 1
    if place < 0 or doc[place].tag_ not in _NOUNS:
        return None
    return Counted(_left_of(doc[place]), place)


def _noun_phrase(doc: Doc, start: int) -> Counted | None:
    """Return the noun phrase whose modifiers start at a token: its head is the last noun before anything else."""
    head = None
    if start < len(doc) and doc[start].tag_ == "POS":
        return None
    for place in range(start, min(len(doc), start + _LONGEST)):
        token = doc[place]
        if token.lower_ in _AUXILIARIES:
            break
        if token.tag_ in _NOUNS:
            if token.lower_ in counting_words().times and (head is not None or token.tag_ != "NNS"):
                break
            head = place
            if token.tag_ in {"NNS", "NNPS"} and token.dep_ not in {"compound", "nmod", "poss"}:
                break
        elif token.tag_ in {"VBG", "VBN", "JJ"} and head is not None and doc[head].tag_ in {"NNS", "NNPS"}:
            break
        elif _links_modifiers(doc, place, start) and head is None:
            continue
        elif token.tag_ not in _MODIFIERS:
            break
    return None if head is None else Counted(start, head)


def _links_modifiers(doc: Doc, place: int, start: int) -> bool:
    """Tell whether a token only joins modifiers: an adverb before one, `and` or a comma between two."""
    modifiers = {"JJ", "JJR", "JJS", "VBN", "VBG"}
    if place + 1 >= len(doc) or doc[place + 1].tag_ not in modifiers:
        return False
    if doc[place].tag_ in {"CC", ","}:
        return place > start and doc[place - 1].tag_ in modifiers
    return doc[place].tag_ in {"RB", "RBR", "RBS"}


def _skip(doc: Doc, place: int, words: frozenset[str]) -> int:
    while place < len(doc) and doc[place].lower_ in words:
        place += 1
    return place


def _skip_tags(doc: Doc, place: int) -> int:
    while place < len(doc) and (
        doc[place].tag_ in _DETERMINERS or doc[place].lower_ in {"million", "thousand", "hundred", "billion"}
    ):
        place += 1
    return place


def _verb_of(token: Token) -> Token | None:
    """Return the verb above a token in the parse, or None."""
    for above in (token, *token.ancestors):
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"amod"}:
            return above
    return None


def _of_what(noun: Token) -> Counted | None:
    """Return the noun after the `of` of a noun, such as the cases of `the number of cases`."""
    for preposition in noun.rights:
        if preposition.lower_ == "of":
            for child in preposition.rights:
                if child.dep_ == "pobj" and child.tag_ in _NOUNS:
                    return Counted(_left_of(child), child.i)
    return None


def _left_of(noun: Token) -> int:
    """Return the first of the modifiers directly before a noun."""
    start = noun.i
    while (
        start > 0
        and not noun.doc[start].is_sent_start
        and noun.doc[start - 1].tag_ in {*_NOUNS, "JJ", "JJR", "JJS", "VBN", "HYPH"}
        and noun.doc[start - 1].head.i <= noun.i
        and noun.doc[start - 1].lower_ not in _AUXILIARIES
    ):
        if noun.doc[start - 1].head.i < start - 1:
            break
        start -= 1
    return start
