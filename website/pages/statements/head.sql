SELECT s.*, p.name AS speaker, p.kind AS speaker_kind, via.name AS via, via.kind AS via_kind, y.name AS addressee,
    y.kind AS addressee_kind, l.name AS place, q.name AS proposition, a.title, a.reading, g.number AS paragraph
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN parties AS y ON y.id = s.addressee_id
LEFT JOIN places AS l ON l.id = s.place_id
LEFT JOIN propositions AS q ON q.id = s.proposition_id
WHERE s.id = :id
