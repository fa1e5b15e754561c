"""How tables are declared: one base, one type map, named constraints, and a few words for columns.

A table's description is the docstring of its class; a column's is the first argument of the word that declares it.
SQLite keeps no comments, so `schema.describe` makes the dictionaries from here.
"""

from __future__ import annotations

import inspect
from typing import Any, ClassVar, TypeGuard

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, MappedColumn, declared_attr, mapped_column

from schema.lookups import LOOKUPS
from schema.vocabularies import Vocabulary

# The application_id in the header of our files: "Relo" in ASCII.
APPLICATION_ID = 0x52656C6F

_WHITE_SPACE = "char(9, 10, 11, 12, 13, 32, 160)"
_SHA256 = "[0-9a-f]" * 64


class Base(DeclarativeBase):
    """A STRICT table whose description is the docstring of its class."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # STRICT refuses VARCHAR, FLOAT, BOOLEAN and DATE; these three are all we use.
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, int: Integer, float: REAL}
    rules: ClassVar[tuple[CheckConstraint | ForeignKeyConstraint | UniqueConstraint | Index, ...]] = ()
    # A table that is nothing but its key is kept once, in the order of the key.
    only_key: ClassVar[bool] = False

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805
        """Return the class's rules, its description, and STRICT."""
        description = " ".join((inspect.getdoc(cls) or "").split())
        options = {"sqlite_strict": True, "sqlite_with_rowid": not cls.only_key, "comment": description}
        return (*cls.rules, options)

    def __init_subclass__(cls, **arguments: Any) -> None:
        """Add the rules that follow from the columns themselves."""
        super().__init_subclass__(**arguments)
        table = cls.__table__
        assert isinstance(table, Table)  # noqa: S101
        _add_column_rules(table)
        _index_lookups(table)
        _index_foreign_keys(table)


def slug(comment: str, *, primary: bool = False) -> MappedColumn[Any]:
    """Declare a public id: words of a-z and 0-9 joined by hyphens."""
    return mapped_column(Text, primary_key=primary, comment=comment, info={"form": "slug"})


def number_key(comment: str) -> MappedColumn[Any]:
    """Declare an integer id of at most 53 bits, derived from what identifies the row."""
    return mapped_column(
        Integer, primary_key=True, autoincrement=False, comment=comment, info={"form": "number_key"}
    )


def text(
    comment: str, *, primary: bool = False, fact: bool = False, required: bool = False
) -> MappedColumn[Any]:
    """Declare a text column.

    `fact` marks a value read from an article, whose basis `evidence_coverage` counts; `required` one that
    may be NULL only when `evidence` gives the reason.
    """
    return mapped_column(Text, primary_key=primary, comment=comment, info=_info("text", fact, required))


def as_printed(comment: str, *, minimum: int = 0) -> MappedColumn[Any]:
    """Declare a stretch of text of at least so many characters, which may be blank."""
    return mapped_column(Text, comment=comment, info={"form": "as_printed", "minimum": minimum})


def term(
    vocabulary: Vocabulary, comment: str, *, primary: bool = False, fact: bool = False, required: bool = False
) -> MappedColumn[Any]:
    """Declare a column that holds a term of a closed list."""
    info = {**_info("term", fact, required), "vocabulary": vocabulary}
    return mapped_column(Text, primary_key=primary, comment=comment, info=info)


def edtf(comment: str, *, required: bool = False) -> MappedColumn[Any]:
    """Declare a date as EDTF at printed precision; `<name>_earliest` and `<name>_latest` stand beside it."""
    return mapped_column(Text, comment=comment, info=_info("edtf", True, required))


def day(comment: str) -> MappedColumn[Any]:
    """Declare an ISO 8601 calendar day, YYYY-MM-DD."""
    return mapped_column(Text, comment=comment, info={"form": "day"})


def sha256(comment: str) -> MappedColumn[Any]:
    """Declare a SHA-256 in lower-case hexadecimal."""
    return mapped_column(Text, comment=comment, info={"form": "sha256"})


def integer(
    comment: str, *, primary: bool = False, minimum: int = 0, maximum: int | None = None
) -> MappedColumn[Any]:
    """Declare an integer column within bounds."""
    info = {"form": "number", "minimum": minimum, "maximum": maximum}
    return mapped_column(Integer, primary_key=primary, autoincrement=False, comment=comment, info=info)


def flag(comment: str, *, required: bool = False) -> MappedColumn[Any]:
    """Declare a yes or no: 1 or 0."""
    info = {**_info("number", required, required), "minimum": 0, "maximum": 1}
    return mapped_column(Integer, comment=comment, info=info)


def real(
    comment: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    fact: bool = False,
    required: bool = False,
    unit: str | None = None,
) -> MappedColumn[Any]:
    """Declare a real number within bounds; NaN and infinity are refused."""
    info = {
        **_info("number", fact, required),
        "minimum": minimum,
        "maximum": maximum,
        "unit": unit,
        "finite": True,
    }
    return mapped_column(REAL, comment=comment, info=info)


def reference(
    target: str,
    comment: str,
    *,
    owner: bool = False,
    deferred: bool = False,
    primary: bool = False,
    fact: bool = False,
    required: bool = False,
) -> MappedColumn[Any]:
    """Declare a foreign key to `table.column`.

    `owner`: the row goes when the other goes. `deferred`: checked at commit, for references to rows of the same
    table or of other articles, whose order of writing is free.
    """
    key = ForeignKey(
        target,
        ondelete="CASCADE" if owner else None,
        deferrable=True if deferred else None,
        initially="DEFERRED" if deferred else None,
    )
    return mapped_column(key, primary_key=primary, comment=comment, info=_info("reference", fact, required))


def check(name: str, condition: str) -> CheckConstraint:
    """Declare a named CHECK."""
    return CheckConstraint(condition, name=name)


def one_of(column: str, terms: Vocabulary) -> str:
    """Return SQL that holds when the column is NULL or one of the terms; OR, since a long IN list costs 2.8 times."""
    return " OR ".join(f"{column} = '{value}'" for value in terms)


def _info(form: str, fact: bool, required: bool) -> dict[str, Any]:
    return {"form": form, "fact": fact or required, "required": required}


def _add_column_rules(table: Table) -> None:
    """Add CHECKs for form, range and date order, and one that keeps NUL out of every text."""
    texts: list[str] = []
    for column in table.columns:
        form = column.info.get("form")
        for suffix, condition in _conditions(column):
            table.append_constraint(CheckConstraint(condition, name=f"{column.name}_{suffix}"))
        if form in {"text", "as_printed", "edtf", "slug", "sha256"}:
            texts.append(column.name)
        if form == "edtf":
            no_days = f"{column.name}_earliest IS NULL AND {column.name}_latest IS NULL"
            condition = f"({column.name} IS NULL) = ({no_days})"
            table.append_constraint(CheckConstraint(condition, name=f"{column.name}_has_days"))
        latest = column.name.replace("_earliest", "_latest")
        if form == "day" and latest != column.name and latest in table.columns:
            name = f"{column.name.removesuffix('_earliest')}_order"
            table.append_constraint(CheckConstraint(f"{column.name} <= {latest}", name=name))
    if texts:
        # GLOB, length and LIKE all stop at a NUL, so it would hide what follows. Only U+0000 has a zero byte in UTF-8;
        # looked for as a sign, char(0), it costs three times as much.
        condition = " AND ".join(f"instr(CAST({name} AS BLOB), x'00') = 0" for name in texts)
        table.append_constraint(CheckConstraint(condition, name="no_nul"))


def _conditions(column: Column[Any]) -> list[tuple[str, str]]:
    name, info = column.name, column.info
    match info.get("form"):
        case "term":
            return [("term", one_of(name, info["vocabulary"]))]
        case "slug":
            return [
                (
                    "slug",
                    f"{name} GLOB '[a-z0-9]*' AND {name} NOT GLOB '*[^a-z0-9-]*' AND {name} NOT GLOB '*-'",
                )
            ]
        case "day":
            # Only with a modifier does date() carry 31 April over to 1 May, so that it differs.
            return [("day", f"date({name}, '+0 days') IS {name}")]
        case "sha256":
            return [("sha256", f"{name} GLOB '{_SHA256}'")]
        case "number_key":
            return [("bits", f"{name} BETWEEN 0 AND 9007199254740991")]
        case "text" | "edtf":
            # Most texts begin with a letter or digit, which is seen at a third of the cost.
            return [
                ("not_blank", f"{name} GLOB '[0-9A-Za-z]*' OR trim({name}, {_WHITE_SPACE}) <> ''"),
            ]
        case "as_printed":
            return [("length", f"length({name}) >= {info['minimum']}")] if info["minimum"] else []
        case "number":
            return _range_conditions(name, info)
        case _:
            return []


def _range_conditions(name: str, info: dict[str, Any]) -> list[tuple[str, str]]:
    minimum, maximum = info["minimum"], info["maximum"]
    # SQLite stores an infinity where a literal overflows; NaN becomes NULL.
    low = "-1.7e308" if minimum is None and info.get("finite") else minimum
    high = "1.7e308" if maximum is None and info.get("finite") else maximum
    if high is None:
        return [("range", f"{name} >= {low}")]
    return [("range", f"{name} BETWEEN {low} AND {high}")]


def _index_lookups(table: Table) -> None:
    """Index a table as readers look into it: in its order, and by each column that narrows it down, in that order.

    A reference that narrows it down has its index anyway and leaves few rows, which are sorted as they are read. The
    key ends an index where many rows are alike in all else.
    """
    lookup = LOOKUPS.get(table.name)
    if lookup is None:
        return
    # An integer key is the row id, with which every index ends anyway.
    key = [] if _has_number_key(table) else [column.name for column in table.primary_key.columns]
    order = [lookup.sort] if lookup.sort else key
    if lookup.sort and table.columns[lookup.sort].foreign_keys:
        order += key
    wanted = [tuple(order)] if lookup.sort else []
    narrow = [column for column in lookup.columns if not table.columns[column].foreign_keys]
    wanted += [tuple(dict.fromkeys([column, *order])) for column in narrow if column != lookup.sort]
    descending = {lookup.sort} if lookup.descending else set()
    for names in wanted:
        columns = (table.columns[name] for name in names)
        Index(None, *(column.desc() if column.name in descending else column for column in columns))


def _is_key(constraint: object) -> TypeGuard[PrimaryKeyConstraint | UniqueConstraint]:
    return isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint)


def _has_number_key(table: Table) -> bool:
    key = list(table.primary_key.columns)
    return len(key) == 1 and isinstance(key[0].type, Integer)


def _index_foreign_keys(table: Table) -> None:
    """Index each foreign key unless a key, a UNIQUE or an index already starts with its columns."""
    starts: list[list[str]] = [[column.name for column in index.columns] for index in table.indexes]
    starts += [
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if _is_key(constraint)
    ]
    for key in sorted(table.foreign_key_constraints, key=lambda key: list(key.column_keys)):
        names = list(key.column_keys)
        if not any(start[: len(names)] == names for start in starts):
            Index(None, *(table.columns[name] for name in names))
            starts.append(names)
