"""What a page of one row shows beside its values: the words it rests on, and how the rest of it is known."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from schema import Base
from schema.vocabularies import BASES
from website.marks import Mark, pieces
from website.metadata import DATABASE

# Of so many mentions the first are shown; nobody reads more.
_NAMED_BY: Final = (
    "SELECT DISTINCT passage_id FROM (SELECT passage_id FROM mentions WHERE {column} = :p0 LIMIT 1000)"
)
# Tables whose rows rest on passages without a column for one, or on more than one.
_PASSAGES: Final[dict[str, str]] = {
    "passages": "SELECT id AS passage_id FROM passages WHERE id = :p0",
    "figures": "SELECT passage_id FROM figure_passages WHERE figure_id = :p0",
    "statements": "SELECT passage_id FROM statement_passages WHERE statement_id = :p0",
    "events": "SELECT passage_id FROM event_reports WHERE event_id = :p0 LIMIT 300",
    "event_participants": "SELECT passage_id FROM event_reports WHERE id = :p0",
    "event_places": "SELECT passage_id FROM event_reports WHERE id = :p0",
    "places": _NAMED_BY.format(column="place_id"),
    **dict.fromkeys(
        ("parties", "persons", "organisations", "groups"),
        _NAMED_BY.format(column="party_id"),
    ),
}
# Tables whose passages only name the row; elsewhere they are what the row rests on.
NAMED: Final = frozenset({"places", "parties", "persons", "organisations", "groups"})
_WORDS: Final = """
SELECT a.id AS article_id, a.title AS article, a.reading, g.id AS paragraph_id, g.number AS paragraph, w.words,
    g.text, w.start_offset, w.end_offset, a.text_kind
FROM ({source}) AS source
CROSS JOIN passages AS w ON w.id = source.passage_id
CROSS JOIN paragraphs AS g ON g.id = w.paragraph_id
CROSS JOIN articles AS a ON a.id = g.article_id
ORDER BY a.title, g.number, w.start_offset
LIMIT {limit}
"""
_EVIDENCE: Final = """
SELECT e.column_name, e.basis, e.reasoning, e.source, e.other_value, e.passage_id, w.words
FROM evidence AS e LEFT JOIN passages AS w ON w.id = e.passage_id
WHERE e.table_name = :table AND e.row_id = :row
ORDER BY e.id
"""
_SUBTYPES: Final = {"person": "persons", "organisation": "organisations", "group": "groups"}
_MOST_PASSAGES = 20

# (table, column) -> the meaning of each term that the column may hold.
TERMS: Final[dict[tuple[str, str], dict[str, str]]] = {
    (table.name, column.name): column.info["vocabulary"]
    for table in Base.metadata.tables.values()
    for column in table.columns
    if "vocabulary" in column.info
}


def _sources() -> dict[str, str]:
    """Return for each table the SQL that finds the passages of a row by its primary key, `:p0` and so on."""
    sources = dict(_PASSAGES)
    for table in Base.metadata.tables.values():
        if "passage_id" in table.columns and table.name not in sources:
            wheres = [
                f"{column.name} = :p{number}" for number, column in enumerate(table.primary_key.columns)
            ]
            sources[table.name] = f"SELECT passage_id FROM {table.name} WHERE {' AND '.join(wheres)}"
    return sources


SOURCES: Final = _sources()


async def record(datasette: Any, table: str, key: list[str]) -> dict[str, Any]:
    """Return what the template of a row page needs beside the row itself."""
    database = datasette.get_database(DATABASE)
    passages: list[Any] = []
    if table in SOURCES:
        sql = _WORDS.format(source=SOURCES[table], limit=_MOST_PASSAGES + 1)
        passages = (await database.execute(sql, {f"p{number}": part for number, part in enumerate(key)})).rows
    evidence = await database.execute(_EVIDENCE, {"table": table, "row": ",".join(key)})
    return {
        "passages": in_paragraphs(passages[:_MOST_PASSAGES]),
        "more_passages": len(passages) > _MOST_PASSAGES,
        "evidence": evidence.rows,
        "bases": BASES,
        **await _other_face(datasette, table, key),
    }


def in_paragraphs(passages: list[Any]) -> list[dict[str, Any]]:
    """Return each paragraph of some passages once, with the article it is of, cut into marked and other pieces."""
    shown = []
    for _, group in groupby(passages, key=lambda row: row["paragraph_id"]):
        rows = list(group)
        marks = [Mark(row["start_offset"], row["end_offset"], "passage", "", "") for row in rows]
        paragraph = {
            name: rows[0][name] for name in ("article_id", "article", "reading", "text_kind", "paragraph")
        }
        shown.append({**paragraph, "pieces": pieces(rows[0]["text"], marks)})
    return shown


async def _other_face(datasette: Any, table: str, key: list[str]) -> dict[str, Any]:
    """Return the row that describes the same party elsewhere, and what refers to the party rather than to the row."""
    from datasette.views.row import RowView  # noqa: PLC0415 - Datasette is still being imported when we are

    if table == "parties":
        kinds = await datasette.get_database(DATABASE).execute("SELECT kind FROM parties WHERE id = ?", key)
        return {"other_face": _SUBTYPES[kinds.rows[0]["kind"]] if kinds.rows else None}
    if table in _SUBTYPES.values():
        links = await RowView(datasette).foreign_key_tables(DATABASE, "parties", key)
        return {"other_face": "parties", "party_links": links}
    return {}
