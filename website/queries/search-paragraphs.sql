-- Search the paragraphs
--
-- Paragraphs that hold all the words asked for, the closest first. Quotation marks hold words together, as in
-- "asylum seeker". Accents and capitals make no difference. Where more than 2,000 paragraphs hold them, 200 of those are
-- shown in no order.
-- :group: Search
-- :param q: Words to look for
WITH asked AS (
    SELECT CASE WHEN instr(:q, char(0)) OR escape_fts(:q) = '' THEN '""' ELSE escape_fts(:q) END AS words
),
many AS MATERIALIZED (
    SELECT count(*) > 2000 AS too_many FROM (
        SELECT rowid FROM paragraphs_search WHERE paragraphs_search MATCH (SELECT words FROM asked) LIMIT 2001)
),
found AS (
    SELECT
        rowid AS paragraph_id,
        rank AS distance,
        snippet(paragraphs_search, 0, '«', '»', ' … ', 40) AS words
    FROM paragraphs_search
    WHERE paragraphs_search MATCH (SELECT words FROM asked) AND (SELECT NOT too_many FROM many)
    UNION ALL
    SELECT * FROM (
        SELECT rowid, 0, snippet(paragraphs_search, 0, '«', '»', ' … ', 40)
        FROM paragraphs_search
        WHERE paragraphs_search MATCH (SELECT words FROM asked) AND (SELECT too_many FROM many)
        LIMIT 200)
),
answer AS (
    SELECT coalesce(a.title, a.id) AS article, g.number AS paragraph, f.words, g.article_id, f.paragraph_id, f.distance
    FROM found AS f
    JOIN paragraphs AS g ON g.id = f.paragraph_id
    JOIN articles AS a ON a.id = g.article_id
    UNION ALL
    SELECT NULL, NULL, 'Type words to look for, such as: asylum, or "asylum seeker", or border Kazakhstan', NULL, NULL, 0
    WHERE trim(:q) = ''
    UNION ALL
    SELECT NULL, NULL, 'More than 2,000 paragraphs hold these words; here are 200 of them. Add words to find the closest',
        NULL, NULL, -1
    WHERE (SELECT too_many FROM many)
)
SELECT article, paragraph, words, article_id, paragraph_id
FROM answer
ORDER BY distance, article, paragraph
