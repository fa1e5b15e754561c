"""Make the harbours anew, to which others refer with CASCADE and SET NULL, with one more rule."""

from migrations.rebuild import rebuild

revision = "0003"
down_revision = "0002"
changes = {"harbours": "a name may not be one letter"}

HARBOURS = """CREATE TABLE harbours (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE,
    CONSTRAINT ck_harbours_name CHECK (trim(name) <> '' AND length(name) > 1)
) STRICT"""


def upgrade() -> None:
    rebuild(HARBOURS)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
