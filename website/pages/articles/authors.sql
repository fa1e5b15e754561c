SELECT t.person_id AS id, p.name, t.credit
FROM article_authors AS t
JOIN parties AS p ON p.id = t.person_id
WHERE t.article_id = :id
ORDER BY t.position
