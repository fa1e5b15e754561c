SELECT c.relation, p.id, p.name, w.words, a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM place_claims AS c
JOIN places AS p ON p.id = c.other_place_id
JOIN articles AS a ON a.id = c.article_id
JOIN passages AS w ON w.id = c.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE c.place_id = :id
ORDER BY a.id, g.number, p.name
