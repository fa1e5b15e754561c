-- Figures in the order of the charts of their measure, and by how new they are within it; measures by how many figures
-- they have; figures that say from where or to where.
CREATE TABLE stored.figure_list (
    position INTEGER PRIMARY KEY, measure_id TEXT, id TEXT, recency INTEGER
) STRICT;
INSERT INTO stored.figure_list (measure_id, id, recency)
SELECT f.measure_id, f.id, row_number() OVER (
    PARTITION BY f.measure_id ORDER BY coalesce(f.as_of_earliest, f.period_earliest, s.said_earliest) DESC, f.id)
FROM figures AS f
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
ORDER BY f.measure_id, f.figure_kind, f.unit, f.per, f.accumulation,
    coalesce(f.as_of_earliest, f.period_earliest, s.said_earliest) IS NULL,
    coalesce(f.as_of_earliest, f.period_earliest, s.said_earliest), p.name, f.id;
CREATE INDEX stored.figure_list_by_measure ON figure_list (measure_id, position);
CREATE INDEX stored.figure_list_by_recency ON figure_list (measure_id, recency);

CREATE TABLE stored.measure_list (
    position INTEGER PRIMARY KEY, id TEXT, name TEXT, meaning TEXT, unit TEXT, figures INTEGER, articles INTEGER,
    claimants INTEGER
) STRICT;
INSERT INTO stored.measure_list (id, name, meaning, unit, figures, articles, claimants)
SELECT m.id, m.name, m.meaning, m.unit, count(*) AS figures, count(DISTINCT f.article_id),
    count(DISTINCT coalesce(s.speaker_id, ''))
FROM measures AS m
JOIN figures AS f ON f.measure_id = m.id
LEFT JOIN statements AS s ON s.id = f.statement_id
GROUP BY m.id
ORDER BY figures DESC, m.name, m.id;

CREATE UNIQUE INDEX stored.measure_list_by_id ON measure_list (id);

CREATE TABLE stored.flow_list (position INTEGER PRIMARY KEY, id TEXT, from_where TEXT, to_where TEXT) STRICT;
WITH spot AS (
    SELECT fp.figure_id, group_concat(CASE fp.role WHEN 'from' THEN p.name END, ', ') AS from_where,
        group_concat(CASE fp.role WHEN 'to' THEN p.name END, ', ') AS to_where
    FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
    WHERE fp.role IN ('from', 'to')
    GROUP BY fp.figure_id
)
INSERT INTO stored.flow_list (id, from_where, to_where)
SELECT f.id, spot.from_where, spot.to_where
FROM spot JOIN figures AS f ON f.id = spot.figure_id
WHERE f.figure_kind IN ('count', 'rate')
ORDER BY f.figure_kind, f.unit, f.per, spot.to_where IS NULL, spot.to_where, f.id;

CREATE TABLE stored.measure_comparisons (
    measure_id TEXT, position INTEGER, PRIMARY KEY (measure_id, position)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO stored.measure_comparisons
SELECT f.measure_id, l.position
FROM stored.comparison_list AS l
JOIN comparisons AS c ON c.id = l.id
JOIN figures AS f ON f.id IN (c.left_figure_id, c.right_figure_id)
WHERE c.left_figure_id IS NOT NULL AND c.right_figure_id IS NOT NULL
ORDER BY 1, 2;
