"""Create the table of loads."""

from migrations import frozen

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
