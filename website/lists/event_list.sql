-- Events in order of time, those without a date last, with how many articles tell of each; where they happened and who
-- took part; how many there are in each month, of all, of each type (`type:journey`), of each country (`country:RU`),
-- and where the month begins in the order of all; the people with most events.
CREATE TABLE stored.event_list (
    position INTEGER PRIMARY KEY, id TEXT, event_type_id TEXT, month TEXT, articles INTEGER, drafted INTEGER
) STRICT;
INSERT INTO stored.event_list (id, event_type_id, month, articles, drafted)
SELECT e.id, e.event_type_id, coalesce(substr(coalesce(e.date_earliest, e.date_latest), 1, 7), ''),
    count(DISTINCT r.article_id), coalesce(max(a.reading = 'draft'), 0)
FROM events AS e
LEFT JOIN event_reports AS r ON r.event_id = e.id
LEFT JOIN articles AS a ON a.id = r.article_id
GROUP BY e.id
ORDER BY coalesce(e.date_earliest, e.date_latest) IS NULL, coalesce(e.date_earliest, e.date_latest),
    e.date_latest IS NULL, e.date_latest, e.name, e.id;
CREATE INDEX stored.event_list_by_id ON event_list (id);
CREATE INDEX stored.event_list_by_type ON event_list (event_type_id, position);

CREATE TABLE stored.event_countries (
    country_code TEXT, position INTEGER, PRIMARY KEY (country_code, position)
) STRICT, WITHOUT ROWID;
INSERT INTO stored.event_countries
SELECT DISTINCT q.country_code, l.position
FROM event_places AS ep
JOIN places AS q ON q.id = ep.place_id
JOIN event_reports AS r ON r.id = ep.event_report_id
JOIN stored.event_list AS l ON l.id = r.event_id
WHERE q.country_code IS NOT NULL
ORDER BY 1, 2;

CREATE TABLE stored.event_people (party_id TEXT, position INTEGER, PRIMARY KEY (party_id, position)) STRICT, WITHOUT ROWID;
INSERT INTO stored.event_people
SELECT DISTINCT ep.party_id, l.position
FROM event_participants AS ep
JOIN event_reports AS r ON r.id = ep.event_report_id
JOIN stored.event_list AS l ON l.id = r.event_id
ORDER BY 1, 2;

CREATE TABLE stored.event_months (
    scope TEXT, month TEXT, first INTEGER, last INTEGER, events INTEGER, PRIMARY KEY (scope, month)
) STRICT, WITHOUT ROWID;
INSERT INTO stored.event_months
SELECT '', month, min(position), max(position), count(*) FROM stored.event_list GROUP BY month
UNION ALL
SELECT 'type:' || event_type_id, month, min(position), max(position), count(*) FROM stored.event_list GROUP BY 1, 2
UNION ALL
SELECT 'country:' || c.country_code, l.month, min(l.position), max(l.position), count(*)
FROM stored.event_countries AS c JOIN stored.event_list AS l ON l.position = c.position
GROUP BY 1, 2;

CREATE TABLE stored.busiest_people AS
SELECT p.id, p.name, count(*) AS events
FROM stored.event_people AS e JOIN persons AS p ON p.id = e.party_id
GROUP BY p.id
ORDER BY events DESC, p.name, p.id
LIMIT 100;
