SELECT g.number AS paragraph, r.event_id AS id, coalesce(e.name, r.gist) AS name, r.status, r.date
FROM event_reports AS r
JOIN events AS e ON e.id = r.event_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE r.article_id = :id
ORDER BY g.number, w.start_offset
