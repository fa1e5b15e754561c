SELECT DISTINCT theirs.relation, a.id AS article_id, a.title, a.reading, a.kind
FROM article_relations AS ours
JOIN article_relations AS theirs ON theirs.other_article_id = ours.other_article_id
JOIN articles AS a ON a.id = theirs.article_id
WHERE ours.article_id = :id AND theirs.article_id <> :id
ORDER BY a.title, a.id
