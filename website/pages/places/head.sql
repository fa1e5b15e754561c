SELECT p.*, parent.kind AS parent_kind,
    (SELECT count(*) FROM mentions AS m WHERE m.place_id = p.id) AS mentions
FROM places AS p LEFT JOIN places AS parent ON parent.id = p.parent_id
WHERE p.id = :id
