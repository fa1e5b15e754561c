SELECT f.id, f.claim, f.as_of, f.period, f.modality, group_concat(DISTINCT t.role) AS roles, w.words,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph,
    EXISTS (SELECT 1 FROM comparisons AS c
        WHERE c.verdict IN ('disagrees', 'revised', 'drifts') AND (c.left_figure_id = f.id OR c.right_figure_id = f.id)) AS differs
FROM (SELECT figure_id, role FROM figure_places WHERE place_id = :id LIMIT 1000) AS t
CROSS JOIN figures AS f ON f.id = t.figure_id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
GROUP BY f.id
ORDER BY coalesce(f.as_of_earliest, f.period_earliest), f.id
