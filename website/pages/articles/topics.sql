SELECT topic FROM article_topics WHERE article_id = :id ORDER BY topic
