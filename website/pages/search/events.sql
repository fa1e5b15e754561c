WITH hit AS (SELECT rowid AS number FROM stored.event_words WHERE event_words MATCH :begins ORDER BY rowid DESC LIMIT 100)
SELECT e.id, e.name, e.date, r.status, NULL AS roles, w.words, a.id AS article_id, a.title, a.reading,
    g.number AS paragraph, max(found_in(e.name, :q), 0.9 * found_in(coalesce(r.gist, ''), :q)) AS score
FROM hit
CROSS JOIN event_reports AS r ON r.id = hit.number
CROSS JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE score > 0
GROUP BY e.id
ORDER BY score DESC, e.date_earliest, e.id
