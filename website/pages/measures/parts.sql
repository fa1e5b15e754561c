SELECT m.id, m.name, (SELECT count(*) FROM figures AS f WHERE f.measure_id = m.id) AS figures
FROM measures AS m WHERE m.parent_id = :id ORDER BY m.name
