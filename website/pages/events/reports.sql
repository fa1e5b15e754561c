SELECT r.id, r.gist, r.status, r.date, d.basis, d.reasoning, p.id AS party_id, p.name AS speaker, p.kind AS party_kind,
    substr(g.text, 1, w.start_offset) AS before, w.words, substr(g.text, w.end_offset + 1) AS after,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM (SELECT id FROM event_reports WHERE event_id = :id LIMIT 300) AS own
CROSS JOIN event_reports AS r ON r.id = own.id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN evidence AS d ON d.table_name = 'event_reports' AND d.row_id = CAST(r.id AS TEXT) AND d.column_name = 'date'
ORDER BY a.published_earliest, a.id, g.number, w.start_offset
