SELECT a.id AS article_id, a.title, a.reading, a.published, a.kind,
    CASE WHEN a.publisher_id = :id THEN 'published it' ELSE 'is credited for its text' END AS part
FROM (SELECT position FROM stored.published_list WHERE party_id = :id ORDER BY position LIMIT 201) AS newest
CROSS JOIN stored.article_list AS l ON l.position = newest.position
CROSS JOIN articles AS a ON a.id = l.id
ORDER BY a.published_earliest, a.id
