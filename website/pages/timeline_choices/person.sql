SELECT id, name FROM persons
WHERE id IN (SELECT id FROM stored.busiest_people UNION SELECT :person)
ORDER BY name, id
