SELECT t.role, p.id, p.name FROM figure_places AS t JOIN places AS p ON p.id = t.place_id
WHERE t.figure_id = :id
ORDER BY t.role, p.name
