"""shards: the rows of several files, told apart by whose they are, and put into one; SQLite moves them, not memory."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from loaders.choice import DRAFT, KNOWN_ONLY, REVIEWED, UNREAD, Candidate, Choice, choose
from loaders.ownership import (
    ABOUT,
    Part,
    introducing_article,
    is_introduced,
    lists,
    not_related,
    of_article,
    owner,
    owning_tables,
    tables_of_articles,
)
from schema.base import Base

# Pages of 4 KiB in memory, at most 64 MiB, whatever the size of the files.
_CACHE: Final = -65_536
_PLAN: Final = """
    CREATE TEMP TABLE candidates (article TEXT, shard INTEGER, standing INTEGER, source TEXT, text TEXT, rows TEXT,
        PRIMARY KEY (article, shard)) WITHOUT ROWID;
    CREATE TEMP TABLE several (article TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE taken (article TEXT PRIMARY KEY, shard INTEGER) WITHOUT ROWID;
    CREATE TEMP TABLE origins (list TEXT, entry TEXT, shard INTEGER, PRIMARY KEY (list, entry)) WITHOUT ROWID;
    CREATE TEMP TABLE known (entry PRIMARY KEY) WITHOUT ROWID;
"""
_STANDING: Final = (
    f"CASE WHEN kind <> 'held' THEN {KNOWN_ONLY} WHEN reading = 'reviewed' THEN {REVIEWED} "
    f"WHEN reading = 'draft' THEN {DRAFT} ELSE {UNREAD} END"
)
# Of an article, where it came from; the same text may come from files of other names.
_SOURCE: Final = ("source_file", "source_sha256", "document_sha256")
_UNTOLD: Final = ("loads",)


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry of a list of the authorities that a shard has otherwise than an earlier one."""

    list: str
    entry: str
    shard: int
    earlier: int


class Shards:
    """A new file that shards are put into, one attached after the other."""

    def __init__(self, connection: sqlite3.Connection, files: Sequence[Path]) -> None:
        self._connection, self._files = connection, files
        # The file has no name yet: a crash leaves nothing of it, so nothing need be undone or be on the disk.
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "foreign_keys = OFF",
            f"cache_size = {_CACHE}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.executescript(_PLAN)
        self._indexes = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()

    @contextmanager
    def attached(self, shard: int) -> Iterator[None]:
        """Attach a shard, which is only read."""
        address = f"{self._files[shard].resolve().as_uri()}?mode=ro"
        self._connection.execute("ATTACH ? AS shard", (address,))
        try:
            yield
        finally:
            self._connection.execute("DETACH shard")

    def users_own(self) -> list[str]:
        """Return the tables, views, triggers and indexes of the attached shard, and columns, that are not ours."""
        query = "SELECT type || ' ' || name FROM {}.sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        ours, theirs = (
            {name for (name,) in self._connection.execute(query.format(schema))}
            for schema in ("main", "shard")
        )
        columns = [
            f"column {name}.{column}"
            for name, table in sorted(Base.metadata.tables.items())
            for _, column, *_ in self._connection.execute(f"PRAGMA shard.table_xinfo({name})")
            if column not in table.columns
        ]
        return [*sorted(theirs - ours), *columns]

    def about(self) -> dict[str, str]:
        """Return what the attached shard says of itself."""
        return dict(self._connection.execute(f"SELECT name, content FROM shard.{ABOUT}"))

    def add_entries(self, shard: int) -> list[Difference]:
        """Add the entries of the attached shard's authorities; return those that an earlier shard has otherwise."""
        found = []
        for name, parts in lists().items():
            entries = parts[0]
            introduced = is_introduced(entries.entry, "shard")
            self._connection.execute("DELETE FROM known")
            self._connection.execute(
                f"INSERT INTO known SELECT {entries.entry} FROM shard.{entries.table.name} "
                f"WHERE {entries.where} AND NOT {introduced} "
                f"AND {entries.entry} IN (SELECT {entries.entry} FROM main.{entries.table.name} WHERE {entries.where})"
            )
            differing = {entry for part in parts for entry in self._differing(part)}
            for entry in sorted(differing, key=str):
                query = "SELECT shard FROM origins WHERE list = ? AND entry = ?"
                (earlier,) = self._connection.execute(query, (name, entry)).fetchone()
                found.append(Difference(name, str(entry), shard, earlier))
            new = "NOT {introduced} AND {entry} NOT IN known"
            condition = new.format(introduced=introduced, entry=entries.entry)
            self._connection.execute(
                f"INSERT INTO origins SELECT '{name}', {entries.entry}, {shard} FROM shard.{entries.table.name} "
                f"WHERE {entries.where} AND {condition}"
            )
            for part in parts:
                condition = new.format(introduced=is_introduced(part.entry, "shard"), entry=part.entry)
                self._copy(part.table, f"{part.where} AND {condition}")
        return found

    def _differing(self, part: Part) -> Iterator[Any]:
        """Yield the entries known before of which the attached shard has other rows of one table."""
        columns = ", ".join((part.entry, *part.columns))
        mine, theirs = (
            f"SELECT {columns} FROM {schema}.{part.table.name} WHERE {part.where} AND {part.entry} IN known"
            for schema in ("main", "shard")
        )
        for one, other in ((mine, theirs), (theirs, mine)):
            for entry, *_ in self._connection.execute(f"{one} EXCEPT {other}"):
                yield entry

    def add_candidates(self, shard: int) -> None:
        """Note the articles of the attached shard."""
        source = " || ' ' || ".join(f"coalesce({column}, '')" for column in _SOURCE)
        self._connection.execute(
            f"INSERT INTO candidates SELECT id, {shard}, {_STANDING}, "
            "coalesce((SELECT inputs_sha256 FROM shard.loads WHERE article_id = a.id), '') || ' ' || "
            f"{source}, '', '' FROM shard.articles AS a"
        )

    def gather(self) -> int:
        """Find the articles that several shards hold; return of how many articles anything is known."""
        self._connection.execute(
            "INSERT INTO several SELECT article FROM candidates GROUP BY article HAVING count(*) > 1"
        )
        (count,) = self._connection.execute("SELECT count(DISTINCT article) FROM candidates").fetchone()
        return int(count)

    def read_several(self, shard: int) -> None:
        """Note the text and rows of each article of the attached shard that another has too."""
        articles = self._connection.execute("SELECT article FROM several")
        for (article,) in articles:
            if self._connection.execute("SELECT 1 FROM shard.articles WHERE id = ?", (article,)).fetchone():
                self._connection.execute(
                    "UPDATE candidates SET text = ?, rows = ? WHERE article = ? AND shard = ?",
                    (self._text(article), self._rows(article), article, shard),
                )

    def _text(self, article: str) -> str:
        query = "SELECT number, text FROM shard.paragraphs WHERE article_id = ? ORDER BY number"
        return _digest(self._connection.execute(query, (article,)))

    def _rows(self, article: str) -> str:
        """Return the digest of the rows of an article and of what it introduces, less those that `relate` writes."""
        tables = [table for table in tables_of_articles() if table.name not in _UNTOLD]
        digests = [
            self._digest(table, f"{of_article(table, 'shard')} AND {not_related(table, 'shard')}", article)
            for table in (*tables, Base.metadata.tables["evidence"])
        ]
        introduced = self._connection.execute(
            "SELECT table_name, row_id FROM shard.evidence WHERE article_id = ? AND column_name = 'id' "
            "ORDER BY table_name, row_id",
            (article,),
        ).fetchall()
        digests += (
            self._digest(part.table, f"{part.where} AND {part.entry} = ?", entry, part.columns)
            for name, entry in introduced
            for part in lists()[name]
        )
        return " ".join(digests)

    def _digest(self, table: Table, where: str, parameter: str, columns: Sequence[str] = ()) -> str:
        told = columns or [column.name for column in table.columns if column.name not in _SOURCE]
        key = ", ".join(column.name for column in table.primary_key)
        query = f"SELECT {', '.join(told)} FROM shard.{table.name} AS row WHERE {where} ORDER BY {key}"
        return _digest(self._connection.execute(query, (parameter,)))

    def choices(self, preferred: int | None) -> Iterator[tuple[str, Choice]]:
        """Choose a shard for each article that several hold; yield those where it is not all one which."""
        rows = self._connection.execute(
            "SELECT article, shard, standing, text, rows, source FROM candidates "
            "WHERE article IN several ORDER BY article, shard"
        )
        for article, group in groupby(rows, key=itemgetter(0)):
            choice = choose([Candidate(*row[1:]) for row in group], preferred)
            self._connection.execute("INSERT INTO taken VALUES (?, ?)", (article, choice.taken))
            if choice != Choice(choice.taken):
                yield article, choice

    def without_indexes(self) -> None:
        """Take the indexes off the new file until all rows are in it; keys stay."""
        for name, _ in self._indexes:
            self._connection.execute(f"DROP INDEX {name}")

    def with_indexes(self) -> None:
        """Put the indexes back."""
        for _, sql in self._indexes:
            self._connection.execute(sql)

    def copy(self, shard: int) -> None:
        """Copy the articles that are taken from the attached shard, with all that goes with them."""
        for table in owning_tables():
            self._leave_out(table, shard)
        for table in tables_of_articles():
            found = owner(table)
            column, parent = found or ("id", table)
            self._copy(table, f"row.{column} NOT IN left_out_{parent.name} AND {not_related(table, 'shard')}")
        evidence = Base.metadata.tables["evidence"]
        kept = "row.article_id IS NOT NULL AND row.article_id NOT IN left_out_articles"
        self._copy(evidence, f"{kept} AND {not_related(evidence, 'shard')}")
        entries = {
            (part.table, part.entry)
            for parts in lists().values()
            for part in parts
            if part.table is not evidence
        }
        for table, entry in {*entries, (evidence, "row_id")}:
            introduced = (
                f"{is_introduced(entry, 'shard')} AND {introducing_article(entry)} NOT IN left_out_articles"
            )
            self._copy(table, introduced + (" AND article_id IS NULL" if table is evidence else ""))
        for table in owning_tables():
            self._connection.execute(f"DROP TABLE left_out_{table.name}")

    def _leave_out(self, table: Table, shard: int) -> None:
        """Note which rows of a table are not taken from the attached shard: another's are."""
        found = owner(table)
        which = (
            f"SELECT id FROM shard.{table.name} WHERE {found[0]} IN left_out_{found[1].name}"
            if found
            else f"SELECT article FROM taken WHERE shard <> {shard} "
            f"AND EXISTS (SELECT 1 FROM candidates AS c WHERE c.article = taken.article AND c.shard = {shard})"
        )
        self._connection.execute(f"CREATE TEMP TABLE left_out_{table.name} (id PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute(f"INSERT INTO left_out_{table.name} {which}")

    def _copy(self, table: Table, where: str) -> None:
        columns = ", ".join(table.columns.keys())
        self._connection.execute(
            f"INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM shard.{table.name} AS row WHERE {where}"
        )


def _digest(rows: Iterator[tuple[Any, ...]] | sqlite3.Cursor) -> str:
    """Return the SHA-256 of rows in their order, with the types of their values."""
    total = hashlib.sha256()
    for row in rows:
        total.update(repr(row).encode())
    return total.hexdigest()
