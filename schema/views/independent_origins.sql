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
GROUP BY
    f.measure_id, f.subject_id, f.accumulation, f.modality, f.comparator, f.value, f.low, f.high, f.unit, f.per,
    f.period_earliest, f.period_latest
