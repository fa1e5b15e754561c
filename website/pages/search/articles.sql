SELECT a.id AS article_id, a.title, a.reading, a.published, found_in(coalesce(a.title, a.id), :q) AS score
FROM articles AS a
WHERE score > 0
ORDER BY score DESC, a.published_latest DESC, a.id
