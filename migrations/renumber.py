"""Give rows other numbers; whatever refers to them by a foreign key follows, in tables of users too.

A migration fills `temp.renumbered` with the old and the new number of each row, then calls `renumber`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from alembic import op
from sqlalchemy import Connection

from migrations.guard import quoted
from migrations.rebuild import rebuild

_CONTENT = re.compile(r"USING\s+fts5\b.*\bcontent\s*=\s*[\"'`\[]?(\w+)", re.IGNORECASE | re.DOTALL)
# The new number of a row of a table, by the column that holds the old one.
_NEW = "SELECT r.new FROM temp.renumbered AS r WHERE r.table_name = '{}' AND r.old = {}"


def prepare() -> None:
    """Make the temporary table `renumbered`, empty; no two rows of a table can have one number."""
    op.get_bind().exec_driver_sql(
        "CREATE TEMP TABLE renumbered (table_name TEXT NOT NULL, old INTEGER NOT NULL, new INTEGER NOT NULL, "
        "PRIMARY KEY (table_name, old), UNIQUE (table_name, new)) WITHOUT ROWID"
    )


def renumber(tables: Collection[str], told: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Give the rows of tables, all keyed by an integer `id`, their new numbers; return what changed, and why.

    `told` gives, for a table and a column that tells numbers without a foreign key, the query for what it tells then
    of its row `t`. Search indexes over the tables are made anew. No trigger fires. The guard is to be told what is
    returned.
    """
    connection = op.get_bind()
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
    ).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)}")
    changes = {f"{table}.*": "its rows have other numbers" for table in tables}
    for table, column, parent, in_key in list(_references(connection, tables)):
        _follow(connection, table, column, _NEW.format(parent, f"t.{quoted(column)}"))
        changes[f"{table}.*" if in_key else f"{table}.{column}"] = f"follows the rows of {parent}"
    for (table, column), query in told.items():
        _follow(connection, table, column, query)
    for table in tables:
        (text,) = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
        ).one()
        rebuild(text, {"id": f"coalesce(({_NEW.format(table, 'id')}), id)"})
    changes |= dict(_search_anew(connection, tables))
    for _, statement in triggers:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("DROP TABLE temp.renumbered")
    return changes


def _follow(connection: Connection, table: str, column: str, query: str) -> None:
    connection.exec_driver_sql(
        f"UPDATE {quoted(table)} AS t SET {quoted(column)} = ({query}) WHERE EXISTS ({query})"
    )


def _search_anew(connection: Connection, tables: Collection[str]) -> Iterator[tuple[str, str]]:
    """Make the search indexes over the tables anew, also a user's; yield them, and why."""
    for name, text in connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
    ).all():
        content = _CONTENT.search(text)
        if content is not None and content[1].lower() in tables:
            connection.exec_driver_sql(f"INSERT INTO {quoted(name)} ({quoted(name)}) VALUES ('rebuild')")
            yield name, f"indexes the rows of {content[1]}"


def _references(connection: Connection, tables: Collection[str]) -> Iterator[tuple[str, str, str, bool]]:
    """Yield table and column of each reference to an `id`, the table that it leads to, and whether it is in a key."""
    names = connection.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    )
    for (table,) in names.all():
        key = {
            name.lower()
            for _, name, _, _, _, place in connection.exec_driver_sql(f"PRAGMA table_info({quoted(table)})")
            if place
        }
        for _, _, parent, column, target, *_ in connection.exec_driver_sql(
            f"PRAGMA foreign_key_list({quoted(table)})"
        ).all():
            if parent.lower() in tables and (target or "id").lower() == "id":
                yield table, column, parent.lower(), column.lower() in key
