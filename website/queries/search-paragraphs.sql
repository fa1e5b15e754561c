-- Search the paragraphs
--
-- Paragraphs that hold all the words asked for, the closest first. Quotation marks hold words together, as in
-- "asylum seeker". Accents and capitals make no difference.
-- :group: Search
-- :param q: Words to look for
WITH asked AS (
    SELECT CASE WHEN instr(:q, char(0)) OR escape_fts(:q) = '' THEN '""' ELSE escape_fts(:q) END AS words
),
found AS (
    SELECT
        rowid AS paragraph_id,
        rank AS distance,
        snippet(paragraphs_search, 0, '«', '»', ' … ', 40) AS words
    FROM paragraphs_search
    WHERE paragraphs_search MATCH (SELECT words FROM asked)
),
answer AS (
    SELECT coalesce(a.title, a.id) AS article, g.number AS paragraph, f.words, g.article_id, f.paragraph_id, f.distance
    FROM found AS f
    JOIN paragraphs AS g ON g.id = f.paragraph_id
    JOIN articles AS a ON a.id = g.article_id
    UNION ALL
    SELECT NULL, NULL, 'Type words to look for, such as: asylum, or "asylum seeker", or border Kazakhstan', NULL, NULL, 0
    WHERE trim(:q) = ''
)
SELECT article, paragraph, words, article_id, paragraph_id
FROM answer
ORDER BY distance, article, paragraph
