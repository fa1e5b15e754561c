"""Look for a NUL among the bytes of a text, which costs a third of looking for it among its signs."""

from migrations.restate import restate

revision = "0014"
down_revision = "0013"
TABLES = (
    "about_file",
    "article_authors",
    "article_dates",
    "article_relations",
    "articles",
    "comparisons",
    "dates",
    "event_details",
    "event_reports",
    "event_types",
    "events",
    "evidence",
    "figure_relations",
    "figures",
    "groups",
    "identity_judgements",
    "issues",
    "loads",
    "makers",
    "measures",
    "mentions",
    "organisations",
    "paragraphs",
    "parties",
    "party_names",
    "passages",
    "person_attributes",
    "persons",
    "place_names",
    "place_relations",
    "places",
    "propositions",
    "reading_rules",
    "repairs",
    "retired_ids",
    "statements",
    "table_digests",
)
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = dict.fromkeys(
    TABLES, "its CHECK no_nul says the same of bytes: only U+0000 has a zero byte in UTF-8"
)


def upgrade() -> None:
    no_nul = {table: f"ck_{table}_no_nul" for table in TABLES}
    restate(no_nul, r"instr\((\w+), char\(0\)\)", r"instr(CAST(\1 AS BLOB), x'00')")


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
