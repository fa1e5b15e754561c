SELECT e.id, e.name, e.date, r.status, NULL AS roles, r.gist, w.words, a.id AS article_id, a.title, a.reading,
    g.number AS paragraph
FROM event_reports AS r INDEXED BY ix_event_reports_statement_id
JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE r.statement_id = :id
ORDER BY g.number, w.start_offset
