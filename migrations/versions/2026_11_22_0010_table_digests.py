"""Create the table of digests of tables."""

from migrations import frozen

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
