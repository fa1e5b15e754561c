"""Split the captain's name into two columns, with its data."""

from migrations.rebuild import rebuild

revision = "0002"
down_revision = "0001"
changes = {"ships": "two columns for the captain", "ships.captain": "stands in two columns"}

SHIPS = """CREATE TABLE ships (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    captain_first TEXT,
    captain_last TEXT,
    kind TEXT NOT NULL,
    built TEXT,
    harbour_id INTEGER,
    CONSTRAINT pk_ships PRIMARY KEY (id),
    CONSTRAINT fk_ships_harbour_id FOREIGN KEY (harbour_id) REFERENCES harbours (id) ON DELETE SET NULL,
    CONSTRAINT ck_ships_kind CHECK (kind = 'ferry' OR kind = 'tug')
) STRICT"""


def upgrade() -> None:
    last = "substr(captain, instr(captain, ' ') + 1)"
    first = "CASE WHEN instr(captain, ' ') THEN substr(captain, 1, instr(captain, ' ') - 1) END"
    rebuild(SHIPS, {"captain_first": first, "captain_last": last}, without={"captain"})


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
