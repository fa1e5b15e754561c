SELECT r.relation, r.reasoning, a.id AS article_id, a.title, a.reading, a.kind
FROM article_relations AS r
JOIN articles AS a ON a.id = r.article_id
WHERE r.other_article_id = :id
ORDER BY r.relation, a.title, a.id
