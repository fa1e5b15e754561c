SELECT a.id, a.title AS name, a.published AS date, a.published_earliest AS date_earliest,
    a.published_latest AS date_latest,
    CASE a.reading WHEN 'draft' THEN 'Read by the program, not yet checked.' WHEN 'unread' THEN 'Not yet read.'
        ELSE 'Read and checked.' END
    || ' ' || (SELECT count(*) FROM figures WHERE article_id = a.id) || ' figures, '
    || (SELECT count(*) FROM statements WHERE article_id = a.id) || ' statements.' AS told
FROM articles AS a
WHERE a.kind = 'held'
ORDER BY coalesce(a.published_latest, a.published_earliest) DESC, a.id
