"""write: rows into the database, all or nothing for each article."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from loaders.rows import Rows
from schema.search import SEARCH_INDEXES

# For one great merge: 64 MiB of words at a time, and no merging on the way.
_GATHER_IN_MEMORY = (f"hashsize={64 << 20}", "automerge=0", "crisismerge=1000")
# Evidence of a party stands under the table that describes it; a look-up without the table's name reads them all.
_DESCRIBED_IN = {"parties": ("parties", "persons", "organisations", "groups")}
_AS_EVER = (f"hashsize={1 << 20}", "automerge=4", "crisismerge=16")


@dataclass(frozen=True, slots=True)
class HeldArticles(Container[str]):
    """The ids of the articles in a database, asked for one at a time, in the transaction that the caller opened."""

    connection: Connection

    def __contains__(self, article: object) -> bool:
        """Tell whether the database has this article."""
        found = self.connection.exec_driver_sql("SELECT 1 FROM articles WHERE id = ?", (article,))
        return found.first() is not None


def insert(connection: Connection, rows: Rows) -> None:
    """Put rows into the database, parents before children."""
    for table, values in rows.tables():
        columns = ", ".join(column.name for column in table.columns)
        marks = ", ".join("?" for _ in table.columns)
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", values)


def write_article(connection: Connection, article: str, rows: Rows) -> None:
    """Put one article's rows in place of those it had, in the transaction that the caller opened.

    Rows of other articles that refer to this one stay: such references are checked only at the commit. Its texts are
    found by search after `make_findable` or `rebuild_search`, one of which the same transaction must call.
    """
    remove_article(connection, article)
    insert(connection, rows)


def make_findable(connection: Connection, articles: Iterable[str]) -> None:
    """Put the texts of articles just written into every full-text index.

    At once and in order of their keys: FTS5 writes out what it gathered wherever a key is smaller than the last.
    """
    _search(connection, articles, _ADD)


def remove_article(connection: Connection, article: str) -> None:
    """Take out an article, every row read out of it, and what it introduced."""
    if article not in HeldArticles(connection):
        return
    _search(connection, [article], _TAKE_OUT)
    introduced = connection.exec_driver_sql(
        "SELECT table_name, row_id FROM evidence WHERE article_id = ? AND column_name = 'id'", (article,)
    ).all()
    connection.exec_driver_sql("DELETE FROM articles WHERE id = ?", (article,))
    # Parties are described by places, and events have places, so places go last.
    for table, row in sorted(introduced):
        for described in _DESCRIBED_IN.get(table, (table,)):
            connection.exec_driver_sql(
                "DELETE FROM evidence WHERE table_name = ? AND row_id = ? AND article_id IS NULL",
                (described, row),
            )
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (row,))


def rebuild_search(connection: Connection) -> None:
    """Make every full-text index anew and tidy it; the last step of a build.

    Words are gathered in memory and merged once, so that tidying costs little more than a rebuild. FTS5 keeps such
    settings in the file, so they are put back: https://www.sqlite.org/fts5.html, section 6.
    """
    for index in SEARCH_INDEXES:
        for settings in (_GATHER_IN_MEMORY, ("rebuild",), ("optimize",), _AS_EVER):
            for setting in settings:
                command, _, value = setting.partition("=")
                connection.exec_driver_sql(
                    f"INSERT INTO {index.name}({index.name}, rank) VALUES (?, ?)",
                    (command, int(value) if value else None),
                )


_ADD = "INSERT INTO {name}(rowid, {column}) SELECT c.id, c.{column} FROM "
_TAKE_OUT = "INSERT INTO {name}({name}, rowid, {column}) SELECT 'delete', c.id, c.{column} FROM "
# Which rows of an index's content table are some articles' own; names belong to the authorities or to an article. The
# unary plus keeps SQLite from looking through the evidence of all articles, which few parties make it think shorter.
_ARTICLES = "json_each(?) AS t CROSS JOIN"
_INTRODUCED = (
    f"{_ARTICLES} evidence AS e ON e.article_id = t.value CROSS JOIN {{content}} AS c ON c.{{owner}} = e.row_id "
    "WHERE +e.column_name = 'id' AND +e.table_name = '{table}'"
)
_OF_ARTICLES = {
    "paragraphs": f"{_ARTICLES} paragraphs AS c ON c.article_id = t.value",
    "party_names": _INTRODUCED.format(content="party_names", owner="party_id", table="parties"),
    "place_names": _INTRODUCED.format(content="place_names", owner="place_id", table="places"),
}


def _search(connection: Connection, articles: Iterable[str], statement: str) -> None:
    """Keep every index in step with the rows of some articles."""
    given = json.dumps(sorted(articles))
    for index in SEARCH_INDEXES:
        sql = statement.format(name=index.name, column=index.column)
        connection.exec_driver_sql(f"{sql} {_OF_ARTICLES[index.content]} ORDER BY c.id", (given,))
