"""Claims at random, of few articles, speakers, measures and numbers, so that two of them often have much in common."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from loaders.claims import Days, FigureClaim, StatementClaim
from schema.vocabularies import ACCUMULATIONS, FIGURE_MODALITIES, STANCES

_Claim = TypeVar("_Claim", FigureClaim, StatementClaim)
plain = settings(max_examples=100, deadline=None)


def words(reason: str) -> Counter[str]:
    """The words of a reason, whatever their order."""
    return Counter(word.strip(";,") for word in reason.split())


def own_origin(claim: _Claim) -> _Claim:
    """A claim whose article rests on itself where it rests on no report."""
    return dataclasses.replace(claim, origin=claim.article) if claim.origin == "none" else claim


ends = st.none() | st.integers(0, 5).map(float)
days = st.sampled_from([None, "2021-03-01", "2021-03-02"])
said = st.sampled_from([Days(), Days("2021-03-01", "2021-03-01"), Days("2021-03-04", "2021-03-04")])
brackets = st.builds(Days, days, days).filter(
    lambda bracket: not (bracket.earliest and bracket.latest) or bracket.earliest <= bracket.latest
)


def figures(name: str) -> st.SearchStrategy[FigureClaim]:
    """Figures of few articles, claimants, measures and numbers, so that two of them often have much in common."""

    def ordered(claim: FigureClaim) -> FigureClaim:
        if claim.low is not None and claim.high is not None and claim.low > claim.high:
            claim = dataclasses.replace(claim, low=claim.high, high=claim.low)
        if claim.comparator == "exact" and None not in {claim.low, claim.high}:
            claim = dataclasses.replace(claim, value=((claim.low or 0.0) + (claim.high or 0.0)) / 2)
        return claim

    few = st.sampled_from
    return st.builds(
        FigureClaim,
        id=st.just(name),
        article=few(["a", "b"]),
        origin=few(["none", "none", "report", "other report"]),
        claimant=few([None, "lis", "baltica"]),
        measure=few(["strikers", "strikers", "strikers", "dockers"]),
        figure_kind=few(["count", "count", "share"]),
        accumulation=few(["stock", "stock", *ACCUMULATIONS]),
        modality=few(["reported", "reported", *FIGURE_MODALITIES]),
        unit=few(["person", "person", "ruble"]),
        per=few([None, None, "day"]),
        subject=few(["dockers", "dockers", None]),
        places=few([frozenset(), frozenset({("in", "gdynia")}), frozenset({("in", "gdansk")})]),
        printed=few(["1,200", "900"]),
        comparator=few(["exact", "nearly", "range", "more_than"]),
        value=st.none(),
        low=ends,
        high=ends,
        when=brackets,
        since=few([Days(), Days(), Days("2020-01-01", None)]),
        said=said,
        related=few([frozenset(), frozenset(), frozenset({"right" if name == "left" else "left"})]),
    ).map(lambda claim: ordered(own_origin(claim)))


pairs = st.tuples(figures("left"), figures("right"))
statements = st.builds(
    StatementClaim,
    id=st.just("s"),
    article=st.sampled_from(["a", "b"]),
    origin=st.sampled_from(["none", "report"]),
    speaker=st.sampled_from([None, "lis", "baltica"]),
    proposition=st.sampled_from([None, "p", "p", "q"]),
    stance=st.sampled_from(list(STANCES)),
    modality=st.sampled_from(["asserted", "opinion"]),
    said=said,
).map(own_origin)
