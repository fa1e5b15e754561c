SELECT g.number AS paragraph, i.kind, i.item, i.reason
FROM issues AS i
LEFT JOIN paragraphs AS g ON g.id = i.paragraph_id
WHERE i.article_id = :id
ORDER BY g.number, i.item
