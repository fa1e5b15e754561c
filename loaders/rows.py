"""Rows by table: what `write` puts into the database, made by the `*_rows` modules without one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Table

from loaders.annotation import Basis, EvidenceByColumn
from loaders.identifiers import derived_number
from schema import Base
from schema.basis import Evidence

Value = str | int | float | None


class RowConflict(ValueError):
    """Two different rows have one key."""


class Rows:
    """Rows to be written, each once, in tuples of its table's columns."""

    def __init__(self) -> None:
        self._by_table: dict[str, dict[tuple[Value, ...], tuple[Value, ...]]] = {}

    def add(self, model: type[Base], **values: Value) -> None:
        """Add a row; columns not named are NULL. The same row twice is one; two rows of one key are an error."""
        table = Base.metadata.tables[model.__tablename__]
        unknown = values.keys() - table.columns.keys()
        if unknown:
            raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}")
        row = tuple(values.get(column.name) for column in table.columns)
        key = tuple(values.get(column.name) for column in table.primary_key.columns)
        if None in key:
            raise ValueError(f"a row of {table.name} lacks a part of its key: {key}")
        other = self._by_table.setdefault(table.name, {}).setdefault(key, row)
        if other != row:
            raise RowConflict(f"two different rows of {table.name} have the key {key}: {other} and {row}")

    def tables(self) -> Iterator[tuple[Table, list[tuple[Value, ...]]]]:
        """Yield the tables that have rows, parents before children, each with its rows in order of key."""
        for table in _sorted_tables():
            rows = self._by_table.get(table.name)
            if rows:
                # A key's columns have one type each and are never NULL, so keys compare as they are.
                yield table, [rows[key] for key in sorted(rows)]

    def add_evidence(
        self,
        table: type[Base],
        row_id: str | int,
        column: str,
        basis: Basis,
        *,
        article: str | None = None,
        passage: int | None = None,
    ) -> None:
        """Add how the value of one cell is known."""
        name = table.__tablename__
        if column not in Base.metadata.tables[name].columns:
            raise KeyError(f"evidence for {name}.{column}, which does not exist")
        self.add(
            Evidence,
            id=derived_number(article or row_id, name, str(row_id), column),
            article_id=article,
            table_name=name,
            row_id=str(row_id),
            column_name=column,
            basis=basis.basis,
            reasoning=basis.reasoning,
            source=basis.source,
            other_value=basis.other,
            passage_id=passage,
        )

    def add_evidence_for_all(self, table: type[Base], row_id: str | int, evidence: EvidenceByColumn) -> None:
        """Add evidence that rests on no passage, for several columns of a row of the authorities."""
        for column, basis in evidence.items():
            self.add_evidence(table, row_id, column, basis)


@cache
def _sorted_tables() -> list[Table]:
    """Return all tables, parents before children; worked out once, since it takes a millisecond."""
    return Base.metadata.sorted_tables
