"""name_words: a paragraph's words with what the tagger says of each, and the stretches of them that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from loaders.extract.gazetteer import Gazetteer
from loaders.extract.name_lexicon import NameLexicon
from loaders.lexicon import is_headline

KINDS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}
# Other labels of the tagger that speak against a name of a person, an organisation or a place.
_OTHER = {"NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
_WORD = re.compile(
    r"(?:[A-ZÀ-Þ]\.){2,}(?:[A-Z]\b(?!\.))?|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:['’.&](?=[^\W_])(?!['’]?[sS]\b)[^\W_]+|-[^\W_]+)*\+?"
)
# "South-east" is one word, "London-based" is two.
_COMPASS = {"east", "eastern", "west", "western"}
_POSSESSIVE = re.compile(r"\s?['’]s\b|(?<=s)['’](?!\w)")


@dataclass(slots=True)
class Word:
    """One word: where it stands, how it begins, and what the tagger takes it for.

    `label` is a kind, "other", or "" where the tagger sees no name; `entity` numbers the tagger's entities from 1,
    0 for none. `opens` says that a sentence starts with the word; `gap` is the text up to the next word.
    """

    text: str
    lower: str
    start: int
    end: int
    tag: str
    label: str
    entity: int
    opens: bool
    possessive: bool
    capital: bool
    gap: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words, from `first` up to and without `last`, that may be a name or several side by side."""

    first: int
    last: int


def words_of(doc: Doc, text: str, lexicon: NameLexicon, places: Gazetteer) -> list[Word]:
    """Return the words of a paragraph in order; `text` is that of the parse.

    "pro-Russian" and "London-based" give their capitalised half.
    """
    tokens: dict[int, Token] = {token.idx: token for token in doc}
    labels: dict[int, tuple[str, int]] = {}
    for number, entity in enumerate(doc.ents, 1):
        kind = KINDS.get(entity.label_) or ("other" if entity.label_ in _OTHER else "")
        if kind and "/" not in entity.text:
            for token in entity:
                labels[token.idx] = (kind, number)
    found: list[Word] = []
    for match in _WORD.finditer(text):
        for start, end in _halves(match.group(), match.start(), lexicon, places):
            word = text[start:end]
            if word == "s" and found and found[-1].possessive and start - found[-1].end <= 2:
                continue
            at = tokens.get(start)
            label, number = labels.get(start, ("", 0))
            possessive = _POSSESSIVE.match(text, end) is not None
            lower = word.lower()
            capital = word[0].isupper() or (word != lower and not word[0].isdecimal())
            found.append(
                Word(
                    word, lower, start, end, at.tag_ if at else "", label, number,
                    bool(at and at.is_sent_start), possessive, capital, "",
                )
            )  # fmt: skip
    for before, after in pairwise(found):
        before.gap = text[before.end : after.start]
    return found


def _halves(word: str, start: int, lexicon: NameLexicon, places: Gazetteer) -> Iterator[tuple[int, int]]:
    left, hyphen, right = word.partition("-")
    if not hyphen or "-" in right or not left or not right:
        yield start, start + len(word)
    elif left.lower() in lexicon.prefixes and right[0].isupper():
        yield start + len(left) + 1, start + len(word)
    elif left[0].isupper() and right.islower() and len(right) > 3 and right not in _COMPASS:
        yield start, start + len(left)
    elif _is_known(left, lexicon, places) and _is_known(right, lexicon, places):
        yield start, start + len(left)
        yield start + len(left) + 1, start + len(word)
    else:
        yield start, start + len(word)


def _is_known(half: str, lexicon: NameLexicon, places: Gazetteer) -> bool:
    if half in lexicon.organisations:
        return True
    return half[0].isupper() and any(
        entry.kind == "country" and entry.form != "demonym" for entry in places.find(half)
    )


def is_cased(text: str) -> bool:
    """Tell whether capitals tell names apart in this paragraph: it is no headline and not all in capitals."""
    capitals, letters = sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    return capitals * 2 < letters and not is_headline(text)


def chunks(words: list[Word], lexicon: NameLexicon) -> Iterator[Chunk]:
    """Yield the runs of capitalised words, with the small words that hold a name together."""
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        last = i + 1
        while (reach := _reach(words, i, last, lexicon)) > last:
            last = reach
        yield Chunk(i, last)
        i = last


def _reach(words: list[Word], first: int, last: int, lexicon: NameLexicon) -> int:
    """Return how far a run that ends before `last` goes on: past the next capitalised word, or nowhere."""
    ending = words[last - 1]
    if last >= len(words):
        return last
    if ending.possessive and not _goes_on_after_possessive(words, last, lexicon):
        return last
    following = words[last]
    gap = ending.gap
    if ending.lower.rstrip(".") in lexicon.dotted and gap == ". ":
        gap = " "
    if ending.possessive:
        gap = " "
    if following.capital:
        if _ends_sentence(ending, following, last - first, lexicon):
            return last
        if gap in {" ", "\u00a0", "  "}:
            return last + 1
        if gap == " & ":
            return last + 1
        return last
    return _over_small_words(words, first, last, gap, lexicon)


def _ends_sentence(ending: Word, following: Word, length: int, lexicon: NameLexicon) -> bool:
    """Tell whether an initial ends a name and its sentence: "... says Nikita M. However, ..."."""
    is_initial = len(ending.text) == 2 and ending.text.endswith(".")
    if not is_initial or length == 1:
        return False
    return following.opens or following.lower in lexicon.function_words


def _over_small_words(words: list[Word], first: int, last: int, gap: str, lexicon: NameLexicon) -> int:
    """Return the end of a run that goes on over lower-case words: "Ursula von der Leyen", "Bank of the West"."""
    following = words[last]
    position = last
    while (
        position < len(words)
        and position < last + 3
        and not words[position].capital
        and gap in {" ", "\u00a0"}
    ):
        gap = words[position].gap
        position += 1
    if position >= len(words) or not words[position].capital or gap not in {" ", "\u00a0"}:
        return last
    between = [word.lower for word in words[last:position]]
    inside = words[last - 1].entity and words[last - 1].entity == words[position].entity
    if all(word in lexicon.particles and word != "of" for word in between):
        return position + 1
    head = words[last - 1].lower
    run = words[first:last]
    if (
        inside
        and words[position].label != "person"
        and _holds_together(words, first, last, position, lexicon)
    ):
        return position + 1
    if between == ["of"] and head in lexicon.titles and words[position].lower in lexicon.title_modifiers:
        return position + 1
    if following.lower in {"of", "for", "on", "against"} and head in lexicon.organisation_of:
        return position + 1
    if between == ["and"] and any(word.lower == "of" for word in run) and _names_a_body(run, lexicon):
        return (
            position + 1 if not words[position].text.isupper() and words[position].label != "person" else last
        )
    return last


def _holds_together(words: list[Word], first: int, last: int, position: int, lexicon: NameLexicon) -> bool:
    """Tell whether small words that the tagger sees inside one name may stand there, and do not join two names."""
    joiner = words[last].lower
    if joiner in {"of", "the"}:
        return True
    if joiner == "for":
        return words[last - 1].lower in lexicon.organisation_heads
    end = position
    while end + 1 < len(words) and words[end + 1].entity == words[position].entity:
        end += 1
    is_body = words[end].lower in lexicon.organisation_heads or words[first].label == "place"
    return joiner == "and" and (is_body or any(word.lower in {"of", "for"} for word in words[first:last]))


def _names_a_body(run: list[Word], lexicon: NameLexicon) -> bool:
    return any(word.lower in lexicon.bodies for word in run)


def _goes_on_after_possessive(words: list[Word], last: int, lexicon: NameLexicon) -> bool:
    ending, following = words[last - 1], words[last]
    return (
        ending.lower in lexicon.inner_possessives and following.capital and following.start - ending.end <= 4
    )
