"""Make the views of comparisons, origins and sums anew."""

from migrations import frozen

revision = "0005"
down_revision = "0004"
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = {
    "disagreements": "the nearer side and what was worked out from stand on the left; places are told as claims",
    "independent_origins": "claims are told apart by their origin's people, places and days",
    "what_may_be_added": "every measure has a row, what is left out too; figures of different places are refused",
}


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
