SELECT e.id, e.name, e.date, r.status, NULL AS roles, w.words, a.id AS article_id, a.title, a.reading,
    g.number AS paragraph, max(found_in(e.name, :q), 0.9 * found_in(coalesce(r.gist, ''), :q)) AS score
FROM events AS e
JOIN event_reports AS r ON r.event_id = e.id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE score > 0
GROUP BY e.id
ORDER BY score DESC, e.date_earliest, e.id
