WITH newest AS (SELECT id FROM stored.article_list WHERE kind = 'held' ORDER BY position LIMIT 100)
SELECT id, title FROM articles
WHERE id IN (SELECT id FROM newest UNION SELECT :article)
ORDER BY title IS NULL, title, id
