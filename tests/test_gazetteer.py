"""Promises of extract/gazetteer.py: 200,000 places by name, compiled once, opened at once, equal for every reader."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.gazetteer import Gazetteer, compile_to, fold, gazetteer


def test_it_holds_the_worlds_places() -> None:
    """Over 200,000 places, every kind among them."""
    kinds = {
        entry.kind
        for name in ("Peru", "Texas", "Orange County", "Siberia", "Africa", "Lima", "Danube")
        for entry in gazetteer().find(name)
    }
    assert {
        "country",
        "first_level",
        "second_level",
        "informal_region",
        "macro_region",
        "settlement",
        "landmark",
    } <= kinds
    assert gazetteer().count() > 250_000


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Kiev", "Kyiv"), ("Türkiye", "Turkey"), ("turkiye", "Turkey"), ("St. Gallen", "Sankt Gallen"),
        ("U.S.", "United States"), ("USA", "United States"), ("Kazakhs", "Kazakhstan"), ("Saigon", "Ho Chi Minh City"),
        ("Cote d'Ivoire", "Ivory Coast"), ("the Philippines", "Philippines"), ("Burma", "Myanmar"),
        ("Port-au-Prince", "Port-au-Prince"), ("Nizhny Novgorod", "Nizhniy Novgorod"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_its_names(name: str, means: str) -> None:
    """Accents, hyphens, "the", older names, abbreviations and demonyms lead to the place."""
    assert means in {entry.name for entry in gazetteer().find(name)}


@pytest.mark.parametrize("name", ["us", "", "Xyzzyville", "OF", "IS", "AM", "(", "\u0301"])
def test_a_word_is_not_an_abbreviation(name: str) -> None:
    """An abbreviation counts only in capitals, and a short word in capitals is no town."""
    assert "United States" not in {entry.name for entry in gazetteer().find(name)}
    assert not (name.isupper() and gazetteer().find(name))


def test_it_opens_at_once() -> None:
    """A compiled file is opened and asked in well under a tenth of a second."""
    file = gazetteer().file
    start = time.perf_counter()
    assert Gazetteer(file).find("Lima")
    assert time.perf_counter() - start < 0.1


def test_a_failed_compilation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file appears only when it is whole; a part of one is taken away."""
    monkeypatch.setattr("loaders.extract.gazetteer._places", lambda: iter([((1,), [])]))
    with pytest.raises(sqlite3.Error):
        compile_to(tmp_path / "gazetteer.db")
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    """The form by which names are looked up is its own form."""
    assert fold(fold(name)) == fold(name)
