WITH newest AS (
    SELECT * FROM articles
    WHERE kind = 'held'
    ORDER BY coalesce(published_latest, published_earliest) DESC, title, id
    LIMIT 20
)
SELECT a.id, a.title, a.kind, a.published, a.genre, a.reading, publisher.name AS publisher, agency.name AS agency, NULL AS relations,
    (SELECT count(*) FROM statements WHERE article_id = a.id) AS statements,
    (SELECT count(*) FROM figures WHERE article_id = a.id) AS figures,
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id) AS events
FROM newest AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id
ORDER BY coalesce(a.published_latest, a.published_earliest) DESC, a.title, a.id
