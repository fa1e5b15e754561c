"""Words of speech in a parsed paragraph: the verb or phrase, who speaks, and which words are put down to them.

`said that ...`, `..., he said, ...`, `according to ...`, `by his account`, `it was reported that`. The words are data:
`lexicon/speech.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.said_words import (
    Content,
    around,
    before_the_end,
    beside_quotation,
    clause_end,
    is_parenthetical,
    said_around,
)
from loaders.extract.tokens import end_of, token_at
from loaders.extract.units import LEXICON

# `told him to wait`, `began to speak`: orders and doings.
_WITH_INFINITIVE: Final = {"tell", "ask", "order", "urge", "request", "begin", "continue", "plan", "go"}
_SUBJECTS: Final = {"nsubj", "nsubjpass"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb or phrase of speech: code points of the cue and of what is put down to the speaker.

    `speaker` is the head noun of the speaker, None where nobody is named. `lemma` is the verb's, `according` for a
    phrase. `needs_quotation` says that it counts only beside quotation marks.
    """

    cue: tuple[int, int]
    speaker: Token | None
    content: tuple[tuple[int, int], ...]
    lemma: str
    rule: str
    needs_quotation: bool = False


class Speech:
    """Finds attributions by the words of a list."""

    def __init__(self, source: dict[str, Any]) -> None:
        self._say = frozenset(source["say"])
        self._clause_only = frozenset(source["clause_only"])
        self._with_number = frozenset(source["with_number"])
        self._with_noun = frozenset(source["with_noun"])
        self._refused = frozenset(source["refused"])
        self._quoted_only = frozenset(source["quoted_only"])
        self._needs_that = frozenset(source["needs_that"])
        self._passive = frozenset(source["passive"])
        self.modality: dict[str, frozenset[str]] = {
            term: frozenset(verbs) for term, verbs in source["modality"].items()
        }
        self.content: dict[str, re.Pattern[str]] = {
            term: re.compile(
                "|".join(
                    re.escape(word) if not word[0].isalpha() else rf"\b{re.escape(word)}\b" for word in words
                ),
                re.IGNORECASE,
            )
            for term, words in source["content"].items()
        }
        self._according = re.compile(
            rf"\b(?:{'|'.join(map(re.escape, source['according']))})\s+(?=\w|“|\")", re.IGNORECASE
        )
        self._possessive = frozenset(source["possessive"])
        self._account = re.compile(rf"\b(?:{'|'.join(map(re.escape, source['possessive']))})\b")

    @classmethod
    def load(cls, file: Path = LEXICON / "speech.yaml") -> Speech:
        """Read the list; InputError where a part is missing or of another form."""
        source, _ = yaml_source.read(file)
        try:
            return cls(source)
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(f"a list is missing or of another form ({error!r})", file) from error

    def attributions(self, doc: Doc, text: str) -> Iterator[Attribution]:
        """Yield the attributions of a paragraph, sentence by sentence; `text` is that of the parse.

        It is handed on because the library joins it anew from all tokens each time it is asked for.
        """
        for sentence in doc.sents:
            for token in sentence:
                if token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in self._say:
                    found = self._by_verb(text, token, sentence)
                    if found is not None:
                        yield found
            yield from self._by_phrase(text, doc, sentence)

    def _by_verb(self, text: str, verb: Token, sentence: Tokens) -> Attribution | None:
        lemma = verb.lemma_.lower()
        if verb.dep_ in {"amod", "compound"}:
            return None
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
        # `Mediascope, an outlet, documented ...`: the parse takes such a verb for a participle.
        is_main = verb.dep_ == "acl" and verb.head == sentence.root and verb.nbor(-1).text == ","
        if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl" and not is_main):
            return self._by_passive(text, verb, lemma, sentence)
        if verb.lower_ == "saying" and verb.head.lower_ == "as":
            return None
        speaker = _subject(verb, self._say) or _inverted(verb)
        if speaker is None or speaker.lower_ in {"it", "that", "this", "which", "what", "there"}:
            return None
        clause = _clause(verb, lemma)
        if lemma == "say" and any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.rights):
            # `as she said it`: what was said stands elsewhere.
            return None
        if clause is not None and lemma in self._needs_that and not _is_finite(clause):
            clause = None
        cue_start, cue_end = _cue(verb, speaker, sentence)
        content = self._content(text, verb, lemma, clause, sentence, (cue_start, cue_end))
        if content is None:
            return None
        spans, rule = content
        needs_quotation = rule == "beside-quotation" or (lemma in self._quoted_only and rule != "as-said")
        return Attribution((cue_start, cue_end), speaker, spans, lemma, rule, needs_quotation)

    def _content(
        self, text: str, verb: Token, lemma: str, clause: Token | None, sentence: Tokens, cue: tuple[int, int]
    ) -> Content | None:
        """Return what is put down to the speaker of a verb, and by which rule; None where the verb says nothing."""
        if clause is not None and clause.i > verb.i:
            start = clause.left_edge.idx
            return ((max(start, end_of(verb)), clause_end(text, clause, sentence)),), "speech-clause"
        parted = around(text, sentence, *cue)
        if verb.dep_ == "advcl" and any(child.lower_ == "as" for child in verb.lefts) and parted:
            return parted, "as-said"
        before = before_the_end(text, verb, sentence)
        if before is not None:
            return (before,), "speech-at-the-end"
        if lemma in self._needs_that and clause is None:
            return None
        if parted and is_parenthetical(text, sentence, cue):
            said = said_around(text, parted, cue)
            return (said, "speech-around") if said else None
        return self._noun(text, verb, lemma, sentence) or beside_quotation(text, parted, sentence, cue)

    def _noun(self, text: str, verb: Token, lemma: str, sentence: Tokens) -> Content | None:
        """Return what is counted, confirmed or denied, where a verb puts down a bare noun to its subject."""
        objects = [child for child in verb.rights if child.dep_ in {"dobj", "prep", "nummod", "npadvmod"}]
        tokens = [step for child in objects for step in child.subtree]
        has_number = any(step.tag_ == "CD" and step.ent_type_ not in {"DATE", "TIME"} for step in tokens)
        is_noun = bool(objects) and objects[0].dep_ == "dobj" and lemma in self._with_noun
        if is_noun and lemma == "deny" and objects[0].lower_ in self._refused:
            return None
        if not is_noun and not (has_number and lemma in self._with_number):
            return None
        last = max(tokens, key=lambda token: token.i)
        return ((end_of(verb) + 1, clause_end(text, last, sentence)),), "speech-noun"

    def _by_passive(self, text: str, verb: Token, lemma: str, sentence: Tokens) -> Attribution | None:
        """Read `was quoted as saying that`, `it was reported that`, `was reported by officials`."""
        agent = next(
            (
                child
                for step in verb.rights
                if step.dep_ == "agent"
                for child in step.rights
                if child.dep_ == "pobj"
            ),
            None,
        )
        clause = next((child for child in verb.rights if child.dep_ in {"ccomp"}), None)
        subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if lemma == "quote":
            saying = next((step for step in verb.subtree if step.lower_ == "saying"), None)
            clause = _clause(saying, "say") if saying is not None else None
            if clause is None or subject is None:
                return None
            return Attribution(
                (verb.idx, end_of(saying or verb)),
                subject,
                ((clause.left_edge.idx, clause_end(text, clause, sentence)),),
                "say",
                "quoted-as-saying",
            )
        if lemma not in self._passive and agent is None:
            return None
        if clause is not None and (subject is None or subject.lower_ == "it"):
            start = min([verb.idx, *(child.idx for child in verb.lefts)])
            spans = ((clause.left_edge.idx, clause_end(text, clause, sentence)),)
            return Attribution((start, end_of(verb)), agent, spans, lemma, "reported-passive")
        if agent is not None and subject is not None and lemma in self._with_number | self._with_noun:
            spans = ((subject.left_edge.idx, verb.idx),)
            return Attribution((verb.idx, end_of(verb)), agent, spans, lemma, "reported-by")
        return None

    def _by_phrase(self, text: str, doc: Doc, sentence: Tokens) -> Iterator[Attribution]:
        for match in self._according.finditer(text, sentence.start_char, sentence.end_char):
            tokens = [token for token in sentence if token.idx >= match.end()]
            speaker = next(
                (token for token in tokens if token.dep_ in {"pobj", "dobj"} and token.tag_[0] in "NP"), None
            )
            if speaker is None or speaker.idx > match.end() + 60 or speaker.tag_ == "CD":
                continue
            owner = next((child for child in speaker.lefts if child.dep_ == "poss"), None)
            if owner is not None and speaker.lower_ in self._possessive:
                speaker = owner
            end = _phrase_end(speaker, sentence)
            spans = around(text, sentence, match.start(), end)
            if spans:
                yield Attribution((match.start(), match.end()), speaker, spans, "according", "according-to")
        for match in self._account.finditer(text, sentence.start_char, sentence.end_char):
            token = token_at(doc, match.start())
            if token.dep_ != "pobj" or token.head.lower_ not in {"by", "in", "on"}:
                continue
            owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
            if owner is None:
                owner = next(
                    (child for step in token.rights if step.lower_ == "of" for child in step.rights), None
                )
            spans = around(text, sentence, token.head.idx, end_of(token))
            if owner is not None and owner.tag_ != "CD" and owner.lower_ != "its" and spans:
                yield Attribution((token.head.idx, end_of(token)), owner, spans, "according", "by-account")


def _subject(verb: Token, speech_verbs: frozenset[str]) -> Token | None:
    """Return the head noun of a verb's subject, its own or that of the verb it hangs on."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return verb.head if verb.dep_ == "relcl" and child.lower_ in {"who", "which", "that"} else child
    above = verb.head.head if verb.head.dep_ == "prep" else verb.head
    if verb.dep_ == "acl":
        return above if above.tag_[0] == "N" else None
    if (
        verb.dep_ not in {"conj", "advcl", "xcomp", "pcomp"}
        or above.pos_ not in {"VERB", "AUX"}
        or above == verb
    ):
        return None
    is_added = verb.dep_ == "conj" or verb.tag_ == "VBG"
    if is_added and above.dep_ == "ccomp" and above.head.lemma_.lower() in speech_verbs:
        # `said the hall was full and added that ...`, `..., adding that ...`: who said it added it.
        above = above.head
    return _subject(above, speech_verbs)


def _inverted(verb: Token) -> Token | None:
    """Return the noun right after a verb that follows quoted words: the parse takes it for an object."""
    if verb.i == 0 or not (verb.nbor(-1).is_quote or verb.nbor(-1).lower_ in {"”", "’", "»"}):
        return None
    return next(
        (child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1), None
    )


def _clause(verb: Token | None, lemma: str) -> Token | None:
    """Return the head of the clause that a verb of speech governs, or None."""
    if verb is None:
        return None
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and lemma not in _WITH_INFINITIVE):
            return child
    return None


def _is_finite(clause: Token) -> bool:
    """Tell whether a clause has a subject and a finite verb of its own: not `found him guilty`."""
    verbs = [clause, *(child for child in clause.children if child.dep_ in {"aux", "auxpass"})]
    has_subject = any(child.dep_ in {*_SUBJECTS, "expl", "csubj"} for child in clause.children)
    return has_subject and any(verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} for verb in verbs)


def _cue(verb: Token, speaker: Token, sentence: Tokens) -> tuple[int, int]:
    """Return where the words of speech stand: the verb, its subject if that is its own, and what hangs on it."""
    start, end = verb.idx, end_of(verb)
    if speaker.head == verb:
        start = min(start, speaker.left_edge.idx)
        end = max(end, end_of(speaker.right_edge))
    for child in verb.children:
        if (
            child.dep_ in {"aux", "advmod", "neg", "npadvmod"}
            and abs(child.i - verb.i) <= 2
            and not child.is_punct
        ):
            start, end = min(start, child.idx), max(end, end_of(child))
        if (
            child.dep_ in {"dobj", "dative", "prep", "npadvmod"}
            and child.i > verb.i
            and child.left_edge.i <= verb.i + 3
        ):
            stop = child.right_edge
            if not any(step.is_quote for step in child.subtree):
                end = max(end, end_of(stop))
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.lower_ == "as"):
            start = min(start, child.idx)
    return max(start, sentence.start_char), min(end, sentence.end_char)


def _phrase_end(speaker: Token, sentence: Tokens) -> int:
    """Return where the phrase that names a speaker ends: its noun with what hangs on it, up to the sentence's end."""
    return min(end_of(speaker.right_edge), sentence.end_char)


@lru_cache(maxsize=1)
def speech() -> Speech:
    """Return the words of the lexicon, read once a process."""
    return Speech.load()
