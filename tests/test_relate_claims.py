"""Promises of relate_claims.py and its views: the same comparisons and repeats in whatever order articles come."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import invented
import pytest

from loaders import paths, yaml_source
from loaders.article_rows import ArticleRows
from loaders.conduct import Conductor
from loaders.digests import table_digests
from schema.engine import reader

Row = tuple[Any, ...]

REFUGEE, KYRGYZSTAN = "russian-refugee-escapes-mobilization", "russians-fleeing-to-kyrgyzstan"
KALMYKIA, AP, REWRITE = (
    "kalmykia-asylum-seeker",
    "soldiers-no-heros-welcome",
    "soldiers-struggle-for-asylum",
)
SHORT = {
    REFUGEE: "refugee",
    KYRGYZSTAN: "kyrgyzstan",
    KALMYKIA: "kalmykia",
    AP: "ap",
    REWRITE: "rewrite",
    None: None,
}
# Verdict, kind, the article, paragraph and number (or stance) of both sides, and the article nearer the source.
COMPARISONS: set[Row] = {
    ("disagrees", "arithmetic", "refugee 5: 49,000", "refugee 7: 9,000", None),
    ("disagrees", "geography", "kalmykia: armenia", "russia", None),
    ("disagrees", "geography", "kyrgyzstan: yerevan", "armenia", None),
    ("drifts", "wording", "ap 14: sixfold", "rewrite 13: six times", "ap"),
    ("drifts", "wording", "ap 15: a third", "rewrite 16: One-third", "ap"),
    ("drifts", "wording", "ap 15: supports, opinion", "rewrite 17: supports, possible", "ap"),
    ("not_comparable", "definition", "kalmykia 13: Thousands", "refugee 10: 700,000", None),
    ("not_comparable", "definition", "kalmykia 13: Thousands", "kyrgyzstan 3: tens of thousands", None),
    ("not_comparable", "definition", "refugee 10: 700,000", "kyrgyzstan 3: tens of thousands", None),
    ("not_comparable", "definition", "refugee 5: 318,000", "refugee 6: 300,000", None),
    ("not_comparable", "definition", "refugee 5: 318,000", "kyrgyzstan 4: 300,000", None),
    ("not_comparable", "definition", "refugee 5: 49,000", "refugee 7: 41,000", None),
}
REPEATS = {
    ("rewrite 3: five", "ap 8: Five"),
    ("rewrite 3: one", "ap 8: one"),
    ("rewrite 4: 10", "ap 8: 10"),
    ("rewrite 5: one", "ap 8: one"),
    ("rewrite 13: 7,300", "ap 14: 7,300"),
    ("rewrite 13: six times", "ap 14: sixfold"),
    ("rewrite 14: 500", "ap 15: 500"),
    ("rewrite 16: 3%", "ap 15: 3%"),
    ("rewrite 16: One-third", "ap 15: a third"),
}
_SIDES = """
    SELECT f.id, f.article_id, g.number, f.number FROM figures AS f
    JOIN passages AS s ON s.id = f.passage_id JOIN paragraphs AS g ON g.id = s.paragraph_id
    UNION ALL SELECT t.id, t.article_id, g.number, t.stance || ', ' || t.modality FROM statements AS t
    JOIN passages AS s ON s.id = t.passage_id JOIN paragraphs AS g ON g.id = s.paragraph_id
"""


def ask(file: Path, sql: str, *values: object) -> list[Row]:
    """Rows of a database that is only read."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def sides(file: Path) -> dict[str, str]:
    """Article, paragraph and number of every figure and statement, by id."""
    return {
        name: f"{SHORT.get(article, article)} {n}: {said}" for name, article, n, said in ask(file, _SIDES)
    }


def comparisons(file: Path) -> list[Row]:
    """All comparisons with their sides in words."""
    told = sides(file)
    rows = ask(
        file,
        "SELECT verdict, kind, coalesce(left_figure_id, left_statement_id), left_place_id, article_id, "
        "coalesce(right_figure_id, right_statement_id), right_place_id, nearer_article_id FROM comparisons",
    )
    return [
        (
            *(verdict, kind, told[left] if left else f"{SHORT[article]}: {left_place}"),
            *(told[right] if right else right_place, SHORT.get(nearer, nearer)),
        )
        for verdict, kind, left, left_place, article, right, right_place, nearer in rows
    ]


def repeats(file: Path) -> set[Row]:
    """Which figure repeats which, in words."""
    told = sides(file)
    rows = ask(file, "SELECT figure_id, other_figure_id FROM figure_relations WHERE relation = 'repeats'")
    return {(told[one], told[two]) for one, two in rows}


def digests(file: Path) -> dict[str, str]:
    """The digest of every table."""
    with reader(file).connect() as connection:
        return table_digests(connection)


# --- the five articles ----------------------------------------------------------------------------------------


def test_the_five_articles_compare_just_so(built: Path) -> None:
    """Every comparison of the bundled articles is one that an editor has looked at, and none is missing."""
    found = comparisons(built)
    assert set(found) == COMPARISONS
    assert len(found) == len(COMPARISONS)


def test_each_pair_stands_once_with_a_reason(built: Path) -> None:
    """No two rows are about the same two sides, in whatever order, and each says why in one line."""
    rows = ask(built, "SELECT left_id, right_id, kind, reason FROM disagreements")
    assert len({frozenset(row[:2]) for row in rows}) == len(rows) == len(COMPARISONS)
    assert all(row[3].strip() and "\n" not in row[3] for row in rows)


def test_no_false_alarm_of_the_articles_is_called_a_disagreement(built: Path) -> None:
    """No figure disagrees but the sum that does not come out: not draft, crossings, net influx, parts or copies."""
    rows = ask(built, "SELECT left_figure_id FROM comparisons WHERE verdict IN ('disagrees', 'revised')")
    assert [row for row in rows if row[0]] == [(f"{REFUGEE}-p5-373",)]


def test_the_rewrite_repeats_the_carrier_and_nothing_else_repeats(built: Path) -> None:
    """Each figure of the rewrite is paired with the same claim of the carrier, which stays nearer to the report."""
    assert repeats(built) == REPEATS
    assert len(ask(built, "SELECT * FROM figure_relations WHERE relation = 'repeats'")) == len(REPEATS)


def test_copies_of_one_report_are_one_origin(built: Path) -> None:
    """What both carriers print has one origin, however worded; the number called up, printed by two editors, has two."""
    sql = "SELECT sum(printed_by_articles), max(origins) FROM independent_origins WHERE first_origin_id = ?"
    for (name,) in ask(built, "SELECT other_figure_id FROM figure_relations WHERE relation = 'repeats'"):
        assert ask(built, sql, name) == [(2, 1)], name
    assert ask(built, "SELECT value, origins FROM independent_origins WHERE origins > 1") == [(300000, 2)]


class Remembering(Conductor):
    """A conductor that takes each document to rows once."""

    def __init__(self, seeds: Path) -> None:
        super().__init__(seeds)
        self._rows: dict[Path, ArticleRows] = {}

    def rows_of(self, file: Path) -> ArticleRows:
        """Return the rows of a document as they were the first time."""
        if file not in self._rows:
            self._rows[file] = super().rows_of(file)
        return self._rows[file]


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Remembering, Path, dict[str, Path]]:
    """A conductor of the bundled lists, a working file without articles, and the articles' files by id."""
    folder = tmp_path_factory.mktemp("bundled")
    shutil.copytree(paths.SEEDS, folder / "seeds")
    (folder / "seeds" / paths.ARTICLES).rename(folder / "articles")
    (folder / "seeds" / paths.ARTICLES).mkdir()
    conductor = Remembering(folder / "seeds")
    conductor.load([], folder / "empty.db")
    return conductor, folder / "empty.db", {file.stem: file for file in (folder / "articles").glob("*.md")}


ORDERS = [
    (KALMYKIA, REFUGEE, KYRGYZSTAN, AP, REWRITE),
    (REWRITE, AP, KYRGYZSTAN, REFUGEE, KALMYKIA),
    (REWRITE, KALMYKIA, AP, REFUGEE, KYRGYZSTAN),
    (KYRGYZSTAN, AP, KALMYKIA, REWRITE, REFUGEE),
    (AP, KYRGYZSTAN, REWRITE, REFUGEE, KALMYKIA),
    (REFUGEE, REWRITE, KYRGYZSTAN, KALMYKIA, AP),
]


@pytest.fixture(scope="module")
def loaded(
    bundled: tuple[Remembering, Path, dict[str, Path]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A working file with the five articles, loaded in the order of their names; copy it."""
    return load(bundled, ORDERS[0], tmp_path_factory.mktemp("loaded"))


def load(bundled: tuple[Remembering, Path, dict[str, Path]], order: Iterable[str], folder: Path) -> Path:
    """Load articles in this order into a copy of the empty working file."""
    conductor, empty, files = bundled
    file = shutil.copyfile(empty, folder / "working.db")
    for article in order:
        assert conductor.load([files[article]], file).loaded == (article,)
    return file


@pytest.mark.parametrize("order", ORDERS[1:], ids=lambda order: f"{SHORT[order[0]]} first")
def test_any_order_of_loading_gives_the_same_rows(
    bundled: tuple[Remembering, Path, dict[str, Path]], loaded: Path, order: Sequence[str], tmp_path: Path
) -> None:
    """Comparisons, repeats and all else are the same rows, whichever article came first."""
    file = load(bundled, order, tmp_path)
    assert digests(file) == digests(loaded)
    assert set(comparisons(file)) == COMPARISONS


@pytest.mark.parametrize("article", ORDERS[0], ids=lambda article: SHORT[article])
def test_replacing_an_article_by_itself_changes_nothing(
    bundled: tuple[Remembering, Path, dict[str, Path]], loaded: Path, article: str, tmp_path: Path
) -> None:
    """An article loaded once more leaves every table as it was, other articles' comparisons too."""
    file = shutil.copyfile(loaded, tmp_path / "working.db")
    conductor, _, files = bundled
    conductor.load([files[article]], file)
    assert digests(file) == digests(loaded)


@pytest.mark.parametrize(
    ("article", "figure", "changes", "gone", "come"),
    [
        (REWRITE, (16, "One-third"), {"comparator": "more_than"}, {"rewrite 16: One-third"}, set()),
        (REFUGEE, (7, "9,000"), {"comparator": "less_than"}, {"refugee 7: 9,000"}, set()),
        (
            KYRGYZSTAN,
            (3, "tens of thousands"),
            {
                "subject": "russians-who-fled-in-two-weeks",
                "places": {"from": ["russia"]},
                "period": {"edtf": "2022-09-21/2022-10-05", "basis": "inferred", "reasoning": "r"},
            },
            {"refugee 10: 700,000 kyrgyzstan 3: tens of thousands"},
            {("disagrees", "value", "refugee 10: 700,000", "kyrgyzstan 3: tens of thousands", None)},
        ),
        (AP, (15, "a third"), None, {"ap 15: a third"}, set()),
        (REFUGEE, (10, "700,000"), None, {"refugee 10: 700,000"}, set()),
    ],
    ids=["a bound kept", "a sum that comes out", "the same people and days", "a repeated one out", "one out"],
)
def test_a_changed_figure_changes_only_its_own_comparisons(
    loaded: Path,
    tmp_path: Path,
    article: str,
    figure: tuple[int, str],
    changes: dict[str, Any] | None,
    gone: set[str],
    come: set[Row],
) -> None:
    """After an annotation is corrected and its article loaded anew, just the pairs of that figure are other ones."""
    shutil.copytree(paths.SEEDS, tmp_path / "seeds")
    source = tmp_path / "seeds" / paths.ANNOTATIONS / f"{article}.yaml"
    annotation, _ = yaml_source.read(source)
    [at] = [n for n, f in enumerate(annotation["figures"]) if (int(f["p"]), f["number"]) == figure]
    taken = annotation["figures"].pop(at)
    if changes is not None:
        annotation["figures"].append(taken | changes)
    source.write_text(json.dumps(annotation), encoding="utf-8")
    file = shutil.copyfile(loaded, tmp_path / "working.db")
    document = tmp_path / "seeds" / paths.ARTICLES / f"{article}.md"
    assert Conductor(tmp_path / "seeds").load([document], file).refused == ()

    kept = {row for row in COMPARISONS if not any(side in f"{row[2]} {row[3]}" for side in gone)}
    assert kept != COMPARISONS
    assert set(comparisons(file)) == kept | come
    name = f"{SHORT[article]} {figure[0]}: {figure[1]}"
    assert repeats(file) == {row for row in REPEATS if changes is not None or name not in row}
