SELECT * FROM stored.article_list ORDER BY position
