"""${message}."""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes: dict[str, str] = {}


def upgrade() -> None:
    ${upgrades if upgrades else "raise NotImplementedError"}


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
