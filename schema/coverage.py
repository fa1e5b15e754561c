"""The view `evidence_coverage`, made from the models: for each fact column, how its values are known."""

from __future__ import annotations

from sqlalchemy import Column, Table

from schema.base import Base
from schema.vocabularies import BASES

NAME = "evidence_coverage"
DESCRIPTION = (
    "For each column that states a fact: how many values are printed, inferred, external, and so on."
)
COLUMNS = {
    "table_name": "Table of the column.",
    "column_name": "Column that states a fact.",
    "row_count": "Rows of the table.",
    "printed": "Values printed in the row's own passage, or named by it through an authority.",
    **{basis: f"Values whose basis is: {meaning}." for basis, meaning in BASES.items()},
    "empty": "NULL where nothing applies.",
    "bare": "NULL where a reason is required and none is given; must be 0.",
}


def fact_columns() -> list[tuple[Table, Column[object]]]:
    """Return the columns that state facts, in order of table and column."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return [(table, column) for table in tables for column in table.columns if column.info.get("fact")]


def row_key(table: Table, alias: str) -> str:
    """Return SQL for the primary key of a row as `evidence.row_id` writes it: parts joined by commas."""
    return " || ',' || ".join(f"{alias}.{column.name}" for column in table.primary_key.columns)


def create_view() -> str:
    """Return the statement that creates the view."""
    return f"CREATE VIEW {NAME} AS\n" + "\nUNION ALL\n".join(
        _branch(table, column) for table, column in fact_columns()
    )


def _branch(table: Table, column: Column[object]) -> str:
    """Return the SELECT of one column: what its table holds, and for how much of it there is evidence.

    There is far less evidence than there are rows, so rows are looked up for evidence, not evidence for rows; only a
    key of several columns cannot be looked up by its parts.
    """
    required = bool(column.info.get("required"))
    no_reason = "held.row_count - held.filled - told.empty"
    columns = ", ".join(
        [
            f"'{table.name}' AS table_name, '{column.name}' AS column_name",
            "held.row_count, held.filled - told.filled AS printed",
            *(f"told.{basis}" for basis in BASES),
            f"{'0' if required else no_reason} AS empty, {no_reason if required else '0'} AS bare",
        ]
    )
    counts = ", ".join(f"coalesce(sum(e.basis = '{basis}'), 0) AS {basis}" for basis in BASES)
    values = (
        f"coalesce(sum(t.{column.name} IS NOT NULL), 0) AS filled, "
        f"coalesce(sum(t.{column.name} IS NULL), 0) AS empty"
    )
    of_column = f"e.table_name = '{table.name}' AND e.column_name = '{column.name}'"
    return (
        f"SELECT {columns} FROM\n"
        f"    (SELECT count(*) AS row_count, count({column.name}) AS filled FROM {table.name}) AS held,\n"
        f"    (SELECT {counts}, {values} FROM evidence AS e JOIN {table.name} AS t ON {_same_row(table)} "
        f"WHERE {of_column}) AS told"
    )


def _same_row(table: Table) -> str:
    """Return SQL that holds for a row `t` and evidence `e` of it, by which the one is found from the other."""
    key = list(table.primary_key.columns)
    if len(key) > 1:
        return f"e.row_id = {row_key(table, 't')}"
    return f"t.{key[0].name} = " + (
        "CAST(e.row_id AS INTEGER)" if key[0].type.python_type is int else "e.row_id"
    )
