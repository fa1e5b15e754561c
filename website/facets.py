"""How often each value stands in a column by which a table is narrowed down: of a whole table, counted once.

Datasette counts at every request, which at a million rows is too slow for a page; of rows that a filter leaves it
still counts by itself, within its time limit.
"""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlencode

from datasette.facets import ColumnFacet
from datasette.utils import path_with_added_args, path_with_removed_args

from website.stored_answers import MOST_VALUES
from website.tables import PAGES, page

# What an address may ask for without leaving rows out.
_NO_FILTERS: Final = frozenset(
    {
        *("_sort", "_sort_desc", "_size", "_next", "_facet", "_facet_size", "_labels", "_label", "_shape"),
        *(
            "_col",
            "_nocol",
            "_nocount",
            "_nosuggest",
            "_json",
            "_trace",
            "_stream",
            "_dl",
            "_header",
            "_sort_by_desc",
        ),
    }
)
# Of more rows than these, left by a filter, nothing is counted while somebody waits.
_MOST_ROWS: Final = 20_000
_STORED: Final = """
SELECT value, rows FROM stored.facets WHERE table_name = ? AND column_name = ? ORDER BY position LIMIT ?
"""
# How Datasette counts the rows that are left of a table where one column has one value.
_COUNT: Final = re.compile(r'select count\(\*\) from (?P<table>\w+) where "(?P<column>\w+)" = :p0 ?')


def by_known_count(sql: str) -> str:
    """Return SQL that takes the number of rows with one value of a facet from what was counted; other SQL unchanged.

    A value that is not among the stored ones is counted, as Datasette would.
    """
    asked = _COUNT.fullmatch(sql)
    if asked is None or asked["table"] not in PAGES or asked["column"] not in page(asked["table"]).facets:
        return sql
    known = (
        f"SELECT rows FROM stored.facets WHERE table_name = '{asked['table']}' "
        f"AND column_name = '{asked['column']}' AND value = :p0"
    )
    return f"SELECT coalesce(({known}), ({sql}))"


class StoredFacets(ColumnFacet):  # type: ignore[misc]
    """Datasette's facets by column, with the counts of whole tables read from the stored answers."""

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Return what Datasette's own class would: the facets, and the columns that took too long to count."""
        ours = getattr(self.ds, "is_relokanty", False)
        stored = page(self.table or "").facets if ours else ()
        asked = [
            config["config"].get("column") or config["config"]["simple"] for config in self.get_configs()
        ]
        size = self.get_facet_size()
        whole = set(self.request.args) <= _NO_FILTERS and size < MOST_VALUES
        if not whole and stored and (self.row_count is None or self.row_count > _MOST_ROWS):
            return [], asked
        if not whole or not set(asked) <= set(stored):
            found: tuple[list[dict[str, Any]], list[str]] = await super().facet_results()
            return found
        # Taken apart once: a page shows some sixty values, each with an address of its own.
        here = self._here()
        return [await self._facet(column, size, here) for column in asked], []

    async def _facet(self, column: str, size: int, here: str) -> dict[str, Any]:
        counted = await self.ds.execute(self.database, _STORED, [self.table, column, size + 1])
        rows = counted.rows[:size]
        values = [row["value"] for row in rows]
        labels = await self.ds.expand_foreign_keys(self.database, self.table, column, values)
        return {
            "name": column,
            "type": self.type,
            "hideable": False,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {"_facet": column})),
            "results": [
                {
                    "value": row["value"],
                    "label": labels.get((column, row["value"]), row["value"]),
                    "count": row["rows"],
                    "toggle_url": f"{here}{urlencode({column: row['value']})}",
                    "selected": False,
                }
                for row in rows
            ],
            "truncated": len(counted.rows) > size,
        }

    def _here(self) -> str:
        """Return the address that is asked for, up to where one more argument begins."""
        path = self.ds.urls.path(path_with_added_args(self.request, {}))
        address = str(self.ds.absolute_url(self.request, path))
        return f"{address}{'&' if '?' in address else '?'}"
