-- Parties in the order of the page of people: people by how many articles name them, then organisations and groups by
-- how often they are named.
CREATE TABLE stored.party_list (
    position INTEGER PRIMARY KEY, kind TEXT, id TEXT, name TEXT, sort TEXT, mentions INTEGER, articles INTEGER,
    drafts INTEGER, statements INTEGER, attribute TEXT
) STRICT;
WITH seen AS MATERIALIZED (
    SELECT m.party_id, count(*) AS mentions, count(DISTINCT g.article_id) AS articles,
        count(DISTINCT CASE WHEN a.reading = 'draft' THEN g.article_id END) AS drafts
    FROM mentions AS m
    JOIN passages AS w ON w.id = m.passage_id
    JOIN paragraphs AS g ON g.id = w.paragraph_id
    JOIN articles AS a ON a.id = g.article_id
    WHERE m.party_id IS NOT NULL
    GROUP BY m.party_id
)
INSERT INTO stored.party_list (kind, id, name, sort, mentions, articles, drafts, statements, attribute)
SELECT p.kind, p.id, p.name, coalesce(n.name_status, o.organisation_kind), coalesce(seen.mentions, 0),
    coalesce(seen.articles, 0), coalesce(seen.drafts, 0),
    (SELECT count(*) FROM statements AS s WHERE s.speaker_id = p.id),
    (SELECT t.attribute FROM person_attributes AS t WHERE t.person_id = p.id
        ORDER BY t.kind = 'office' DESC, t.kind = 'occupation' DESC, t.tenure = 'current' DESC LIMIT 1)
FROM parties AS p
LEFT JOIN seen ON seen.party_id = p.id
LEFT JOIN persons AS n ON n.id = p.id
LEFT JOIN organisations AS o ON o.id = p.id
WHERE p.kind <> 'person' OR seen.mentions > 0
ORDER BY p.kind = 'person' DESC, p.kind = 'organisation' DESC, CASE p.kind WHEN 'person' THEN seen.articles END DESC,
    seen.mentions DESC, p.name, p.id;
CREATE INDEX stored.party_list_by_kind ON party_list (kind, position);
CREATE INDEX stored.party_list_by_id ON party_list (id);

CREATE TABLE stored.party_counts AS SELECT kind, count(*) AS parties FROM stored.party_list GROUP BY kind;
