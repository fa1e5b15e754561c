"""data_package: what a folder of exported tables holds, as a Data Package: https://datapackage.org, version 2.

Made from the same declaration as the database: types, descriptions, closed lists, keys and references.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Table

from schema.fields import field_type

FILE: Final = "datapackage.json"
_LICENCE: Final = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}


def data_package(about: Mapping[str, str], resources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the description of a folder, of a file that says this about itself."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "relokanty",
        "title": "Relokanty: news about the Russians who left rather than fight, as tables",
        "version": about.get("program_version", "unknown"),
        "build_id": about.get("build_id", "unknown"),
        "schema_revision": about.get("schema_revision", "unknown"),
        "licenses": [_LICENCE],
        "resources": list(resources),
    }


def resource(table: Table, folder: Path, files: Sequence[Path], rows: int, digest: str) -> dict[str, Any]:
    """Return the description of one table: its files, columns, keys and references, how many rows, and their digest.

    The digest is that of `row_digests` in the manifest of a published file: the same rows, the same digest.
    """
    return {
        "name": table.name,
        "description": table.comment,
        "path": [file.relative_to(folder).as_posix() for file in files],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(file.stat().st_size for file in files),
        "rows": rows,
        "row_digest": digest,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": [column.name for column in table.primary_key],
            "foreignKeys": [
                {
                    "fields": list(key.column_keys),
                    "reference": {
                        "resource": key.referred_table.name,
                        "fields": [element.column.name for element in key.elements],
                    },
                }
                for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
            ],
        },
    }


def _field(column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if "vocabulary" in column.info:
        constraints["enum"] = list(column.info["vocabulary"])
    field = {"name": column.name, "type": field_type(column), "description": column.comment}
    return {**field, "constraints": constraints} if constraints else field
