WITH hit AS (SELECT rowid AS number FROM stored.article_words WHERE article_words MATCH :begins ORDER BY rowid DESC LIMIT 100)
SELECT a.id AS article_id, a.title, a.reading, a.published, found_in(coalesce(a.title, a.id), :q) AS score
FROM hit CROSS JOIN articles AS a ON a.rowid = hit.number
WHERE score > 0
ORDER BY score DESC, a.published_latest DESC, a.id
