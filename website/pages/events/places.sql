SELECT t.event_report_id AS report, t.role, p.id, p.name
FROM event_reports AS r
JOIN event_places AS t ON t.event_report_id = r.id
JOIN places AS p ON p.id = t.place_id
WHERE r.event_id = :id
ORDER BY t.role, p.name
