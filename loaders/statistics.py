"""statistics: what SQLite believes of the sizes of tables, kept near the truth while a file grows.

A file starts from the seeds, whose tables are so small that reading them whole is the quickest look-up. Believed of a
file of thousands of articles, that makes every article cost as much as all before it.
"""

from __future__ import annotations

from sqlalchemy import Connection

# Rows of each index that are looked at; the statistics of large tables are then estimates.
_LOOKED_AT = 1_000
_BELIEVED = "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = 'articles' AND idx IS NOT NULL"
# Rows are numbered upwards, so this is never too few, and is found without counting.
_HELD = "SELECT max(rowid) FROM articles"


def renew_statistics(connection: Connection) -> bool:
    """Look at the tables anew if there are over twice as many articles as at the last look; tell whether it was so.

    It is done in the transaction that the caller opened.
    """
    believed = connection.exec_driver_sql(_BELIEVED).scalar() or 0
    held = connection.exec_driver_sql(_HELD).scalar() or 0
    outgrown = bool(held > 2 * believed)
    if outgrown:
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_LOOKED_AT}")
        connection.exec_driver_sql("ANALYZE")
    return outgrown
