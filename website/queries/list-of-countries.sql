-- List of countries
--
-- Countries of which articles tell an event, with the number of events.
-- :group: Lists
SELECT c.name AS country, count(DISTINCT r.event_id) AS events, c.id AS place_id
FROM places AS c
JOIN places AS p ON p.country_code = c.country_code
JOIN event_places AS ep ON ep.place_id = p.id
JOIN event_reports AS r ON r.id = ep.event_report_id
WHERE c.kind = 'country'
GROUP BY c.id
ORDER BY c.name
