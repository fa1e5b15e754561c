"""Call tugs tugboats: a term of a closed list changes, in its rule, its rows, and the index that names it."""

from alembic import op

from migrations.rebuild import rebuild

revision = "0004"
down_revision = "0003"
changes = {
    "ships": "another closed list",
    "ships.kind": "tugs are called tugboats",
    "ux_ships_name": "names the term in its condition",
}

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
    CONSTRAINT ck_ships_kind CHECK (kind = 'ferry' OR kind = 'tugboat')
) STRICT"""


def upgrade() -> None:
    op.execute("DROP INDEX ux_ships_name")
    rebuild(SHIPS, {"kind": "CASE kind WHEN 'tug' THEN 'tugboat' ELSE kind END"})
    op.execute("CREATE UNIQUE INDEX ux_ships_name ON ships (lower(name) DESC) WHERE kind <> 'tugboat'")


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
