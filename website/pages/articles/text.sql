SELECT g.id, g.number, g.role, g.block, g.text
FROM paragraphs AS g
WHERE g.article_id = :id
ORDER BY g.number
