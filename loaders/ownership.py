"""ownership: which article, or which entry of the authorities, each row goes with; worked out from the foreign keys.

A row is of an article where a chain of owning keys leads there; every other row is part of an entry: a party with
its names, a place, a rule. What an article introduces is an entry whose id ends in `--<article>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table

from loaders.identifiers import INTRODUCED
from schema.base import Base
from schema.digests import STORED

# What is made anew from all articles, so that it goes with none; and what a file says of itself.
RELATED = ("comparisons",)
ABOUT = "about_file"
_OF_THE_FILE = (ABOUT, STORED, *RELATED)
_EVIDENCE = "evidence"
# Rows that `relate` writes among those of articles, with `row` for the row.
_RELATED_ROWS = {
    "figure_relations": "row.relation = 'repeats'",
    "article_relations": (
        "EXISTS (SELECT 1 FROM {schema}.evidence AS e WHERE e.table_name = 'article_relations' "
        "AND e.basis = 'computed' "
        "AND e.row_id = row.article_id || ',' || row.relation || ',' || row.other_article_id)"
    ),
    _EVIDENCE: "row.table_name = 'article_relations' AND row.basis = 'computed'",
}
# Columns of an entry that `relate` works out from all reports, and the evidence that it gives of them.
_RELATED_COLUMNS = {"events": ("status", "date", "date_earliest", "date_latest", "place_id")}
_RELATED_EVIDENCE = "table_name = 'events' AND column_name IN ('date', 'place_id')"
# A judgement on two parties is an entry of its own.
_PAIRS = ("identity_judgements",)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table that go with entries of a list: the SQL of the entry's id and of which rows are meant.

    `columns` are those that `relate` does not work out; both pieces of SQL name the row's columns bare.
    """

    table: Table
    entry: str
    columns: tuple[str, ...]
    where: str = "1"


def owner(table: Table) -> tuple[str, Table] | None:
    """Return the column that says with which row of which table a row goes, if it always goes with one."""
    for column in table.columns:
        for key in column.foreign_keys:
            owns = key.constraint is not None and key.constraint.ondelete == "CASCADE"
            if owns and not column.nullable:
                return column.name, key.column.table
    return None


def root(table: Table) -> Table:
    """Return the table where the chain of owners of a table's rows ends."""
    found = owner(table)
    return table if found is None else root(found[1])


@cache
def tables_of_articles() -> tuple[Table, ...]:
    """Return the tables whose rows all go with articles, parents before children."""
    articles = Base.metadata.tables["articles"]
    return tuple(table for table in Base.metadata.sorted_tables if root(table) is articles)


@cache
def owning_tables() -> tuple[Table, ...]:
    """Return the tables with whose rows others of the same article go, parents before children."""
    owners = {found[1].name for table in tables_of_articles() if (found := owner(table))}
    return tuple(table for table in tables_of_articles() if table.name in owners)


@cache
def lists() -> dict[str, tuple[Part, ...]]:
    """Return the lists of entries that articles share, by the table of the entries, each with its parts."""
    of_articles = {table.name for table in tables_of_articles()}
    shared = [
        table
        for table in Base.metadata.sorted_tables
        if table.name not in {*of_articles, *_OF_THE_FILE, _EVIDENCE}
    ]
    found = {
        table.name: tuple(_parts(table, shared))
        for table in shared
        if table.name in _PAIRS or root(table) is table
    }
    # What is said of rows that are no entries is compared on its own.
    named = {table.name for table in shared if _names_entries(table)}
    others = " AND ".join(f"table_name <> '{name}'" for name in sorted(named))
    return found | {_EVIDENCE: (_evidence("id", others),)}


def _parts(entries: Table, shared: list[Table]) -> Iterator[Part]:
    for table in shared:
        if table is not entries and (table.name in _PAIRS or root(table) is not entries):
            continue
        found = None if table is entries else owner(table)
        entry = found[0] if found else " || ',' || ".join(column.name for column in table.primary_key)
        worked_out = _RELATED_COLUMNS.get(table.name, ())
        yield Part(
            table, entry, tuple(column.name for column in table.columns if column.name not in worked_out)
        )
        if _names_entries(table):
            yield _evidence("row_id", f"table_name = '{table.name}'")


def _names_entries(table: Table) -> bool:
    """Tell whether the id of a row is that of its entry, so that `evidence` names the entry."""
    return [column.name for column in table.primary_key] == ["id"] and (owner(table) or ("id",))[0] == "id"


def _evidence(entry: str, where: str) -> Part:
    evidence = Base.metadata.tables[_EVIDENCE]
    condition = f"article_id IS NULL AND {where} AND NOT ({_RELATED_EVIDENCE})"
    return Part(evidence, entry, tuple(evidence.columns.keys()), condition)


def introducing_article(entry: str) -> str:
    """Return SQL for the article that introduced an entry, by the entry's id; no article where none did."""
    return f"iif(instr({entry}, '{INTRODUCED}'), substr({entry}, instr({entry}, '{INTRODUCED}') + 2), '')"


def is_introduced(entry: str, schema: str) -> str:
    """Return SQL that tells whether an article of a file introduced an entry."""
    return f"{introducing_article(entry)} IN (SELECT id FROM {schema}.articles)"


def not_related(table: Table, schema: str) -> str:
    """Return SQL that holds of a row, named `row`, that `relate` did not write."""
    condition = _RELATED_ROWS.get(table.name)
    return f"NOT ({condition.format(schema=schema)})" if condition else "1"


def of_article(table: Table, schema: str) -> str:
    """Return SQL that holds of the rows, named `row`, of the article that is its one parameter."""
    found = owner(table)
    if found is None:
        return "row.id = ?" if table.name == "articles" else "row.article_id = ?"
    column, parent = found
    if parent.name == "articles":
        return f"row.{column} = ?"
    inner = of_article(parent, schema)
    return f"row.{column} IN (SELECT row.id FROM {schema}.{parent.name} AS row WHERE {inner})"
