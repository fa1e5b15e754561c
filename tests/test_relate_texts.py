"""Promises of relate_texts.py: what carries or rewrites an earlier text is found, in whatever order texts come."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
from sqlalchemy import Connection

from benchmarks.corpus import articles
from loaders import relate_texts
from loaders.conduct import Conductor
from loaders.digests import table_digests
from schema.engine import reader

WORDS = "dock crane storm ferry anchor pilot harbour cargo winch barrel lantern signal rope keel tide gull"
# Sixty sentences of their own words, so that only what is repeated on purpose is shared.
SENTENCES = [
    f"{word.title()} {n} met {word}{n} beside quay {n * 7}." for n in range(4) for word in WORDS.split()
]
WHOLE, CUT, OTHER = SENTENCES[:40], SENTENCES[:15], SENTENCES[40:]
HALF = [*SENTENCES[:20], *SENTENCES[40:55]]


def load(folder: Path, texts: dict[str, list[str]], order: list[str] | None = None) -> Path:
    """Load texts one after the other into a working file."""
    target = invented.working(folder, with_articles=False)
    conductor = _without_articles(folder / "seeds")
    for name in order or list(texts):
        file = folder / f"{name}.txt"
        file.write_text("\n".join(texts[name]), encoding="utf-8")
        assert not conductor.load([file], target).refused
    return target


def load_together(folder: Path, texts: dict[str, list[str]]) -> Path:
    """Load texts at once into a working file."""
    target = invented.working(folder, with_articles=False)
    load_into(target, folder, texts)
    return target


def load_into(target: Path, folder: Path, texts: dict[str, list[str]]) -> None:
    """Load more texts at once into a working file; `folder` has no seeds yet."""
    files = [folder / f"{name}.txt" for name in texts]
    for file in files:
        file.write_text("\n".join(texts[file.stem]), encoding="utf-8")
    assert not _without_articles(folder / "seeds").load(files, target).refused


def _without_articles(folder: Path) -> Conductor:
    """Return a conductor of the invented authorities alone."""
    seeds = invented.make(folder)
    seeds.aside(*invented.ARTICLES)
    return seeds.conductor()


def relations(file: Path) -> set[tuple[str, str, str]]:
    """Return which text depends how on which, by the names of the files."""
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT article_id, relation, other_article_id FROM article_relations"
        return {(one[:-9], relation, other[:-9]) for one, relation, other in connection.execute(query)}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"long": WHOLE, "short": CUT}, {("short", "syndicates", "long")}),
        ({"whole": WHOLE, "half": HALF}, {("half", "rewrites", "whole")}),
        ({"whole": WHOLE, "other": OTHER}, set()),
        ({"one": SENTENCES[:2], "two": SENTENCES[:2]}, set()),
    ],
    ids=["a cut copy", "half retold", "nothing shared", "too short to tell"],
)
def test_what_rests_on_what(
    tmp_path: Path, texts: dict[str, list[str]], expected: set[tuple[str, str, str]]
) -> None:
    """Word for word is syndication, a part in common a rewrite, and short formulas are neither."""
    assert relations(load(tmp_path, texts)) == expected


def test_each_rests_on_the_first_alone(tmp_path: Path) -> None:
    """Of many copies each rests on the one that came first, not on each other."""
    found = relations(load(tmp_path, {"long": WHOLE, "short": CUT, "shorter": CUT[:12]}))
    assert found == {("short", "syndicates", "long"), ("shorter", "syndicates", "long")}


def test_the_order_of_loading_makes_no_difference(tmp_path: Path) -> None:
    """Every order gives the same rows, digest by digest."""
    texts = {"long": WHOLE, "short": CUT, "half": HALF}
    digests = []
    for order in itertools.permutations(texts):
        folder = tmp_path / "-".join(order)
        folder.mkdir()
        with reader(load(folder, texts, list(order))).connect() as connection:
            digests.append(table_digests(connection))
    assert all(other == digests[0] for other in digests)


def test_copies_find_their_source_however_many(tmp_path: Path) -> None:
    """Runs that stand in more texts than a formula does still join copies of one text."""
    copies = {f"copy{number:02}": WHOLE[:30] for number in range(60)}
    found = relations(load_together(tmp_path, {"long": WHOLE, **copies}))
    assert found == {(copy, "syndicates", "long") for copy in copies}


def test_a_formula_has_no_texts_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passage that stands in many texts of other words joins none, and does not have all of them compared."""
    formula = SENTENCES[:4]
    texts = {f"text{n:02}": [*_own_words(n), *formula] for n in range(80)}
    read: list[str] = []
    monkeypatch.setattr(relate_texts, "_text", _recording(relate_texts._text, read))
    target = load_together(tmp_path, texts)
    assert relations(target) == set()
    before = len(read)
    assert before > 0, "the first ones are compared"
    last = {"last": [*_own_words(99), *formula]}
    (tmp_path / "again").mkdir()
    load_into(target, tmp_path / "again", last)
    # Runs at the edge of a sketch stand in the sketches of few.
    assert len(read) - before < len(texts) / 2


def _own_words(number: int) -> list[str]:
    return [
        f"{word.title()}{number} saw {word}x{number} and {word}y{number} at {n}."
        for n, word in enumerate(WORDS.split())
    ]


def _recording(read: Callable[[Connection, str], Any], told: list[str]) -> Callable[[Connection, str], Any]:
    def recorded(connection: Connection, article: str) -> Any:
        told.append(article)
        return read(connection, article)

    return recorded


def test_how_it_is_known_is_said(tmp_path: Path) -> None:
    """A relation that was found has evidence: computed, with the share of common runs."""
    with closing(sqlite3.connect(load(tmp_path, {"long": WHOLE, "short": CUT}))) as connection:
        query = "SELECT basis, reasoning FROM evidence WHERE table_name = 'article_relations'"
        ((basis, reasoning),) = connection.execute(query)
    assert basis == "computed"
    assert reasoning.startswith("100% of the runs")


def test_a_source_that_changes_is_rested_on_no_more(tmp_path: Path) -> None:
    """When a text is loaded anew with other words, what rested on it is looked at again."""
    folder = tmp_path
    target = load(folder, {"long": WHOLE, "short": CUT, "shorter": CUT[:12]})
    with closing(sqlite3.connect(target)) as connection:
        ((article,),) = connection.execute("SELECT id FROM articles WHERE id LIKE 'long-%'")
    changed = folder / "long.md"
    changed.write_text(f"---\nid: {article}\n---\n" + "\n".join(OTHER), encoding="utf-8")
    conductor = _without_articles(folder / "again")
    assert not conductor.load([changed], target).refused
    assert relations(target) == {("shorter", "syndicates", "short")}


def test_what_was_put_into_a_corpus_comes_out(tmp_path: Path) -> None:
    """In an invented corpus every copy and every rewrite is found, and nothing else."""
    made = list(articles(60, seed=3))
    for article in made:
        (tmp_path / f"{article.name}.txt").write_text(article.text, encoding="utf-8")
    target = invented.working(tmp_path, with_articles=False)
    conductor = _without_articles(tmp_path / "seeds")
    assert not conductor.load(sorted(tmp_path.glob("*.txt")), target).refused
    told = {frozenset((article.name, article.source)) for article in made if article.source}
    found = {frozenset((one, other)) for one, _, other in relations(target)}
    groups = {name: frozenset(group) for group in _together(told) for name in group}
    assert len(told) > 3
    assert set(groups) == {name for pair in found for name in pair}
    assert all(len({groups[name] for name in pair}) == 1 for pair in found)


def _together(pairs: set[frozenset[str]]) -> list[set[str]]:
    """Join pairs that share a member into groups."""
    groups: list[set[str]] = []
    for pair in pairs:
        joined = set(pair)
        for group in [group for group in groups if group & joined]:
            groups.remove(group)
            joined |= group
        groups.append(joined)
    return groups
