"""Who speaks: the printed name or description, and the one whom a pronoun means where that is safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from loaders.extract.findings import Name
from loaders.extract.tokens import end_of
from loaders.records import Span

PRONOUNS: Final = {"he", "she", "they", "we", "i", "it", "who", "you", "him", "her", "them"}
_SINGULAR: Final = {"he", "she", "him", "her", "his"}
_LINKS: Final = {"of", "for", "from", "at", "in", "with", "on"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as printed at `span`; `entity` is that of the `Name`, None for a description or an open pronoun."""

    text: str
    span: Span
    entity: str | None


def speaker_of(
    noun: Token, number: int, names: Sequence[Name], earlier: Sequence[Name], spoke: str | None = None
) -> Speaker:
    """Return the speaker whose head noun is a token of paragraph `number`.

    `names` are those of the paragraph, `earlier` those of persons before it that a pronoun may mean, in order;
    `spoke` is the entity of whoever spoke last.
    """
    doc = noun.doc
    named = _name_of(noun, names)
    if named is not None:
        return Speaker(named.text, named.span, named.entity)
    if noun.lower_ in _SINGULAR:
        meant = _meant(noun, names, earlier, spoke)
        if meant is not None:
            return Speaker(meant.text, meant.span, meant.entity)
    start, end = _extent(doc, noun)
    words = doc[start : end + 1]
    return Speaker(words.text, Span(number, words.start_char, words.end_char), None)


def _name_of(noun: Token, names: Sequence[Name]) -> Name | None:
    """Return the name that a noun is part of, or that is set beside it: the group's head, Oleg Brin."""
    own = [name for name in names if name.span.start <= noun.idx < name.span.end and name.form == "name"]
    if own:
        return max(own, key=lambda name: name.span.end - name.span.start)
    # The group's head, Oleg Brin; and Oleg Brin, the group's head.
    apposed = [child for child in noun.children if child.dep_ == "appos" and child.i > noun.i]
    apposed += [noun.head] if noun.dep_ == "appos" else []
    for other in apposed:
        beside = [
            name for name in names if name.span.start <= other.idx < name.span.end and name.kind == "person"
        ]
        if beside:
            return beside[0]
    inside = [
        name
        for name in names
        if name.kind == "person"
        and name.form == "name"
        and noun.left_edge.idx <= name.span.start
        and name.span.end <= end_of(noun)
        and noun.tag_ in {"NNP", "NNPS"}
    ]
    return inside[-1] if inside else None


def _meant(pronoun: Token, names: Sequence[Name], earlier: Sequence[Name], spoke: str | None) -> Name | None:
    """Return the person whom he or she can mean: the only one named of late, or of several the one who spoke last."""
    before = [name for name in names if name.kind == "person" and name.span.end <= pronoun.idx]
    candidates = before or list(earlier)
    entities = {name.entity for name in candidates}
    if len(entities) > 1:
        candidates = [name for name in candidates if name.entity == spoke]
    return candidates[-1] if candidates else None


def _extent(doc: Doc, noun: Token) -> tuple[int, int]:
    """Return the first and the last token of a description: modifiers before its noun, `of` and the like after it."""
    start = noun.left_edge.i
    while start < noun.i and (
        doc[start].is_punct or doc[start].is_space or doc[start].dep_ in {"cc", "mark", "advmod", "preconj"}
    ):
        start += 1
    last = noun
    for child in noun.rights:
        if child.dep_ == "appos" and child.left_edge.i == noun.i + 1 and child.tag_ in {"NNP", "NNPS"}:
            last = child.right_edge if child.right_edge.tag_ in {"NNP", "NNPS"} else child
        if child.dep_ == "prep" and child.lower_ in _LINKS and child.i == last.i + 1:
            inner = [step for step in child.subtree if step.i >= child.i]
            stop = next(
                (step.i for step in inner if step.is_punct or step.dep_ in {"relcl", "acl"}), inner[-1].i + 1
            )
            if stop > child.i + 1:
                last = doc[stop - 1]
    return start, last.i
