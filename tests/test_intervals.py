"""Promises of intervals.py: every figure has bounds, by one published rule for its comparator, named beside them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import authorities, paths, yaml_source
from loaders.authorities import Rule
from loaders.errors import InputError
from loaders.intervals import Interval, read_interval, rules_by_comparator
from loaders.number_grammar import NumberWords
from loaders.numbers import ReadNumber, UnreadNumber, read_number
from schema.vocabularies import COMPARATORS

LISTS = paths.SEEDS / paths.AUTHORITIES
WORDS = NumberWords.load(LISTS / "number_words.yaml")
ALL_RULES = list(authorities.load(LISTS).rules.values())
RULES = rules_by_comparator(ALL_RULES)
DATA, _ = yaml_source.read(Path(__file__).parent / "cases" / "intervals.yaml")


def cases() -> list[Any]:
    """Every case with its comparator; one that the program gets wrong is expected to fail."""
    return [
        pytest.param(
            comparator,
            case,
            marks=[pytest.mark.xfail(reason=case["wrong"])] if "wrong" in case else [],
            id=f"{comparator} {case['number']}",
        )
        for comparator, group in DATA.items()
        for case in group
    ]


def bound(text: str) -> float | None:
    """A bound as the cases write it."""
    return None if text == "none" else float(text)


def near(value: float | None) -> Any:
    """Equal to a bound but for the error of floats; an open bound only to an open one."""
    return None if value is None else pytest.approx(value, rel=1e-9)


def changed(comparator: str, **changes: object) -> dict[str, Rule]:
    """The published rules with other values in one of them."""
    return RULES | {comparator: RULES[comparator].model_copy(update=changes)}


@pytest.mark.parametrize(("comparator", "case"), cases())
def test_a_number_has_the_bounds_of_its_rule(comparator: str, case: dict[str, str]) -> None:
    """Low and high are those of the case, open where it says so, and the rule is that of the comparator."""
    found = read_interval(read_number(case["number"], WORDS), comparator, RULES)
    assert found == Interval(
        f"interval-{comparator.replace('_', '-')}", near(bound(case["low"])), near(bound(case["high"]))
    )


def test_every_comparator_has_cases_and_a_rule_of_its_own() -> None:
    """No comparator is without cases, and no two share a rule; every rule of this kind says what it means."""
    assert set(DATA) == set(RULES) == set(COMPARATORS)
    assert all(DATA.values())
    assert len({rule.id for rule in RULES.values()}) == len(COMPARATORS)
    assert {rule.id for rule in ALL_RULES if rule.kind == "interval"} == {rule.id for rule in RULES.values()}
    assert all(rule.meaning.endswith(".") for rule in RULES.values())


def test_a_changed_rule_changes_the_bounds_of_its_comparator_alone() -> None:
    """Factors and rounding come from the rule: another factor or no rounding gives other bounds, elsewhere none."""
    number = read_number("318,000", WORDS)
    wide = changed("about", low=0.8, high=1.5, id="interval-wide")
    assert read_interval(number, "about", wide) == Interval("interval-wide", near(254400), near(477000))
    sharp = changed("exact", rounded=False)
    assert read_interval(number, "exact", sharp) == Interval("interval-exact", 318000, 318000)
    blunt = changed("nearly", rounded=True)
    assert read_interval(number, "nearly", blunt) == Interval("interval-nearly", near(285700), near(318500))
    open_below = changed("up_to", low=None)
    assert read_interval(number, "up_to", open_below) == Interval("interval-up-to", None, 318000)
    for rules in (wide, sharp, blunt, open_below):
        changes = [name for name in COMPARATORS if rules[name] != RULES[name]]
        for name in set(COMPARATORS) - set(changes):
            assert read_interval(number, name, rules) == read_interval(number, name, RULES)


@pytest.mark.parametrize("comparator", COMPARATORS)
def test_a_comparator_without_a_rule_is_refused(comparator: str) -> None:
    """Before any number is read, a list of rules that leaves out a comparator is refused by that comparator's name."""
    rules = [rule for rule in ALL_RULES if rule.comparator != comparator]
    with pytest.raises(InputError, match=rf"'{comparator}'.*rules\.yaml"):
        rules_by_comparator(rules)


def test_seeds_without_a_rule_are_refused(tmp_path: Path) -> None:
    """Nothing is built from seeds whose rules leave out a comparator."""
    seeds = invented.make(tmp_path)
    text = seeds.file("authorities/rules.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "interval-nearly" not in line]
    assert len(kept) == len(text.splitlines()) - 1
    seeds.write("authorities/rules.yaml", "\n".join(kept) + "\n")
    with pytest.raises(InputError, match="'nearly'"):
        seeds.conductor()


def test_two_rules_for_one_comparator_are_refused() -> None:
    """Which of two rules holds is never left to their order."""
    second = RULES["about"].model_copy(update={"id": "interval-about-2", "high": 2.0})
    with pytest.raises(InputError, match="about"):
        rules_by_comparator([*ALL_RULES, second])


def test_rules_of_other_kinds_bound_nothing() -> None:
    """A rule of another kind is none, even with a comparator."""
    other = RULES["about"].model_copy(update={"kind": "number", "high": 9.0})
    assert rules_by_comparator([*ALL_RULES, other]) == RULES


def test_a_changed_rule_changes_the_figures_of_a_build(tmp_path: Path) -> None:
    """Bounds and rule of a figure in the database follow the seeds' rules, not the program."""
    seeds = invented.make(tmp_path)
    sql = "SELECT interval_low, interval_high, interval_rule_id FROM figures WHERE comparator = 'nearly'"

    def nearly() -> tuple[object, ...]:
        file = tmp_path / "port.db"
        seeds.conductor().build(file)
        with closing(sqlite3.connect(file)) as connection:
            row: tuple[object, ...] = connection.execute(sql).fetchone()
            return row

    assert nearly() == (1080, 1200, "interval-nearly")
    seeds.replace(
        "authorities/rules.yaml",
        '"comparator": "nearly", "low": "0.9", "high": "1"',
        '"comparator": "nearly", "low": "0.5", "high": "1"',
    )
    assert nearly() == (600, 1200, "interval-nearly")


def test_every_figure_of_the_articles_names_its_rule_and_has_its_bounds(built: Path) -> None:
    """Each figure's bounds are what the rule that it names gives for its number and comparator."""
    sql = "SELECT printed, comparator, interval_rule_id, interval_low, interval_high FROM figures"
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        rows = connection.execute(sql).fetchall()
        published = {
            row[0] for row in connection.execute("SELECT id FROM reading_rules WHERE kind = 'interval'")
        }
    assert len(rows) > 40
    assert published == {rule.id for rule in RULES.values()}
    for number, comparator, *stored in rows:
        found = read_interval(read_number(number, WORDS), comparator, RULES)
        assert [found.rule, found.low, found.high] == stored


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**12).map(lambda number: f"{number:,}"),
    st.builds("{} {}".format, st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"])),
    st.builds("{}.{} million".format, st.integers(0, 99), st.integers(1, 99)),
    st.integers(0, 100).map("{}%".format),
    st.sampled_from(["a third", "sixfold", "6 1/2", "thousands", "18-27", "several", "most"]),
)


@settings(max_examples=150, deadline=None)
@given(NUMBERS, st.sampled_from(list(COMPARATORS)))
def test_bounds_are_in_order_and_hold_the_number(printed: str, comparator: str) -> None:
    """Whatever is printed, the lower bound is not above the upper one, and the printed number is within both."""
    number = read_number(printed, WORDS)
    found = read_interval(number, comparator, RULES)
    low, high = found.low or 0.0, float("inf") if found.high is None else found.high
    assert low <= high
    if number.value is not None:
        assert low - 1e-9 <= number.value <= high + 1e-9
    assert found.rule == RULES[comparator].id


def test_a_word_without_bounds_gets_none() -> None:
    """Words such as many are refused as numbers, so no interval is made up for them."""
    with pytest.raises(UnreadNumber):
        read_number("many", WORDS)
    half_open = read_interval(ReadNumber("plural-scale", low=2000.0), "vague", RULES)
    assert half_open == Interval("interval-vague", 2000.0, None)
