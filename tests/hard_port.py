"""A port full of what migrations have broken elsewhere, at the first revision of `tests/hard_migrations`, with rows.

Its rows have gaps in their ids, dates that look like numbers, names with accents, text behind a NUL; a user has
added tables, a column, an index, views, triggers and a search of their own.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from loaders.database import upgrade

VERSIONS = Path(__file__).parent / "hard_migrations"

_ROWS = """
    INSERT INTO harbours VALUES (2, 'Gdynia'), (5, 'Hel'), (9, 'Puck');
    DELETE FROM harbours WHERE id = 9;
    INSERT INTO ships VALUES
        (3, 'Wanda', 'Ewa Lis', 'ferry', '1906-04-18', 2),
        (7, 'Łódź', 'Nowak', 'tug', 'c. 1850', 5),
        (8, 'Ångström', 'Jan Maria Wrona', 'ferry', '007', 2),
        (12, 'Mewa', NULL, 'tug', NULL, NULL);
    INSERT INTO berths VALUES (2, 'A1'), (2, 'B1'), (5, '007');
    INSERT INTO calls (rowid, ship_id, note) VALUES
        (5, 3, 'alpha ' || char(0) || ' hidden'), (9, 7, 'beta'), (14, 8, 'gamma'),
        (15, 3, 'alpha ' || char(0) || ' hidden');
    INSERT INTO calls_search (calls_search) VALUES ('rebuild');
    UPDATE ships SET name = 'Mewka' WHERE id = 12;
"""
_OWN = """
    CREATE TABLE "my notes" (about, "what, else" TEXT DEFAULT 'a (b', mark BLOB, UNIQUE (about, mark));
    INSERT INTO "my notes" VALUES (7, 'c. 1850', x'00ff'), ('7', CAST(x'ff00' AS TEXT), NULL), (7.5, '', x'');
    CREATE TABLE my_visits (ship_id INTEGER REFERENCES ships (id) ON DELETE CASCADE, n INTEGER);
    INSERT INTO my_visits VALUES (3, 1), (7, 2);
    ALTER TABLE ships ADD COLUMN "my, mark" TEXT COLLATE NOCASE DEFAULT 'none' CHECK ("my, mark" <> '(');
    UPDATE ships SET "my, mark" = 'seen' WHERE id = 7;
    CREATE INDEX "my index" ON ships (built, "my, mark") WHERE built IS NOT NULL;
    CREATE VIEW "my view" AS SELECT f.ship, v.n FROM fleet AS f JOIN ships AS s ON s.name = f.ship
        JOIN my_visits AS v ON v.ship_id = s.id;
    CREATE TRIGGER "my trigger" AFTER DELETE ON ships WHEN old.built <> 'x' BEGIN
        INSERT INTO "my notes" VALUES (old.id, old.name, NULL); END;
    CREATE VIRTUAL TABLE my_search USING fts5(words);
    INSERT INTO my_search (words) VALUES ('delta'), ('epsilon');
"""


def make(file: Path, revision: str = "0001") -> Path:
    """Make a filled port at the first revision, bring it to another, and return its file."""
    upgrade(file, "0001", VERSIONS)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(_ROWS + _OWN)
    upgrade(file, revision, VERSIONS)
    return file
