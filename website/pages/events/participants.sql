SELECT t.event_report_id AS report, t.role, p.id, p.name, p.kind
FROM (SELECT id FROM event_reports WHERE event_id = :id LIMIT 300) AS r
CROSS JOIN event_participants AS t ON t.event_report_id = r.id
JOIN parties AS p ON p.id = t.party_id
ORDER BY t.role <> 'agent', t.role, p.name
