WITH found AS (
    SELECT rowid AS id, snippet(paragraphs_search, 0, char(2), char(3), ' … ', 40) AS words
    FROM paragraphs_search
    WHERE paragraphs_search MATCH CASE WHEN escape_fts(:q) = '' THEN '""' ELSE escape_fts(:q) END
    LIMIT 30
)
SELECT f.words, g.number AS paragraph, a.id AS article_id, a.title, a.reading
FROM found AS f
CROSS JOIN paragraphs AS g ON g.id = f.id
CROSS JOIN articles AS a ON a.id = g.article_id
