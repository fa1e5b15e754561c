SELECT reading, count(*) AS articles FROM articles WHERE kind = 'held' GROUP BY reading
