"""Give ships a label that SQLite works out and stores; such a column can only come with a table made anew."""

from migrations.rebuild import rebuild

revision = "0006"
down_revision = "0005"
changes = {"ships": "a label, worked out from name and kind"}

SHIPS = """CREATE TABLE ships (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    captain_first TEXT,
    captain_last TEXT,
    kind TEXT NOT NULL,
    built TEXT,
    harbour_id INTEGER,
    label TEXT GENERATED ALWAYS AS (name || ' (' || kind || ')') STORED,
    CONSTRAINT pk_ships PRIMARY KEY (id),
    CONSTRAINT fk_ships_harbour_id FOREIGN KEY (harbour_id) REFERENCES harbours (id) ON DELETE SET NULL,
    CONSTRAINT ck_ships_kind CHECK (kind = 'ferry' OR kind = 'tugboat')
) STRICT"""


def upgrade() -> None:
    rebuild(SHIPS)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
