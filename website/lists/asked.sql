-- What questions that take a parameter look for: figures in the order of their question with all words that it looks
-- through, in lower case; evidence in the order of its question, by basis, and under no name that of the two telling
-- ones; reports of events that name a place, in order of time, and those of each country.
CREATE TABLE stored.claims_asked (position INTEGER PRIMARY KEY, figure_id TEXT, looked_through TEXT) STRICT;
INSERT INTO stored.claims_asked (figure_id, looked_through)
SELECT figure_id, lower(claim || ' ' || measure || ' ' || coalesce(subject, '') || ' ' || coalesce(event, ''))
FROM figure_claims
ORDER BY measure, coalesce(as_of, period), claimant = 'the author', claimant, figure_id;

CREATE TABLE stored.evidence_asked (
    basis TEXT, position INTEGER, id INTEGER, PRIMARY KEY (basis, position)
) STRICT, WITHOUT ROWID;
INSERT INTO stored.evidence_asked
SELECT e.basis, row_number() OVER (
    ORDER BY a.id IS NULL, coalesce(a.title, a.id), e.table_name,
    coalesce(f.claim, r.gist, s.gist, v.name, p.name, y.name, t.title, w.words, n.attribute, e.row_id), e.column_name),
    e.id
FROM evidence AS e
LEFT JOIN articles AS a ON a.id = e.article_id
LEFT JOIN articles AS t ON e.table_name IN ('articles', 'article_dates') AND t.id = e.article_id
LEFT JOIN figures AS f ON e.table_name = 'figures' AND f.id = e.row_id
LEFT JOIN statements AS s ON e.table_name = 'statements' AND s.id = e.row_id
LEFT JOIN events AS v ON e.table_name = 'events' AND v.id = e.row_id
LEFT JOIN event_reports AS r ON e.table_name = 'event_reports' AND r.id = CAST(e.row_id AS INTEGER)
LEFT JOIN places AS p ON e.table_name = 'places' AND p.id = e.row_id
LEFT JOIN parties AS y ON e.table_name IN ('persons', 'organisations', 'groups') AND y.id = e.row_id
LEFT JOIN person_attributes AS n ON e.table_name = 'person_attributes' AND n.id = CAST(e.row_id AS INTEGER)
LEFT JOIN dates AS d ON e.table_name = 'dates' AND d.id = CAST(e.row_id AS INTEGER)
LEFT JOIN passages AS w ON w.id = d.passage_id;
INSERT INTO stored.evidence_asked
SELECT '', position, id FROM stored.evidence_asked WHERE basis IN ('inferred', 'external');

CREATE TABLE stored.reports_asked (position INTEGER PRIMARY KEY, report_id INTEGER) STRICT;
INSERT INTO stored.reports_asked (report_id)
SELECT r.id
FROM event_reports AS r
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE r.id IN (SELECT event_report_id FROM event_places)
ORDER BY coalesce(r.date_earliest, r.date_latest) IS NULL, coalesce(r.date_earliest, r.date_latest), r.date_latest,
    coalesce(a.title, a.id), g.number, w.start_offset, r.id;
CREATE TABLE stored.reports_asked_of_country (
    country_code TEXT, position INTEGER, PRIMARY KEY (country_code, position)
) STRICT, WITHOUT ROWID;
INSERT INTO stored.reports_asked_of_country
SELECT DISTINCT p.country_code, k.position
FROM stored.reports_asked AS k
JOIN event_places AS ep ON ep.event_report_id = k.report_id
JOIN places AS p ON p.id = ep.place_id
WHERE p.country_code IS NOT NULL;
