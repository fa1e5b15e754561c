"""How single values are shown on pages: references as links that say what they lead to, numbers as people write them.

Only pages change; JSON, CSV and SQL give the values as they are.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from datasette.utils import tilde_encode, to_css_class
from markupsafe import Markup, escape

from schema import Base
from website.metadata import DATABASE
from website.wording import date_for_page, headline, number_for_page

# (table, column) -> the table that the column refers to.
REFERENCES: Final[dict[tuple[str, str], str]] = {
    (table.name, column.name): key.column.table.name
    for table in Base.metadata.tables.values()
    for column in table.columns
    for key in column.foreign_keys
    if key.constraint is not None and len(key.constraint.columns) == 1
}
# Views and questions have no foreign keys: there the name of a column tells what its ids are of.
_IDS: Final[dict[str, str]] = {
    "article_id": "articles",
    "event_id": "events",
    "figure_id": "figures",
    "first_origin_id": "figures",
    "other_figure_id": "figures",
    "paragraph_id": "paragraphs",
    "party_id": "parties",
    "passage_id": "passages",
    "person_id": "persons",
    "place_id": "places",
    "speaker_id": "parties",
    "statement_id": "statements",
}
# The column that names a row, and the column of the same row that holds its id.
_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "article": ("article_id",),
    "title": ("article_id",),
    "claim": ("figure_id", "first_origin_id"),
    "country": ("place_id",),
    "event": ("event_id",),
    "gist": ("statement_id",),
    "name": ("party_id", "place_id"),
    "paragraph": ("paragraph_id",),
    "person": ("person_id",),
    "place": ("place_id",),
    "speaker": ("speaker_id",),
    "what": ("statement_id", "event_id", "figure_id"),
}
# Columns that hold EDTF dates, in tables, views and questions alike; `_earliest` and `_latest` stay days of ISO 8601.
_DATES: Final = {
    *("date", "said", "published", "period", "as_of", "left_date", "right_date", "as_of_or_period"),
}
_LONGEST_LABEL = 120
_SHORT: Final = 26
# The class of a cell of up to so many signs.
_EXTENTS: Final = ((_SHORT, " short"), (60, ""), (140, " long"))
_DRAFT: Final = Markup(
    ' <span class="badge draft" title="Read by the program, not yet checked by a person">draft</span>'
)
_DEGREES: Final = {"latitude", "longitude"}


def render(
    row: Mapping[str, Any], value: Any, column: str, table: str | None, datasette: Any
) -> Markup | Awaitable[Markup] | None:
    """Return a value as HTML, or None to leave it to Datasette."""
    if value is None and column not in _LABELS:
        return None
    target = REFERENCES.get((table or "", column))
    if target and isinstance(value, dict):
        return link(datasette, target, value["value"], value["label"])
    if target and value is not None:
        return _labelled(datasette, str(table), column, target, value)
    if isinstance(value, float):
        return Markup("{}{}").format(number_for_page(value), "°" if column in _DEGREES else "")
    if column in _DATES and isinstance(value, str):
        return date_for_page(value)
    if table in Base.metadata.tables:
        return None
    if column in _IDS:
        return link(datasette, _IDS[column], value, column.removesuffix("_id").replace("_", " "))
    for id_column in _LABELS.get(column, ()):
        if id_column in row.keys() and row[id_column] is not None:  # noqa: SIM118 - a Row iterates over values
            return link(datasette, _IDS[id_column], row[id_column], value)
    if column == "paragraph" and value is not None and "article_id" in row.keys():  # noqa: SIM118
        place = urlencode({"article_id": row["article_id"], "number": value})
        return Markup('<a href="{}?{}">{}</a>').format(
            datasette.urls.table(DATABASE, "paragraphs"), place, value
        )
    return None


def link(datasette: Any, table: str, key: object, label: object) -> Markup:
    """Return a link to a row, with a label that people understand and its id as a tooltip."""
    if table == "articles" and (label is None or label == key):
        label = headline(None, str(key))
    words = str(key if label is None else label)
    if len(words) > _LONGEST_LABEL:
        words = words[: _LONGEST_LABEL - 1].rstrip() + "…"
    address = datasette.urls.row(DATABASE, table, tilde_encode(str(key)))
    drafted = _DRAFT if table == "articles" and key in datasette.drafts else ""
    # Put together at once: Markup.format would take a tenth of a page's time.
    html = f'<a href="{escape(address)}" title="{escape(key)}">{escape(words)}</a>{drafted}'
    return Markup(html)  # noqa: S704 - each part is escaped


def table_cell(value: object, column: str, kind: str) -> Markup:
    """Return a cell of a table as HTML; a page has a thousand, and a template would take three times as long."""
    classes = f"col-{to_css_class(column)} type-{kind}{_extent(value)}"
    html = f'<td class="{escape(classes)}" data-label="{escape(column)}">{escape(value)}</td>'
    return Markup(html)  # noqa: S704 - each part is escaped


def _extent(value: object) -> str:
    """Return the class of a cell by the length of its text: short ones stay on one line, long ones get room."""
    length = len(str(value))
    # Without its tags a text is no longer, and most are short with them.
    if length > _SHORT and isinstance(value, Markup):
        length = len(value.striptags())
    return next((name for longest, name in _EXTENTS if length <= longest), " very-long")


async def _labelled(datasette: Any, table: str, column: str, target: str, key: object) -> Markup:
    """Look up the label of a reference: row pages of Datasette 0.65 show the bare id."""
    labels = await datasette.expand_foreign_keys(DATABASE, table, column, [key])
    return link(datasette, target, key, labels.get((column, key)) or key)
