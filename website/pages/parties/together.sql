WITH here AS (
    SELECT DISTINCT w.paragraph_id
    FROM mentions AS m JOIN passages AS w ON w.id = m.passage_id
    WHERE m.party_id = :id
    LIMIT 1000
)
SELECT p.id, p.name, p.kind, count(DISTINCT w.paragraph_id) AS paragraphs, count(DISTINCT g.article_id) AS articles
FROM here
CROSS JOIN passages AS w ON w.paragraph_id = here.paragraph_id
CROSS JOIN paragraphs AS g ON g.id = w.paragraph_id
CROSS JOIN mentions AS m ON m.passage_id = w.id
CROSS JOIN parties AS p ON p.id = m.party_id
WHERE p.id <> :id AND p.kind <> 'group'
GROUP BY p.id
ORDER BY paragraphs DESC, p.name
