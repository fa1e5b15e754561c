SELECT a.id AS article_id, a.title, a.reading, a.published, count(*) AS mentions, min(g.number) AS paragraph
FROM mentions AS m
JOIN passages AS w ON w.id = m.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
WHERE m.party_id = :id
GROUP BY a.id
ORDER BY coalesce(a.published_earliest, a.published_latest), a.id
