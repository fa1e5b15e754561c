"""Index figures by what they count and the day for which they stand."""

from migrations import frozen

revision = "0009"
down_revision = "0008"
changes = {"ix_figures_measure_id": "its look-ups are served by the two indexes that start alike"}


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
