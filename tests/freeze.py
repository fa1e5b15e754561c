"""Freeze a small filled database of each landed revision that has none: `python tests/freeze.py`.

It holds the invented articles, a row in every table of ours, and a user's own tables, column, indexes, views,
triggers, search and awkward values. Frozen files are never made again: they are what users have.
"""

from __future__ import annotations

import gzip
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import click
import invented

from loaders.database import VERSIONS, newest_revision, upgrade
from schema.digests import STORED, found_digests, store, stored_digests

FOLDER = Path(__file__).parent / "frozen"

# A row for each table that the invented articles leave empty.
_MORE_ROWS = {
    "retired_ids": "VALUES ('parties', 'lis', 'ewa-lis', 'The same person.')",
    "identity_judgements": "VALUES ('ewa-lis', 'jan-wrona', 'different', 'Two names.', 'tester')",
    "place_relations": "VALUES ('gdynia', 'formerly_part_of', 'poland', 'a test')",
    "article_topics": "VALUES ('harbour-vote', 'asylum')",
    "article_relations": "VALUES ('harbour-vote', 'rewrites', 'harbour-strike', NULL, 'The same names.')",
    "paragraph_relations": "SELECT min(id), 'introduces', max(id) FROM paragraphs",
    "place_claims": """SELECT 'harbour-vote', 'gdynia', 'lies_in', 'poland', s.id FROM passages AS s
        JOIN paragraphs AS p ON p.id = s.paragraph_id WHERE p.article_id = 'harbour-vote' ORDER BY s.id LIMIT 1""",
    "comparisons": """(id, left_statement_id, right_statement_id, kind, verdict, reason)
        SELECT 7, min(id), max(id), 'wording', 'drifts', 'Other words.' FROM statements""",
    "loads": "(article_id, inputs_sha256) VALUES ('harbour-vote', lower(hex(zeroblob(32))))",
    "repairs": "SELECT min(id), 0, 'Harbor', 'Harbour', 'spelling' FROM paragraphs",
}
_OWN = """
    CREATE TABLE my_notes (about, "what, else" TEXT COLLATE NOCASE DEFAULT 'a (b', mark BLOB, UNIQUE (about, mark));
    INSERT INTO my_notes (rowid, about, "what, else", mark) VALUES (4, 7, 'tail ' || char(0) || ' hidden', x'00ff'),
        (8, '7', CAST(x'ff00' AS TEXT), NULL), (15, 7.0, '', x''), (16, '007', 'c. 1850', 1e300);
    CREATE TABLE my_readings (id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES articles (id)
        ON DELETE CASCADE, figure_id TEXT REFERENCES figures (id) ON DELETE SET NULL, opinion TEXT);
    INSERT INTO my_readings VALUES (3, 'harbour-vote', NULL, 'dull'),
        (9, 'harbour-strike', 'harbour-strike-p3-0', 'good');
    DELETE FROM my_readings WHERE id = 3;
    CREATE TABLE my_pairs (a TEXT, b INTEGER, PRIMARY KEY (b, a)) STRICT, WITHOUT ROWID;
    INSERT INTO my_pairs VALUES ('x', 2), ('y', 1);
    ALTER TABLE places ADD COLUMN "my, colour" TEXT COLLATE NOCASE DEFAULT 'none' CHECK ("my, colour" <> '(');
    UPDATE places SET "my, colour" = 'blue' WHERE id = 'gdynia';
    CREATE INDEX "my index" ON figures (lower(claim) DESC, value) WHERE value IS NOT NULL;
    CREATE VIEW "my view" AS SELECT f.claim, r.opinion FROM figures AS f JOIN my_readings AS r ON r.figure_id = f.id;
    CREATE TRIGGER "my trigger" AFTER UPDATE OF title ON articles WHEN old.title <> new.title BEGIN
        INSERT INTO my_notes (about) VALUES (old.title || ' is now ' || new.title); END;
    CREATE VIRTUAL TABLE my_search USING fts5(words);
    INSERT INTO my_search (words) VALUES ('delta'), ('epsilon');
    CREATE VIRTUAL TABLE my_claims_search USING fts5(claim, content="figures", content_rowid="rowid");
    INSERT INTO my_claims_search (my_claims_search) VALUES ('rebuild');
"""


def frozen_file(revision: int) -> Path:
    """Return where the database of a revision is frozen."""
    return FOLDER / f"{revision:04}.db.gz"


def thaw(revision: int, file: Path) -> Path:
    """Write the frozen database of a revision to a file, and return it."""
    file.write_bytes(gzip.decompress(frozen_file(revision).read_bytes()))
    return file


def freeze(revision: int, file: Path) -> None:
    """Make a filled database of a revision, from the rows that the loaders of today give."""
    upgrade(file, f"{revision:04}")
    (file.parent / "rows").mkdir(exist_ok=True)
    rows = invented.working(file.parent / "rows")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ATTACH ? AS given", (str(rows),))
        tables = connection.execute("PRAGMA main.table_list").fetchall()
        for _, table, kind, *_ in tables:
            if kind == "table" and table not in {"alembic_version", "sqlite_schema", STORED}:
                columns = ", ".join(
                    sorted(_columns(connection, "main", table) & _columns(connection, "given", table))
                )
                connection.execute(
                    f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM given.{table}"
                )
        for _, table, kind, *_ in tables:
            if kind == "virtual":
                connection.execute(f"INSERT INTO main.{table} ({table}) VALUES ('rebuild')")
        connection.execute(
            "UPDATE about_file SET content = ? WHERE name = 'schema_revision'", (str(revision),)
        )
        connection.commit()
        connection.execute("DETACH given")
        for table in _empty_tables(connection):
            if table in _MORE_ROWS:
                connection.execute(f"INSERT INTO {table} {_MORE_ROWS[table]}")
            else:
                click.echo(
                    f"{table} is empty, so no migration of it is tested; add a row to _MORE_ROWS", err=True
                )
        if stored_digests(connection):
            store(connection, found_digests(connection))
        connection.commit()
        connection.executescript(_OWN)
        connection.execute("ANALYZE")
        connection.execute("VACUUM")


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {name for _, name, *_ in connection.execute(f"PRAGMA {schema}.table_info({table})")}


def _empty_tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("PRAGMA main.table_list").fetchall()
    tables = [table for _, table, kind, *_ in found if kind == "table" and not table.startswith("sqlite_")]
    return [table for table in tables if not connection.execute(f"SELECT 1 FROM {table}").fetchone()]


@click.command()
def main() -> None:
    """Freeze every revision that has no frozen database yet."""
    for revision in range(1, newest_revision() + 1):
        target = frozen_file(revision)
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "port.db"
            freeze(revision, file)
            target.write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
        click.echo(f"{target.relative_to(VERSIONS.parent.parent)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
