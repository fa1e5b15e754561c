"""Create the index of shared runs of words."""

from migrations import frozen

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
