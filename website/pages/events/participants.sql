SELECT t.event_report_id AS report, t.role, p.id, p.name, p.kind
FROM event_reports AS r
JOIN event_participants AS t ON t.event_report_id = r.id
JOIN parties AS p ON p.id = t.party_id
WHERE r.event_id = :id
ORDER BY t.role <> 'agent', t.role, p.name
