"""check: what must hold of the seeds, and of a database file, whoever made it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError as SQLAlchemyDatabaseError

from loaders import manifest, paths
from loaders.conduct import Conductor, seeds_id
from loaders.database import about, require_ours
from loaders.digests import changed_tables, table_digests
from loaders.errors import InputError
from loaders.published_ids import missing_ids
from loaders.read import files, read
from loaders.swap import require_at_rest
from schema.base import Base
from schema.coverage import row_key
from schema.describe import snapshot
from schema.engine import reader
from schema.objects import structure
from schema.search import SEARCH_INDEXES
from schema.views import views


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check of a database prints besides its findings: paragraphs by outcome, and values by basis."""

    outcomes: dict[str, int]
    bases: dict[str, int]


def check_seeds(seeds: Path = paths.SEEDS) -> list[str]:
    """Return what is wrong with the seeds: every article read, every quote proved, every annotation used."""
    findings: list[str] = []
    try:
        conductor = Conductor(seeds)
    except InputError as error:
        return [str(error)]
    articles: set[str] = set()
    for file in files([seeds / paths.ARTICLES]):
        stem = conductor.withhold(file.stem)
        articles.add(stem)
        try:
            article = conductor.rows_of(read(file, conductor.withhold)).article
        except InputError as error:
            findings.append(str(error))
            continue
        if article != stem:
            findings.append(f"{file}: its id is '{article}', but its name says '{file.stem}'")
    annotations = sorted((seeds / paths.ANNOTATIONS).glob("*.yaml"))
    astray = [file for file in annotations if conductor.withhold(file.stem) not in articles]
    return findings + [f"{file}: annotates no article of {seeds / paths.ARTICLES}" for file in astray]


def check_database(file: Path, seeds: Path = paths.SEEDS) -> tuple[list[str], Summary]:
    """Return what is wrong with a database file, and a summary of what it accounts for.

    Raises DatabaseError where the file is not a database of this program at its newest revision.
    """
    require_at_rest(file)
    findings = list(_against_manifest(file))
    try:
        require_ours(file)
        with reader(file).connect() as connection:
            findings += [*_objects(connection)]
            findings += [*_integrity(connection), *_text(connection), *_basis(connection)]
            findings += [*_recorded_digests(connection, file)] or [*_changed_tables(connection, file)]
            # A file of other seeds never had these ids.
            if about(file).get("build_id") == seeds_id(seeds):
                findings += missing_ids(connection, seeds)
            counted = connection.exec_driver_sql(
                "SELECT outcome, count(*) AS paragraphs FROM reading_ledger GROUP BY outcome"
            )
            outcomes = {row.outcome: row.paragraphs for row in counted}
            bases = _bases(connection)
        findings += _search(file)
    except (sqlite3.DatabaseError, SQLAlchemyDatabaseError, UnicodeDecodeError) as error:
        reason = error.orig if isinstance(error, SQLAlchemyDatabaseError) else error
        return [*findings, f"{file}: damaged ({reason})"], Summary({}, {})
    return findings, Summary(outcomes, bases)


def _manifest(file: Path) -> tuple[Mapping[str, Any] | None, list[str]]:
    """Read the manifest beside a file: None where there is none or it is damaged, which is a finding."""
    beside = manifest.manifest_file(file)
    if not beside.exists():
        return None, []
    try:
        found = json.loads(beside.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    whole = isinstance(found, dict) and isinstance(found.get("row_digests"), dict) and "sha256" in found
    return (found, []) if whole else (None, [f"{beside}: not a manifest, or damaged; get or build it anew"])


def _against_manifest(file: Path) -> Iterator[str]:
    """A published file is byte for byte what its manifest says."""
    expected, findings = _manifest(file)
    yield from findings
    if expected is not None and file.is_file() and manifest.file_sha256(file) != expected["sha256"]:
        name = manifest.manifest_file(file).name
        yield f"{file}: not the published file, its SHA-256 differs from {name}; get or build it anew"


def _recorded_digests(connection: Connection, file: Path) -> Iterator[str]:
    """Name the tables whose rows are not the published ones."""
    expected, _ = _manifest(file)
    state = connection.exec_driver_sql("SELECT content FROM about_file WHERE name = 'state'").scalar()
    if expected is None:
        if state == "published" and not manifest.manifest_file(file).exists():
            yield f"{file}: published, but its manifest is missing; get or build it anew"
        return
    for table, digest in table_digests(connection).items():
        if expected["row_digests"].get(table) != digest:
            yield f"{table}: its rows are not those of the manifest"


def _changed_tables(connection: Connection, file: Path) -> Iterator[str]:
    """Name the tables of a working file whose rows are not those that our programs left."""
    for table, why in changed_tables(connection):
        yield (
            f"{table}: {why}, so another program changed it; put it right from a backup, or, if it was meant, run "
            f"`relokanty check --accept {file}`"
        )


def _objects(connection: Connection) -> Iterator[str]:
    """Every table, index, view and search index of ours is there, and is as the schema has it.

    A table may have more columns, which are its user's own.
    """
    expected, found = (dict(_named(text)) for text in (snapshot(), structure(connection)))
    for name, sql in expected.items():
        if name not in found:
            yield f"{name}: missing"
        elif found[name] != sql and not _has_only_more_columns(connection, name, sql, found[name]):
            yield f"{name}: not as the schema has it"


def _has_only_more_columns(connection: Connection, name: str, expected: str, found: str) -> bool:
    """Tell whether an object is a table of ours to which columns were added; SQLite writes them in at one place."""
    kind, _, table = name.partition(" ")
    if kind != "table" or table not in Base.metadata.tables:
        return False
    ours = Base.metadata.tables[table].columns.keys()
    columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    pairs = enumerate(zip(expected, found, strict=False))
    rest = next((i for i, (one, other) in pairs if one != other), len(expected))
    return columns[: len(ours)] == ours != columns and found.endswith(expected[rest:])


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and SQL of each object of a structure."""
    for part in text.split("-- ")[1:]:
        head, _, sql = part.partition("\n")
        yield head, sql.strip()


def _integrity(connection: Connection) -> Iterator[str]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield f"integrity: {message}"
    for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {rowid} refers to a row of {parent} that is not there"
    for view in views():
        connection.exec_driver_sql(f"SELECT 1 FROM {view.name} LIMIT 0")


def _text(connection: Connection) -> Iterator[str]:
    """Every passage holds the words of its paragraph, and every row rests on a passage of its own article."""
    wrong = connection.exec_driver_sql(
        "SELECT s.id FROM passages AS s JOIN paragraphs AS g ON g.id = s.paragraph_id "
        "WHERE substr(g.text, s.start_offset + 1, s.end_offset - s.start_offset) <> s.words"
    )
    for (passage,) in wrong:
        yield f"passages: the words of passage {passage} do not stand in its paragraph"
    for table in Base.metadata.sorted_tables:
        if {"article_id", "passage_id"} <= set(table.columns.keys()):
            astray = connection.exec_driver_sql(
                f"SELECT {row_key(table, 't')} FROM {table.name} AS t JOIN passages AS s ON s.id = t.passage_id "
                "JOIN paragraphs AS g ON g.id = s.paragraph_id WHERE g.article_id <> t.article_id"
            )
            for (row,) in astray:
                yield f"{table.name}: row {row} rests on a passage of another article"
    unequal = connection.exec_driver_sql(
        "SELECT a.id FROM articles AS a LEFT JOIN article_dates AS d ON d.article_id = a.id AND d.kind = 'published' "
        "WHERE a.published IS NOT d.date"
    )
    for (article,) in unequal:
        yield f"articles: {article} has another date of publication in article_dates"


def _basis(connection: Connection) -> Iterator[str]:
    """Every required cell has a basis, every basis a cell, every paragraph an outcome."""
    bare = connection.exec_driver_sql(
        "SELECT table_name, column_name, bare FROM evidence_coverage WHERE bare > 0"
    )
    for table_name, column, count in bare:
        yield f"{table_name}.{column}: {count} NULL without a reason; add evidence {{{column}: ...}}"
    named = {name for (name,) in connection.exec_driver_sql("SELECT DISTINCT table_name FROM evidence")}
    for name in sorted(named):
        table = Base.metadata.tables.get(name)
        if table is None:
            yield f"evidence: there is no table {name}"
            continue
        for column, row in connection.exec_driver_sql(
            f"SELECT e.column_name, e.row_id FROM evidence AS e WHERE e.table_name = '{name}' "
            f"AND NOT EXISTS (SELECT 1 FROM {name} AS t WHERE {row_key(table, 't')} = e.row_id)"
        ):
            yield f"evidence: {name} has no row {row}, of which {column} is explained"
        for (column,) in connection.exec_driver_sql(
            f"SELECT DISTINCT column_name FROM evidence WHERE table_name = '{name}'"
        ):
            if column not in table.columns:
                yield f"evidence: {name} has no column {column}"
    for article, paragraph in connection.exec_driver_sql(
        "SELECT article_id, paragraph FROM reading_ledger WHERE outcome = 'bare'"
    ):
        yield f"reading_ledger: paragraph {paragraph} of {article} yielded nothing and does not say why"


def _search(file: Path) -> Iterator[str]:
    """Hold every full-text index against its table; only the check with rank 1 reads both. It runs on a copy."""
    with closing(sqlite3.connect(":memory:")) as copy:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
            source.backup(copy)
        for index in SEARCH_INDEXES:
            try:
                copy.execute(f"INSERT INTO {index.name}({index.name}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError:
                yield f"{index.name}: out of step with {index.content}; search would miss or invent rows"


def _bases(connection: Connection) -> dict[str, int]:
    columns = ("printed", "stated", "inferred", "computed", "external", "not_stated", "bare")
    sums = ", ".join(f"sum({column})" for column in columns)
    row = connection.exec_driver_sql(f"SELECT {sums} FROM evidence_coverage").one()
    return dict(zip(columns, row, strict=True))
