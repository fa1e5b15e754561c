SELECT l.id, l.title AS name, l.published AS date, a.published_earliest AS date_earliest,
    a.published_latest AS date_latest,
    CASE l.reading WHEN 'draft' THEN 'Read by the program, not yet checked.' WHEN 'unread' THEN 'Not yet read.'
        ELSE 'Read and checked.' END || ' ' || l.figures || ' figures, ' || l.statements || ' statements.' AS told
FROM stored.article_list AS l
JOIN articles AS a ON a.id = l.id
WHERE l.kind = 'held'
ORDER BY l.position
