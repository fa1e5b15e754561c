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
    value, required = f"t.{column.name}", bool(column.info.get("required"))
    no_reason = f"coalesce(sum({value} IS NULL AND e.basis IS NULL), 0)"
    counts = [
        f"count(*) AS row_count, coalesce(sum({value} IS NOT NULL AND e.basis IS NULL), 0) AS printed",
        *(f"coalesce(sum(e.basis = '{basis}'), 0) AS {basis}" for basis in BASES),
        f"{'0' if required else no_reason} AS empty, {no_reason if required else '0'} AS bare",
    ]
    join = f"e.table_name = '{table.name}' AND e.row_id = {row_key(table, 't')} AND e.column_name = '{column.name}'"
    head = f"SELECT '{table.name}' AS table_name, '{column.name}' AS column_name"
    return f"{head}, {', '.join(counts)} FROM {table.name} AS t LEFT JOIN evidence AS e ON {join}"
