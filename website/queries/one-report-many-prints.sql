-- One report, many prints
--
-- Claims that several articles print. Where they rest on one report they are one origin, however many print it: the
-- claim stands as the article nearest the report has it, beside how the others put it and what moved on the way. Below
-- stand claims that articles print without resting on each other.
-- :group: Disagreement and echo
WITH prints AS (
    SELECT r.other_figure_id AS origin_id, f.article_id, f.claim, coalesce(a.title, a.id) AS title, c.reason
    FROM figure_relations AS r
    JOIN figures AS f ON f.id = r.figure_id
    JOIN articles AS a ON a.id = f.article_id
    LEFT JOIN comparisons AS c
        ON c.kind = 'wording' AND c.left_figure_id = min(r.figure_id, r.other_figure_id)
        AND c.right_figure_id = max(r.figure_id, r.other_figure_id)
    WHERE r.relation = 'repeats' AND NOT EXISTS (
        SELECT 1 FROM figure_relations AS q WHERE q.figure_id = r.other_figure_id AND q.relation = 'repeats')
    ORDER BY f.id
)
SELECT
    o.claim,
    coalesce(a.title, a.id) AS nearest_article,
    1 + count(DISTINCT p.article_id) AS printed_by_articles,
    1 AS origins,
    group_concat(p.claim, '; ') AS as_others_put_it,
    group_concat(DISTINCT p.title) AS other_articles,
    coalesce(group_concat(p.reason, '; '), 'nothing') AS what_moved,
    m.name AS measure,
    o.id AS figure_id
FROM prints AS p
JOIN figures AS o ON o.id = p.origin_id
JOIN articles AS a ON a.id = o.article_id
JOIN measures AS m ON m.id = o.measure_id
GROUP BY o.id
UNION ALL
SELECT claim, NULL, printed_by_articles, origins, NULL, NULL, NULL, measure, first_origin_id
FROM independent_origins
WHERE origins > 1
ORDER BY origins, printed_by_articles DESC, what_moved DESC, measure, claim
