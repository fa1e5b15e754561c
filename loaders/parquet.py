"""parquet: every table as files of Parquet, for tools that read columns: DuckDB, Spark, Polars, pandas.

Rows that go with an article lie in a folder of the year in which it was published, `published_year=2022`, as Hive and
all such tools name partitions: questions about some years read only those, and new years leave the old ones as they
were. Rows whose article prints no date lie under the name that Hive gives NULL. All other tables are one folder each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Table

from loaders.errors import RelokantyError
from loaders.ownership import owner, root
from schema.fields import field_type

if TYPE_CHECKING:
    import pyarrow

PARTITION: Final = "published_year"
# The folder of rows without a value, as Hive names it and others read it.
UNDATED: Final = "__HIVE_DEFAULT_PARTITION__"
# Rows that are in memory at a time, and that one file holds at most.
_BATCH: Final = 20_000
_MOST: Final = 2_000_000
_COMPRESSION: Final = "zstd"


def write_table(connection: Connection, table: Table, folder: Path) -> list[Path]:
    """Write the rows of a table below a folder of its name, in order of year and key; return the files.

    An empty table has one file without rows, so that its columns are known. Raises RelokantyError where pyarrow is not
    installed.
    """
    schema = _schema(table)
    query, partitioned = rows_by_year(table)
    result = connection.exec_driver_sql(query)
    batches = iter(lambda: result.fetchmany(_BATCH), [])
    rows = ((row[-1], tuple(row[:-1])) for batch in batches for row in batch)
    files: list[Path] = []
    for year, group in groupby(rows, key=itemgetter(0)):
        place = folder / table.name / f"{PARTITION}={year or UNDATED}" if partitioned else folder / table.name
        files += _write(schema, (row for _, row in group), place)
    return files or list(_write(schema, iter(()), folder / table.name))


def rows_by_year(table: Table) -> tuple[str, bool]:
    """Return the query of a table's rows, each with its article's year at the end, and whether there are years."""
    key = ", ".join(f"t.{column.name}" for column in table.primary_key)
    columns = ", ".join(f"t.{column.name}" for column in table.columns)
    joined = _joined_to_articles(table)
    if joined is None:
        return f"SELECT {columns}, NULL FROM {table.name} AS t ORDER BY {key}", False
    year = "CAST(substr(a.published_earliest, 1, 4) AS INTEGER)"
    return f"SELECT {columns}, {year} AS year FROM {joined} ORDER BY year, {key}", True


def _joined_to_articles(table: Table) -> str | None:
    """Return the table joined, owner by owner, to the articles that its rows go with; None where they go with none."""
    if table.name == "evidence":
        return "evidence AS t LEFT JOIN articles AS a ON a.id = t.article_id"
    if root(table).name != "articles":
        return None
    joined, alias, step = f"{table.name} AS t", "t", owner(table)
    while step is not None:
        column, parent = step
        other = "a" if parent.name == "articles" else f"{alias}_"
        joined += f" JOIN {parent.name} AS {other} ON {other}.id = {alias}.{column}"
        alias, step = other, owner(parent)
    return joined if alias == "a" else "articles AS t JOIN articles AS a ON a.id = t.id"


def _write(schema: pyarrow.Schema, rows: Iterator[tuple[Any, ...]], place: Path) -> Iterator[Path]:
    """Write rows to as many files as they need, at least one."""
    arrow = _arrow()
    place.mkdir(parents=True, exist_ok=True)
    number, batch = 0, list(islice(rows, _BATCH))
    while batch or number == 0:
        file = place / f"part-{number}.parquet"
        with arrow.parquet.ParquetWriter(file, schema, compression=_COMPRESSION) as writer:
            written = 0
            while batch and written < _MOST:
                writer.write_batch(_batch(schema, batch))
                written += len(batch)
                batch = list(islice(rows, _BATCH))
        number += 1
        yield file


def _batch(schema: pyarrow.Schema, rows: Sequence[tuple[Any, ...]]) -> pyarrow.RecordBatch:
    arrow = _arrow()
    held = {arrow.date32(): arrow.string(), arrow.bool_(): arrow.int64()}
    columns = [
        arrow.array(values, held.get(field.type, field.type)).cast(field.type)
        for field, values in zip(schema, zip(*rows, strict=True), strict=True)
    ]
    return arrow.record_batch(columns, schema=schema)


def _schema(table: Table) -> pyarrow.Schema:
    """Return the columns of a table with their types and descriptions."""
    arrow = _arrow()
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    fields = [
        arrow.field(
            column.name,
            types[field_type(column)],
            column.nullable,
            metadata={"description": column.comment or ""},
        )
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"description": table.comment or ""})


def _arrow() -> Any:
    """Return pyarrow, which only this export needs."""
    try:
        import pyarrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise RelokantyError(
            "Parquet needs pyarrow: pip install -e '.[parquet]', or `make test` installs it"
        ) from error
    return pyarrow
