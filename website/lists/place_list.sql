-- Places that articles name, the most named first, as the map shows them.
CREATE TABLE stored.place_list (
    position INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, status TEXT, parent_id TEXT, parent_name TEXT,
    country_code TEXT, latitude REAL, longitude REAL, point_precision TEXT, mentions INTEGER, articles INTEGER,
    drafts INTEGER, events INTEGER
) STRICT;
INSERT INTO stored.place_list (id, name, kind, status, parent_id, parent_name, country_code, latitude, longitude,
    point_precision, mentions, articles, drafts, events)
SELECT p.id, p.name, p.kind, p.status, p.parent_id, p.parent_name, p.country_code, p.latitude, p.longitude,
    p.point_precision, count(*) AS mentions, count(DISTINCT g.article_id),
    count(DISTINCT CASE WHEN a.reading = 'draft' THEN g.article_id END),
    (SELECT count(DISTINCT r.event_id) FROM event_places AS t JOIN event_reports AS r ON r.id = t.event_report_id
        WHERE t.place_id = p.id)
FROM places AS p
JOIN mentions AS m ON m.place_id = p.id
JOIN passages AS w ON w.id = m.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
GROUP BY p.id
ORDER BY mentions DESC, p.name, p.id;
CREATE INDEX stored.place_list_by_kind ON place_list (kind, position);
CREATE INDEX stored.place_list_of_points ON place_list (position)
    WHERE point_precision = 'point' AND latitude IS NOT NULL;
CREATE INDEX stored.place_list_by_id ON place_list (id);

CREATE TABLE stored.country_list (id TEXT, country_code TEXT PRIMARY KEY, name TEXT) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO stored.country_list
SELECT id, country_code, name FROM places WHERE kind = 'country' AND country_code IS NOT NULL ORDER BY country_code, id;

CREATE TABLE stored.kind_list AS
SELECT p.kind, count(*) AS places, (SELECT count(*) FROM stored.place_list AS l WHERE l.kind = p.kind) AS named
FROM places AS p
GROUP BY p.kind
ORDER BY places DESC, p.kind;
