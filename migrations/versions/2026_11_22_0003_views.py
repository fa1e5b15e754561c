"""Create the views."""

from migrations import frozen

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
