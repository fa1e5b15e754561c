"""The cases of cases/comparisons.yaml as claims, what compare.py says of them, and how often it is right.

`python -m tests.comparison_scores` writes the tables of docs/comparisons.md anew.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from loaders import authorities, paths, yaml_source
from loaders.arithmetic import Derivation, check_derivation
from loaders.claims import Days, FigureClaim, StatementClaim, Verdict
from loaders.compare import compare_figures, compare_statements, listed_beside_its_whole
from loaders.edtf_bounds import bounds
from loaders.intervals import read_interval, rules_by_comparator
from loaders.number_grammar import NumberWords
from loaders.numbers import read_number
from schema.vocabularies import VERDICTS

Fields = dict[str, Any]
Places = tuple[tuple[str, str], ...]

PAGE = paths.PROJECT / "docs" / "comparisons.md"
NONE = "none"
_LISTS_SEEN = {"held_out": "comparisons_held_out.yaml", "news": "comparisons_of_news.yaml"}
_LISTS = paths.SEEDS / paths.AUTHORITIES
_WORDS = NumberWords.load(_LISTS / "number_words.yaml")
_RULES = rules_by_comparator(authorities.load(_LISTS).rules.values())
_CASES = Path(__file__).parent / "cases"
_DATA, _ = yaml_source.read(_CASES / "comparisons.yaml")
_HELD_OUT, _ = yaml_source.read(_CASES / "comparisons_held_out.yaml")
_NEWS, _ = yaml_source.read(_CASES / "comparisons_of_news.yaml")
_START, _END = "<!-- made by `python -m tests.comparison_scores` -->", "<!-- end of what is made -->"


@dataclass(frozen=True, slots=True)
class Case:
    """A pair, the kind and verdict that it should get, and its comparison, as it stands or the sides changed over."""

    label: str
    of: str
    keys: frozenset[str]
    part: str
    expected: str
    why: str
    wrong: str | None
    compare: Callable[[bool], Verdict | Places | None]

    def found(self, swapped: bool = False) -> str:
        """Return kind and verdict as the program says, or `none`."""
        said = self.compare(swapped)
        if isinstance(said, tuple):
            return "geography disagrees" if said else NONE
        return NONE if said is None else f"{said.kind} {said.verdict}"


@dataclass(frozen=True, slots=True)
class Score:
    """How often a verdict was expected, given, and both at once."""

    verdict: str
    expected: int
    given: int
    right: int

    def row(self) -> str:
        """Return the score as a row of a table."""
        return (
            f"| {self.verdict} | {self.expected} | {self.given} | {self.right} "
            f"| {_share(self.right, self.given)} | {_share(self.right, self.expected)} |"
        )


def figure(fields: Fields, name: str, related: str = "") -> FigureClaim:
    """Make a figure of the fields of a case; its bounds come by the rules from its number and comparator."""
    number = read_number(fields["number"], _WORDS)
    interval = read_interval(number, fields["comparator"], _RULES)
    when, period = _days(fields.get("when")), _days(fields.get("period"))
    places = fields.get("places") or {}
    return FigureClaim(
        id=name,
        article=fields["article"],
        origin=fields.get("origin") or fields["article"],
        claimant=fields.get("claimant"),
        measure=fields["measure"],
        figure_kind=fields["figure_kind"],
        accumulation=fields["accumulation"],
        modality=fields["modality"],
        unit=fields.get("unit") or "person",
        per=fields.get("per"),
        subject=fields.get("subject"),
        places=frozenset((role, place) for role, ids in places.items() for place in ids),
        printed=fields["number"],
        comparator=fields["comparator"],
        value=number.value,
        low=interval.low,
        high=interval.high,
        when=when or period,
        since=period if when else Days(),
        said=_days(fields.get("said")),
        related=frozenset({related} - {""}),
    )


@functools.cache
def bundled_claims() -> dict[str, Fields]:
    """Return the fields of each claim of the bundled articles that a case names, by that name."""
    data = _DATA["bundled"]
    return {
        name: _DATA["defaults"]["bundled"]
        | {"article": article, "origin": data["origins"].get(article)}
        | fields
        for article, claims in data["claims"].items()
        for name, fields in claims.items()
    }


@functools.cache
def cases() -> tuple[Case, ...]:
    """Return every case of the file."""
    made = {
        "figures": _figures,
        "statements": _statements,
        "derivations": _derivations,
        "places": _places,
    }
    return tuple(
        Case(
            entry.get("label") or f"{entry['left']} and {entry['right']}",
            of,
            frozenset(entry),
            part,
            entry["expect"] if "expect" in entry else "geography disagrees" if entry["pairs"] else NONE,
            entry["why"],
            entry.get("wrong"),
            make(entry),
        )
        for part, groups in _parts().items()
        for of, make in made.items()
        for entry in groups[of]
    )


def expected_pairs() -> dict[str, Places]:
    """Return which pairs of places each list of the file should give, by the label of its case."""
    return {
        entry["label"]: tuple((part, whole) for part, whole in entry["pairs"])
        for groups in _parts().values()
        for entry in groups["places"]
    }


def looks() -> dict[str, dict[str, int]]:
    """Return how the lists that were written unseen came out when they were first looked at, by part."""
    return {
        part: {name: int(number) for name, number in groups["first_look"].items()}
        for part, groups in _parts().items()
        if "first_look" in groups
    }


def _parts() -> dict[str, Any]:
    """Return the groups of cases by where they come from."""
    return {"bundled": _DATA["bundled"], "invented": _DATA["invented"], "held_out": _HELD_OUT, "news": _NEWS}


def scores() -> list[Score]:
    """Return the score of each verdict, of all verdicts together, and of nothing said where nothing is to be said."""
    pairs = [(case.expected, case.found()) for case in cases()]

    def score(name: str, chosen: Collection[str]) -> Score:
        expected = [pair for pair in pairs if _verdict(pair[0]) in chosen]
        given = [pair for pair in pairs if _verdict(pair[1]) in chosen]
        return Score(name, len(expected), len(given), sum(one == two for one, two in expected))

    return [
        *(score(verdict.replace("_", " "), {verdict}) for verdict in VERDICTS),
        score("all verdicts", VERDICTS),
        score("nothing to say", {NONE}),
    ]


def page(text: str) -> str:
    """Return the page with its made part as the cases have it now."""
    before, _, rest = text.partition(_START)
    _, _, after = rest.partition(_END)
    return f"{before}{_START}\n\n" + "\n".join(_made()) + f"\n\n{_END}{after}"


def _made() -> Iterator[str]:
    everything = cases()
    bundled = [case for case in everything if case.part == "bundled"]
    right = sum(case.found() == case.expected for case in bundled)
    yield f"{len(everything)} pairs: {len(bundled)} of the five articles, {right} of them judged as expected,"
    yield f"and {len(everything) - len(bundled)} invented."
    yield ""
    yield "| verdict | expected | given | right | precision | recall |"
    yield "|---|--:|--:|--:|--:|--:|"
    yield from (score.row() for score in scores())
    yield ""
    yield "What the lists gave that were written before anything was run on them, at the first look:"
    yield ""
    yield "| list | pairs | right | verdicts expected | given | right | precision | recall |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for part, look in looks().items():
        counts = " | ".join(str(look[name]) for name in ("pairs", "right", "expected", "given", "rightly"))
        precision, recall = (_share(look["rightly"], look[name]) for name in ("given", "expected"))
        yield f"| {_LISTS_SEEN[part]} | {counts} | {precision} | {recall} |"
    yield ""
    wrong = [case for case in everything if case.found() != case.expected]
    yield (
        f"Where the rules still err, on {len(wrong)} of them:" if wrong else "The rules err on none of them."
    )
    if wrong:
        yield ""
        yield "| pair | should be | is | why |"
        yield "|---|---|---|---|"
        for case in wrong:
            yield f"| {case.of}: {case.label} | {_plain(case.expected)} | {_plain(case.found())} | {case.why} |"


def _figures(entry: Fields) -> Callable[[bool], Verdict | Places | None]:
    left, right = (_side(entry, side, "figure") for side in ("left", "right"))
    related = "right" if entry.get("related") else ""
    one, two = figure(left, "left", related), figure(right, "right")
    return lambda swapped: compare_figures(two, one) if swapped else compare_figures(one, two)


def _statements(entry: Fields) -> Callable[[bool], Verdict | Places | None]:
    def statement(side: str) -> StatementClaim:
        fields = _side(entry, side, "statement")
        return StatementClaim(
            id=side,
            article=fields["article"],
            origin=fields.get("origin") or fields["article"],
            speaker=fields.get("speaker"),
            proposition=fields.get("proposition"),
            stance=fields.get("stance"),
            modality=fields["modality"],
            said=_days(fields.get("said")),
        )

    one, two = statement("left"), statement("right")
    return lambda swapped: compare_statements(two, one) if swapped else compare_statements(one, two)


def _derivations(entry: Fields) -> Callable[[bool], Verdict | Places | None]:
    claims = bundled_claims()

    def made(given: str | Fields, name: str) -> FigureClaim:
        default = _DATA["defaults"]["figure"] | {"article": "harbour-strike"}
        return figure(claims[given] if isinstance(given, str) else default | given, name)

    result = made(entry["result"], "result")
    sources = tuple(made(given, f"source-{n}") for n, given in enumerate(entry["sources"]))
    return lambda swapped: check_derivation(
        Derivation(result, entry["operation"], sources[::-1] if swapped else sources)
    )


def _places(entry: Fields) -> Callable[[bool], Verdict | Places | None]:
    parents: dict[str, str | None] = dict.fromkeys(entry["places"]) | (entry.get("parents") or {})

    def listed(swapped: bool) -> Places:
        order = entry["places"][::-1] if swapped else entry["places"]
        return tuple(listed_beside_its_whole(order, parents, entry.get("disputed") or []))

    return listed


def _side(entry: Fields, side: str, of: str) -> Fields:
    given = entry.get(side) or {}
    if isinstance(given, str):
        return bundled_claims()[given]
    defaults = _DATA["defaults"]
    fields: Fields = defaults[of] | defaults[side] | (entry.get("both") or {}) | given
    return fields


@functools.cache
def _days(edtf: str | None) -> Days:
    if not edtf:
        return Days()
    earliest, latest = bounds(edtf)
    return Days(earliest.isoformat() if earliest else None, latest.isoformat() if latest else None, date=edtf)


def _verdict(said: str) -> str:
    return said.rpartition(" ")[2]


def _share(part: int, whole: int) -> str:
    return f"{float(Fraction(part, whole)):.2f}" if whole else "-"


def _plain(said: str) -> str:
    kind, _, verdict = said.partition(" ")
    return f"{verdict.replace('_', ' ')} ({kind})" if verdict else said


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
