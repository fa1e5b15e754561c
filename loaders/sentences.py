"""sentences: where the sentences of a paragraph start and end, by the abbreviations of English news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# A stop, closing quotes and brackets, white space; then, only looked at, opening quotes and a word or digit.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[”\"\u2019')\]]*+\s++(?=[“\"\u2018'(\[*]*(?P<next>\d|[^\W\d_]+))")
_LAST_WORD = re.compile(r"[^\s“”\"\u2018(\[\u2013—]*\Z")
_LONGEST_WORD: Final = 40
_INITIALS = re.compile(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]?")
_BEFORE_A_NAME = re.compile(
    r"mrs?|ms|dr|prof|gen|col|lt|sgt|capt|maj|brig|adm|cmdr|sen|rep|gov|st|rev|hon|vs", re.IGNORECASE
)
_BEFORE_A_NUMBER = re.compile(
    r"jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec|nos?|art|pp?|fig", re.IGNORECASE
)
_BEGINNER = re.compile(
    r"an?|after|and|as|at|both|but|by|even|for|her?|his|however|i[fnt]|its|later|many|more|most|now?|on|once|one|"
    r"only|our|she|since|so|some|such|th(?:at|e|eir|en|ere|ese|ey|is|ose)|to|two|under|until|we|wh(?:at|en|ere|o)|"
    r"while|with|yet|you",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text, stripped, and its span in the paragraph (code points, half open)."""

    text: str
    start: int
    end: int


def sentences(paragraph: str) -> tuple[Sentence, ...]:
    """Cut a paragraph into its sentences, in order; nothing but white space lies between or around them.

    A sentence ends at a stop that is followed by a capital or a digit, unless the stop belongs to a title
    (`Gen.`), a month or `No.` before a digit (`Nov. 4`), or initials (`J. Smith`; `the U.S.` ends one only
    before a word that often begins sentences). A text cut off ends its last sentence; an empty text has none.

    >>> [sentence.text for sentence in sentences("They left on Nov. 4. She stayed.")]
    ['They left on Nov. 4.', 'She stayed.']
    """
    found = []
    start = 0
    for stop in _STOP.finditer(paragraph):
        if _ends_sentence(paragraph, stop):
            found.append((start, stop.end()))
            start = stop.end()
    found.append((start, len(paragraph)))
    return tuple(_stripped(paragraph, start, end) for start, end in found if paragraph[start:end].strip())


def _ends_sentence(paragraph: str, stop: re.Match[str]) -> bool:
    following = stop["next"]
    if not (following[0].isdigit() or following[0].isupper()):
        return False
    if stop.group().rstrip() != ".":
        return True
    before = _LAST_WORD.search(paragraph[max(0, stop.start() - _LONGEST_WORD) : stop.start()])
    word = before.group() if before else ""
    if _BEFORE_A_NAME.fullmatch(word) or (_BEFORE_A_NUMBER.fullmatch(word) and following[0].isdigit()):
        return False
    is_initials = word != "I" and _INITIALS.fullmatch(word) is not None
    return not is_initials or _BEGINNER.fullmatch(following) is not None


def _stripped(paragraph: str, start: int, end: int) -> Sentence:
    piece = paragraph[start:end]
    start += len(piece) - len(piece.lstrip())
    text = piece.strip()
    return Sentence(text, start, start + len(text))
