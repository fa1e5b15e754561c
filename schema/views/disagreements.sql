-- Claims set side by side that differ, with both sides' words, claimants and dates; no winner is picked.
--
-- verdict: How the two stand to each other.
-- kind: What is compared.
-- reason: Why, as the rule says it.
-- left_claim: One claim.
-- left_claimant: Whose claim it is.
-- left_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- left_words: Its words.
-- left_article: Headline of its article, or its id where it has none.
-- right_claim: The other claim, or what is known of the places.
-- right_claimant: Whose claim it is.
-- right_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- right_words: Its words.
-- right_article: Headline of its article, or its id where it has none.
-- nearer_article: Headline of the article nearer the source, where article relations tell.
-- left_id: Public id of the figure, statement or place on the left.
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
)
SELECT
    c.verdict,
    c.kind,
    c.reason,
    coalesce(l.claim, one.name) AS left_claim,
    coalesce(l.claimant, 'the author') AS left_claimant,
    l.date AS left_date,
    coalesce(l.words, report.words, said.words) AS left_words,
    coalesce(l.title, a.title, a.id) AS left_article,
    coalesce(r.claim, other.name) AS right_claim,
    CASE WHEN c.right_place_id IS NULL THEN r.claimant ELSE 'what is known of the places' END AS right_claimant,
    r.date AS right_date,
    r.words AS right_words,
    r.title AS right_article,
    nearer.title AS nearer_article,
    coalesce(c.left_figure_id, c.left_statement_id, c.left_place_id) AS left_id,
    coalesce(c.right_figure_id, c.right_statement_id, c.right_place_id) AS right_id
FROM comparisons AS c
LEFT JOIN claim AS l ON l.id = coalesce(c.left_figure_id, c.left_statement_id)
LEFT JOIN claim AS r ON r.id = coalesce(c.right_figure_id, c.right_statement_id)
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
