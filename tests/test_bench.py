"""Promises of `make bench`: what takes part, what is kept, and the page that is made from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import bench
from benchmarks.measure import Measured, growth, ratios
from loaders.paths import PROJECT


def test_every_part_is_found_by_its_two_names() -> None:
    """A module with a title and a measurement takes part; those that only help do not."""
    assert {"writing", "loading", "loading_many", "extracting", "near_duplicates"} <= set(bench.parts())
    assert not {"corpus", "measure", "bench", "filled"} & set(bench.parts())


def test_the_page_is_what_the_newest_result_makes() -> None:
    """docs/performance.md is fresh: `python -m benchmarks.bench --page` would change nothing."""
    result = bench.newest()
    assert result is not None
    text = bench.PAGE.read_text("utf-8")
    assert bench.page(text, result) == text
    assert all(one["what"] in text for part in result["parts"].values() for one in part["measured"])


def test_results_tell_the_machine_and_no_place() -> None:
    """Every kept result says on what it was measured, without the name of a host or a folder."""
    for file in bench.RESULTS.glob("*.json"):
        kept = json.loads(file.read_text("utf-8"))
        assert {"cores", "memory_gib", "python", "sqlite"} <= kept["machine"].keys()
        assert str(PROJECT) not in file.read_text("utf-8")
        assert "/" not in json.dumps(kept["machine"])


@pytest.mark.parametrize(
    ("value", "target", "at_least", "holds"),
    [(1.0, 1.1, False, True), (1.2, 1.1, False, False), (1.7, 1.6, True, True), (1.5, 1.6, True, False)],
)
def test_a_target_is_a_most_or_a_least(value: float, target: float, at_least: bool, holds: bool) -> None:
    """Whether a target is met follows its direction; without one nothing is promised."""
    assert Measured.once("a", "b", value, target, at_least=at_least).holds is holds
    assert Measured.once("a", "b", value).holds is None


def test_a_result_comes_back_as_a_table_and_what_is_missed_is_said() -> None:
    """A number over its target is marked, with its rounds and its unit."""
    missed = Measured("rows", "bare rows", 1.5, 1.4, 1.6, 1.15)
    memory = Measured.once("memory", "", 1234.0, 300.0, unit="MiB")
    part = {"title": "T", "measured": [vars_of(missed), vars_of(memory)]}
    text = bench.page(f"# P\n{bench.START}\nold\n{bench.END}\nafter\n", result_of(part))
    assert "| rows | bare rows | 1.5 | 1.4 to 1.6 | at most 1.15 | **not met** |" in text
    assert "| memory |  | 1,234 MiB |  | at most 300 | **not met** |" in text
    assert "old" not in text
    assert text.endswith("after\n")


def test_what_was_just_measured_makes_the_page_of_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `make bench` the page is fresh, in whatever order things were measured."""
    monkeypatch.setattr(bench, "RESULTS", tmp_path)
    monkeypatch.setattr(bench, "PAGE", tmp_path / "page.md")
    bench.PAGE.write_text(f"# P\n{bench.START}\n{bench.END}\n", encoding="utf-8")
    part = {"title": "T", "measured": [vars_of(Measured.once("rows", "", 1.0))]}
    result = result_of(part) | {"machine": {"python": "3", "cores": 2}, "parts": {"b": part, "a": part}}
    bench.keep(result)
    newest = bench.newest()
    assert newest is not None
    text = bench.PAGE.read_text("utf-8")
    assert bench.page(text, newest) == text


def vars_of(one: Measured) -> dict[str, Any]:
    """A measurement as it is kept."""
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def result_of(part: dict[str, Any]) -> dict[str, Any]:
    """A result of one part."""
    return {"machine": {"cores": 2}, "size": "quick", "day": "2026-11-22", "parts": {"t": part}}


def test_growth_is_to_the_smallest_file_of_the_same_round() -> None:
    """What costs the same in a larger file has grown by nothing; the median of the rounds counts."""
    (found,) = growth("an article", {1_000: [1.0, 2.0, 1.0], 10_000: [1.0, 2.2, 1.3]}, 1.2)
    assert (found.what, found.against) == ("an article among 10,000", "one among 1,000")
    assert (found.lowest, round(found.value, 3), found.highest) == (1.0, 1.1, 1.3)
    assert found.holds


def test_ratios_are_to_the_first_of_the_same_round() -> None:
    """What does the same work costs about the same, and what does far more of it costs more."""
    work = {"one": lambda: sum(range(200_000)), "five": lambda: sum(range(1_000_000))}
    (found,) = ratios(work, {"five": 20.0}, rounds=3)
    assert (found.what, found.against) == ("five", "one")
    assert found.lowest <= found.value <= found.highest
    assert found.value > 2
    assert found.holds
