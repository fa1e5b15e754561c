CREATE TABLE harbours (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE,
    CONSTRAINT ck_harbours_name CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE ships (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    captain TEXT,
    kind TEXT NOT NULL,
    built TEXT,
    harbour_id INTEGER,
    CONSTRAINT pk_ships PRIMARY KEY (id),
    CONSTRAINT fk_ships_harbour_id FOREIGN KEY (harbour_id) REFERENCES harbours (id) ON DELETE SET NULL,
    CONSTRAINT ck_ships_kind CHECK (kind = 'ferry' OR kind = 'tug')
) STRICT;

CREATE INDEX ix_ships_harbour_id ON ships (harbour_id);

CREATE UNIQUE INDEX ux_ships_name ON ships (lower(name) DESC) WHERE kind <> 'tug';

CREATE TABLE berths (
    harbour_id INTEGER NOT NULL REFERENCES harbours (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    PRIMARY KEY (harbour_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE calls (
    ship_id INTEGER NOT NULL REFERENCES ships (id) ON DELETE CASCADE,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE log (entry TEXT NOT NULL) STRICT;

CREATE VIRTUAL TABLE ships_search USING fts5(name, content="ships", content_rowid="id");

CREATE VIRTUAL TABLE calls_search USING fts5(note, content="calls", content_rowid="rowid");

CREATE TRIGGER ships_added AFTER INSERT ON ships BEGIN
    INSERT INTO ships_search (rowid, name) VALUES (new.id, new.name);
END;

CREATE TRIGGER ships_renamed AFTER UPDATE OF name ON ships BEGIN
    INSERT INTO ships_search (ships_search, rowid, name) VALUES ('delete', old.id, old.name);
    INSERT INTO ships_search (rowid, name) VALUES (new.id, new.name);
    INSERT INTO log VALUES (old.name || ' is now ' || new.name);
END;

CREATE VIEW fleet AS SELECT s.name AS ship, h.name AS harbour, s.kind FROM ships AS s
LEFT JOIN harbours AS h ON h.id = s.harbour_id;
