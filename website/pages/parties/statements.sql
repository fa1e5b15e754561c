SELECT s.id, s.gist, s.form, s.modality, s.condition, s.said, s.channel, via.name AS via, w.words,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS via ON via.id = s.via_id
WHERE s.speaker_id = :id
ORDER BY coalesce(s.said_earliest, s.said_latest, a.published_earliest), a.id, g.number, w.start_offset
