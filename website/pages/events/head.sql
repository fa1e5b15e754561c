SELECT e.*, t.name AS event_type, t.meaning AS type_meaning, p.name AS place, d.basis, d.reasoning
FROM events AS e
JOIN event_types AS t ON t.id = e.event_type_id
LEFT JOIN places AS p ON p.id = e.place_id
LEFT JOIN evidence AS d ON d.table_name = 'events' AND d.row_id = e.id AND d.column_name = 'date'
WHERE e.id = :id
