"""What sort of claim a figure makes: its kind, how it accumulates, how certain it is, and its measure.

The words that tell are data: `lexicon/figure_kinds.yaml` and `lexicon/measures.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.units import LEXICON, Unit

_FACTOR_FOLLOWS = re.compile(
    r" (?:as |the |that |its |their |more|less|higher|lower|larger|smaller|greater|bigger|longer|fewer|faster|over)",
    re.IGNORECASE,
)
_PAST = {"VBD", "VBN"}
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """When a figure is of a measure: kinds of figure, head nouns (`-` for none), words of the sentence."""

    measure: str
    kinds: frozenset[str]
    heads: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]


class FigureKinds:
    """Tells kind, accumulation, modality and measure of a figure by the words around it."""

    def __init__(self, kinds: dict[str, Any], measures: list[dict[str, Any]]) -> None:
        self._modality: dict[str, re.Pattern[str]] = {
            term: _any_of(phrases) for term, phrases in kinds["modality"].items()
        }
        self._net = frozenset(kinds["net_words"])
        self._cumulative = _any_of(kinds["cumulative_words"])
        self._cumulative_verbs = frozenset(kinds["cumulative_verbs"])
        self._flow_nouns = frozenset(kinds["flow_nouns"])
        self._since, self._index = _any_of(["since"]), _any_of(kinds["index_words"])
        self._flow, self._stock = frozenset(kinds["flow_verbs"]), frozenset(kinds["stock_verbs"])
        self._measures = tuple(
            MeasureRule(
                row["measure"],
                frozenset(row["kinds"]),
                frozenset(row.get("heads", ())),
                frozenset(row.get("words", ())),
                frozenset(row.get("with", ())),
            )
            for row in measures
        )

    def modality(self, sentence: str, start: int, end: int) -> str:
        """Return the modality of a figure at a place of its sentence: that of words beside it, else reported."""
        before = sentence[max(0, start - _WINDOW) : start]
        after = sentence[end : end + _WINDOW // 2]
        for term, pattern in self._modality.items():
            if pattern.search(before) or (term in {"imposed", "statutory"} and pattern.search(after)):
                return term
        return "reported"

    def tells_an_index(self, sentence: str) -> bool:
        """Tell whether a sentence speaks of the level of an index, so that a bare number counts nothing."""
        return self._index.search(sentence) is not None

    def accumulation(self, kind: str, token: Token, sentence: str, noun: Tokens | None) -> str:
        """Return how a count accumulates: by the noun counted, words such as net and in total, the verb above it."""
        if kind not in {"count", "share", "rate"}:
            return "none"
        own = set() if noun is None else {step.lemma_.lower() for step in noun}
        if self._net & {word.lower() for word in sentence.split()}:
            return "net_flow"
        verb = next((above for above in (token, *token.ancestors) if above.pos_ in {"VERB", "AUX"}), None)
        lemma = "" if verb is None else verb.lemma_.lower()
        if kind == "count" and (self._cumulative.search(sentence) or lemma in self._cumulative_verbs):
            return "cumulative"
        if own & self._flow_nouns or kind == "rate" or lemma in self._flow:
            return "gross_flow"
        if kind == "count" and self._since.search(sentence):
            return "cumulative"
        is_event = verb is not None and lemma not in self._stock and verb.tag_ in _PAST and kind == "count"
        return "gross_flow" if is_event else "stock"

    def measure(
        self, kind: str, head: str | None, token: Token, noun: Tokens | None, sentence: Tokens
    ) -> str | None:
        """Return the measure that a figure is of, or None where none of the list fits.

        The words of a rule must stand near: in what is counted and what hangs on it, or in the verb above it.
        """
        all_words = {word for step in sentence for word in (step.lemma_.lower(), step.lower_)}
        near = {word for step in _near(token, noun) for word in (step.lemma_.lower(), step.lower_)}
        own = set() if noun is None else {step.lemma_.lower() for step in noun}
        for words in (near, all_words):
            for rule in self._measures:
                if kind not in rule.kinds or (rule.beside and not all_words & rule.beside):
                    continue
                is_head = bool(rule.heads) and ((head or "-").lower() in rule.heads or bool(own & rule.heads))
                if rule.heads and not is_head:
                    continue
                # Words further off tell only of what is named by its noun too, or is no count.
                if words is all_words and not is_head and kind == "count":
                    continue
                if words & rule.words or not rule.words:
                    return rule.measure
        return "age" if kind == "age" else None


def _near(token: Token, noun: Tokens | None) -> list[Token]:
    """Return the tokens of a claim: what hangs on the noun counted, the verb above with its parts, all between."""
    near = [token, *token.ancestors]
    if noun is not None:
        near += [*noun.root.subtree, *noun.root.ancestors]
    verb = next((above for above in near if above.pos_ in {"VERB", "AUX"}), None)
    return near if verb is None else [*near, *verb.children]


def kind_of(unit: Unit | None, form: str, per: str | None, text: str, end: int, is_count: bool) -> str:
    """Return the kind of a figure by its unit, its form and what follows."""
    if unit is not None:
        if unit.dimension in {"age", "duration", "money"}:
            return unit.dimension
        if unit.dimension == "share":
            return "share"
        return "rate" if per else "other"
    if form == "fraction":
        return "share"
    if form == "multiple":
        return "count" if text[:end].lower().endswith("times") and _is_frequency(text, end) else "factor"
    if per:
        return "rate"
    return "count" if is_count or form in {"vague", "words"} else "other"


def _is_frequency(text: str, end: int) -> bool:
    """Tell whether `three times` says how often, not how many times as many."""
    before = re.search(
        r"\b(?:by|grew|grown|rose|risen|increased|multiplied|up|jumped|soared|surged)\s+[\w.,-]+\s+times$",
        text[:end],
        re.IGNORECASE,
    )
    return not (_FACTOR_FOLLOWS.match(text, end) or before)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in longest_first)})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def figure_kinds() -> FigureKinds:
    """Return the lists of the lexicon, read once a process; InputError where one is of another form."""
    kinds, _ = yaml_source.read(LEXICON / "figure_kinds.yaml")
    measures, _ = yaml_source.read(LEXICON / "measures.yaml")
    try:
        return FigureKinds(kinds, measures)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"a list is missing or of another form ({error!r})", LEXICON / "figure_kinds.yaml"
        ) from error
