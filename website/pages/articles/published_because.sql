SELECT basis, reasoning FROM evidence
WHERE table_name = 'articles' AND row_id = :id AND column_name = 'published' AND reasoning IS NOT NULL
