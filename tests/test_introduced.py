"""Promises of introduced.py and introduced_rows.py: what one article introduces comes and goes with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import invented
import pytest
from invented import VOTE
from test_conduct import ask, digests

from loaders.check import check_database
from loaders.errors import InputError
from loaders.read import read

VOTES = f"annotations/{VOTE}.yaml"
OWN = """\
introduces:
  parties:
    - {id: port-guard--harbour-vote, kind: organisation, name: Port Guard, naming: named, because: Paragraph 2.}
    - {id: men--harbour-vote, kind: group, name: men, parent: port-guard--harbour-vote, place: hel--harbour-vote,
       because: Paragraph 2.}
    - {id: olga--harbour-vote, kind: person, name: Olga, name_status: first_name_only, because: Paragraph 2.}
  places:
    - {id: hel--harbour-vote, name: Hel, kind: settlement, parent: poland, country_code: PL, geonames_id: 3097421,
       latitude: 54.60817, longitude: 18.80132}
  measures:
    - {id: ballots--harbour-vote, name: ballots, unit: ballot, meaning: What the article calls ballots.}
  events:
    - {id: count-of-ballots--harbour-vote, type: vote, name: Ballots are counted}
mentions:
  - {p: 2, quote: dockers, party: port-guard--harbour-vote, form: description, score: 0.25, reason: the tagger says so}
  - {p: 3, quote: A Polish newspaper, place: hel--harbour-vote, form: description}
"""


def seeds_with_own(folder: Path, own: str = OWN) -> invented.Seeds:
    """The invented seeds, one of whose articles introduces what no authority knows and makes use of it."""
    seeds = invented.make(folder)
    seeds.replace(VOTES, "dates:\n", f"{own}dates:\n")
    seeds.replace(VOTES, "measure: dockers", "measure: ballots--harbour-vote")
    seeds.replace(
        VOTES, "event: gdynia-dock-vote-2021, status", "event: count-of-ballots--harbour-vote, status"
    )
    seeds.replace(VOTES, "speaker: ewa-lis", "speaker: men--harbour-vote")
    return seeds


@pytest.fixture
def loaded(tmp_path: Path) -> tuple[invented.Seeds, Path]:
    """Seeds whose vote introduces rows of its own, and a working file that holds them."""
    file, seeds = invented.working(tmp_path), seeds_with_own(tmp_path)
    result = seeds.conductor().load([seeds.article(VOTE)], file)
    assert result.refused == ()
    return seeds, file


def test_an_article_introduces_what_no_authority_knows(loaded: tuple[invented.Seeds, Path]) -> None:
    """Parties, places, measures and events of its own are rows like any other, and `evidence` says whose they are."""
    _, file = loaded
    assert ask(file, "SELECT id, kind, name FROM parties WHERE id GLOB '*--*' ORDER BY id") == [
        ("men--harbour-vote", "group", "men"),
        ("olga--harbour-vote", "person", "Olga"),
        ("port-guard--harbour-vote", "organisation", "Port Guard"),
    ]
    assert ask(file, "SELECT name, parent_name FROM places WHERE id = 'hel--harbour-vote'") == [
        ("Hel", "Poland")
    ]
    assert ask(
        file, "SELECT measure, claimant, unit FROM figure_claims WHERE article_id = 'harbour-vote'"
    ) == [("ballots", "men", "ballot")]
    assert ask(file, "SELECT name, status, date FROM events WHERE id = 'count-of-ballots--harbour-vote'") == [
        ("Ballots are counted", "happened", "2021-03-09")
    ]
    owners = "SELECT table_name, count(*), max(article_id) FROM evidence WHERE column_name = 'id' GROUP BY table_name"
    assert ask(file, owners) == [
        ("events", 1, VOTE),
        ("measures", 1, VOTE),
        ("parties", 3, VOTE),
        ("places", 1, VOTE),
    ]
    assert ask(file, "SELECT score, reason FROM mentions WHERE party_id = 'port-guard--harbour-vote'") == [
        (0.25, "the tagger says so")
    ]
    found = "SELECT name FROM party_names WHERE id IN (SELECT rowid FROM party_names_search WHERE name MATCH 'guard')"
    assert ask(file, found) == [("Port Guard",)]
    assert check_database(file)[0] == []


def test_what_an_article_introduced_goes_with_it(loaded: tuple[invented.Seeds, Path], tmp_path: Path) -> None:
    """Loaded again it stays as it is; once the article introduces nothing, no row or search entry is left of it."""
    seeds, file = loaded
    before = digests(file)
    seeds.conductor().load([seeds.article(VOTE)], file)
    assert digests(file) == before
    shutil.copy(invented.make(tmp_path / "plain").file(VOTES), seeds.file(VOTES))
    seeds.conductor().load([seeds.article(VOTE)], file)
    (tmp_path / "fresh").mkdir()
    assert digests(file) == digests(invented.working(tmp_path / "fresh"))
    assert check_database(file)[0] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: hel--harbour-vote", "id: hel--strike", "'hel--strike' must be <name>--harbour-vote"),
        ("id: hel--harbour-vote", "id: hel", "'hel' must be <name>--harbour-vote"),
        ("name: Ballots are counted", "name: ''", "at least 1 character"),
        ("id: olga--harbour-vote", "id: men--harbour-vote", "stands twice in parties"),
        (
            "type: vote, name: Ballots",
            "type: count, name: Ballots",
            "names 'count', which is neither in event_types",
        ),
        (
            "place: hel--harbour-vote,",
            "place: sopot--harbour-vote,",
            "names 'sopot--harbour-vote', which is neither",
        ),
        (
            "party: port-guard--harbour-vote",
            "party: guard--harbour-vote",
            "any party that the article introduces",
        ),
    ],
)
def test_what_is_introduced_is_whole(tmp_path: Path, old: str, new: str, told: str) -> None:
    """An id that is not the article's own, stands twice or leads nowhere is refused by its line."""
    seeds = seeds_with_own(tmp_path, OWN.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        seeds.conductor().rows_of(read(seeds.article(VOTE)))
    assert told in str(caught.value)
    assert caught.value.line is not None


def test_no_article_uses_what_another_introduces(tmp_path: Path) -> None:
    """Whether it is loaded before or after, an article cannot refer to what another one introduces."""
    seeds = seeds_with_own(tmp_path)
    seeds.replace(
        "annotations/strike-recalled.yaml", "places: {at: [gdynia]}", "places: {at: [hel--harbour-vote]}"
    )
    with pytest.raises(
        InputError, match="'hel--harbour-vote' is not the id of any place that the article introduces"
    ):
        seeds.conductor().rows_of(read(seeds.article("strike-recalled")))
