"""Index the claims of one measure and party, so that a draft meets those of its time without a look at the others."""

from migrations import frozen

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
