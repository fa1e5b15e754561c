-- Comparisons in the order of the page of disagreements, the sharpest first; and where those of each verdict stand in it.
CREATE TABLE stored.comparison_list (position INTEGER PRIMARY KEY, id INTEGER, verdict TEXT) STRICT;
INSERT INTO stored.comparison_list (id, verdict)
SELECT id, verdict FROM comparisons
ORDER BY CASE verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END,
    kind = 'geography', kind, id;

CREATE TABLE stored.verdict_list AS
SELECT verdict, min(position) AS first, count(*) AS comparisons FROM stored.comparison_list GROUP BY verdict;
