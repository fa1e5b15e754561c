SELECT p.id, p.name, p.kind, p.status, p.parent_id, p.parent_name, p.country_code, p.latitude, p.longitude,
    p.point_precision, count(*) AS mentions, 1 AS articles, a.reading = 'draft' AS drafts,
    (SELECT count(DISTINCT r.event_id) FROM event_reports AS r
        JOIN event_places AS t ON t.event_report_id = r.id AND t.place_id = p.id
        WHERE r.article_id = :article) AS events
FROM articles AS a
CROSS JOIN paragraphs AS g ON g.article_id = a.id
CROSS JOIN passages AS w ON w.paragraph_id = g.id
CROSS JOIN mentions AS m ON m.passage_id = w.id
CROSS JOIN places AS p ON p.id = m.place_id
WHERE a.id = :article AND (:kind = '' OR p.kind = :kind)
GROUP BY p.id
ORDER BY mentions DESC, p.name, p.id
