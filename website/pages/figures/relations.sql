SELECT r.relation, r.operation, r.reasoning, f.id, f.claim, a.id AS article_id, a.title, a.reading, g.number AS paragraph, w.words
FROM figure_relations AS r
JOIN figures AS f ON f.id = r.other_figure_id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE r.figure_id = :id AND r.relation <> 'repeats'
UNION ALL
SELECT CASE r.relation WHEN 'subset_of' THEN 'has as a part' WHEN 'share_of' THEN 'has as a share'
        WHEN 'derived_from' THEN 'gives' ELSE r.relation END,
    r.operation, r.reasoning, f.id, f.claim, a.id, a.title, a.reading, g.number, w.words
FROM figure_relations AS r
JOIN figures AS f ON f.id = r.figure_id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE r.other_figure_id = :id AND r.relation <> 'repeats'
ORDER BY 1, 5
