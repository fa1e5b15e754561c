-- List of people
--
-- People who have a part in an event, with the number of events.
-- :group: Lists
SELECT p.name AS person, count(DISTINCT r.event_id) AS events, p.id AS person_id
FROM persons AS p
JOIN event_participants AS ep ON ep.party_id = p.id
JOIN event_reports AS r ON r.id = ep.event_report_id
GROUP BY p.id
ORDER BY p.name
