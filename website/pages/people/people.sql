SELECT p.id, p.name, p.name_status, count(*) AS mentions, count(DISTINCT g.article_id) AS articles,
    count(DISTINCT CASE WHEN a.reading = 'draft' THEN a.id END) AS drafts,
    (SELECT count(*) FROM statements AS s WHERE s.speaker_id = p.id) AS statements,
    (SELECT t.attribute FROM person_attributes AS t WHERE t.person_id = p.id
        ORDER BY t.kind = 'office' DESC, t.kind = 'occupation' DESC, t.tenure = 'current' DESC LIMIT 1) AS attribute
FROM persons AS p
JOIN mentions AS m ON m.party_id = p.id
JOIN passages AS w ON w.id = m.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
GROUP BY p.id
ORDER BY articles DESC, mentions DESC, p.name
