SELECT c.country_code AS id, c.name FROM places AS c
WHERE c.kind = 'country' AND c.country_code IN (
    SELECT q.country_code FROM event_places AS ep JOIN places AS q ON q.id = ep.place_id)
ORDER BY c.name
