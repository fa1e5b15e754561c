"""Add a column and a table, and take them away again, which is only allowed while they are empty."""

from alembic import op

revision = "0007"
down_revision = "0006"
changes = {
    "berths": "a length",
    "berths.length": "came with this revision",
    "cranes": "came with this revision",
}


def upgrade() -> None:
    op.execute("ALTER TABLE berths ADD COLUMN length REAL")
    op.execute("CREATE TABLE cranes (id INTEGER PRIMARY KEY, lifts REAL) STRICT")


def downgrade() -> None:
    op.execute("DROP TABLE cranes")
    op.execute("ALTER TABLE berths DROP COLUMN length")
