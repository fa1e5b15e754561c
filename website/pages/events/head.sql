SELECT e.*, l.articles,
    (SELECT count(*) FROM event_reports WHERE event_id = e.id) AS reports, t.name AS event_type, t.meaning AS type_meaning, p.name AS place, d.basis, d.reasoning
FROM events AS e
JOIN event_types AS t ON t.id = e.event_type_id
LEFT JOIN places AS p ON p.id = e.place_id
LEFT JOIN evidence AS d ON d.table_name = 'events' AND d.row_id = e.id AND d.column_name = 'date'
LEFT JOIN stored.event_list AS l ON l.id = e.id
WHERE e.id = :id
