SELECT e.id, e.name, e.date, r.status, group_concat(DISTINCT t.role) AS roles, r.gist, w.words,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM (SELECT event_report_id, role FROM event_places WHERE place_id = :id LIMIT 1000) AS t
CROSS JOIN event_reports AS r ON r.id = t.event_report_id
JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
GROUP BY r.id
ORDER BY coalesce(r.date_earliest, r.date_latest) IS NULL, coalesce(r.date_earliest, r.date_latest), r.date_latest, g.number
