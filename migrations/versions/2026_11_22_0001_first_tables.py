"""Create the first tables."""

from migrations import frozen

revision = "0001"
down_revision = None


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
