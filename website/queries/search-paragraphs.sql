-- Search the paragraphs
--
-- Paragraphs that hold all the words asked for, the closest first. Quotation marks hold words together:
-- "asylum seeker". Accents and capitals make no difference.
-- :group: Search
-- :param q: words to look for
WITH hits AS (
    SELECT
        rowid AS paragraph_id,
        rank AS distance,
        snippet(paragraphs_search, 0, '«', '»', ' … ', 40) AS words
    FROM paragraphs_search
    WHERE paragraphs_search MATCH CASE WHEN trim(:q) = '' THEN '""' ELSE escape_fts(:q) END
)
SELECT
    a.title AS article,
    g.number AS paragraph,
    h.words,
    g.article_id,
    h.paragraph_id
FROM hits AS h
JOIN paragraphs AS g ON g.id = h.paragraph_id
JOIN articles AS a ON a.id = g.article_id
UNION ALL
SELECT 'Type a word above', NULL, 'For example: asylum, or "asylum seeker", or border Kazakhstan', NULL, NULL
WHERE trim(:q) = ''
