"""From places of a text to the tokens of its parse, and back."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens


def token_at(doc: Doc, place: int) -> Token:
    """Return the token that holds a code point of the text, or the last before it; the text must have a token."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= place:
            low = middle
        else:
            high = middle - 1
    return doc[low]


def first_from(doc: Doc, place: int) -> int:
    """Return the number of the first token that starts at a place of the text or later; past the end, their count."""
    token = token_at(doc, place)
    return token.i if token.idx >= place else token.i + 1


def end_of(token: Token) -> int:
    """Return where a token ends in its text."""
    return token.idx + len(token)


def sentence_of(token: Token) -> Tokens:
    """Return the sentence of a token; unlike `token.sent`, without walking through the whole text."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]
