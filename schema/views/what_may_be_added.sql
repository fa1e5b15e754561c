-- For each measure: the sum of its figures where they may be added, or the reason why they may not.
--
-- measure: What the figures count.
-- unit: What one unit is.
-- accumulation: Whether they are stocks, sums since a beginning, or flows.
-- figures: How many figures articles print.
-- distinct_figures: How many are left when repeats, parts of others and derived ones are taken out.
-- total: The sum, where it may be formed.
-- refused: Why it may not be formed.
-- claims: The figures that are left, each as a short phrase.
CREATE VIEW what_may_be_added AS
WITH kept AS (
    SELECT f.* FROM figures AS f
    WHERE NOT EXISTS (
        SELECT 1 FROM figure_relations AS r
        WHERE r.figure_id = f.id AND r.relation IN ('repeats', 'subset_of', 'share_of', 'derived_from'))
),
grouped AS (
    SELECT
        m.name AS measure,
        f.unit,
        f.accumulation,
        f.figure_kind,
        (SELECT count(*) FROM figures AS a WHERE a.measure_id = f.measure_id AND a.accumulation = f.accumulation
            AND a.figure_kind = f.figure_kind) AS figures,
        count(*) AS distinct_figures,
        sum(f.value) AS total,
        sum(f.value IS NULL) AS without_value,
        sum(f.comparator <> 'exact') AS inexact,
        sum(f.modality <> 'reported') AS not_reported,
        count(DISTINCT coalesce(f.subject_id, '')) AS subjects,
        count(DISTINCT coalesce(s.speaker_id, '')) AS claimants,
        sum(f.period_earliest IS NULL OR f.period_latest IS NULL) AS without_period,
        (SELECT count(*) FROM kept AS x JOIN kept AS y ON x.id < y.id
            AND x.period_earliest <= y.period_latest AND y.period_earliest <= x.period_latest
            WHERE x.measure_id = f.measure_id AND y.measure_id = f.measure_id
            AND x.accumulation = f.accumulation AND y.accumulation = f.accumulation) AS overlapping,
        group_concat(f.claim, '; ') AS claims
    FROM kept AS f
    JOIN measures AS m ON m.id = f.measure_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    GROUP BY f.measure_id, f.unit, f.accumulation, f.figure_kind
),
judged AS (
    SELECT *, CASE
        WHEN figure_kind <> 'count' THEN 'figures of kind ' || figure_kind || ' are not counts'
        WHEN distinct_figures = 1 THEN 'one figure only: there is nothing to add'
        WHEN accumulation = 'none' THEN 'they count separate things'
        WHEN accumulation = 'stock' THEN 'stocks of different days count the same people twice'
        WHEN accumulation = 'cumulative' THEN 'sums since a beginning hold each other'
        WHEN accumulation = 'net_flow' AND claimants > 1 THEN 'net flows of different claimants'
        WHEN not_reported > 0 THEN 'targets, plans and estimates are not counts'
        WHEN without_value > 0 OR inexact > 0 THEN 'some are vague or only bounds'
        WHEN subjects > 1 THEN 'they count different people or things'
        WHEN without_period > 0 THEN 'some have no period with a beginning and an end'
        WHEN overlapping > 0 THEN 'their periods overlap'
        END AS refused
    FROM grouped
)
SELECT
    measure,
    unit,
    accumulation,
    figures,
    distinct_figures,
    CASE WHEN refused IS NULL THEN total END AS total,
    refused,
    claims
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation
