-- What rests on the agency report alone?
--
-- Figures, statements and events that are told only by articles which carry or rewrite one report: however many
-- articles print them, there is one source.
-- :group: Disagreement and echo
WITH carrier AS (
    SELECT article_id, other_article_id AS report_id FROM article_relations
    WHERE relation IN ('syndicates', 'rewrites')
),
fact AS (
    SELECT 'figure' AS kind, f.claim AS what, f.article_id, f.id,
        coalesce((SELECT r.other_figure_id FROM figure_relations AS r
            WHERE r.figure_id = f.id AND r.relation = 'repeats'), f.id) AS same
    FROM figures AS f
    UNION ALL
    SELECT 'statement', s.gist, s.article_id, s.id, s.id FROM statements AS s
    UNION ALL
    SELECT 'event', e.name, r.article_id, e.id, e.id FROM event_reports AS r JOIN events AS e ON e.id = r.event_id
)
SELECT
    fact.kind,
    min(fact.what) AS what,
    count(DISTINCT fact.article_id) AS printed_by_articles,
    coalesce(report.title, report.id) AS report,
    fact.same AS id
FROM fact
LEFT JOIN carrier ON carrier.article_id = fact.article_id
LEFT JOIN articles AS report ON report.id = carrier.report_id
GROUP BY fact.kind, fact.same
HAVING count(*) = count(carrier.report_id) AND count(DISTINCT carrier.report_id) = 1
ORDER BY fact.kind, printed_by_articles DESC, what
