"""Search ships without their accents: a full-text index cannot be altered, so it is made anew."""

from alembic import op

revision = "0005"
down_revision = "0004"
changes = {"ships_search": "finds names without accents too"}


def upgrade() -> None:
    op.execute("DROP TABLE ships_search")
    op.execute(
        'CREATE VIRTUAL TABLE ships_search USING fts5(name, content="ships", content_rowid="id", '
        'tokenize="unicode61 remove_diacritics 2")'
    )
    op.execute("INSERT INTO ships_search (ships_search) VALUES ('rebuild')")


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
