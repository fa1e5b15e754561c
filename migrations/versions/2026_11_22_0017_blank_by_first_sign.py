"""See by the letter or digit where a text begins that it is not blank, at a third of the cost of trimming it."""

from migrations.restate import restate

revision = "0017"
down_revision = "0016"
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
changes = dict.fromkeys(TABLES, "its CHECKs say the same: what begins with a letter or digit is not blank")


def upgrade() -> None:
    constraints = {table: rf"ck_{table}_\w+_not_blank" for table in TABLES}
    restate(constraints, r"trim\((\w+), ", r"\1 GLOB '[0-9A-Za-z]*' OR trim(\1, ")


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
