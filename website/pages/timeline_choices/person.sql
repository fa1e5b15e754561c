SELECT p.id, p.name FROM persons AS p
WHERE p.id IN (SELECT party_id FROM event_participants)
ORDER BY p.name, p.id
