"""Search finds names however they are spelled; the map shows every place, and invents no point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_website import Site

from website.land import borders, countries, label_points, projected
from website.spelling import found_in, sound, spelled_like


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[Site]:
    """Serve the seeds."""
    with Site(built) as site:
        yield site


SPELLINGS = {
    "Swerdlin": "grigory-sverdlin",
    "Свердлин": "grigory-sverdlin",
    "Jewgeni": "yevgeny-who-had-himself-shot",
    "Путин": "vladimir-putin",
    "putin vladimir": "vladimir-putin",
    "Санджиев": "igor-sandzhiyev",
    "turkiye": "turkiye",
    "Kasachstan": None,
    "Mobilizatsiya": None,
}


@pytest.mark.parametrize("typed", SPELLINGS)
def test_names_are_found_in_any_spelling(site: Site, typed: str) -> None:
    """German, Cyrillic and unaccented spellings lead to the page of whoever is meant; the rest gets help."""
    page = site.page(f"/search?q={quote_plus(typed)}")
    if SPELLINGS[typed]:
        assert f"/{SPELLINGS[typed]}" in page
    else:
        assert "Did you mean" in page or "What may help" in page


def test_everything_is_searched_at_once(site: Site) -> None:
    """One word finds figures, events, statements, the text and the questions about it, each as a link."""
    page = site.page("/search?q=mobilization")
    for part in ("figures", "events", "statements", "paragraphs", "articles", "questions"):
        assert f'id="{part}"' in page
    assert "<mark>mobilization</mark>" in page


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "*", "(", "a AND", "NEAR(x", "-", "'", "\0", "%", "x" * 5000, "🦊"]
)
def test_whatever_is_typed_gets_an_answer(site: Site, typed: str) -> None:
    """Nothing, signs, operators and floods of letters get rows or help, never an error."""
    assert site.ask(f"/search?q={quote_plus(typed)}").status_code == 200


@given(st.text(max_size=40), st.text(max_size=40))
def test_ranks_lie_between_nought_and_one(name: str, asked: str) -> None:
    """Any two texts can be compared; a name answers to itself better than to anything else."""
    assert 0 <= spelled_like(name, asked) <= 1
    assert 0 <= found_in(name, asked) <= 1
    assert spelled_like(name, asked) <= spelled_like(name, name) or spelled_like(name, name) == 0


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Зеленский"),
        ("Sverdlin", "Swerdlin", "Свердлин"),
        ("Sandzhiyev", "Sandjiev", "Санджиев"),
        ("Shoigu", "Schoigu", "Шойгу"),
        ("Mediazona", "Медиазона"),
    ],
)
def test_spellings_of_a_name_sound_alike(spellings: tuple[str, ...]) -> None:
    """Transliterations of one Russian name have one key; other names have others."""
    assert len({sound(name) for name in spellings}) == 1
    assert sound("Putin") != sound("Pashinyan")


def test_the_map_holds_every_place(site: Site) -> None:
    """Points stand on the map as pins, countries as areas; every place that is named stands in the table below."""
    page = site.page("/map")
    for key, precision, kind in site.rows(
        "SELECT id, point_precision, kind FROM places WHERE id IN (SELECT place_id FROM mentions)"
    ):
        assert f'href="/relokanty/places/{key}"' in page
        pinned = f'<a class="pin" href="/relokanty/places/{key}"' in page
        assert pinned == (precision == "point"), key
        assert kind != "country" or f'href="/relokanty/places/{key}" class="named' in page, key


def test_the_map_as_geojson_invents_no_point(site: Site) -> None:
    """GeoJSON holds every place; one without coordinates has no geometry; coordinates are those of the file."""
    features = {feature["id"]: feature for feature in site.ask("/map.geojson").json()["features"]}
    for key, longitude, latitude in site.rows("SELECT id, longitude, latitude FROM places"):
        geometry = features[key]["geometry"]
        assert (geometry and geometry["coordinates"]) == (
            None if longitude is None else [longitude, latitude]
        )
    fewer = site.ask("/map.geojson?article=russians-fleeing-to-kyrgyzstan").json()["features"]
    assert 0 < len(fewer) < len(features)


def test_outlines_are_paths_that_a_browser_can_draw() -> None:
    """Each country has a path and a spot for its name near its land; no path is broken off."""
    paths = countries()
    # The smallest states are smaller than the unit of the drawing.
    drawn = [path for path in paths.values() if path]
    assert len(drawn) > 200
    assert all(path.startswith("M") and path.endswith("z") and "lM" not in path for path in drawn)
    assert "lM" not in borders()
    for code, (longitude, latitude) in {"RU": (95, 62), "KZ": (67, 48), "UA": (31, 49)}.items():
        x, y = label_points()[code]
        aim_x, aim_y = projected(longitude, latitude)
        assert abs(x - aim_x) < 60, code
        assert abs(y - aim_y) < 60, code
