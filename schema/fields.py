"""What kind of value each column holds, beyond what SQLite tells: days and yes-or-no, for files with richer types."""

from __future__ import annotations

from typing import Any, Final, Literal

from sqlalchemy import REAL, Column, Integer

FieldType = Literal["string", "integer", "number", "boolean", "date"]

_OF_SQLITE: Final[tuple[tuple[type[Any], FieldType], ...]] = ((Integer, "integer"), (REAL, "number"))
_YES_OR_NO: Final = (0, 1)


def field_type(column: Column[Any]) -> FieldType:
    """Return the type of a column's values, by the names of Table Schema (datapackage.org, version 2).

    A date is a calendar day; EDTF stays text, since no type of dates holds what it can say.
    """
    if column.info.get("form") == "day":
        return "date"
    if (column.info.get("minimum"), column.info.get("maximum")) == _YES_OR_NO and isinstance(
        column.type, Integer
    ):
        return "boolean"
    for sqlite, name in _OF_SQLITE:
        if isinstance(column.type, sqlite):
            return name
    return "string"
