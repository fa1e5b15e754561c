SELECT t.event_report_id AS report, t.role, p.id, p.name
FROM (SELECT id FROM event_reports WHERE event_id = :id LIMIT 300) AS r
CROSS JOIN event_places AS t ON t.event_report_id = r.id
JOIN places AS p ON p.id = t.place_id
ORDER BY t.role, p.name
