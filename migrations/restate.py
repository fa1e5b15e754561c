"""Say CHECKs in other words that let the same rows pass, without writing a row anew.

A rebuild would write every row of the table again for nothing. SQLite's own procedure changes the text alone:
https://www.sqlite.org/lang_altertable.html, section 7, the second list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from alembic import op

from migrations.rebuild import definitions


def restate(constraints: Mapping[str, str], pattern: str, replacement: str) -> None:
    """Replace whatever fits a pattern in constraints of each table; all else of the table's text stays.

    `constraints` gives, by table, a pattern for their names. Raises RuntimeError where there is none of such a name,
    where one is not as expected, or where a row does not pass what it says now.
    """
    connection = op.get_bind()
    texts = {table: _restated(table, name, pattern, replacement) for table, name in constraints.items()}
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    try:
        for table, text in texts.items():
            connection.exec_driver_sql(
                "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (text, table)
            )
        # Whoever has read the schema reads it anew.
        connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    finally:
        connection.exec_driver_sql("PRAGMA writable_schema = OFF")
    for table in texts:
        found = connection.exec_driver_sql(f"PRAGMA quick_check({table})").scalar()
        if found != "ok":
            raise RuntimeError(f"{table}: {found}")


def _restated(table: str, constraint: str, pattern: str, replacement: str) -> str:
    query = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    text = str(op.get_bind().exec_driver_sql(query, (table,)).scalar())
    parts = [part for part in definitions(text) if re.match(f"CONSTRAINT {constraint} CHECK ", part)]
    said = [re.sub(pattern, replacement, part) for part in parts]
    if not parts or any(old == new or text.count(old) != 1 for old, new in zip(parts, said, strict=True)):
        raise RuntimeError(f"{table}: {constraint} is not what the migration expects")
    for old, new in zip(parts, said, strict=True):
        text = text.replace(old, new)
    return text
