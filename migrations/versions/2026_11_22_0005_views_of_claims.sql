DROP VIEW disagreements;

CREATE VIEW disagreements AS
WITH claim AS (
    SELECT f.id, f.claim, coalesce(p.name, 'the author') AS claimant,
        coalesce(f.as_of, f.period, s.said) AS date, w.words, coalesce(a.title, a.id) AS title
    FROM figures AS f
    JOIN passages AS w ON w.id = f.passage_id
    JOIN articles AS a ON a.id = f.article_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
    UNION ALL
    SELECT s.id, s.gist, coalesce(p.name, 'the author'), s.said, w.words, coalesce(a.title, a.id)
    FROM statements AS s
    JOIN passages AS w ON w.id = s.passage_id
    JOIN articles AS a ON a.id = s.article_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
),
pair AS (
    SELECT
        *,
        -- What was worked out stands on the right of what it was worked out from, whatever the order of ids, and the
        -- side nearer the source on the left.
        iif(turned, b, a) AS left_id,
        iif(turned, a, b) AS right_id
    FROM (
        SELECT
            k.*,
            coalesce(k.left_figure_id, k.left_statement_id, k.left_place_id) AS a,
            coalesce(k.right_figure_id, k.right_statement_id, k.right_place_id) AS b,
            CASE WHEN k.kind = 'arithmetic' THEN EXISTS (
                SELECT 1 FROM figure_relations AS d WHERE d.relation = 'derived_from'
                AND d.figure_id = k.left_figure_id AND d.other_figure_id = k.right_figure_id)
            ELSE k.left_place_id IS NULL AND EXISTS (
                SELECT 1 FROM figures AS f WHERE f.id = k.right_figure_id AND f.article_id = k.nearer_article_id
                UNION ALL
                SELECT 1 FROM statements AS s WHERE s.id = k.right_statement_id AND s.article_id = k.nearer_article_id)
            END AS turned
        FROM comparisons AS k
    )
)
SELECT
    c.verdict,
    c.kind,
    c.reason,
    CASE
        WHEN c.kind = 'arithmetic' THEN (
            SELECT group_concat(claim, '; ') FROM (
                SELECT f.claim FROM figure_relations AS d JOIN figures AS f ON f.id = d.other_figure_id
                WHERE d.figure_id = c.right_id AND d.relation = 'derived_from' ORDER BY f.id))
        WHEN c.left_place_id IS NULL THEN l.claim
        WHEN c.left_event_report_id IS NULL THEN one.name || ' borders ' || other.name
        ELSE one.name || ' is listed beside ' || other.name
    END AS left_claim,
    coalesce(l.claimant, 'the author') AS left_claimant,
    l.date AS left_date,
    coalesce(l.words, report.words, said.words) AS left_words,
    coalesce(l.title, a.title, a.id) AS left_article,
    CASE
        WHEN c.left_place_id IS NULL THEN r.claim
        WHEN c.left_event_report_id IS NULL THEN other.name || ' has other neighbours'
        ELSE one.name || ' lies in ' || other.name
    END AS right_claim,
    CASE WHEN c.right_place_id IS NULL THEN r.claimant ELSE 'what is known of the places' END AS right_claimant,
    r.date AS right_date,
    r.words AS right_words,
    r.title AS right_article,
    nearer.title AS nearer_article,
    c.left_id,
    c.right_id
FROM pair AS c
LEFT JOIN claim AS l ON l.id = c.left_id AND c.left_place_id IS NULL
LEFT JOIN claim AS r ON r.id = c.right_id AND c.right_place_id IS NULL
LEFT JOIN places AS one ON one.id = c.left_place_id
LEFT JOIN places AS other ON other.id = c.right_place_id
LEFT JOIN articles AS a ON a.id = c.article_id
LEFT JOIN articles AS nearer ON nearer.id = c.nearer_article_id
LEFT JOIN event_reports AS er ON er.id = c.left_event_report_id
LEFT JOIN passages AS report ON report.id = er.passage_id
LEFT JOIN place_claims AS pc
    ON c.left_event_report_id IS NULL AND pc.article_id = c.article_id
    AND pc.place_id = c.left_place_id AND pc.other_place_id = c.right_place_id
LEFT JOIN passages AS said ON said.id = pc.passage_id
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.kind, left_id;

DROP VIEW independent_origins;

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
    CASE WHEN origin.subject_id IS NULL AND place.places IS NULL THEN origin.id END;

DROP VIEW what_may_be_added;

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
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps
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
        group_concat(f.claim, '; ') FILTER (WHERE f.left_out_as IS NULL) AS claims,
        group_concat(f.claim || ' (' || replace(f.left_out_as, '_', ' ') || ')', '; ') AS left_out
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
    claims,
    left_out
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation;
