-- How many figures rest on nobody's word but the author's?
--
-- For each article and in all: the figures it prints, those that it ascribes to somebody, and those that stand in its
-- author's own voice.
-- :group: Numbers
WITH counted AS (
    SELECT article_id, article, count(*) AS figures, sum(claimant <> 'the author') AS ascribed
    FROM figure_claims
    GROUP BY article_id
)
SELECT article, figures, ascribed, figures - ascribed AS authors_own,
    CAST(round(100.0 * (figures - ascribed) / figures) AS INTEGER) || '%' AS share_of_authors_own, article_id
FROM (
    SELECT 1 AS part, article, figures, ascribed, article_id FROM counted
    UNION ALL
    SELECT 2, 'all articles', sum(figures), sum(ascribed), NULL FROM counted HAVING count(*) > 0
)
ORDER BY part, article
