SELECT t.event_report_id AS report, t.kind, t.detail, w.words
FROM (SELECT id FROM event_reports WHERE event_id = :id LIMIT 300) AS r
CROSS JOIN event_details AS t ON t.event_report_id = r.id
JOIN passages AS w ON w.id = t.passage_id
ORDER BY t.kind, t.detail
