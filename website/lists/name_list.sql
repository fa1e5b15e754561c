-- Names of parties and places with whoever bears them; the words of each, as they are written without accents and as
-- they sound; and groups of three sounds, by which misspelt names are found.
CREATE TABLE stored.name_list (
    number INTEGER PRIMARY KEY, home TEXT, id TEXT, name TEXT, description TEXT, certain INTEGER, found_as TEXT, kind TEXT
) STRICT;
INSERT INTO stored.name_list (home, id, name, description, certain, found_as, kind)
SELECT home, id, name, description, certain, found_as, kind FROM (
SELECT p.kind || 's' AS home, p.id, p.name, replace(coalesce(o.organisation_kind, (
        SELECT a.attribute FROM person_attributes AS a WHERE a.person_id = p.id
        ORDER BY a.kind <> 'office', a.kind <> 'occupation', a.id LIMIT 1), p.kind), '_', ' ') AS description,
    coalesce(r.name_status, 'real') = 'real' AND p.kind <> 'group' AND coalesce(o.naming, 'named') = 'named' AS certain,
    n.name AS found_as, n.kind, (SELECT count(*) FROM mentions AS m WHERE m.party_id = p.id) AS mentions
FROM party_names AS n JOIN parties AS p ON p.id = n.party_id
LEFT JOIN persons AS r ON r.id = p.id LEFT JOIN organisations AS o ON o.id = p.id
UNION ALL
SELECT 'places', p.id, p.name, replace(p.kind || coalesce(', ' || p.parent_name, ''), '_', ' '),
    p.status <> 'unnamed', n.name, n.kind,
    (SELECT count(*) FROM mentions AS m WHERE m.place_id = p.id)
FROM place_names AS n JOIN places AS p ON p.id = n.place_id
)
ORDER BY mentions DESC, home, id, found_as;
CREATE INDEX stored.name_list_by_id ON name_list (home, id);

CREATE TABLE stored.name_words (
    word TEXT, number INTEGER, PRIMARY KEY (word, number)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO stored.name_words
SELECT w.value, n.number FROM stored.name_list AS n, json_each(name_words(n.found_as)) AS w ORDER BY 1, 2;

CREATE INDEX stored.name_words_by_number ON name_words (number, word);

CREATE TABLE stored.name_groups (
    sounds TEXT, number INTEGER, PRIMARY KEY (sounds, number)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO stored.name_groups
SELECT w.value, n.number FROM stored.name_list AS n, json_each(name_groups(n.found_as)) AS w ORDER BY 1, 2;

CREATE TABLE stored.name_group_sizes (sounds TEXT PRIMARY KEY, names INTEGER) STRICT, WITHOUT ROWID;
INSERT INTO stored.name_group_sizes SELECT sounds, count(*) FROM stored.name_groups GROUP BY sounds;
