SELECT m.*, parent.name AS parent, coalesce(l.figures, 0) AS figures
FROM measures AS m
LEFT JOIN measures AS parent ON parent.id = m.parent_id
LEFT JOIN stored.measure_list AS l ON l.id = m.id
WHERE m.id = :id
