"""An invented port, its news and its seeds, so that tests do not depend on the wording of the bundled articles.

`make` writes the whole folder of seeds; `published` and `working` are files built from it, made once and copied.
"""

from __future__ import annotations

import atexit
import copy
import functools
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from loaders import paths, yaml_source
from loaders.annotate import SourcedAnnotation
from loaders.annotation import Annotation
from loaders.conduct import Conductor
from loaders.records import CleanDocument, Document, Paragraph
from loaders.shapes import parse_shape

STRIKE, VOTE, RECALL = "harbour-strike", "harbour-vote", "strike-recalled"
ARTICLES = (STRIKE, VOTE, RECALL)

TEXTS: dict[str, list[str]] = {
    STRIKE: [
        "[1 title] Harbour Workers Walk Out",
        "[2 byline] By Jan Wrona",
        "[3 lead] Nearly 1,200 dockers stopped work in Gdynia on Monday, union leader Ewa Lis said; "
        "she would “not” rule out a longer strike.",
        "[4 body] Lis told Radio Port that a quarter of the dockers had been hurt in 2020. "
        "Baltica, which owns the port, did not answer.",
        "[5 teaser block=1] Poland Votes Next Week",
        "[6 furniture] 12 shares",
    ],
    VOTE: [
        "Dockers Vote on Pay",
        "Ewa Lis said that thousands of dockers in Gdynia had voted; the strike goes on.",
        "A Polish newspaper wrote the same on March 9, 2021.",
    ],
    RECALL: [
        "A Strike Recalled",
        "From March 3 to March 20, 2021, dockers in Gdynia did not work.",
        "Ewa Lis recalls the cold.",
    ],
}

PARTIES = """\
- {id: ewa-lis, kind: person, name: Ewa Lis, name_status: real, names: [{name: Lis, kind: surname}]}
- {id: jan-wrona, kind: person, name: Jan Wrona, name_status: real, names: [{name: Wrona, kind: surname}]}
- {id: baltica, kind: organisation, name: Baltica, naming: named, organisation_kind: company, place: gdynia,
   place_meaning: seat, because: "harbour-strike, paragraph 4."}
- {id: radio-port, kind: organisation, name: Radio Port, naming: named, organisation_kind: publisher,
   names: [{name: Port Radio, kind: former}], because: "harbour-strike, paragraph 4."}
- {id: dockers-of-gdynia, kind: group, name: dockers of Gdynia, place: gdynia, because: "harbour-strike, paragraph 3."}
"""
PLACES = """\
- {id: poland, name: Poland, kind: country, country_code: PL, country_code_3: POL, geonames_id: 798544,
   demonyms: [Polish, Poles]}
- {id: gdynia, name: Gdynia, kind: settlement, parent: poland, country_code: PL, geonames_id: 3099424,
   latitude: 54.51889, longitude: 18.53188}
"""
MEASURES = """\
- {id: dockers, name: dockers, unit: person, meaning: People who work on the docks.}
- {id: strikers, name: strikers, unit: person, parent: dockers, meaning: Dockers on strike.}
"""
EVENT_TYPES = """\
- {id: strike, name: strike, extent: stretch, meaning: people stop work}
- {id: vote, name: vote, meaning: people vote}
"""
EVENTS = """\
- {id: gdynia-dock-strike-2021, type: strike, name: Dockers strike in Gdynia}
- {id: gdynia-dock-vote-2021, type: vote, name: Dockers vote in Gdynia}
"""
PROPOSITIONS = """\
- {id: strike-is-right, name: The strike is right.}
"""
UNHELD = """\
- {id: agency-on-the-strike, title: Strike in Gdynia, agency: radio-port, published: 2021-03-01,
   because: It is cited.}
"""
MAKERS = """\
- {id: tester, kind: reviewer, name: a tester}
- {id: extractor, kind: extractor, name: the extractor}
"""
DATE_RULES = """\
- {id: date-printed, kind: date, meaning: The words print the date.}
- {id: weekday-before-publication, kind: date, basis: inferred, meaning: The weekday before publication.}
- {id: calendar, kind: date, basis: external, meaning: Found in a calendar., source: a calendar}
- {id: undated, kind: date, meaning: The words give no day.}
"""
ANNOTATIONS: dict[str, str] = {
    STRIKE: """\
article: harbour-strike
status: reviewed
maker: tester
about:
  title: {p: 1}
  genre: news_report
  publisher: radio-port
  truncated: no
  authors: [{p: 2, quote: Jan Wrona, person: jan-wrona}]
  dates: [{edtf: 2021-03-02, basis: inferred, reasoning: The day after a Monday., at: {p: 3, quote: Monday}}]
  evidence:
    publisher_id: {basis: inferred, reasoning: It speaks of itself.}
    agency_id: {basis: not_stated, reasoning: No agency is credited.}
dates:
  - {p: 3, quote: on Monday, edtf: 2021-03-01, anchor: published, rule: weekday-before-publication,
     evidence: {date: {basis: inferred, reasoning: The Monday before.}}}
  - {p: 4, quote: in 2020, key: year, edtf: "2020", rule: date-printed}
statements:
  - {p: 3, quote: union leader Ewa Lis said, key: lis-1, speaker: ewa-lis, form: indirect, said: on Monday,
     gist: Dockers stopped work.}
  - {p: 4, quote: Lis told Radio Port, key: lis-2, speaker: ewa-lis, via: radio-port, form: indirect,
     gist: A quarter of the dockers had been hurt., proposition: strike-is-right, stance: supports,
     evidence: {said: {basis: not_stated, reasoning: No day is printed.}}}
figures:
  - {p: 3, quote: "Nearly 1,200 dockers", key: all, number: "1,200", comparator: nearly,
     claim: "Nearly 1,200 strikers", measure: strikers, figure_kind: count, accumulation: stock,
     subject: dockers-of-gdynia, places: {in: [gdynia]}, as_of: on Monday, statement: lis-1,
     event: gdynia-dock-strike-2021}
  - {p: 4, quote: a quarter of the dockers, number: quarter, claim: A quarter of the dockers were hurt,
     measure: dockers, figure_kind: share, accumulation: cumulative, base: all, period: year, statement: lis-2,
     relations: [{relation: share_of, figure: all, reasoning: The dockers.}]}
attributes:
  - {p: 3, quote: union leader Ewa Lis, person: ewa-lis, kind: office, value: union leader}
events:
  - {p: 3, quote: stopped work in Gdynia, event: gdynia-dock-strike-2021, status: happened, date: on Monday,
     gist: Dockers stopped work., places: {at: [gdynia]}, participants: {agent: [dockers-of-gdynia]},
     details: [{p: 4, quote: hurt, kind: cause, detail: injuries}], statement: lis-1}
left_out:
  - {p: 5, item: teaser, reason: It tells of another story.}
  - {p: 6, item: counter, reason: It belongs to the site.}
""",
    VOTE: """\
article: harbour-vote
status: draft
maker: tester
about:
  title: {p: 1}
  genre: news_report
  truncated: no
  evidence:
    publisher_id: {basis: not_stated, reasoning: None is named.}
    agency_id: {basis: not_stated, reasoning: None is named.}
    published: {basis: not_stated, reasoning: No date is printed.}
    language: {basis: inferred, reasoning: It is in English.}
dates:
  - {p: 3, quote: "on March 9, 2021", edtf: 2021-03-09, rule: date-printed}
statements:
  - {p: 2, quote: Ewa Lis said, key: lis, speaker: ewa-lis, form: indirect, gist: Thousands voted.,
     evidence: {said: {basis: not_stated, reasoning: No day is printed.}}}
figures:
  - {p: 2, quote: thousands of dockers, number: thousands, comparator: vague, claim: Thousands voted,
     measure: dockers, figure_kind: count, accumulation: cumulative, event: gdynia-dock-vote-2021, statement: lis}
events:
  - {p: 2, quote: had voted, event: gdynia-dock-vote-2021, status: happened, gist: Dockers voted.,
     date: "on March 9, 2021", places: {at: [gdynia]}}
  - {p: 2, quote: the strike goes on, event: gdynia-dock-strike-2021, status: ongoing, gist: The strike goes on.,
     date: "on March 9, 2021"}
event_relations:
  - {p: 2, quote: had voted, event: gdynia-dock-vote-2021, relation: part_of, other: gdynia-dock-strike-2021}
left_out:
  - {p: 1, item: headline, reason: It is the title.}
  - {p: 3, item: newspaper, reason: It only repeats.}
""",
    RECALL: """\
article: strike-recalled
status: reviewed
maker: tester
about:
  title: {p: 1}
  genre: news_report
  truncated: no
  dates: [{edtf: "2022", basis: external, source: a library}]
  relations: []
  evidence:
    publisher_id: {basis: not_stated, reasoning: None is named.}
    agency_id: {basis: not_stated, reasoning: None is named.}
dates:
  - {p: 2, quote: "From March 3 to March 20, 2021", edtf: 2021-03-03/2021-03-20, rule: date-printed}
events:
  - {p: 2, quote: did not work, event: gdynia-dock-strike-2021, status: happened, gist: Dockers did not work.,
     date: "From March 3 to March 20, 2021", places: {at: [gdynia]}}
left_out:
  - {p: 1, item: headline, reason: It is the title.}
  - {p: 3, item: the cold, reason: It says nothing of the strike.}
""",
}


def digest(article: str, paragraphs: Sequence[str]) -> str:
    """Return a digest's file: front matter with a mark for each paragraph, then the paragraphs."""
    marks = "".join(
        f"    - {{words: {n}, sha256: {hashlib.sha256(text.encode()).hexdigest()}}}\n"
        for n, text in enumerate(paragraphs, start=5)
    )
    front = f"---\nid: {article}\nlanguage: en\noriginal:\n  file: {article}.txt\n  sha256: {'ab' * 32}\n"
    return f"{front}  paragraphs:\n{marks}---\n" + "\n\n".join(paragraphs) + "\n"


_CONDUCTORS: dict[tuple[tuple[str, bytes], ...], Conductor] = {}


@functools.cache
def _other_rules() -> str:
    """Return the bundled rules for numbers, one a line; how numbers are read is no wording of an article."""
    rules, _ = yaml_source.read(paths.SEEDS / paths.AUTHORITIES / "rules.yaml")
    return "".join(f"- {json.dumps(rule | {'meaning': '-'})}\n" for rule in rules if rule["kind"] != "date")


@functools.cache
def _number_words() -> str:
    """Return a few words of each of the bundled lists of number words."""
    lists, _ = yaml_source.read(paths.SEEDS / paths.AUTHORITIES / "number_words.yaml")
    few = {
        "one",
        "two",
        "twenty",
        "hundred",
        "million",
        "second",
        "third",
        "half",
        "quarter",
        "thousands",
        "many",
    }
    kept = {
        name: [entry for entry in entries if entry["phrase"] in few]
        for name, entries in lists.items()
        if isinstance(entries[0], dict) and "phrase" in entries[0]
    }
    return json.dumps(kept)


@dataclass(frozen=True, slots=True)
class Seeds:
    """A folder of seeds, and how to change and use it."""

    folder: Path

    def file(self, name: str) -> Path:
        """Return a file of the seeds: `articles/harbour-vote.md`, `authorities/events.yaml`."""
        return self.folder / name

    def article(self, article: str) -> Path:
        """Return the file of an article."""
        return self.folder / "articles" / f"{article}.md"

    def write(self, name: str, text: str) -> Path:
        """Write one file."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def replace(self, name: str, old: str, new: str) -> int:
        """Replace words that stand once in a file; return the line on which they stand."""
        text = self.file(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def aside(self, *articles: str) -> list[Path]:
        """Take articles out of the seeds, to be loaded from beside them; return their files."""
        folder = self.folder.parent / "aside"
        folder.mkdir(exist_ok=True)
        return [self.article(article).rename(folder / f"{article}.md") for article in articles]

    def conductor(self) -> Conductor:
        """Return a conductor of these seeds as they stand now; equal authorities are read once."""
        files = sorted((self.folder / "authorities").iterdir())
        state = tuple((file.name, file.read_bytes()) for file in files)
        if state not in _CONDUCTORS:
            _CONDUCTORS[state] = Conductor(self.folder)
        own = copy.copy(_CONDUCTORS[state])
        own.seeds = self.folder
        return own


def make(folder: Path) -> Seeds:
    """Write the invented seeds into a folder: three articles, read and checked."""
    seeds = Seeds(folder / "seeds")
    for part in ("articles", "annotations", "authorities"):
        (seeds.folder / part).mkdir(parents=True)
    for article, paragraphs in TEXTS.items():
        plain = f"---\nid: {article}\n" + ("language: en\n" if article == RECALL else "") + "---\n"
        text = digest(article, paragraphs) if article == STRIKE else plain + "\n".join(paragraphs) + "\n"
        seeds.write(f"articles/{article}.md", text)
        seeds.write(f"annotations/{article}.yaml", ANNOTATIONS[article])
    lists = {"parties": PARTIES, "places": PLACES, "measures": MEASURES, "event_types": EVENT_TYPES}
    lists |= {
        "events": EVENTS,
        "propositions": PROPOSITIONS,
        "makers": MAKERS,
        "rules": DATE_RULES + _other_rules(),
    }
    lists |= {"articles": UNHELD, "judgements": "", "retired_ids": "", "number_words": _number_words()}
    for name, text in lists.items():
        seeds.write(f"authorities/{name}.yaml", text)
    return seeds


@functools.cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="relokanty-invented-")
    atexit.register(shutil.rmtree, folder)
    return Path(folder)


@functools.cache
def _published() -> Path:
    file = _folder() / "published" / "port.db"
    make(file.parent).conductor().build(file)
    return file


@functools.cache
def _working(with_articles: bool) -> Path:
    file = _folder() / f"working-{with_articles}" / "port.db"
    seeds = make(file.parent)
    if not with_articles:
        seeds.aside(*ARTICLES)
    seeds.conductor().load([], file)
    return file


def published(folder: Path) -> Path:
    """Put a copy of the published file, with its manifest, into a folder."""
    shutil.copy(_published().with_name("port.db.manifest.json"), folder)
    return Path(shutil.copy(_published(), folder))


def working(folder: Path, *, with_articles: bool = True) -> Path:
    """Put a copy of a working file into a folder, with the three articles or with the authorities alone."""
    return Path(shutil.copy(_working(with_articles), folder))


def other_program(file: Path) -> None:
    """Make a database of another program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE notes (a)")


def other_revision(step: int) -> Callable[[Path], None]:
    """Return what makes a working file `port.db` of a later or earlier revision."""

    def revise(file: Path) -> None:
        working(file.parent)
        with closing(sqlite3.connect(file)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute(f"PRAGMA user_version = {version + step}")

    return revise


def document(*paragraphs: str, role: str | None = None, article: str = "port") -> CleanDocument:
    """Return a document held in memory, each of its paragraphs in the same role."""
    text = "\n".join(paragraphs)
    held = Document(Path("port.txt"), article, None, "en", text, 1, "0" * 64, None)
    cut = (Paragraph(n, role, None, text, n) for n, text in enumerate(paragraphs, start=1))
    return CleanDocument(held, tuple(cut))


def annotation(text: str, article: str = "port") -> SourcedAnnotation:
    """Return an annotation from its YAML, less the three lines that every one starts with."""
    head = f"article: {article}\nstatus: reviewed\nmaker: tester\nabout: {{truncated: no, genre: opinion}}\n"
    file = Path("port.yaml")
    value, lines = yaml_source.parse(head + text, file)
    return SourcedAnnotation(parse_shape(Annotation, value, file, lines), file, lines)
