SELECT a.id AS article_id, a.title, a.reading, a.published, a.kind,
    CASE WHEN a.publisher_id = :id THEN 'published it' ELSE 'is credited for its text' END AS part
FROM articles AS a
WHERE (a.publisher_id = :id OR a.agency_id = :id)
ORDER BY a.published_earliest, a.id
