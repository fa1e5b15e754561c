"""${message}

Revision: ${up_revision}, after ${down_revision | comma,n}

House rules: every row survives; new tables from the frozen SQL file beside this one; a column's type is never
altered in place; no PRAGMA; nothing is dropped that may hold rows.
"""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "raise NotImplementedError"}


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
