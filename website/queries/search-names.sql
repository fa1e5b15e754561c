-- Search names
--
-- People, organisations, groups and places by any of their names: variants, translations, abbreviations.
-- The beginning of a word is enough; accents and capitals make no difference.
-- :group: Search
-- :param q: A name, or its beginning
WITH asked AS (
    SELECT CASE WHEN instr(:q, char(0)) OR escape_fts(:q) = '' THEN '""'
        ELSE replace(escape_fts(:q), '" "', '"* "') || '*' END AS words
)
SELECT p.name, p.kind, group_concat(n.name, '; ') AS found_as, p.id AS party_id, NULL AS place_id
FROM party_names_search AS s
JOIN party_names AS n ON n.id = s.rowid
JOIN parties AS p ON p.id = n.party_id
WHERE s.party_names_search MATCH (SELECT words FROM asked)
GROUP BY p.id
UNION ALL
SELECT p.name, p.kind, group_concat(n.name, '; '), NULL, p.id
FROM place_names_search AS s
JOIN place_names AS n ON n.id = s.rowid
JOIN places AS p ON p.id = n.place_id
WHERE s.place_names_search MATCH (SELECT words FROM asked)
GROUP BY p.id
UNION ALL
SELECT NULL, NULL, 'Type a name or its beginning, such as: Putin, or kaz, or bureau', NULL, NULL WHERE trim(:q) = ''
ORDER BY 1, 2
