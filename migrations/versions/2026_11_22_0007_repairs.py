"""Create the table of repairs of texts."""

from migrations import frozen

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
