"""Give rows without a public name numbers by which those of an article lie together, whatever the size of the file."""

from __future__ import annotations

import hashlib
import sqlite3

from alembic import op

from migrations import renumber

revision = "0016"
down_revision = "0015"
_NUMBERED = "its rows lie beside their article"
_FOLLOWS = "refers to such rows"
# What it changes of what was there, and why; see docs/adding-a-migration.md. References of users are added to it.
changes = {
    **dict.fromkeys(
        (
            "paragraphs.*",
            "passages.*",
            "dates.*",
            "mentions.*",
            "issues.*",
            "event_reports.*",
            "event_details.*",
            "person_attributes.*",
            "comparisons.*",
            "party_names.*",
            "place_names.*",
            "evidence.*",
            "paragraphs_search",
            "party_names_search",
            "place_names_search",
        ),
        _NUMBERED,
    ),
    **dict.fromkeys(
        (
            "article_authors.passage_id",
            "article_dates.passage_id",
            "article_relations.passage_id",
            "event_participants.*",
            "event_places.*",
            "event_relations.passage_id",
            "figure_passages.*",
            "figures.passage_id",
            "paragraph_relations.*",
            "place_claims.passage_id",
            "repairs.*",
            "statement_passages.*",
            "statements.passage_id",
        ),
        _FOLLOWS,
    ),
}

# The number of the row that a row belongs to, as it will be; where there is no such row, what the row says.
_OWNER = "LEFT JOIN temp.renumbered AS o ON o.table_name = '{}' AND o.old = t.{}"
# Of each table: what its rows belong to, and all that tells them apart.
_ROWS = {
    "paragraphs": ("", "article_id, number"),
    "passages": (
        _OWNER.format("paragraphs", "paragraph_id"),
        "coalesce(o.new, paragraph_id), start_offset, end_offset",
    ),
    "dates": (_OWNER.format("passages", "passage_id"), "coalesce(o.new, passage_id), 'date'"),
    "mentions": (
        _OWNER.format("passages", "passage_id"),
        "coalesce(o.new, passage_id), coalesce(party_id, ''), coalesce(place_id, '')",
    ),
    "issues": (
        _OWNER.format("paragraphs", "paragraph_id"),
        "coalesce(o.new, paragraph_id, article_id), kind, iif(kind = 'unread', NULL, item)",
    ),
    "event_reports": (_OWNER.format("passages", "passage_id"), "coalesce(o.new, passage_id), event_id"),
    "event_details": (
        _OWNER.format("event_reports", "event_report_id"),
        "coalesce(o.new, event_report_id), kind, detail",
    ),
    "person_attributes": (
        _OWNER.format("passages", "passage_id"),
        "coalesce(o.new, passage_id), person_id, kind, attribute",
    ),
    "comparisons": (
        f"{_OWNER.format('event_reports', 'left_event_report_id')} LEFT JOIN figures AS f ON f.id = left_figure_id "
        "LEFT JOIN statements AS s ON s.id = left_statement_id",
        "coalesce(t.article_id, f.article_id, s.article_id), 'comparison', t.kind, "
        "'accumulation=' || t.accumulation, 'article_id=' || t.article_id, "
        "'left_event_report_id=' || coalesce(o.new, left_event_report_id), 'left_figure_id=' || left_figure_id, "
        "'left_place_id=' || left_place_id, 'left_statement_id=' || left_statement_id, "
        "'right_figure_id=' || right_figure_id, 'right_place_id=' || right_place_id, "
        "'right_statement_id=' || right_statement_id",
    ),
    "party_names": ("", "party_id, 'party', name_key"),
    "place_names": ("", "place_id, 'place', name_key"),
    "evidence": (
        "LEFT JOIN temp.renumbered AS o ON o.table_name = t.table_name AND o.old = CAST(t.row_id AS INTEGER) "
        "AND CAST(o.old AS TEXT) = t.row_id",
        "coalesce(t.article_id, o.new, row_id), t.table_name, coalesce(o.new, row_id), column_name",
    ),
}
_EVIDENCE = """
    SELECT CAST(r.new AS TEXT) FROM temp.renumbered AS r
    WHERE r.table_name = t.table_name AND r.old = CAST(t.row_id AS INTEGER) AND CAST(r.old AS TEXT) = t.row_id
"""


def upgrade() -> None:
    connection = op.get_bind()
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101
    driver.create_function("derived_number", -1, _derived_number, deterministic=True)
    renumber.prepare()
    for table, (owners, parts) in _ROWS.items():
        chosen, rows = f"SELECT '{table}', t.id, derived_number({parts}", f"FROM {table} AS t {owners}"
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO temp.renumbered {chosen}) {rows} ORDER BY t.id")
        # Rows of other programs may tell the same as another one.
        connection.exec_driver_sql(
            f"INSERT INTO temp.renumbered {chosen}, t.id) {rows} "
            f"WHERE t.id NOT IN (SELECT old FROM temp.renumbered WHERE table_name = '{table}')"
        )
    changes.update(renumber.renumber(_ROWS, {("evidence", "row_id"): _EVIDENCE}))


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")


def _derived_number(owner: str | int, *parts: str | int | None) -> int:
    """The loaders' `derived_number` as it was on the day of this revision; parts that are NULL are none."""
    text = "\x1f".join(str(part) for part in (owner, *parts) if part is not None)
    place = owner >> 35 if isinstance(owner, int) else _hash(owner.rpartition("--")[2]) >> 46
    return place << 35 | _hash(text) >> 29


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest(), "big")
