"""Answers that grow with the corpus, worked out once for each file and kept in a second one beside it.

The second file holds every view as a table in the view's own order, the answer to every question that takes no
parameter, how often each value stands in the columns by which tables are narrowed down, and the lists that our pages
show a part of. It belongs to one state of one file, told by its SHA-256, and to the SQL that made it; where either
differs it is made anew. A connection that has it attached asks the same SQL by the same names, since a temporary view
comes before a view of the file.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from loaders.swap import one_writer, take_name, unfinished
from schema.views import View, views
from website.lists import list_statements, spelling_rules, teach
from website.progress import Progress
from website.questions import Question, questions
from website.tables import PAGES, page

_ABOUT: Final = "CREATE TABLE stored.made (key TEXT NOT NULL)"
_FACETS: Final = """
CREATE TABLE stored.facets (table_name TEXT, column_name TEXT, position INTEGER, value, rows INTEGER,
    PRIMARY KEY (table_name, column_name, position)) WITHOUT ROWID
"""
_FACET: Final = """
INSERT INTO stored.facets
SELECT '{table}', '{column}', row_number() OVER (ORDER BY rows DESC, value), value, rows
FROM (SELECT {column} AS value, count(*) AS rows FROM {table} WHERE {column} IS NOT NULL GROUP BY 1)
ORDER BY rows DESC, value LIMIT {most}
"""
# More values of one column than any page may ask for.
MOST_VALUES: Final = 2001
_COUNTS: Final = "CREATE TABLE stored.counts (table_name TEXT PRIMARY KEY, rows INTEGER) WITHOUT ROWID"
# How our pages look into a view or an answer, beside its facets and sorts: by these columns, or in these orders.
_SOUGHT: Final[dict[str, tuple[str, ...]]] = {
    "article_overview": ("article_id", "published_latest DESC, article_id"),
    "disagreements": ("left_id", "right_id"),
    "event_timeline": ("event_id", "article_id", "event"),
    "figure_claims": ("figure_id", "article_id", "measure, figure_id"),
    "person_appearances": ("person_id", "article_id", "person, article"),
    "one-person-step-by-step": ("person_id",),
    "place_map": ("place_id",),
    "what_may_be_added": ("measure",),
    "statements_by_speaker": (
        "statement_id",
        "speaker_id",
        "article_id",
        "speaker = 'the author', speaker, article, paragraph, statement_id",
    ),
}
_ORDERED: Final = re.compile(r"\nORDER BY [^\n]*\Z")
_MEGABYTES_IN_MEMORY: Final = 100


@dataclass(frozen=True, slots=True)
class Instead:
    """What reads the answer to a question from what is stored: with blank parameters, and where one is not."""

    parameters: tuple[str, ...]
    blank: str
    asked: str

    def of(self, values: Mapping[str, object]) -> str:
        """Return the SQL for some values of the parameters."""
        given = any(str(values.get(name) or "").strip() for name in self.parameters)
        return self.asked if given else self.blank


@dataclass(frozen=True, slots=True)
class StoredAnswers:
    """A file of stored answers: the rows of each view, and what to ask it instead of the SQL of each question."""

    file: Path
    rows: dict[str, int]
    instead: dict[str, Instead]


def answers_file(file: Path) -> Path:
    """Return where the answers of a database file stand: beside it."""
    return file.with_name(f"{file.name}.answers")


def stored_answers(file: Path, sha256: str) -> StoredAnswers:
    """Return the answers of a database file of the given SHA-256; made first where none of it stand beside it."""
    target, key = answers_file(file), _key(sha256)
    if _key_of(target) != key:
        with one_writer(target):
            if _key_of(target) != key:
                with unfinished(target) as made:
                    _make(file, made, key)
                    take_name(made, target)
    with closing(sqlite3.connect(_address(target), uri=True)) as connection:
        rows = dict(connection.execute("SELECT table_name, rows FROM counts"))
    return StoredAnswers(target, rows, {question.sql: _instead(question) for question in questions()})


def hand_on(file: Path, copy: Path) -> None:
    """Put the answers that stand beside one file beside another of the same rows too, as far as that can be done.

    They are only kept so that nobody has to wait for them again: where they cannot, nothing is lost.
    """
    source, target = answers_file(file), answers_file(copy)
    if not source.exists() or (target.exists() and os.path.samefile(source, target)):
        return
    with suppress(OSError), unfinished(target) as made:
        try:
            os.link(source, made)
        except OSError:
            shutil.copyfile(source, made)
        take_name(made, target)


def attach(connection: sqlite3.Connection, answers: StoredAnswers) -> None:
    """Let a connection read stored answers in place of views, and write nothing at all from then on."""
    connection.execute("ATTACH ? AS stored", (_address(answers.file),))
    for view in views():
        _shadow(connection, view)
    connection.execute("PRAGMA query_only = ON")


def indexes(view: View) -> tuple[str, ...]:
    """Return by what a stored view is indexed: what its page sorts and narrows down by, and what pages look up."""
    ours = page(view.name)
    order = ours.sort or (f"{ours.sort_desc} DESC" if ours.sort_desc else None)
    facets = [f"{column}, {order}" if order and column != ours.sort else column for column in ours.facets]
    sought = (*([order] if order else []), *facets, *_SOUGHT.get(view.name, ()))
    return tuple(dict.fromkeys(sought))


def _instead(question: Question) -> Instead:
    stored = f'SELECT * FROM stored."{question.name}"' if _is_stored(question) else question.sql
    blank, asked = question.faster.get("blank", stored), question.faster.get("asked", question.sql)
    return Instead(tuple(question.parameters), blank, asked)


def _is_stored(question: Question) -> bool:
    """Tell whether the answer that a question gives to nothing typed is stored; a search then gives none."""
    return question.group != "Search" and "blank" not in question.faster


def _when_blank(question: Question) -> str:
    """Return the SQL of a question to which nothing is typed."""
    return re.sub(
        r":(\w+)", lambda named: "''" if named[1] in question.parameters else named[0], question.sql
    )


def _of_view(view: View) -> Iterator[str]:
    """Yield the SQL that stores a view."""
    yield f"CREATE TABLE stored.{view.name} AS SELECT * FROM main.{view.name}"
    for number, columns in enumerate(indexes(view)):
        yield f"CREATE INDEX stored.ix_{view.name}_{number} ON {view.name} ({columns})"


def _beside_views() -> Iterator[str]:
    """Yield the SQL that stores all else, in order; it may read the stored views."""
    for question in filter(_is_stored, questions()):
        yield f'CREATE TABLE stored."{question.name}" AS {_when_blank(question)}'
        for number, columns in enumerate(_SOUGHT.get(question.name, ())):
            yield f'CREATE INDEX stored."ix_{question.name}_{number}" ON "{question.name}" ({columns})'
    yield from (_ABOUT, _FACETS, _COUNTS)
    for view in views():
        yield f"INSERT INTO stored.counts SELECT '{view.name}', count(*) FROM stored.{view.name}"
    for table, settings in PAGES.items():
        for column in settings.facets:
            yield _FACET.format(table=table, column=column, most=MOST_VALUES)
    yield from list_statements()


def _make(file: Path, target: Path, key: str) -> None:
    """Work out all answers of a file; nobody reads the target before it is whole, so it needs no journal."""
    with closing(sqlite3.connect(_address(file), uri=True, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS stored", (str(target),))
        for database in ("main", "stored"):
            connection.execute(f"PRAGMA {database}.cache_size = {-1000 * _MEGABYTES_IN_MEMORY}")
        connection.execute("PRAGMA stored.journal_mode = OFF")
        connection.execute("PRAGMA stored.synchronous = OFF")
        teach(connection)
        connection.execute("BEGIN")
        progress = Progress(
            "The site's answers are worked out, once for this file",
            sum(1 for view in views() for _ in _of_view(view)) + sum(1 for _ in _beside_views()),
        )
        for view in views():
            for statement in _of_view(view):
                connection.execute(statement)
                progress.step()
            _shadow(connection, view)
        for statement in _beside_views():
            connection.execute(statement)
            progress.step()
        connection.execute("INSERT INTO stored.made VALUES (?)", (key,))
        connection.execute("COMMIT")
        connection.execute("PRAGMA analysis_limit = 1000")
        connection.execute("ANALYZE stored")


def _shadow(connection: sqlite3.Connection, view: View) -> None:
    """Have the name of a view mean its stored rows, in the view's order where it has one."""
    columns = ", ".join(view.columns)
    # Where no order is promised, none is asked for: SQLite counts and sorts then by whatever index is quickest.
    order = " ORDER BY rowid" if _ORDERED.search(view.create) else ""
    connection.execute(f"CREATE TEMP VIEW {view.name} AS SELECT {columns} FROM stored.{view.name}{order}")


def _key(sha256: str) -> str:
    """Return what answers are known by: the state of the file and the SQL that made them."""
    of_views = (statement for view in views() for statement in (view.create, *_of_view(view)))
    made_by = "\n".join([sha256, *of_views, *_beside_views(), spelling_rules()])
    return hashlib.sha256(made_by.encode("utf-8")).hexdigest()


def _key_of(file: Path) -> str | None:
    """Return by what a file of answers is known; None where there is none, or it is no such file."""
    if not file.is_file():
        return None
    try:
        with closing(sqlite3.connect(_address(file), uri=True)) as connection:
            (key,) = connection.execute("SELECT key FROM made").fetchone()
            return str(key)
    except (sqlite3.DatabaseError, TypeError):
        return None


def _address(file: Path) -> str:
    return f"{file.resolve().as_uri()}?immutable=1"
