"""Which words of a sentence were said: those around, before or after the words of speech."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders.extract.tokens import end_of

# What may follow a clause and still be part of what was said.
_GOES_ON: Final = re.compile(r"\s*(?:[:;—–]|,\s(?:of|with|including|among|up|down|compared)\b)")
_OPENING: Final = '“"‘«`'
_CLOSING: Final = "”\"’»'"
# Words that add another statement of the same speaker.
_ADDS: Final = re.compile(
    r"(?:and )?(?:add|say|not|tell|stress|claim|insist|argu|recall|explain)(?:ing|ed)\b"
)
# Words of a clause after a comma that tells who spoke, and words by which a clause of another sort starts.
_LONGEST_TAIL: Final = 14
_JOINS: Final = {
    "and",
    "but",
    "or",
    "which",
    "who",
    "that",
    "whom",
    "whose",
    "as",
    "while",
    "when",
    "where",
    "because",
    "if",
    "what",
    "how",
    "than",
    "to",
    "for",
    "so",
    "after",
    "before",
}
_BESIDE: Final = " ,;:—–-\n"

Content = tuple[tuple[tuple[int, int], ...], str]
"""Code points of what was said, and the rule by which they were found."""


def clause_end(text: str, clause: Token, sentence: Tokens) -> int:
    """Return where a clause ends: with its last word, what a colon or a dash adds, and a closing quotation mark."""
    end = end_of(clause.right_edge)
    if _GOES_ON.match(text, end, sentence.end_char):
        return int(sentence.end_char)
    while end < len(text) and text[end] in '”"’».' and end < sentence.end_char + 1:
        end += 1
    return min(end, max(sentence.end_char, end_of(clause.right_edge)))


def around(text: str, sentence: Tokens, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the parts of a sentence before and after a phrase, without the marks beside it."""
    parts = []
    for low, high in ((sentence.start_char, start), (end, sentence.end_char)):
        words = text[low:high].strip(_BESIDE)
        if any(letter.isalnum() for letter in words):
            first = text.index(words, low)
            parts.append((first, first + len(words)))
    return tuple(parts)


def said_around(
    text: str, parted: tuple[tuple[int, int], ...], cue: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """Return the parts around words of speech that were said: not `a teacher` in `"...," said Lis, a teacher`."""
    quoted = [part for part in parted if text[part[0]] in _OPENING or text[part[1] - 1] in _CLOSING]
    said = [part for part in parted if part in quoted or part[0] < cue[0] or not quoted]
    return tuple(part for part in said if part[0] < cue[0] or not _ADDS.match(text, part[0]))


def before_the_end(text: str, verb: Token, sentence: Tokens) -> tuple[int, int] | None:
    """Return the words before the last comma, where only a speaker and a verb of speech stand after it."""
    if text[end_of(verb) : sentence.end_char].strip() not in {"", "."}:
        return None
    comma = text.rfind(", ", sentence.start_char, verb.idx)
    if not any(letter.isalnum() for letter in text[sentence.start_char : max(comma, sentence.start_char)]):
        return None
    tail = text[comma + 2 : end_of(verb)]
    is_said = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        child.lower_ in {"has", "have", "had"} for child in verb.lefts
    )
    if not is_said or not 1 < len(tail.split()) <= _LONGEST_TAIL or tail.split()[0].lower() in _JOINS:
        return None
    return sentence.start_char, comma


def beside_quotation(
    text: str, parted: tuple[tuple[int, int], ...], sentence: Tokens, cue: tuple[int, int]
) -> Content | None:
    """Return the quotation that follows words of speech or goes before them; nothing, but a lead-in, at a colon."""
    following = text[cue[1] : sentence.end_char]
    opening = re.search(r"[“\"«‘]|^\s*:\s*\S", following)
    if opening:
        return ((cue[1] + opening.start(), sentence.end_char),), "beside-quotation"
    if sentence.text.rstrip().endswith(":"):
        return (), "lead-in"
    if parted and text[parted[-1][1] - 1] in _CLOSING:
        return parted, "beside-quotation"
    return None


def is_parenthetical(text: str, sentence: Tokens, cue: tuple[int, int]) -> bool:
    """Tell whether words of speech stand between commas, or after one at the end of the sentence."""
    before, after = text[sentence.start_char : cue[0]].rstrip(), text[cue[1] : sentence.end_char].strip()
    if not before or before[-1] not in ",”\"’»?!—–…'":
        return False
    return not after or after[0] in ',.;:“"—–)'
