SELECT d.kind, d.date, d.widest_earliest, d.widest_latest, d.date_earliest, d.date_latest, e.basis, e.reasoning
FROM article_dates AS d
LEFT JOIN evidence AS e
    ON e.table_name = 'article_dates' AND e.row_id = d.article_id || ',' || d.kind AND e.column_name = 'date'
WHERE d.article_id = :id
ORDER BY d.kind = 'published' DESC, d.kind
