SELECT m.id, m.name, coalesce(l.figures, 0) AS figures
FROM measures AS m LEFT JOIN stored.measure_list AS l ON l.id = m.id
WHERE m.parent_id = :id
ORDER BY m.name
