"""Promises of evaluate.py and its command: what agrees counts once, and the rest is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from loaders import paths
from loaders.clean import clean
from loaders.conduct import Conductor
from loaders.errors import InputError
from loaders.evaluate import MEASURES, Item, Score, agree, kilometers, scores, total
from loaders.evaluate_command import evaluate
from loaders.evaluate_items import bare, items_read, keys
from loaders.evaluate_objects import gold_of, items_of
from loaders.read import read

MINSK, VILNIUS, LONDON = (53.9, 27.567), (54.687, 25.28), (51.509, -0.126)


def item(kind: str, paragraph: int, *values: str, **facets: str) -> Item:
    """An item whose facets hold one word each."""
    return Item(
        kind, paragraph, frozenset(values), {name: frozenset({word}) for name, word in facets.items()}
    )


def by_name(rows: list[Score]) -> dict[str, tuple[int, int, int]]:
    """In common, found and gold of each measure."""
    return {row.measure: (row.common, row.found, row.gold) for row in rows}


def test_each_item_counts_once() -> None:
    """Two of one value found against one of the gold are one in common; another paragraph is another item."""
    gold = [item("person", 1, "ewa lis", "lis"), item("person", 2, "jan wrona")]
    found = [item("person", 1, "lis"), item("person", 1, "ewa lis"), item("person", 3, "jan wrona")]
    assert by_name(scores(gold, found))["persons"] == (1, 3, 2)


@pytest.mark.parametrize(
    ("measure", "common"),
    [
        ("figures, value", 2),
        ("figures, value and unit", 1),
        ("figures, value and comparator", 2),
        ("figures, value and claimant", 1),
        ("figures, value and subject", 1),
    ],
)
def test_facets_must_agree_too(measure: str, common: int) -> None:
    """A figure with another unit is a value in common, not a value with its unit; where neither says, both agree."""
    gold = [
        item("figure", 1, "1200//", unit="year", comparator="nearly", claimant="lis", subject="docker"),
        item("figure", 1, "30//", unit="month", comparator="exact"),
    ]
    found = [
        item("figure", 1, "1200//", unit="year", comparator="nearly"),
        item("figure", 1, "30//", unit="day", comparator="exact"),
    ]
    assert by_name(scores(gold, found))[measure][0] == common


def test_a_date_from_elsewhere_is_not_beside_its_event() -> None:
    """A date or place that a reader took from another paragraph is the event's, but does not stand beside it."""
    conductor = Conductor()
    file = conductor.seeds / paths.ARTICLES / "kalmykia-asylum-seeker.md"
    reading = conductor.reading_of(clean(read(file, conductor.withhold)))
    assert reading is not None
    escapes = [one for one in items_read(reading) if one.kind == "event" and "escape" in one.values]
    beside = {(one.paragraph, *sorted(one.facets["date beside"])) for one in escapes}
    assert {(one.paragraph, *one.facets["date"]) for one in escapes} >= {(3, "2022-11"), (10, "2022-11")}
    assert beside >= {(3,), (10, "2022-11", "november")}
    (last,) = [one for one in escapes if "volgograd" in one.facets["place"]]
    assert "volgograd" in last.facets["place beside"]


def test_scores_are_shares_of_what_they_are_about() -> None:
    """Precision is of what was found, recall of the gold, F1 their harmonic mean; nothing at all is nought."""
    score = Score("persons", 2, 4, 3)
    assert (score.precision, score.recall) == (0.5, 2 / 3)
    assert score.f1 == pytest.approx(2 * 0.5 * (2 / 3) / (0.5 + 2 / 3))
    assert (Score("persons", 0, 0, 0).precision, Score("persons", 0, 0, 0).f1) == (0.0, 0.0)


def test_texts_are_added_up_by_items() -> None:
    """The total of several texts counts items, not texts."""
    one, two = ([item("person", 1, "a")], [item("person", n, "a") for n in (1, 2, 3)])
    assert by_name(total([scores(one, one), scores(two, [])]))["persons"] == (1, 1, 4)
    assert [score.measure for score in total([])] == [measure.name for measure in MEASURES]


@pytest.mark.parametrize(
    ("gold", "found", "near"),
    [
        ((MINSK, "BY"), (MINSK, "BY"), True),
        ((MINSK, "BY"), (VILNIUS, "LT"), False),
        ((MINSK, "BY"), ((53.2, 26.0), "BY"), True),
        ((None, "BY"), (MINSK, "BY"), True),
        ((None, "BY"), (LONDON, "GB"), False),
        ((None, None), (None, None), False),
    ],
)
def test_places_are_near_within_161_kilometers(gold: tuple, found: tuple, near: bool) -> None:  # type: ignore[type-arg]
    """Distance is on the sphere; without a point the country must be the same, and nothing known is not near."""
    left, right = (Item("place", 1, frozenset({"a"}), {}, *given) for given in (gold, found))
    assert agree(left, right, ("near",)) is near
    assert kilometers(MINSK, VILNIUS) == pytest.approx(172, abs=2)


def test_names_and_dates_are_held_equal_by_their_words() -> None:
    """A surname is a form of the whole name, a possessive is none; prepositions are no part of a date."""
    assert keys(["Ewa Lis’s", "The Port Guard"]) == {"ewa lis", "lis", "port guard", "guard"}
    assert bare("since the March of 2021.") == "march of 2021"


def test_objects_of_others_are_items_by_line() -> None:
    """Gold in the shape of the door is cut into paragraphs by its offsets; a name counts once in each."""
    text = "A.\n\nEwa Lis met Ewa Lis."
    person = {"kind": "person", "text": "Ewa Lis", "entity": None}
    found = items_of(text, [{**person, "start": 4, "end": 11}, {**person, "start": 16, "end": 23}])
    assert found == [Item("person", 2, keys(["Ewa Lis"]))]


def test_a_wrong_line_of_gold_is_named(tmp_path: Path) -> None:
    """A line that is not of the shape is told by its number."""
    file = tmp_path / "gold.jsonl"
    file.write_text('{"text": "a", "gold": []}\n{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(gold_of(file))
    assert caught.value.line == 2


def test_the_command_scores_the_digests() -> None:
    """On the bundled digests the command gives every measure of all articles, and finds most people and numbers."""
    done = CliRunner().invoke(evaluate, ["--json"], catch_exceptions=False)
    told = json.loads(done.stdout)
    assert [row["measure"] for row in told["all"]] == [measure.name for measure in MEASURES]
    assert len(told["each"]) == 5
    least = {"persons": 0.85, "places, found": 0.85, "figures, value": 0.85, "events, type": 0.45}
    assert {row["measure"] for row in told["all"] if row["f1"] >= least.get(row["measure"], 2)} == set(least)


def test_the_command_scores_against_other_gold(tmp_path: Path) -> None:
    """Gold of others, a text a line, is scored by the same measures."""
    file = tmp_path / "gold.jsonl"
    gold = [{"kind": "person", "start": 0, "end": 7, "text": "Ewa Lis", "entity": "Ewa Lis"}]
    file.write_text(json.dumps({"text": "Ewa Lis said that 30 men left.", "gold": gold}), encoding="utf-8")
    done = CliRunner().invoke(evaluate, ["--against", str(file)], catch_exceptions=False)
    assert "| persons | 1 | 1 | 100.0 | 100.0 | 100.0 |" in done.stdout
