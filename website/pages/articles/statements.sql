SELECT g.number AS paragraph, s.id, s.gist, s.form, s.modality, s.quotation, p.id AS party_id, p.name, p.kind
FROM statements AS s
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
WHERE s.article_id = :id
ORDER BY g.number, w.start_offset
