"""write: rows into the database, all or nothing for each article."""

from __future__ import annotations

from sqlalchemy import Connection

from loaders.rows import Rows
from schema.search import SEARCH_INDEXES


def insert(connection: Connection, rows: Rows) -> None:
    """Put rows into the database, parents before children."""
    for table, values in rows.tables():
        columns = ", ".join(column.name for column in table.columns)
        marks = ", ".join("?" for _ in table.columns)
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", values)


def write_article(connection: Connection, article: str, rows: Rows) -> None:
    """Put one article's rows in place of those it had, in the transaction that the caller opened.

    Rows of other articles that refer to this one stay: such references are checked only at the commit.
    """
    remove_article(connection, article)
    insert(connection, rows)
    _search(connection, article, "INSERT INTO {name}(rowid, {column}) SELECT id, {column} FROM {content}")


def remove_article(connection: Connection, article: str) -> None:
    """Take out an article and every row read out of it."""
    _search(
        connection,
        article,
        "INSERT INTO {name}({name}, rowid, {column}) SELECT 'delete', id, {column} FROM {content}",
    )
    connection.exec_driver_sql("DELETE FROM articles WHERE id = ?", (article,))


def rebuild_search(connection: Connection) -> None:
    """Make every full-text index anew and tidy it; the last step of a build."""
    for index in SEARCH_INDEXES:
        connection.exec_driver_sql(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")
        connection.exec_driver_sql(f"INSERT INTO {index.name}({index.name}) VALUES ('optimize')")


def _search(connection: Connection, article: str, statement: str) -> None:
    """Keep the index over paragraphs in step with one article; names belong to the authorities."""
    index = next(index for index in SEARCH_INDEXES if index.content == "paragraphs")
    sql = statement.format(name=index.name, column=index.column, content=index.content)
    connection.exec_driver_sql(f"{sql} WHERE article_id = ? ORDER BY number", (article,))
