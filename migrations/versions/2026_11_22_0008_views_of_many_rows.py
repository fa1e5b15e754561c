"""Make the views of coverage and sums anew, so that they end however many rows there are."""

from migrations import frozen

revision = "0008"
down_revision = "0007"
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = {
    "evidence_coverage": "rows are looked up for evidence, not evidence for every row; the numbers are the same",
    "what_may_be_added": "of very many figures it lists the first 100 and counts the others",
}


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
