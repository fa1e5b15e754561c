SELECT c.id, c.verdict, c.kind, c.reason, c.nearer_article_id, n.title AS nearer_title
FROM comparisons AS c LEFT JOIN articles AS n ON n.id = c.nearer_article_id
WHERE c.id = :id
