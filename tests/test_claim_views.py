"""Promises of the views what_may_be_added and independent_origins: no sum, and no second source, that is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from website.questions import questions

Row = dict[str, Any]
MONTHS = [("2021-01-01", "2021-01-31"), ("2021-02-01", "2021-02-28"), ("2021-03-01", "2021-03-31")]
GUESSED = "targets, plans and estimates are not counts"
VAGUE = "some are vague or only bounds"
OTHERS = "they count different people or things"
OPEN = "some have no period with a beginning and an end"


def fill(file: Path, figures: Iterable[Row], relations: Iterable[tuple[int, str, int]] = ()) -> None:
    """Write figures into an empty database: unless told otherwise, exact reported flows of 100, a month each.

    What a figure refers to need not be there; `relations` join figures by their numbers from 0.
    """
    with closing(sqlite3.connect(file)) as connection, connection:
        for measure in ("travelers", "strikers"):
            connection.execute("INSERT INTO measures VALUES (?1, ?1, 'People.', 'person', NULL)", (measure,))
        for speaker in ("ewa-lis", "baltica"):
            connection.execute(
                "INSERT INTO statements (id, article_id, speaker_id, gist, form, modality, passage_id) "
                "VALUES (?1, 'a', ?1, 'g', 'indirect', 'asserted', 1)",
                (speaker,),
            )
        for n, changes in enumerate(figures):
            start, end = MONTHS[n]
            row: Row = {
                "id": f"f{n}",
                "claim": f"c{n}",
                "article_id": f"a{n}",
                "printed": "100",
                "value": 100.0,
            }
            row |= {"interval_rule_id": "r", "rule_id": "r", "unit": "person", "measure_id": "travelers"}
            row |= {"comparator": "exact", "figure_kind": "count", "accumulation": "gross_flow"}
            row |= {"modality": "reported", "passage_id": 1, "subject_id": "travelers"}
            row |= {"period": f"{start}/{end}", "period_earliest": start, "period_latest": end} | changes
            places = row.pop("places", [])
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO figures ({', '.join(row)}) VALUES ({marks})", [*row.values()])
            connection.executemany(
                "INSERT INTO figure_places VALUES (?, 'from', ?)", [(row["id"], p) for p in places]
            )
        for one, relation, other in relations:
            operation = "sum" if relation == "derived_from" else None
            values = (f"f{one}", relation, f"f{other}", operation, "r")
            connection.execute("INSERT INTO figure_relations VALUES (?, ?, ?, ?, ?)", values)


def ask(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of a database that is only read."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def added(file: Path) -> tuple[Any, ...]:
    """How many of the figures beside the first may be added to it, their sum, and why there is none."""
    [row] = ask(
        file, "SELECT distinct_figures, total, refused FROM what_may_be_added WHERE claims LIKE '%c0%'"
    )
    return row


# --- what_may_be_added ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        pytest.param([{}, {}], 200, id="two months"),
        pytest.param([{}, {}, {"value": 50}], 250, id="three months"),
        pytest.param([{"accumulation": "net_flow"}, {"accumulation": "net_flow"}], 200, id="net flows"),
        pytest.param([{"statement_id": "ewa-lis"}, {"statement_id": "baltica"}], 200, id="two claimants"),
        pytest.param([{}, {}, {"measure_id": "strikers"}], 200, id="another measure beside"),
        pytest.param([{}, {}, {"accumulation": "stock"}], 200, id="a stock beside"),
    ],
)
def test_flows_of_periods_that_follow_one_another_are_added(
    database: Path, figures: list[Row], total: float
) -> None:
    """Exact, reported flows of the same people in periods that do not overlap have a sum."""
    fill(database, figures)
    found = ask(database, "SELECT total, refused FROM what_may_be_added WHERE total IS NOT NULL")
    assert found == [(total, None)]


@pytest.mark.parametrize(
    ("both", "second", "reason"),
    [
        (
            {"figure_kind": "age", "accumulation": "none"},
            {},
            "only counts are added; this is of the kind age",
        ),
        (
            {"figure_kind": "share", "base_words": "all", "value": 0.5},
            {},
            "only counts are added; this is of the kind share",
        ),
        ({"figure_kind": "rate", "per": "day"}, {}, "only counts are added; this is of the kind rate"),
        ({"figure_kind": "duration"}, {}, "only counts are added; this is of the kind duration"),
        ({"accumulation": "none"}, {}, "nothing says that they are parts of one whole"),
        ({"accumulation": "stock"}, {}, "stocks of different days count the same people twice"),
        ({"accumulation": "cumulative"}, {}, "each sum since a beginning holds the earlier ones"),
        (
            {"accumulation": "net_flow", "statement_id": "ewa-lis"},
            {"statement_id": "baltica"},
            "net flows of different claimants",
        ),
        ({}, {"modality": "target"}, GUESSED),
        ({}, {"modality": "planned"}, GUESSED),
        ({}, {"modality": "estimated"}, GUESSED),
        ({}, {"modality": "possible"}, GUESSED),
        ({}, {"value": None, "low": 2000.0, "high": 9999.0, "comparator": "vague"}, VAGUE),
        ({}, {"value": None, "low": 10.0, "high": 20.0, "comparator": "range"}, VAGUE),
        *(
            ({}, {"comparator": name}, VAGUE)
            for name in ("about", "nearly", "at_least", "more_than", "less_than", "up_to", "all_but")
        ),
        ({}, {"subject_id": "dockers"}, OTHERS),
        ({}, {"subject_id": None}, OTHERS),
        ({}, {"period": None, "period_earliest": None, "period_latest": None}, OPEN),
        ({}, {"period": "2021-02/..", "period_latest": None}, OPEN),
        ({}, {"period_earliest": "2021-01-31"}, "their periods overlap"),
        ({}, {"period_earliest": "2020-01-01", "period_latest": "2021-12-31"}, "their periods overlap"),
        ({"period_earliest": "2021-01-01", "period_latest": "2021-01-31"}, {}, "their periods overlap"),
    ],
)
def test_what_may_not_be_added_has_its_reason(database: Path, both: Row, second: Row, reason: str) -> None:
    """Two figures of which one, or both, are as the case says have no sum, and the reason is told."""
    fill(database, [both, both | second])
    [(total, refused)] = ask(database, "SELECT total, refused FROM what_may_be_added")
    assert (total, refused) == (None, reason)


@pytest.mark.parametrize("relation", ["repeats", "subset_of", "share_of", "derived_from"])
def test_what_another_figure_holds_is_not_added_to_it(database: Path, relation: str) -> None:
    """A repeat, a part, or what was worked out of another is left out; alone, a figure has nothing to be added to."""
    fill(database, [{}, {}, {}], [(1, relation, 0)])
    assert added(database) == (2, 200, None)
    assert ask(database, "SELECT figures, distinct_figures FROM what_may_be_added") == [(3, 2)]


def test_one_figure_has_nothing_to_be_added_to(database: Path) -> None:
    """A measure with one figure says so."""
    fill(database, [{}])
    assert added(database) == (1, None, "one figure only: there is nothing to add")


def test_a_figure_set_beside_another_is_still_added(database: Path) -> None:
    """That an article compares two figures does not make the one a part of the other."""
    fill(database, [{}, {}], [(1, "compared_with", 0)])
    assert added(database) == (2, 200, None)


def test_of_the_articles_only_two_quarters_may_be_added(built: Path) -> None:
    """Of all that the five articles print, just the travelers of two quarters have a sum; the rest says why not."""
    found = {
        measure: (accumulation, total, refused)
        for measure, accumulation, total, refused in ask(
            built,
            "SELECT measure, accumulation, total, refused FROM what_may_be_added "
            "WHERE total IS NOT NULL OR (distinct_figures > 1 AND refused NOT LIKE '%kind%')",
        )
    }
    assert found == {
        "travelers abroad": ("gross_flow", 14_700_000, None),
        "people mobilized": ("cumulative", None, "each sum since a beginning holds the earlier ones"),
        "people who fled a country": ("gross_flow", None, VAGUE),
        "deserters interviewed": ("none", None, "nothing says that they are parts of one whole"),
        "mobilized people in combat": ("stock", None, "stocks of different days count the same people twice"),
    }
    assert ask(built, "SELECT * FROM what_may_be_added WHERE (total IS NULL) = (refused IS NULL)") == []


def test_two_stocks_are_told_as_such_though_one_is_a_part_of_another_measure(built: Path) -> None:
    """That 49,000 are among 318,000 is no reason to leave them out beside 41,000: they are stocks of two days."""
    sql = (
        "SELECT distinct_figures, refused FROM what_may_be_added WHERE measure = 'mobilized people in combat'"
    )
    assert ask(built, sql) == [(2, "stocks of different days count the same people twice")]


def test_every_measure_has_a_row(built: Path) -> None:
    """Each measure with a figure has a sum or the reason why it has none."""
    missing = ask(
        built,
        "SELECT DISTINCT m.name FROM figures AS f JOIN measures AS m ON m.id = f.measure_id "
        "WHERE m.name NOT IN (SELECT measure FROM what_may_be_added)",
    )
    assert missing == []


def test_a_share_of_the_same_month_does_not_stop_a_sum(database: Path) -> None:
    """Counts of two months are added though a share of one of them is printed too."""
    share = {"figure_kind": "share", "base_words": "all", "value": 0.5}
    fill(database, [{}, {}, share | {"period_earliest": "2021-01-01"}])
    assert added(database) == (2, 200, None)


def test_flows_from_two_countries_are_not_added(database: Path) -> None:
    """People of whom nothing is said but from where they went are other people where that is elsewhere."""
    fill(database, [{"subject_id": None, "places": ["russia"]}, {"subject_id": None, "places": ["poland"]}])
    assert added(database) == (2, None, "they count different places")


# --- independent_origins --------------------------------------------------------------------------------------


def origins(file: Path) -> list[tuple[Any, ...]]:
    """How many articles print each claim, from how many origins, and the first of these."""
    return ask(
        file,
        "SELECT printed_by_articles, origins, first_origin_id FROM independent_origins ORDER BY first_origin_id, 1",
    )


ONE = dict(zip(("period_earliest", "period_latest"), MONTHS[0], strict=True)) | {"period": "2021-01"}


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        pytest.param([], [(3, 3, "f0")], id="three editors"),
        pytest.param([(1, "repeats", 0)], [(3, 2, "f0")], id="one copies"),
        pytest.param([(1, "repeats", 0), (2, "repeats", 0)], [(3, 1, "f0")], id="both copy"),
        pytest.param([(1, "repeats", 0), (2, "repeats", 1)], [(3, 1, "f0")], id="a copy of a copy"),
        pytest.param(
            [(1, "repeats", 0), (2, "repeats", 1), (2, "repeats", 0)],
            [(3, 1, "f0")],
            id="all with each other",
        ),
        pytest.param([(2, "repeats", 0), (2, "repeats", 1)], [(3, 2, "f0")], id="a copy of two"),
        pytest.param([(1, "compared_with", 0), (2, "subset_of", 0)], [(3, 3, "f0")], id="other relations"),
    ],
)
def test_repeats_lead_to_their_origins(
    database: Path, relations: list[tuple[int, str, int]], expected: list[tuple[Any, ...]]
) -> None:
    """One claim printed three times has as many origins as remain when repeats are followed to their end."""
    fill(database, [ONE, ONE, ONE], relations)
    assert origins(database) == expected


def test_a_claim_that_drifted_keeps_its_origin(database: Path) -> None:
    """A copy that prints another number is a row of its own, with the origin of what it copies and no other."""
    fill(database, [ONE, ONE | {"value": 90.0}], [(1, "repeats", 0)])
    assert origins(database) == [(1, 1, "f0"), (1, 1, "f0")]
    told = ask(database, "SELECT claim, origin_claim FROM independent_origins WHERE value = 90")
    assert told == [("c1", "c0")]


@pytest.mark.parametrize(
    "other",
    [
        {"value": 90.0},
        {"comparator": "nearly"},
        {"subject_id": "dockers"},
        {"measure_id": "strikers"},
        {"period": "2020-01", "period_earliest": "2020-01-01", "period_latest": "2020-01-31"},
        {"modality": "target"},
        {"accumulation": "stock"},
        {"as_of": "2021-03-02", "as_of_earliest": "2021-03-02", "as_of_latest": "2021-03-02"},
        {"places": ["poland"]},
    ],
)
def test_another_claim_is_no_second_origin(database: Path, other: Row) -> None:
    """Two articles support each other only where number, bound, people, measure, sort, days and places are one."""
    fill(database, [ONE, ONE | other])
    assert origins(database) == [(1, 1, "f0"), (1, 1, "f1")]


def test_of_unknown_people_in_no_place_nothing_is_a_second_origin(database: Path) -> None:
    """Where nobody says of whom and where, equal numbers are not one claim; a repeat of one still is."""
    unknown = ONE | {"subject_id": None}
    fill(database, [unknown, unknown, unknown], [(2, "repeats", 1)])
    assert origins(database) == [(1, 1, "f0"), (2, 1, "f1")]


def test_a_copy_that_leaves_out_the_days_prints_the_same_claim(database: Path) -> None:
    """What a repeat leaves out its origin tells, so that it is no claim of its own."""
    undated = ONE | {"period": None, "period_earliest": None, "period_latest": None}
    fill(database, [ONE, undated], [(1, "repeats", 0)])
    assert origins(database) == [(2, 1, "f0")]


# --- disagreements, and the questions asked of them ------------------------------------------------------------


def compare(file: Path, *rows: Row) -> None:
    """Write comparisons of figures by their numbers from 0."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for n, changes in enumerate(rows):
            row: Row = {"id": n, "kind": "wording", "verdict": "drifts", "reason": f"r{n}"} | changes
            marks = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO comparisons ({', '.join(row)}) VALUES ({marks})", [*row.values()]
            )


@pytest.fixture
def read(database: Path) -> Path:
    """A database whose passage and articles are there for the figures that `fill` writes."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for n in range(3):
            connection.execute(
                "INSERT INTO articles (id, kind, title, reading, text_kind, paragraph_count, word_count) "
                "VALUES (?, 'known_only_through_others', ?, 'unread', 'none', 0, 0)",
                (f"a{n}", f"t{n}"),
            )
        connection.execute(
            "INSERT INTO passages (id, paragraph_id, start_offset, end_offset, words) VALUES (1, 1, 0, 1, 'w')"
        )
    return database


@pytest.mark.parametrize(("nearer", "left"), [("a0", "f0"), ("a1", "f1"), (None, "f0")])
def test_the_side_nearer_the_report_stands_on_the_left(read: Path, nearer: str | None, left: str) -> None:
    """What moved is read from left to right, as it moved."""
    fill(read, [ONE, ONE])
    compare(read, {"left_figure_id": "f0", "right_figure_id": "f1", "nearer_article_id": nearer})
    assert ask(read, "SELECT left_id, nearer_article FROM disagreements") == [
        (left, nearer and f"t{nearer[1]}")
    ]


@pytest.mark.parametrize("result", [0, 2])
def test_arithmetic_shows_all_that_the_result_was_worked_out_from(read: Path, result: int) -> None:
    """The parts stand on the left, the result on the right, whatever the order of their ids."""
    fill(read, [ONE, ONE, ONE], [(result, "derived_from", n) for n in range(3) if n != result])
    first, second = sorted((f"f{result}", "f1"))
    compare(
        read,
        {"kind": "arithmetic", "verdict": "disagrees", "left_figure_id": first, "right_figure_id": second},
    )
    parts = "; ".join(f"c{n}" for n in range(3) if n != result)
    assert ask(read, "SELECT left_claim, right_claim FROM disagreements") == [(parts, f"c{result}")]


def answer(file: Path, name: str) -> list[Row]:
    """The rows of a canned query, by column."""
    [question] = [question for question in questions() if question.name == name]
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(question.sql)]


def test_one_report_many_prints_of_the_five_articles(built: Path) -> None:
    """Nine claims of the agency's report are printed twice, two of them moved; one aim has two origins."""
    rows = answer(built, "one-report-many-prints")
    assert [(row["printed_by_articles"], row["origins"]) for row in rows] == [(2, 1)] * 9 + [(2, 2)]
    assert {row["what_moved"] for row in rows} == {
        *("nothing", None, "more than a third became One-third", "the time moved: 2023, then from 2023 on")
    }
    moved = [row for row in rows if row["what_moved"] and "third" in row["what_moved"]]
    assert "more than a third" in moved[0]["claim"]
    assert "one-third" in moved[0]["as_others_put_it"]


def test_every_date_of_the_five_articles_says_how_it_is_known(built: Path) -> None:
    """Each time expression has a date or says that there is none, and how it is known, from outside with a source."""
    rows = answer(built, "how-do-we-know-the-dates")
    assert len(rows) > 50
    assert all(row["date"] and row["known_by"] and row["how"] for row in rows)
    assert all((row["known_by"] == "external") == (row["source"] is not None) for row in rows)


def test_who_disagrees_answers_with_both_sides(built: Path) -> None:
    """Each row has two claims and claimants, a verdict and a reason; figures and statements have both sides' words."""
    rows = answer(built, "who-disagrees")
    needed = (
        "verdict",
        "reason",
        "left_claim",
        "right_claim",
        "left_claimant",
        "right_claimant",
        "left_words",
    )
    assert all(row[name] for row in rows for name in needed)
    assert {row["left_claim"] for row in rows if row["kind"] == "geography"} == {
        *("Armenia borders Russia", "Yerevan is listed beside Armenia")
    }
