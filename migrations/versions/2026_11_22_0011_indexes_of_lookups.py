"""Index every column by which readers sort or narrow down tables."""

from migrations import frozen

revision = "0011"
down_revision = "0010"
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = dict.fromkeys(
    ("ix_statements_speaker_id",),
    "an index that goes on with the order of the table takes its place",
)


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
