-- Claims set side by side that differ, with both sides' words, claimants and dates; no winner is picked.
--
-- verdict: How the two stand to each other.
-- kind: What is compared.
-- reason: Why, as the rule says it.
-- left_claim: One claim.
-- left_claimant: Whose claim it is.
-- left_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- left_words: Its words.
-- left_article: Headline of its article.
-- right_claim: The other claim.
-- right_claimant: Whose claim it is.
-- right_date: Date on which it is said to stand, or on which it was said, as EDTF.
-- right_words: Its words.
-- right_article: Headline of its article.
-- nearer_article: Headline of the article nearer the source, where article relations tell.
-- left_id: Public id of the figure or statement on the left.
-- right_id: Public id of the figure or statement on the right.
CREATE VIEW disagreements AS
WITH side AS (
    SELECT f.id, f.claim, coalesce(p.name, 'the author') AS claimant,
        coalesce(f.as_of, f.period, s.said) AS date, w.words, a.title
    FROM figures AS f
    JOIN passages AS w ON w.id = f.passage_id
    JOIN articles AS a ON a.id = f.article_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
    UNION ALL
    SELECT s.id, s.gist, coalesce(p.name, 'the author'), s.said, w.words, a.title
    FROM statements AS s
    JOIN passages AS w ON w.id = s.passage_id
    JOIN articles AS a ON a.id = s.article_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
)
SELECT
    c.verdict,
    c.kind,
    c.reason,
    l.claim AS left_claim,
    l.claimant AS left_claimant,
    l.date AS left_date,
    l.words AS left_words,
    l.title AS left_article,
    r.claim AS right_claim,
    r.claimant AS right_claimant,
    r.date AS right_date,
    r.words AS right_words,
    r.title AS right_article,
    nearer.title AS nearer_article,
    l.id AS left_id,
    r.id AS right_id
FROM comparisons AS c
JOIN side AS l ON l.id = coalesce(c.left_figure_id, c.left_statement_id)
JOIN side AS r ON r.id = coalesce(c.right_figure_id, c.right_statement_id)
LEFT JOIN articles AS nearer ON nearer.id = c.nearer_article_id
