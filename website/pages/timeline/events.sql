SELECT e.id, e.name, t.name AS event_type, t.extent, e.status, e.date, e.date_earliest, e.date_latest,
    e.place_id, p.name AS place, d.reasoning,
    (SELECT group_concat(DISTINCT b.basis) FROM event_reports AS r
        JOIN evidence AS b ON b.table_name = 'event_reports' AND b.row_id = CAST(r.id AS TEXT)
            AND b.column_name = 'date'
        WHERE r.event_id = e.id AND r.date IS NOT NULL) AS basis,
    t.name || coalesce(', ' || p.name, '') || '.' AS told, l.articles, l.drafted
FROM json_each(:positions) AS asked
CROSS JOIN stored.event_list AS l ON l.position = asked.value
CROSS JOIN events AS e ON e.id = l.id
JOIN event_types AS t ON t.id = e.event_type_id
LEFT JOIN places AS p ON p.id = e.place_id
LEFT JOIN evidence AS d ON d.table_name = 'events' AND d.row_id = e.id AND d.column_name = 'date'
ORDER BY l.position
