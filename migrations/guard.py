"""The guard around every migration: whatever was there before is there afterwards, byte for byte, unless declared.

A revision declares what it changes of what was there, in one place, its `changes`: names and why. `figures` is the
definition of a table, view, index or trigger; `figures.comparator` the values of a column; `figures.*` the rows of a
table. Anything else that is lost or altered, be it ours or the user's own, is a refusal, and nothing is changed.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from schema.search import check

_BATCH = 1000
_FIRES_ON = re.compile(r"\b(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
_VIRTUAL = re.compile(r"CREATE\s+VIRTUAL\b", re.IGNORECASE)
_SEARCH_INDEX = re.compile(r"CREATE\s+VIRTUAL\s+TABLE\b.*\bUSING\s+fts5\b", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|`[^`]*`|\'[^\']*\'')
_NOT_GUARDED = ("alembic_version", "sqlite_schema", "sqlite_temp_schema", "sqlite_stat", "sqlite_autoindex")
_LEFT_OVER = "_alembic_tmp"


class Refusal(RuntimeError):
    """A migration would lose or alter what it does not declare; the transaction is to be rolled back."""


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one column in order of the rows' keys: a digest of type and bytes, and how many are not NULL."""

    digest: str
    filled: int


@dataclass(frozen=True, slots=True)
class State:
    """What a database holds: the SQL of every object, rows and columns of every table, and what does not work."""

    objects: Mapping[str, str]
    rows: Mapping[str, int]
    columns: Mapping[str, Column]
    dangling: Mapping[str, int]
    broken: Mapping[str, str]


@dataclass(slots=True)
class Guard:
    """Holds each step of an upgrade, or downgrade, against the state before it."""

    connection: sqlite3.Connection
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = look(self.connection)

    def check(self, changes: Mapping[str, str], *, back: bool = False) -> None:
        """Compare the state now with the last one, which it replaces; Refusal names everything lost.

        On the way back (a downgrade) a declaration covers definitions alone: values that exist are never dropped.
        """
        before, self.state = self.state, look(self.connection)
        lost = [*losses(before, self.state, changes, back=back)]
        if lost:
            raise Refusal(
                f"the migration would lose or alter what its `changes` do not name: {'; '.join(lost)}"
            )


def look(connection: sqlite3.Connection) -> State:
    """Return the state of a database as its open transaction sees it; nothing is changed."""
    text_factory = connection.text_factory
    # Text that is not UTF-8 counts too: surrogates stand for such bytes, and for nothing else.
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        objects = {
            f"{kind} {name}": sql or ""
            for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
            if not name.startswith(_NOT_GUARDED)
        }
        # First, since FTS writes what it holds in memory when it is checked.
        broken = dict(_broken(connection, objects))
        rows: dict[str, int] = {}
        columns: dict[str, Column] = {}
        for table, has_rowid in _tables(connection):
            rows[table] = _look_into(connection, table, has_rowid, columns)
        dangling = _dangling(connection, rows, broken)
    finally:
        connection.text_factory = text_factory
    return State(objects, rows, columns, dangling, broken)


def losses(before: State, after: State, changes: Mapping[str, str], *, back: bool = False) -> Iterator[str]:
    """Yield, in words, all that is lost or altered between two states without being among the declared changes."""
    for name, sql in before.objects.items():
        kind, _, own = name.partition(" ")
        if {own, _shadowed(own, before)} & changes.keys():
            continue
        if name not in after.objects:
            yield f"{name} is gone"
        elif after.objects[name] != sql:
            yield f"{name} is not defined as before" if kind != "index" else f"{name} is another"
    yield from _lost_values(before, after, changes, back=back)
    for child, count in after.dangling.items():
        if count > before.dangling.get(child, 0):
            yield f"it leaves {count - before.dangling.get(child, 0)} dangling references in {child}"
    for name, error in after.broken.items():
        if name not in before.broken:
            yield f"{name} no longer works: {error}"
    for name in after.objects:
        if name.partition(" ")[2].startswith(_LEFT_OVER):
            yield f"it leaves the temporary {name}"


def _lost_values(before: State, after: State, changes: Mapping[str, str], *, back: bool) -> Iterator[str]:
    for name, column in before.columns.items():
        table = name.rpartition(".")[0]
        declared = {name, f"{table}.*", _shadowed(table, before)} & changes.keys()
        gone = name not in after.columns
        if declared and not (back and gone and column.filled):
            continue
        if gone and (table in after.rows or column.filled):
            yield f"{name} is gone, with {column.filled} values"
        elif not gone and after.columns[name].digest != column.digest:
            was, now = before.rows[table], after.rows[table]
            yield f"{name} has other values" if was == now else f"{name} had {was} rows and has {now}"


def _shadowed(table: str, state: State) -> str:
    """Return the virtual table that keeps its index in a table; no name where there is none."""
    virtual = table.rpartition("_")[0]
    sql = state.objects.get(f"table {virtual}", "")
    return virtual if _VIRTUAL.match(sql) else ""


def _tables(connection: sqlite3.Connection) -> list[tuple[str, bool]]:
    """Return every table with rows of its own, and whether these have row ids; FTS keeps its index in such, too."""
    return [
        (name, not without_rowid)
        for _, name, kind, _, without_rowid, _ in connection.execute("PRAGMA main.table_list")
        if kind in {"table", "shadow"} and not name.startswith(_NOT_GUARDED)
    ]


def _look_into(
    connection: sqlite3.Connection, table: str, has_rowid: bool, columns: dict[str, Column]
) -> int:
    """Add the columns of a table; return how many rows it has.

    Rows are taken in the order of their key, so values that change places between rows show too. The row id stands
    for a missing key, and is then a column of its own.
    """
    found = connection.execute(f"PRAGMA table_xinfo({quoted(table)})").fetchall()
    names = [name for _, name, _, _, _, _, hidden in found if hidden != 1]
    key = [name for _, name, _, _, _, place, _ in sorted(found, key=lambda row: row[5]) if place]
    if table == "sqlite_sequence":
        key = ["name"]
    order = [f"{quoted(name)} COLLATE BINARY" for name in key]
    read = [quoted(name) for name in names]
    if has_rowid:
        rowid = next(alias for alias in ("_rowid_", "oid", "rowid") if alias not in map(str.lower, names))
        order.append(rowid)
        if not key:
            names, read = [*names, "row id"], [*read, rowid]
    cursor = connection.execute(f"SELECT {', '.join(read)} FROM {quoted(table)} ORDER BY {', '.join(order)}")
    hashes = [hashlib.sha256() for _ in names]
    filled = [0] * len(names)
    count = 0
    while batch := cursor.fetchmany(_BATCH):
        count += len(batch)
        for place, values in enumerate(zip(*batch, strict=True)):
            # repr() tells types apart, escapes what is not text, and is exact for reals.
            hashes[place].update(repr(values).encode("utf-8"))
            filled[place] += len(values) - values.count(None)
    columns |= {
        f"{table}.{name}": Column(total.hexdigest(), full)
        for name, total, full in zip(names, hashes, filled, strict=True)
    }
    return count


def _broken(connection: sqlite3.Connection, objects: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield views that do not prepare, triggers that could not fire, and full-text indexes out of step, with why."""
    for name, sql in objects.items():
        kind, _, own = name.partition(" ")
        statement = None
        if kind == "view":
            statement = f"SELECT * FROM {quoted(own)} LIMIT 0"
        elif kind == "table" and _SEARCH_INDEX.match(sql):
            statement = check(quoted(own))
        elif kind == "trigger":
            statement = _firing(connection, own, sql)
        if statement is None:
            continue
        try:
            connection.execute(statement).fetchall()
        except sqlite3.DatabaseError as error:
            yield name, str(error)


def _firing(connection: sqlite3.Connection, trigger: str, sql: str) -> str | None:
    """Return what compiles a trigger without firing it: a statement that finds no row."""
    fires_on = _FIRES_ON.search(_QUOTED.sub("", sql))
    (table,) = connection.execute(
        "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = ?", (trigger,)
    ).fetchone()
    found = connection.execute(f"PRAGMA table_xinfo({quoted(table)})")
    names = [quoted(name) for _, name, _, _, _, _, hidden in found if not hidden]
    if fires_on is None or not names:
        return None
    columns = ", ".join(names)
    # Not EXPLAIN: SQLite 3.40 crashes in one that was prepared before the schema changed.
    compiling = {
        "INSERT": f"INSERT INTO {quoted(table)} ({columns}) SELECT {columns} FROM {quoted(table)} WHERE 0",
        "UPDATE": f"UPDATE {quoted(table)} SET {', '.join(f'{name} = {name}' for name in names)} WHERE 0",
        "DELETE": f"DELETE FROM {quoted(table)} WHERE 0",
    }
    return compiling[fires_on[1].upper()]


def _dangling(
    connection: sqlite3.Connection, tables: Mapping[str, int], broken: dict[str, str]
) -> dict[str, int]:
    """Return how many references of each table to each other lead nowhere; those that cannot be checked are broken."""
    found: dict[str, int] = {}
    for table in tables:
        try:
            for child, _, parent, _ in connection.execute(f"PRAGMA foreign_key_check({quoted(table)})"):
                name = f"{child} (to {parent})"
                found[name] = found.get(name, 0) + 1
        except sqlite3.DatabaseError as error:
            broken[f"foreign keys of {table}"] = str(error)
    return found


def quoted(name: str) -> str:
    """Return a name as SQL reads it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'
