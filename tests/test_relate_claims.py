"""Promises of relate_claims.py and its views: the same comparisons and repeats in whatever order articles come."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Container, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import invented
import pytest

from loaders import paths, yaml_source
from loaders.annotate import SourcedAnnotation
from loaders.article_rows import ArticleRows
from loaders.conduct import Conductor
from loaders.digests import table_digests
from loaders.records import CleanDocument
from schema.engine import reader

Row = tuple[Any, ...]

REFUGEE, KYRGYZSTAN = "russian-refugee-escapes-mobilization", "russians-fleeing-to-kyrgyzstan"
KALMYKIA = "kalmykia-asylum-seeker"
AP, REWRITE = "soldiers-no-heros-welcome", "soldiers-struggle-for-asylum"
SHORT = {REFUGEE: "refugee", KYRGYZSTAN: "kyrgyzstan", KALMYKIA: "kalmykia", AP: "ap", REWRITE: "rewrite"}
_KNOWN, _ = yaml_source.read(Path(__file__).parent / "cases" / "comparisons.yaml")
# Verdict, kind, the article, paragraph and number (or stance) of both sides, and the article nearer the source.
COMPARISONS: set[Row] = {tuple(row) for row in _KNOWN["bundled"]["comparisons"]}
REPEATS: set[Row] = {tuple(row) for row in _KNOWN["bundled"]["repeats"]}
_SIDES = """
    SELECT f.id, f.article_id, g.number, f.printed FROM figures AS f
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
    """The digest of every table, but for that of the loads."""
    with reader(file).connect() as connection:
        found = table_digests(connection)
    del found["loads"]
    return found


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
    """What both carriers print has one origin, however worded; the aim that two editors print has two."""
    sql = "SELECT sum(printed_by_articles), max(origins) FROM independent_origins WHERE first_origin_id = ?"
    for (name,) in ask(built, "SELECT other_figure_id FROM figure_relations WHERE relation = 'repeats'"):
        assert ask(built, sql, name) == [(2, 1)], name
    assert ask(built, "SELECT value, origins FROM independent_origins WHERE origins > 1") == [(300000, 2)]


class Remembering(Conductor):
    """A conductor that takes each document to rows once."""

    def __init__(self, seeds: Path) -> None:
        super().__init__(seeds)
        self._rows: dict[Path, ArticleRows] = {}

    def rows(
        self,
        document: CleanDocument,
        annotation: SourcedAnnotation | None,
        also_held: Container[str] = (),
    ) -> ArticleRows:
        """Return the rows of a document as they were the first time."""
        file = document.document.file
        if file not in self._rows:
            self._rows[file] = super().rows(document, annotation, also_held)
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


# The same people, places and days as the 700,000 of another article.
ALIKE = {"subject": "russians-who-fled-in-two-weeks", "places": {"from": ["russia"]}}
ALIKE |= {"period": {"edtf": "2022-09-21/2022-10-05", "basis": "inferred", "reasoning": "r"}}
FLED = ("refugee 10: 700,000", "kyrgyzstan 3: tens of thousands")
# An article, a figure by paragraph and number, what changes of it (None: it goes), and whose comparisons go and come.
CHANGES: dict[str, Row] = {
    "a bound kept": (REWRITE, (16, "One-third"), {"comparator": "more_than"}, "rewrite 16: One-third", set()),
    "a sum that comes out": (REFUGEE, (7, "9,000"), {"comparator": "less_than"}, "refugee 7: 9,000", set()),
    "alike": (
        KYRGYZSTAN,
        (3, "tens of thousands"),
        ALIKE,
        " ".join(FLED),
        {("disagrees", "value", *FLED, None)},
    ),
    "a repeated one out": (AP, (15, "a third"), None, "ap 15: a third", set()),
    "one out": (REFUGEE, (10, "700,000"), None, "refugee 10: 700,000", set()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_figure_changes_only_its_own_comparisons(loaded: Path, tmp_path: Path, change: Row) -> None:
    """After an annotation is corrected and its article loaded anew, just the pairs of that figure are other ones."""
    article, figure, changes, gone, come = change
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

    kept = {row for row in COMPARISONS if gone not in f"{row[2]} {row[3]}"}
    assert kept != COMPARISONS
    assert set(comparisons(file)) == kept | come
    name = f"{SHORT[article]} {figure[0]}: {figure[1]}"
    assert repeats(file) == {row for row in REPEATS if changes is not None or name not in row}


# --- invented articles ----------------------------------------------------------------------------------------

AGENCY = "agency-on-the-strike"
MONDAY = {"edtf": "2021-03-01", "basis": "inferred", "reasoning": "r"}
COUNT: dict[str, Any] = {"measure": "strikers", "figure_kind": "count", "accumulation": "stock"}
COUNT |= {"as_of": MONDAY, "subject": "dockers-of-gdynia"}
DOCKERS = {"measure": "dockers"}
SAID = {"quote": "they say", "gist": "It is right.", "form": "authorial"}
SAID |= {"proposition": "strike-is-right", "stance": "supports"}


@dataclass(frozen=True, slots=True)
class Port:
    """The invented port: a conductor of its lists, and a working file of the test's own, without articles."""

    conductor: Conductor
    file: Path
    folder: Path

    def tell(self, article: str, *claims: Row, rests: tuple[str, str] | None = None) -> None:
        """Load an article that prints each claim in a paragraph of its own; `rests` is how, and on which other one.

        A claim is a number, and what differs from a count of strikers on Monday; or `says`, and how it is said.
        """
        about: dict[str, Any] = {"genre": "news_report", "truncated": "no"}
        if rests:
            about["relations"] = [{"relation": rests[0], "article": rests[1], "reasoning": "It says so."}]
        annotation = {"article": article, "status": "reviewed", "maker": "tester", "about": about}
        figures, said = [], []
        for n, (number, changes) in enumerate(claims, start=1):
            if number == "says":
                said.append(SAID | {"p": n, "key": f"s{n}"} | changes)
            else:
                figures.append(COUNT | {"p": n, "quote": number, "number": number, "claim": number} | changes)
        annotation |= {"figures": figures, "statements": said}
        seeds = self.conductor.seeds
        (seeds / "annotations" / f"{article}.yaml").write_text(json.dumps(annotation), encoding="utf-8")
        document = self.folder / f"{article}.md"
        text = "\n".join(f"{number} dockers, they say." for number, _ in claims)
        document.write_text(f"---\nid: {article}\n---\n{text}\n", encoding="utf-8")
        assert self.conductor.load([document], self.file).refused == ()

    def compared(self) -> set[Row]:
        """Verdict, reason, and article nearer the source, of each comparison."""
        return set(ask(self.file, "SELECT verdict, reason, nearer_article_id FROM comparisons"))

    def origins(self) -> list[Row]:
        """How many articles print each claim, and from how many origins."""
        return ask(self.file, "SELECT printed_by_articles, origins FROM independent_origins ORDER BY claim")


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> tuple[Conductor, Path]:
    """The conductor of the invented lists, and a working file without articles."""
    folder = tmp_path_factory.mktemp("quay")
    return invented.make(folder).conductor(), invented.working(folder, with_articles=False)


@pytest.fixture
def port(quay: tuple[Conductor, Path], tmp_path: Path) -> Port:
    """An invented port of the test's own."""
    return Port(quay[0], shutil.copyfile(quay[1], tmp_path / "port.db"), tmp_path)


@pytest.mark.parametrize("order", [1, -1])
def test_articles_of_two_origins_disagree_and_agree(port: Port, order: int) -> None:
    """Two articles that rest on nothing differ, none nearer the source; their like number has two origins."""
    for article, number in [("a", "900"), ("b", "1,700")][::order]:
        port.tell(article, (number, {}), ("500", {"measure": "dockers"}))
    assert port.compared() == {("disagrees", "900 against 1,700 for the same thing and time", None)}
    assert port.origins() == [(1, 1), (2, 2), (1, 1)]


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c")])
def test_carriers_of_one_report_are_one_origin(port: Port, order: Sequence[str]) -> None:
    """Of three articles of one report, all rest in the end on the carrier, in whatever order they came."""
    how = {"a": "rewrites", "b": "syndicates", "c": "rewrites"}
    for article in order:
        port.tell(article, ("900", {}), rests=(how[article], AGENCY))
    assert port.origins() == [(3, 1)]
    assert {("a 1: 900", "b 1: 900"), ("c 1: 900", "b 1: 900")} <= repeats(port.file)
    assert port.compared() == set()


def test_an_article_loaded_anew_takes_back_what_it_said(port: Port) -> None:
    """A comparison and a repeat follow the newest version of an article, and go with what is no longer printed."""
    port.tell("a", ("900", {}), rests=("syndicates", AGENCY))
    port.tell("b", ("1,700", {}), rests=("rewrites", AGENCY))
    assert port.compared() == {("drifts", "900 became 1,700", "a")}
    port.tell("b", ("900", {}), rests=("rewrites", AGENCY))
    assert (port.compared(), port.origins()) == (set(), [(2, 1)])
    port.tell("a", ("1,700", {}))
    assert port.compared() == {("disagrees", "1,700 against 900 for the same thing and time", None)}
    assert repeats(port.file) == set()
    port.tell("a", ("20", {"measure": "dockers"}))
    assert (port.compared(), port.origins()) == (set(), [(1, 1), (1, 1)])


@pytest.mark.parametrize("relation", ["syndicates", "rewrites"])
@pytest.mark.parametrize("order", [1, -1], ids=["the report first", "the copy first"])
def test_a_report_that_is_held_and_its_copy_are_one_origin(port: Port, relation: str, order: int) -> None:
    """A copy repeats the report that it rests on, and drifts from it; the report is the nearer one."""
    claims = {AGENCY: [("900", {}), ("5", DOCKERS)], "a": [("900", {}), ("6", DOCKERS)]}
    for article in [AGENCY, "a"][::order]:
        port.tell(article, *claims[article], rests=None if article == AGENCY else (relation, AGENCY))
    assert port.compared() == {("drifts", "5 became 6", AGENCY)}
    assert repeats(port.file) == {("a 1: 900", f"{AGENCY} 1: 900"), ("a 2: 6", f"{AGENCY} 2: 5")}
    assert (2, 1) in port.origins()


def test_a_copy_may_rest_on_any_article_that_was_loaded(port: Port) -> None:
    """What a copy rests on need not be in the lists, if it is in the file; else the copy is refused."""
    with pytest.raises(AssertionError, match="'a' is not the id of any article"):
        port.tell("b", ("900", {}), rests=("syndicates", "a"))
    port.tell("a", ("900", {}))
    port.tell("b", ("900", {}), rests=("syndicates", "a"))
    assert repeats(port.file) == {("b 1: 900", "a 1: 900")}


def test_a_true_copy_of_a_report_that_is_held_says_nothing_new(port: Port) -> None:
    """Neither its figures nor its statements are set against the report's."""
    for article, rests in ((AGENCY, None), ("a", ("rewrites", AGENCY))):
        port.tell(article, ("900", {}), ("says", {}), ("says", {"stance": "opposes"}), rests=rests)
    assert port.compared() == set()
    assert port.origins() == [(2, 1)]


def test_a_copy_still_disagrees_with_another_report(port: Port) -> None:
    """Only its own report is not contradicted: what both print is set against a third article's number twice."""
    port.tell(AGENCY, ("900", {}))
    port.tell("a", ("900", {}), rests=("syndicates", AGENCY))
    port.tell("b", ("1,700", {}))
    assert [row[0] for row in ask(port.file, "SELECT verdict FROM comparisons")] == ["disagrees"] * 2
    assert port.origins() == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ({"stance": "opposes"}, "stance supports became opposes"),
        ({"modality": "opinion"}, "modality asserted became opinion"),
        ({"speaker": "ewa-lis", "form": "indirect"}, "the article's own word became a named source"),
    ],
)
def test_a_copy_turns_a_statement_of_the_report_round(port: Port, said: Row, moved: str) -> None:
    """Side, modality and speaker that moved are told from the report to the copy, which stays no second voice."""
    port.tell("a", ("says", said), rests=("rewrites", AGENCY))
    port.tell(AGENCY, ("says", {}))
    assert port.compared() == {("drifts", moved, AGENCY)}


def test_what_an_article_rests_on_changes_what_its_copies_are(port: Port) -> None:
    """Once the middle one of three is known to rest on the first, the last is a copy of the first too."""
    port.tell(AGENCY, ("900", {}))
    port.tell("b", ("900", {}))
    port.tell("c", ("1,700", {}), rests=("rewrites", "b"))
    assert {row[0] for row in port.compared()} == {"disagrees", "drifts"}
    port.tell("b", ("900", {}), rests=("syndicates", AGENCY))
    assert port.compared() == {("drifts", "900 became 1,700", AGENCY), ("drifts", "900 became 1,700", "b")}
    assert (1, 1) in port.origins()
    assert (2, 1) in port.origins()
    port.tell("b", ("900", {}))
    assert {row[0] for row in port.compared()} == {"disagrees", "drifts"}


def test_a_source_that_is_dropped_makes_no_second_origin(port: Port) -> None:
    """A number on somebody's word, and the same number on the rewrite's own, are one claim that drifted."""
    said = {"speaker": "ewa-lis", "form": "indirect", "said": MONDAY}
    port.tell(
        "a", ("says", said | {"key": "lis"}), ("900", {"statement": "lis"}), rests=("syndicates", AGENCY)
    )
    port.tell("b", ("900", {}), rests=("rewrites", AGENCY))
    assert port.compared() == {("drifts", "a named source became the article's own word", "a")}
    assert port.origins() == [(2, 1)]


def test_two_claims_of_one_report_do_not_drift_into_each_other(port: Port) -> None:
    """Where a report has two alike claims, each is compared with its own copy and not with the other's."""
    for article, relation in (("a", "syndicates"), ("b", "rewrites")):
        port.tell(article, ("900", {}), ("1,700", {"accumulation": "cumulative"}), rests=(relation, AGENCY))
    assert port.compared() == set()


def test_two_statements_of_one_report_do_not_drift_into_each_other(port: Port) -> None:
    """Where a speaker of a report takes one side twice, once as opinion and once as promise, nothing drifted."""
    said = [("says", {"modality": modality}) for modality in ("opinion", "promise")]
    for article, relation in (("a", "syndicates"), ("b", "rewrites")):
        port.tell(article, *said, rests=(relation, AGENCY))
    assert port.compared() == set()


def test_a_drift_goes_from_the_report_to_the_rewrite(port: Port) -> None:
    """What became what follows who copied, not the order of names."""
    port.tell("a", ("900", {}), rests=("rewrites", AGENCY))
    port.tell("b", ("1,700", {}), rests=("syndicates", AGENCY))
    assert port.compared() == {("drifts", "1,700 became 900", "b")}


def test_a_sum_of_three_that_does_not_come_out_is_told(port: Port) -> None:
    """Printed arithmetic is checked whatever the number of its parts."""
    whose = {"200": "baltica", "300": "radio-port", "400": None}
    parts = [
        (number, {"key": number, "subject": party, "measure": "dockers"}) for number, party in whose.items()
    ]
    derived = [{"relation": "derived_from", "figure": number, "operation": "sum"} for number in whose]
    port.tell("a", *parts, ("1,800", {"relations": derived}))
    assert [row[0] for row in port.compared()] == ["disagrees"]


def test_sums_of_two_periods_up_to_one_day_do_not_disagree(port: Port) -> None:
    """How many in all since one day, and since another, are two things, though they are counted up to one day."""
    for article, number, start in (("a", "7,300", "2020-09/.."), ("b", "900", "2021-01/..")):
        period = {"edtf": start, "basis": "inferred", "reasoning": "r"}
        port.tell(article, (number, {"accumulation": "cumulative", "period": period}))
    assert [row[0] for row in port.compared()] == ["not_comparable"]
