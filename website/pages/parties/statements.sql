SELECT s.id, s.gist, s.form, s.modality, s.condition, s.said, s.channel, via.name AS via, w.words,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM (SELECT rowid AS number FROM statements WHERE speaker_id = :id ORDER BY rowid DESC LIMIT 1000) AS own
CROSS JOIN statements AS s ON s.rowid = own.number
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS via ON via.id = s.via_id
ORDER BY coalesce(s.said_earliest, s.said_latest, a.published_earliest), a.id, g.number, w.start_offset
