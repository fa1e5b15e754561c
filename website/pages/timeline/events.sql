SELECT e.id, e.name, t.name AS event_type, t.extent, e.status, e.date, e.date_earliest, e.date_latest,
    e.place_id, p.name AS place, d.reasoning,
    (SELECT group_concat(DISTINCT b.basis) FROM event_reports AS r
        JOIN evidence AS b ON b.table_name = 'event_reports' AND b.row_id = CAST(r.id AS TEXT)
            AND b.column_name = 'date'
        WHERE r.event_id = e.id AND r.date IS NOT NULL) AS basis,
    t.name || coalesce(', ' || p.name, '') || '.' AS told,
    (SELECT count(DISTINCT r.article_id) FROM event_reports AS r WHERE r.event_id = e.id) AS articles,
    EXISTS (SELECT 1 FROM event_reports AS r JOIN articles AS a ON a.id = r.article_id
        WHERE r.event_id = e.id AND a.reading = 'draft') AS drafted
FROM events AS e
JOIN event_types AS t ON t.id = e.event_type_id
LEFT JOIN places AS p ON p.id = e.place_id
LEFT JOIN evidence AS d ON d.table_name = 'events' AND d.row_id = e.id AND d.column_name = 'date'
WHERE (:type = '' OR e.event_type_id = :type)
    AND (:article = '' OR e.id IN (SELECT event_id FROM event_reports WHERE article_id = :article))
    AND (:country = '' OR e.id IN (
        SELECT r.event_id FROM event_places AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id
        JOIN places AS q ON q.id = ep.place_id
        WHERE q.country_code = :country))
    AND (:person = '' OR e.id IN (
        SELECT r.event_id FROM event_participants AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id
        WHERE ep.party_id = :person))
ORDER BY coalesce(e.date_earliest, e.date_latest) IS NULL, coalesce(e.date_earliest, e.date_latest),
    e.date_latest IS NULL, e.date_latest, e.name, e.id
