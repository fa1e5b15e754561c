SELECT p.id, p.name, p.kind, p.status, p.parent_id, p.parent_name, p.country_code, p.latitude, p.longitude,
    p.point_precision, count(m.id) AS mentions, count(DISTINCT g.article_id) AS articles,
    count(DISTINCT CASE WHEN a.reading = 'draft' THEN g.article_id END) AS drafts,
    (SELECT count(DISTINCT r.event_id) FROM event_places AS t JOIN event_reports AS r ON r.id = t.event_report_id
        WHERE t.place_id = p.id AND (:article = '' OR r.article_id = :article)) AS events
FROM places AS p
JOIN mentions AS m ON m.place_id = p.id
JOIN passages AS w ON w.id = m.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
WHERE (:kind = '' OR p.kind = :kind) AND (:article = '' OR g.article_id = :article)
GROUP BY p.id
ORDER BY mentions DESC, p.name
