SELECT t.kind, t.attribute, t.tenure, t.date, t.party_id, p.kind AS party_kind, t.place_id,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph, w.words
FROM (SELECT rowid AS number FROM person_attributes WHERE person_id = :id ORDER BY rowid DESC LIMIT 1000) AS own
CROSS JOIN person_attributes AS t ON t.rowid = own.number
JOIN articles AS a ON a.id = t.article_id
JOIN passages AS w ON w.id = t.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = t.party_id
ORDER BY coalesce(a.published_earliest, a.published_latest), a.id, g.number, w.start_offset
