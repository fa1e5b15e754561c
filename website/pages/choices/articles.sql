SELECT id, title FROM articles WHERE kind = 'held' ORDER BY title IS NULL, title, id
