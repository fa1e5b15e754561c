"""Let the ledger count all that rests on a paragraph, not only what begins there."""

from migrations import frozen

revision = "0015"
down_revision = "0014"
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = {"reading_ledger": "whatever rests on a paragraph counts, be it found in another one first"}


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
