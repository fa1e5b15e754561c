"""Promises of export.py, parquet.py, data_package.py and fields.py: Parquet says what the database says."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import invented
import pyarrow.dataset as datasets
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from loaders import parquet
from loaders.command_line import cli
from loaders.digests import table_digest
from loaders.errors import DatabaseError, RelokantyError
from loaders.export import export
from loaders.parquet import PARTITION, UNDATED
from schema.base import Base
from schema.engine import reader
from schema.fields import field_type

Row = tuple[Any, ...]


@pytest.fixture(scope="module")
def exported(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled database as Parquet."""
    folder = tmp_path_factory.mktemp("exported") / "parquet"
    export(built, folder)
    return folder


def package(folder: Path) -> dict[str, dict[str, Any]]:
    """What a folder says of each table."""
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in described["resources"]}


def as_sqlite(value: Any) -> Any:
    """A value as SQLite has it."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def rows(file: Path, table: str) -> list[Row]:
    """The rows of a table of a database."""
    with closing(sqlite3.connect(file)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)


def by_duckdb(folder: Path, table: str) -> list[Row]:
    """The rows of a table as DuckDB reads them, less the year of their folder."""
    columns = ", ".join(f'"{column.name}"' for column in Base.metadata.tables[table].columns)
    files = f"read_parquet('{folder}/{table}/**/*.parquet', hive_partitioning = true)"
    with closing(duckdb.connect()) as connection:
        found = connection.execute(f"SELECT {columns} FROM {files}").fetchall()
    return sorted((tuple(as_sqlite(value) for value in row) for row in found), key=repr)


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_duckdb_reads_every_row_back(built: Path, exported: Path, table: str) -> None:
    """Every value of every table comes out of Parquet as it is in the database, NULL as NULL."""
    assert by_duckdb(exported, table) == rows(built, table)


def test_the_folder_says_what_it_holds(built: Path, exported: Path) -> None:
    """`datapackage.json` gives every table's rows and digest, equal to those of the database, and its files."""
    described = package(exported)
    with reader(built).connect() as connection:
        digests = {name: table_digest(connection, name) for name in Base.metadata.tables}
    assert {name: found["row_digest"] for name, found in described.items()} == digests
    assert {name: found["rows"] for name, found in described.items()} == {
        name: len(rows(built, name)) for name in described
    }
    named = {path for found in described.values() for path in found["path"]}
    assert named == {str(file.relative_to(exported)) for file in exported.rglob("*.parquet")}


def test_columns_have_their_types(exported: Path) -> None:
    """Days are dates, yes-or-no is boolean, numbers are numbers, EDTF stays text; each column says what it means."""
    schema = pq.read_schema(next((exported / "articles").rglob("*.parquet")))
    types = {field.name: str(field.type) for field in schema}
    assert types["published"] == "string"
    assert types["published_earliest"] == "date32[day]"
    assert types["truncated"] == "bool"
    assert types["word_count"] == "int64"
    figures = pq.read_schema(next((exported / "figures").rglob("*.parquet")))
    assert str(figures.field("value").type) == "double"
    assert schema.field("title").metadata == {b"description": b"Headline as printed."}
    assert not schema.field("id").nullable


def test_rows_lie_by_the_year_of_their_article(built: Path, exported: Path) -> None:
    """A year's folder holds the rows of that year's articles, whatever table; undated ones lie where Hive has NULL."""
    with closing(sqlite3.connect(built)) as connection:
        query = (
            "SELECT substr(published_earliest, 1, 4), count(*) FROM mentions AS m JOIN passages AS s "
            "ON s.id = m.passage_id JOIN paragraphs AS g ON g.id = s.paragraph_id "
            "JOIN articles AS a ON a.id = g.article_id GROUP BY 1"
        )
        expected = {(int(year) if year else None): count for year, count in connection.execute(query)}
    assert len(expected) > 1
    with closing(duckdb.connect()) as connection:
        files = f"read_parquet('{exported}/mentions/**/*.parquet', hive_partitioning = true)"
        found = connection.execute(f"SELECT {PARTITION}, count(*) FROM {files} GROUP BY 1").fetchall()
    assert {(int(year) if year is not None else None): count for year, count in found} == expected
    folders = {folder.name.partition("=")[2] for folder in (exported / "mentions").iterdir()}
    assert folders == {str(year) if year else UNDATED for year in expected}


def test_rows_of_undated_articles_are_read_as_such(tmp_path: Path) -> None:
    """Where an article prints no date its rows have no year: NULL, to every reader."""
    export(invented.working(tmp_path), tmp_path / "out")
    files = f"read_parquet('{tmp_path}/out/paragraphs/**/*.parquet', hive_partitioning = true)"
    with closing(duckdb.connect()) as connection:
        found = connection.execute(
            f"SELECT DISTINCT article_id FROM {files} WHERE {PARTITION} IS NULL"
        ).fetchall()
    assert set(found) == {(invented.VOTE,)}


def test_ids_join_across_files(exported: Path) -> None:
    """Every reference that the package tells of leads to a row of the other table's files."""
    described = package(exported)
    with closing(duckdb.connect()) as connection:
        for name in described:
            connection.execute(
                f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{exported}/{name}/**/*.parquet')"
            )
        keys = [(name, key) for name, found in described.items() for key in found["schema"]["foreignKeys"]]
        assert len(keys) > 50
        for name, key in keys:
            other, pairs = (
                key["reference"]["resource"],
                zip(key["fields"], key["reference"]["fields"], strict=True),
            )
            on = " AND ".join(f"o.{theirs} = t.{ours}" for ours, theirs in pairs)
            given = " AND ".join(f"t.{ours} IS NOT NULL" for ours in key["fields"])
            astray = f"{given} AND NOT EXISTS (SELECT 1 FROM {other} AS o WHERE {on})"
            found = connection.execute(f"SELECT count(*) FROM {name} AS t WHERE {astray}").fetchone()
            assert found == (0,), (name, key)


def test_other_readers_see_the_same(built: Path, exported: Path) -> None:
    """Arrow's own datasets, which pandas, Polars and Spark build on or agree with, read the folders of years."""
    found = datasets.dataset(exported / "paragraphs", partitioning="hive")
    assert found.count_rows() == len(rows(built, "paragraphs"))
    dated = datasets.field(PARTITION) == 2023
    years = found.to_table(filter=dated, columns=["article_id"]).column("article_id").to_pylist()
    assert "kalmykia-asylum-seeker" in years


def test_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    """A table without rows is one file that names its columns."""
    export(invented.working(tmp_path, with_articles=False), tmp_path / "out")
    assert by_duckdb(tmp_path / "out", "mentions") == []
    assert package(tmp_path / "out")["mentions"]["path"] == ["mentions/part-0.parquet"]


def test_many_rows_make_many_batches_and_files(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are read and written a batch at a time, and a file ends after so many; none is lost at the seams."""
    monkeypatch.setattr(parquet, "_BATCH", 7)
    monkeypatch.setattr(parquet, "_MOST", 21)
    export(built, tmp_path / "out")
    assert by_duckdb(tmp_path / "out", "mentions") == rows(built, "mentions")
    years = [pq.ParquetFile(file).metadata for file in (tmp_path / "out" / "mentions").rglob("*.parquet")]
    assert max(found.num_rows for found in years) == 21
    assert all(found.row_group(0).num_rows <= 7 for found in years)


def test_the_same_file_gives_the_same_bytes(built: Path, exported: Path, tmp_path: Path) -> None:
    """Two exports of one file are the same, byte for byte."""
    export(built, tmp_path / "out")
    for file in exported.rglob("*.*"):
        assert (tmp_path / "out" / file.relative_to(exported)).read_bytes() == file.read_bytes(), file


def test_an_export_is_whole_or_not_there(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a table cannot be written nothing is left; a folder that exists is not touched."""
    monkeypatch.setattr("loaders.export.table_digest", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(built, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "out").mkdir()
    with pytest.raises(DatabaseError, match="is there already"):
        export(built, tmp_path / "out")


def test_without_pyarrow_it_says_how_to_get_it(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the extra is not installed the error names it."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(RelokantyError, match=r"\.\[parquet\]"):
        export(built, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_what_it_wrote(built: Path, tmp_path: Path) -> None:
    """`relokanty export` names the folder, the rows and the tables."""
    own = str(shutil.copy(built, tmp_path))
    done = CliRunner().invoke(cli, ["export", own, "-o", str(tmp_path / "out")])
    total = sum(found["rows"] for found in package(tmp_path / "out").values())
    assert (
        done.stdout == f"{tmp_path / 'out'}: {total} rows of {len(Base.metadata.tables)} tables as parquet\n"
    )


def test_the_types_of_columns() -> None:
    """Each form of column has its type."""
    articles, figures = Base.metadata.tables["articles"].columns, Base.metadata.tables["figures"].columns
    named = ("published_latest", "truncated", "paragraph_count", "published", "id")
    assert [field_type(articles[name]) for name in named] == [
        "date",
        "boolean",
        "integer",
        "string",
        "string",
    ]
    assert field_type(figures["value"]) == "number"
