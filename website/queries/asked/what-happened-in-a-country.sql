FROM stored.reports_asked AS k CROSS JOIN event_reports AS r ON r.id = k.report_id
WHERE k.position IN (SELECT position FROM stored.reports_asked_of_country WHERE country_code IN codes)
ORDER BY k.position
