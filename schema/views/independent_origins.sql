-- How many articles print a claim, and from how many origins: a repeat points to the figure it repeats.
--
-- measure: What the figure counts.
-- claim: The claim as these articles put it.
-- comparator: How the words bound the number.
-- origin_claim: The claim as its origin puts it.
-- value: The number; empty for a range or a vague word.
-- low: Lowest number, of a range or a vague word.
-- high: Highest number, of a range or a vague word.
-- unit: What one unit of the number is.
-- printed_by_articles: Articles that print it.
-- origins: Origins on which they rest.
-- first_origin_id: Public id of one origin.
CREATE VIEW independent_origins AS
WITH RECURSIVE step (figure_id, origin_id) AS (
    SELECT id, id FROM figures
    UNION
    SELECT step.figure_id, r.other_figure_id
    FROM step JOIN figure_relations AS r ON r.figure_id = step.origin_id AND r.relation = 'repeats'
),
root AS (
    SELECT step.figure_id, step.origin_id FROM step
    WHERE NOT EXISTS (
        SELECT 1 FROM figure_relations AS r WHERE r.figure_id = step.origin_id AND r.relation = 'repeats')
),
place AS (
    SELECT figure_id, group_concat(role || ' ' || place_id) AS places
    FROM (SELECT * FROM figure_places ORDER BY figure_id, role, place_id) GROUP BY figure_id
)
SELECT
    m.name AS measure,
    min(f.claim) AS claim,
    f.comparator,
    min(origin.claim) AS origin_claim,
    f.value,
    f.low,
    f.high,
    f.unit,
    count(DISTINCT f.article_id) AS printed_by_articles,
    count(DISTINCT root.origin_id) AS origins,
    min(root.origin_id) AS first_origin_id
FROM root
JOIN figures AS f ON f.id = root.figure_id
JOIN figures AS origin ON origin.id = root.origin_id
JOIN measures AS m ON m.id = f.measure_id
LEFT JOIN place ON place.figure_id = origin.id
GROUP BY
    f.measure_id, f.comparator, f.value, f.low, f.high, f.unit, f.per,
    origin.subject_id, origin.accumulation, origin.modality, place.places,
    origin.period_earliest, origin.period_latest, origin.as_of_earliest, origin.as_of_latest,
    -- Of whom and where nothing is said, that cannot be the same claim as another.
    CASE WHEN origin.subject_id IS NULL AND place.places IS NULL THEN origin.id END
