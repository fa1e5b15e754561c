-- Search names
--
-- People, organisations, groups and places by any of their names: variants, translations, abbreviations.
-- The beginning of a word is enough; accents and capitals make no difference. Of more than 500 names that begin so, 500
-- are looked at.
-- :group: Search
-- :param q: A name, or its beginning
WITH asked AS (
    SELECT CASE WHEN instr(:q, char(0)) OR escape_fts(:q) = '' THEN '""'
        ELSE replace(escape_fts(:q), '" "', '"* "') || '*' END AS words
)
SELECT p.name, p.kind, group_concat(n.name, '; ') AS found_as, p.id AS party_id, NULL AS place_id
FROM (SELECT rowid AS id FROM party_names_search WHERE party_names_search MATCH (SELECT words FROM asked) LIMIT 500) AS s
JOIN party_names AS n ON n.id = s.id
JOIN parties AS p ON p.id = n.party_id
GROUP BY p.id
UNION ALL
SELECT p.name, p.kind, group_concat(n.name, '; '), NULL, p.id
FROM (SELECT rowid AS id FROM place_names_search WHERE place_names_search MATCH (SELECT words FROM asked) LIMIT 500) AS s
JOIN place_names AS n ON n.id = s.id
JOIN places AS p ON p.id = n.place_id
GROUP BY p.id
UNION ALL
SELECT NULL, NULL, 'Type a name or its beginning, such as: Putin, or kaz, or bureau', NULL, NULL WHERE trim(:q) = ''
ORDER BY 1, 2
