SELECT a.id, a.title FROM articles AS a
WHERE EXISTS (SELECT 1 FROM event_reports AS r WHERE r.article_id = a.id)
ORDER BY a.title IS NULL, a.title, a.id
