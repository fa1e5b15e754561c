SELECT t.event_report_id AS report, t.kind, t.detail, w.words
FROM event_reports AS r
JOIN event_details AS t ON t.event_report_id = r.id
JOIN passages AS w ON w.id = t.passage_id
WHERE r.event_id = :id
ORDER BY t.kind, t.detail
