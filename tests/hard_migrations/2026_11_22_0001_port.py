"""A port: parents with CASCADE and SET NULL children, two levels deep, triggers, collations, search, row ids."""

from migrations import frozen

revision = "0001"
down_revision = None


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first revision")
