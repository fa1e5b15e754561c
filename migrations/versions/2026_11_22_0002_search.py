"""Create the full-text indexes."""

from migrations import frozen

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
