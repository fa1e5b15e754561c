SELECT a.id AS article_id, a.title, a.reading, a.published, count(*) AS mentions, min(g.number) AS paragraph
FROM (SELECT passage_id FROM mentions WHERE party_id = :id ORDER BY rowid DESC LIMIT 2000) AS m
CROSS JOIN passages AS w ON w.id = m.passage_id
CROSS JOIN paragraphs AS g ON g.id = w.paragraph_id
CROSS JOIN articles AS a ON a.id = g.article_id
GROUP BY a.id
ORDER BY coalesce(a.published_earliest, a.published_latest), a.id
