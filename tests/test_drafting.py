"""Promises of drafting: an article that nobody has read becomes an annotation, to be written or corrected first."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drafts import draft_of
from test_conduct import ask, digests

from loaders import yaml_source
from loaders.annotation import Annotation, Quote
from loaders.check import check_database
from loaders.clean import clean
from loaders.conduct import Conductor
from loaders.draft_yaml import to_yaml
from loaders.extract.drafting import MAKER, Draft
from loaders.extract.extractor import extract_document
from loaders.extract.findings_json import from_json, to_json
from loaders.extract.version import extractor_version
from loaders.extraction import extract_anew
from loaders.lexicon import LEXICON_FILE
from loaders.number_grammar import NumberWords
from loaders.numbers import read_number
from loaders.read import read
from loaders.records import CleanDocument, Paragraph
from loaders.shapes import parse_shape

WORDS = NumberWords.load(LEXICON_FILE)
CASE = Path(__file__).with_name("cases") / "draft.md"
ARTICLE = "orlov-case"
WHERE = f"article_id = '{ARTICLE}'"


@pytest.fixture(scope="module")
def conductor() -> Conductor:
    """A conductor of the bundled seeds."""
    return Conductor()


@pytest.fixture(scope="module")
def document() -> CleanDocument:
    """The invented article."""
    return clean(read(CASE))


@pytest.fixture(scope="module")
def drafted(conductor: Conductor, document: CleanDocument) -> Draft:
    """The draft of the invented article."""
    return conductor.draft(document, extract_anew(document, conductor.authorities).findings)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, conductor: Conductor) -> Path:
    """A working file with the bundled articles alone; copy it."""
    file = tmp_path_factory.mktemp("drafting") / "empty.db"
    conductor.load([], file)
    return file


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, conductor: Conductor, empty: Path) -> Path:
    """A working file into which the invented article was loaded; never write to it."""
    file = Path(shutil.copy(empty, tmp_path_factory.mktemp("loaded") / "own.db"))
    result = conductor.load([CASE], file)
    assert (result.drafted, result.refused) == ((ARTICLE,), ())
    return file


def test_a_draft_says_what_the_article_tells(drafted: Draft) -> None:
    """People, numbers, words and deeds of the article are in its draft, each with what belongs to it."""
    annotation = drafted.annotation
    assert (annotation.status, annotation.maker) == ("draft", "extractor")
    people = {party.name for party in annotation.introduces.parties if party.kind == "person"}
    assert people == {"Anna Kowalska", "Ivan Orlov", "Dana Akhmetova"}
    figures = {figure.number: figure for figure in annotation.figures}
    assert figures["1,200"].comparator == "nearly"
    assert figures["35 percent"].figure_kind == "share"
    assert figures["35 percent"].base_words == "applications"
    told = {(event.event.partition("-")[0], event.status) for event in annotation.events}
    assert {("arrest", "happened"), ("conviction", "happened"), ("extradition", "refused")} <= told
    spoken = {statement.speaker for statement in annotation.statements}
    assert f"ivan-orlov--{ARTICLE}" in spoken
    assert annotation.about.publisher == f"port-herald--{ARTICLE}"
    assert [author.person for author in annotation.about.authors] == [f"anna-kowalska--{ARTICLE}"]


def test_what_the_authorities_know_is_theirs(drafted: Draft) -> None:
    """A name of the authorities leads to them; only what they do not know is introduced."""
    mentions = {mention.quote: mention for mention in drafted.annotation.mentions}
    assert mentions["Vladimir Putin"].party == "vladimir-putin"
    assert mentions["Ukraine"].place == "ukraine"
    introduced = {place.name for place in drafted.annotation.introduces.places}
    assert introduced == {"Astana", "Omsk", "Saratov"}


def test_a_figure_of_people_has_them_for_its_subject(
    drafted: Draft, conductor: Conductor, document: CleanDocument
) -> None:
    """People counted are a group that the article introduces, one for each phrase; what counts no people has none."""
    subjects = {figure.number: figure.subject for figure in drafted.annotation.figures}
    russians = f"russians--{ARTICLE}"
    assert subjects["1,200"] == russians
    assert subjects["35 percent"] is None
    groups = {party.id: party for party in drafted.annotation.introduces.parties if party.kind == "group"}
    assert (groups[russians].name, groups[russians].because) == ("Russians", "Counted in paragraph 3.")
    again = replace(
        document, paragraphs=(*document.paragraphs, Paragraph(8, "body", None, "Some 300 Russians left.", 20))
    )
    more = conductor.draft(again, extract_anew(again, conductor.authorities).findings).annotation
    assert [figure.subject for figure in more.figures if figure.subject] == [russians, russians]


def test_people_of_the_authorities_are_their_group(conductor: Conductor) -> None:
    """Words by which the authorities know a group or a person lead to them; an age is of the person named."""
    annotation = draft_of(conductor, "Some 300 Ukrainian people met. Vladimir Putin, 70, spoke.")
    assert [figure.subject for figure in annotation.figures] == ["ukrainian-people", "vladimir-putin"]
    shown = [figure.evidence["subject_id"].at for figure in annotation.figures if figure.evidence]
    assert shown == [Quote(p=1, quote="Vladimir Putin")]


def test_who_takes_part_and_is_counted_is_one_group(conductor: Conductor) -> None:
    """Five officers who flee are the officers counted, not a group of another name."""
    annotation = draft_of(conductor, "Five naval officers fled to Kazakhstan.")
    assert [party.name for party in annotation.introduces.parties] == ["naval officers"]
    officers = annotation.introduces.parties[0].id
    assert [event.participants for event in annotation.events] == [{"agent": [officers]}]


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("Tickets cost between $35 and $55.", 35, 55, "money"),
        ("Tickets cost from 35 to 55 dollars.", 35, 55, "money"),
        ("Fares of €1.5 million to €2 million were paid.", 1.5e6, 2e6, "money"),
        ("The road is between 5 km and 10 km long.", 5, 10, "other"),
        ("Some 20 to 30 percent of the sailors came.", 0.2, 0.3, "share"),
        ("Between a quarter and a half of the sailors came.", 0.25, 0.5, "share"),
    ],
)
def test_a_range_is_one_figure(conductor: Conductor, text: str, low: float, high: float, kind: str) -> None:
    """A range with the unit at either end, or at both, is drafted with its two ends, and nothing is left unclear."""
    annotation = draft_of(conductor, text)
    figures = [(figure.comparator, figure.figure_kind) for figure in annotation.figures]
    read = [read_number(figure.number, WORDS) for figure in annotation.figures]
    assert figures == [("range", kind)]
    assert [(number.low, number.high) for number in read] == [(low, high)]
    assert not any(issue.quote for issue in annotation.unclear)


@pytest.mark.parametrize(
    "dateline", ["MOSCOW (AP) — ", "TBILISI, Georgia (AP) -- ", "ASTANA, March 14 (Reuters) - ", "YEREVAN – "]
)
def test_the_dateline_is_no_part_of_what_is_told(conductor: Conductor, dateline: str) -> None:
    """Statements, events and claims begin with the story, not with where and by whom it was written."""
    annotation = draft_of(
        conductor, f"{dateline}Police detained 1,300 protesters, officials said. They left."
    )
    (statement,), (event,) = annotation.statements, annotation.events
    assert statement.quote == "Police detained 1,300 protesters, officials said"
    assert statement.gist == event.gist == event.quote == "Police detained 1,300 protesters"


def test_every_paragraph_is_accounted_for(drafted: Draft, document: CleanDocument) -> None:
    """A paragraph that yields no claim is said to; another story is left out for its role."""
    unclear = {issue.p: issue.reason for issue in drafted.annotation.unclear}
    assert unclear[6] == "the extractor found no claim in it"
    assert [issue.p for issue in drafted.annotation.left_out] == [7]
    assert document.paragraphs[6].role in {"teaser", "furniture"}


def test_a_draft_is_written_as_yaml_and_read_again(drafted: Draft) -> None:
    """YAML and back, the draft is the same; comments say where to look."""
    text = to_yaml(drafted, "0123")
    value, lines = yaml_source.parse(text, CASE)
    assert parse_shape(Annotation, value, CASE, lines) == drafted.annotation
    assert text.startswith("# Drafted by the extractor 0123")
    assert all(f"# {note}" in text for note in drafted.notes.values())
    assert max(map(len, text.splitlines())) <= 200


def test_drafted_rows_are_rows_like_any_other(loaded: Path) -> None:
    """A document that nobody has annotated is read by the extractor, its rows marked draft, and nothing is wrong."""
    assert ask(loaded, f"SELECT reading, maker_id, published FROM articles WHERE id = '{ARTICLE}'") == [
        ("draft", MAKER, "2023-05-12")
    ]
    assert ask(loaded, f"SELECT claimant FROM figure_claims WHERE {WHERE} AND printed = '1,200'") == [
        ("Interior Ministry",)
    ]
    assert ask(
        loaded,
        "SELECT min(score) < 1, max(score) FROM mentions AS m JOIN passages AS s "
        "ON s.id = m.passage_id JOIN paragraphs AS g ON g.id = s.paragraph_id WHERE g." + WHERE,
    ) == [(1, 1.0)]
    assert ask(loaded, f"SELECT extractor_version FROM loads WHERE {WHERE}") == [(extractor_version(),)]
    assert check_database(loaded)[0] == []


def test_a_corrected_draft_is_reviewed(
    conductor: Conductor, loaded: Path, drafted: Draft, tmp_path: Path
) -> None:
    """A draft that lies beside its document, corrected and set to reviewed, is loaded in place of the draft."""
    file, own = Path(shutil.copy(loaded, tmp_path)), Path(shutil.copy(CASE, tmp_path))
    text = to_yaml(drafted, "0123").replace("status: draft", "status: reviewed")
    text = text.replace("maker: extractor", "maker: editors").replace(
        "name: Ivan Orlov", "name: Ivan P. Orlov"
    )
    own.with_suffix(".yaml").write_text(text, encoding="utf-8")
    assert conductor.load([own], file).loaded == (ARTICLE,)
    assert ask(file, f"SELECT reading, maker_id FROM articles WHERE id = '{ARTICLE}'") == [
        ("reviewed", "editors")
    ]
    assert ask(file, "SELECT id FROM persons WHERE name = 'Ivan P. Orlov'") == [(f"ivan-orlov--{ARTICLE}",)]
    assert ask(file, f"SELECT findings FROM loads WHERE {WHERE}") == [(None,)]
    assert check_database(file)[0] == []


def test_a_text_is_read_once(
    conductor: Conductor, loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the authorities change, rows are made anew from what was found before; the text is not read again."""
    file, seeds = Path(shutil.copy(loaded, tmp_path)), tmp_path / "seeds"
    before = digests(file)
    shutil.copytree(conductor.seeds, seeds)
    with (seeds / "authorities" / "makers.yaml").open("a", encoding="utf-8") as opened:
        opened.write("- {id: somebody, kind: reviewer, name: somebody}\n")
    changed = Conductor(seeds)
    monkeypatch.setattr("loaders.workers.extract_anew", lambda *_: 1 // 0)
    assert changed.load([CASE], file).drafted == (ARTICLE,)
    assert digests(file) == before
    monkeypatch.setattr("loaders.conduct.installed_version", lambda: "another")
    with pytest.raises(ZeroDivisionError):
        changed.load([CASE], file)


def stories(folder: Path, number: int) -> Iterator[Path]:
    """Short invented documents, each about something else."""
    for n in range(number):
        file = folder / f"story-{n}.txt"
        file.write_text(
            f"Storm {n} hit Sopot.\n\nAbout {n + 300} boats sank, Ewa Lis said.\n", encoding="utf-8"
        )
        yield file


def test_many_documents_twice_are_read_once(
    conductor: Conductor, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a hundred documents that are loaded again, none is extracted, and the language model is not even imported."""
    file = Path(shutil.copy(empty, tmp_path / "own.db"))
    folder = tmp_path / "stories"
    folder.mkdir()
    documents = list(stories(folder, 100))
    first = conductor.load([folder], file)
    assert (len(first.drafted), first.refused) == (100, ())
    assert ask(
        file, "SELECT count(*) FROM figure_claims WHERE claimant = 'Ewa Lis' AND words LIKE '%boats'"
    ) == [(100,)]
    monkeypatch.setattr("loaders.workers.extract_anew", lambda *_: 1 // 0)
    assert len(conductor.load([folder], file).unchanged) == 100
    documents[0].write_text("The storm is over.\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        conductor.load([folder], file)
    script = (
        "import sys; from pathlib import Path; from loaders.conduct import Conductor;"
        f"result = Conductor().load([Path({str(documents[1])!r})], Path({str(file)!r}));"
        "print(len(result.unchanged), [name for name in sys.modules if name in ('spacy', 'thinc', 'trafilatura')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "1 []\n"


def test_a_document_of_another_language_is_stored_and_said_to_be(
    conductor: Conductor, empty: Path, tmp_path: Path
) -> None:
    """What the extractor cannot read is stored unread, and the load says why."""
    file, own = Path(shutil.copy(empty, tmp_path / "own.db")), tmp_path / "storm.md"
    own.write_text("---\nlanguage: pl\n---\nSztorm nad Sopotem\n", encoding="utf-8")
    result = conductor.load([own], file)
    assert (len(result.unread), result.drafted) == (1, ())
    assert result.why_unread == "the language 'pl' is not supported: only English is read"


def test_findings_come_back_from_text(document: CleanDocument, conductor: Conductor) -> None:
    """What was found, written as text and read, is the same, and is shorter than plain JSON of it."""
    findings = extract_document(document, conductor.authorities)
    assert findings.figures
    assert from_json(to_json(findings)) == findings
    assert len(to_json(findings)) < len(json.dumps([repr(findings)])) / 3


def test_the_extractor_is_a_maker(conductor: Conductor) -> None:
    """The seeds know the maker of drafts, as a program."""
    assert conductor.authorities.makers[MAKER].kind == "extractor"


def test_repaired_text_keeps_the_offsets_given(conductor: Conductor) -> None:
    """Where a text is read otherwise than given, what is found stands where it stands in the text given."""
    document = clean(read(CASE))
    text = "In\u00a0Omsk, Ewa\u00adLis fled.Then she met Ivan Orlov in Oral."
    paragraph = replace(document.paragraphs[2], text=text, number=1)
    found = extract_document(replace(document, paragraphs=(paragraph,)), conductor.authorities)
    assert {"Omsk", "Ivan Orlov", "Oral"} <= {name.text for name in found.names}
    assert all(text[name.span.start : name.span.end] == name.text for name in found.names)
