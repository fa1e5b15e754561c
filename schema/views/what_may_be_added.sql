-- For each measure: the sum of its figures where they may be added, or the reason why they may not.
--
-- measure: What the figures count.
-- unit: What one unit is.
-- accumulation: Whether they are stocks, sums since a beginning, or flows.
-- figures: How many figures articles print.
-- distinct_figures: How many are left when repeats, parts of others of them and derived ones are taken out.
-- total: The sum, where it may be formed.
-- refused: Why it may not be formed.
-- claims: The figures that are left, each as a short phrase; of very many, the first 100 and how many more there are.
-- left_out: The others, each with what it is to one of them; likewise.
CREATE VIEW what_may_be_added AS
WITH alike AS (
    SELECT
        f.*,
        (SELECT group_concat(p.role || ' ' || p.place_id) FROM (
            SELECT fp.role, fp.place_id FROM figure_places AS fp
            WHERE fp.figure_id = f.id ORDER BY fp.role, fp.place_id) AS p) AS places,
        (SELECT min(r.relation) FROM figure_relations AS r JOIN figures AS o ON o.id = r.other_figure_id
            WHERE r.figure_id = f.id AND r.relation IN ('repeats', 'subset_of', 'share_of', 'derived_from')
            AND o.measure_id = f.measure_id AND o.unit = f.unit AND o.accumulation = f.accumulation
            AND o.figure_kind = f.figure_kind) AS left_out_as
    FROM figures AS f
),
placed AS (
    SELECT
        *,
        left_out_as IS NULL AND period_earliest <= max(CASE WHEN left_out_as IS NULL THEN period_latest END) OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind ORDER BY period_earliest, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps,
        row_number() OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind, left_out_as IS NULL ORDER BY id) AS place
    FROM alike
),
grouped AS (
    SELECT
        m.name AS measure,
        f.unit,
        f.accumulation,
        f.figure_kind,
        count(*) AS figures,
        sum(f.left_out_as IS NULL) AS distinct_figures,
        sum(f.value) FILTER (WHERE f.left_out_as IS NULL) AS total,
        sum(f.value IS NULL OR f.comparator <> 'exact') FILTER (WHERE f.left_out_as IS NULL) AS inexact,
        sum(f.modality <> 'reported') FILTER (WHERE f.left_out_as IS NULL) AS not_reported,
        count(DISTINCT coalesce(f.subject_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS subjects,
        count(DISTINCT coalesce(f.places, '')) FILTER (WHERE f.left_out_as IS NULL) AS places,
        count(DISTINCT coalesce(s.speaker_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS claimants,
        sum(f.period_earliest IS NULL OR f.period_latest IS NULL) FILTER (WHERE f.left_out_as IS NULL) AS without_period,
        sum(f.overlaps) AS overlapping,
        group_concat(f.claim, '; ') FILTER (WHERE f.left_out_as IS NULL AND f.place <= 100) AS claims,
        group_concat(f.claim || ' (' || replace(f.left_out_as, '_', ' ') || ')', '; ')
            FILTER (WHERE f.left_out_as IS NOT NULL AND f.place <= 100) AS left_out
    FROM (SELECT * FROM placed ORDER BY measure_id, id) AS f
    JOIN measures AS m ON m.id = f.measure_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    GROUP BY f.measure_id, f.unit, f.accumulation, f.figure_kind
),
judged AS (
    SELECT *, CASE
        WHEN figure_kind <> 'count' THEN 'only counts are added; this is of the kind ' || figure_kind
        WHEN distinct_figures = 1 THEN 'one figure only: there is nothing to add'
        WHEN accumulation = 'none' THEN 'nothing says that they are parts of one whole'
        WHEN accumulation = 'stock' THEN 'stocks of different days count the same people twice'
        WHEN accumulation = 'cumulative' THEN 'each sum since a beginning holds the earlier ones'
        WHEN accumulation = 'net_flow' AND claimants > 1 THEN 'net flows of different claimants'
        WHEN not_reported > 0 THEN 'targets, plans and estimates are not counts'
        WHEN inexact > 0 THEN 'some are vague or only bounds'
        WHEN subjects > 1 THEN 'they count different people or things'
        WHEN places > 1 THEN 'they count different places'
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
    claims || CASE WHEN distinct_figures > 100 THEN '; and ' || (distinct_figures - 100) || ' more' ELSE '' END
        AS claims,
    left_out || CASE
        WHEN figures - distinct_figures > 100 THEN '; and ' || (figures - distinct_figures - 100) || ' more' ELSE '' END
        AS left_out
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation
