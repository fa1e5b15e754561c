SELECT s.id, s.gist, s.form, s.modality, s.condition, s.said, s.channel, via.name AS via, w.words, s.stance,
    p.id AS speaker_id, coalesce(p.name, 'The author') AS speaker, p.kind AS speaker_kind, a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM (SELECT rowid AS number FROM statements INDEXED BY ix_statements_proposition_id
    WHERE proposition_id = :id ORDER BY rowid DESC LIMIT 1000) AS own
CROSS JOIN statements AS s ON s.rowid = own.number
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
ORDER BY s.stance DESC, speaker, a.id, g.number, w.start_offset
