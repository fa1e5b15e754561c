"""Make a table anew from our own CREATE TABLE text, which SQLite's ALTER TABLE cannot do; rows and all else stay.

Reflection forgets collations, CHECKs, conflict clauses and more, so nothing is read back from the database but the
text of what users added: their indexes, triggers and columns come back byte for byte.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from alembic import op
from sqlalchemy import Connection

from migrations.guard import quoted

_ASIDE = "_alembic_tmp_"


def rebuild(create: str, values: Mapping[str, str] | None = None, without: Collection[str] = ()) -> None:
    """Put a table in place of the one of its name, with all its rows, row ids, indexes and triggers.

    `create` is its new CREATE TABLE statement; `values` gives, for columns that are not simply copied, an SQL
    expression over the old row; `without` names columns that go. Any other column that the new text does not have is
    a user's own and stays. Raises RuntimeError where foreign keys are on, since dropping the old table would then
    delete what refers to it.
    """
    connection = op.get_bind()
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise RuntimeError("foreign keys are on: a rebuild would delete the rows that refer to the table")
    table = create.removeprefix("CREATE TABLE ").split("(", 1)[0].strip()
    attached = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL "
        "ORDER BY type, name",
        (table,),
    ).all()
    old = _columns(connection, table)
    (text,) = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).one()
    highest = _highest_id(connection, table)
    aside = f"{_ASIDE}{table}"
    # The old table steps aside, not the new one: a table that was renamed has its name in quotes for ever.
    connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {aside}")
    for (index,) in connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL", (aside,)
    ).all():
        connection.exec_driver_sql(f"DROP INDEX {quoted(index)}")
    connection.exec_driver_sql(create)
    new = _columns(connection, table)
    for name in old:
        if name not in new and name not in without:
            definition = next(part for part in definitions(text) if _named(part) == name.lower())
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {definition}")
    _copy(connection, aside, table, values or {})
    connection.exec_driver_sql(f"DROP TABLE {aside}")
    if highest is not None:
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, highest))
    for (statement,) in attached:
        connection.exec_driver_sql(statement)


def definitions(create: str) -> Iterator[str]:
    """Yield the definitions of columns and constraints of a CREATE TABLE statement, as they are written."""
    depth, start, closing = 0, 0, ""
    for place, character in enumerate(create):
        if closing:
            closing = "" if create.startswith(closing, place) else closing
        elif character in "\"'`[":
            closing = "]" if character == "[" else character
        elif create.startswith("--", place):
            closing = "\n"
        elif create.startswith("/*", place):
            closing = "*/"
        elif character == "(":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif character == ")" or (character == "," and depth == 1):
            depth -= character == ")"
            if depth == 0 or character == ",":
                yield create[start:place].strip()
                start = place + 1
            if depth == 0:
                return


def _copy(connection: Connection, source: str, target: str, values: Mapping[str, str]) -> None:
    """Copy rows; a column that is in both keeps its value unless `values` says otherwise."""
    given = {name: quoted(name) for name in _columns(connection, source)} | dict(values)
    stored = _columns(connection, target)
    chosen = {quoted(name): given[name] for name in stored if name in given and not stored[name]}
    has_rowid = connection.exec_driver_sql(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name IN (?, ?) AND wr = 0",
        (source, target),
    ).scalar()
    # A key of one INTEGER is the row id; `values` may give it another.
    keys = connection.exec_driver_sql("SELECT name, type FROM pragma_table_info(?) WHERE pk", (target,)).all()
    is_key = len(keys) == 1 and keys[0].type.upper() == "INTEGER"
    if has_rowid == 2 and not (is_key and keys[0].name in values):
        chosen["_rowid_"] = "_rowid_"
    connection.exec_driver_sql(
        f"INSERT INTO {target} ({', '.join(chosen)}) SELECT {', '.join(chosen.values())} FROM {source}"
    )


def _columns(connection: Connection, table: str) -> dict[str, bool]:
    """Return the columns of a table in order, and whether each is generated."""
    return {
        name: bool(hidden)
        for _, name, _, _, _, _, hidden in connection.exec_driver_sql(f"PRAGMA table_xinfo({quoted(table)})")
    }


def _highest_id(connection: Connection, table: str) -> int | None:
    """Return the highest id that AUTOINCREMENT gave, so that none is given twice; None without it."""
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'").first():
        return None
    found: int | None = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    ).scalar()
    return found


def _named(definition: str) -> str:
    """Return the name that a definition begins with, in lower case."""
    if definition[0] in "\"'`[":
        end = "]" if definition[0] == "[" else definition[0]
        return definition[1 : definition.index(end, 1)].lower()
    return definition.split(maxsplit=1)[0].lower()
