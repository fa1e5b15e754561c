-- Claims set side by side that differ, with both sides' words, claimants and dates; no winner is picked.
--
-- verdict: How the two stand to each other.
-- kind: What is compared.
-- reason: Why, as the rule says it.
-- left_claim: One claim; where arithmetic does not come out, all that the other was worked out from.
-- left_claimant: Whose claim it is.
-- left_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- left_words: Its words.
-- left_article: Headline of its article, or its id where it has none.
-- right_claim: The other claim, what was worked out, or what is known of the places.
-- right_claimant: Whose claim it is.
-- right_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- right_words: Its words.
-- right_article: Headline of its article, or its id where it has none.
-- nearer_article: Headline of the article nearer the source, where article relations tell.
-- left_id: Public id of the figure, statement or place on the left; the side nearer the source, where one is.
-- right_id: Public id of the figure, statement or place on the right.
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
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.kind, left_id
