"""Every object that a database at the newest revision holds, as the models and views say it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from schema.base import Base
from schema.search import SEARCH_INDEXES
from schema.views import views


def statements() -> Iterator[str]:
    """Yield the statements that create the tables, their indexes, the search indexes and the views, in order."""
    dialect = sqlite.dialect()
    for table in Base.metadata.sorted_tables:
        yield _tidy(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield _tidy(str(CreateIndex(index).compile(dialect=dialect)))
    for search_index in SEARCH_INDEXES:
        yield search_index.create
    for view in views():
        yield view.create


def structure(connection: Connection) -> str:
    """Return the structure of a database as text: the SQL of every object, tidied, in order of kind and name.

    Shadow tables of FTS5 and Alembic's own table are left out. Two databases with the same text have the same
    tables, columns, constraints, indexes, triggers, views and search indexes.
    """
    query = (
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'alembic_version' "
        "ORDER BY type, name"
    )
    shadows = tuple(
        f"{index.name}_{part}" for index in SEARCH_INDEXES for part in ("data", "idx", "docsize", "config")
    )
    rows = connection.exec_driver_sql(query).all()
    return "".join(f"-- {kind} {name}\n{_tidy(sql)};\n\n" for kind, name, sql in rows if name not in shadows)


def _tidy(sql: str) -> str:
    """Strip the ends of lines and blank lines; nothing inside a line changes."""
    return "\n".join(line.rstrip() for line in re.sub(r"\t", "    ", sql).strip().split("\n") if line.strip())
