"""Later pages of sorted tables, read in the order of an index.

Datasette asks for what comes after a row as `(a > :p0 or (a = :p0 and (id > :p1)))`. SQLite would look up both sides
of such an OR by index and then sort all that is left of the table, instead of reading the next rows off.
"""

from __future__ import annotations

import re
from typing import Final

_AFTER: Final = re.compile(
    r"\((?P<column>\w+|\[[^\]]+\]|\"[^\"]+\") (?P<comes>[<>]) (?P<value>:p\d+)(?: or (?P=column) is null)?"
    r" or \((?P=column) = (?P=value) and "
)


# The same of a key of several columns, without a column that sorts before it.
_AFTER_KEY: Final = re.compile(
    r"\(\((?P<column>\w+|\[[^\]]+\]|\"[^\"]+\") (?P<comes>>) (?P<value>:p\d+)\)\s+or\s+\((?P=column) = (?P=value) and "
)


def in_index_order(sql: str) -> str:
    """Return SQL of Datasette's with the same rows, whose OR is no longer taken apart; other SQL unchanged.

    >>> in_index_order("select a from t where (a > :p0 or (a = :p0 and (id > :p1))) order by a, id limit 51")
    'select a from t where a >= :p0 and ((a > :p0 or (a = :p0 and (id > :p1))) is true) order by a, id limit 51'
    """
    found = _AFTER.search(sql) or _AFTER_KEY.search(sql)
    if found is None:
        return sql
    end = _end_of_group(sql, found.start())
    clause = sql[found.start() : end]
    # Where NULLs come last there is no bound; rows are then passed over in the order of the index.
    bound = f"{found['column']} >= {found['value']} and " if found["comes"] == ">" else ""
    return f"{sql[: found.start()]}{bound}({clause} is true){sql[end:]}"


def _end_of_group(sql: str, start: int) -> int:
    """Return where the brackets that open at a place are closed; the clause holds no text of anybody's."""
    depth = 0
    for position in range(start, len(sql)):
        depth += {"(": 1, ")": -1}.get(sql[position], 0)
        if depth == 0:
            return position + 1
    return len(sql)
