SELECT g.number AS paragraph, w.start_offset, w.end_offset, coalesce(p.kind, 'place') AS kind,
    coalesce(p.id, l.id) AS id, coalesce(p.name, l.name) AS label, NULL AS printed
FROM paragraphs AS g
JOIN passages AS w ON w.paragraph_id = g.id
JOIN mentions AS m ON m.passage_id = w.id
LEFT JOIN parties AS p ON p.id = m.party_id
LEFT JOIN places AS l ON l.id = m.place_id
WHERE g.article_id = :id AND coalesce(p.id, l.id) IS NOT NULL
UNION ALL
SELECT g.number, w.start_offset, w.end_offset, 'figure', f.id, f.claim, f.printed
FROM paragraphs AS g
JOIN passages AS w ON w.paragraph_id = g.id
JOIN figure_passages AS fp ON fp.passage_id = w.id
JOIN figures AS f ON f.id = fp.figure_id
WHERE g.article_id = :id
UNION ALL
SELECT g.number, w.start_offset, w.end_offset, 'date', d.id, coalesce(d.date, 'not known'), NULL
FROM paragraphs AS g
JOIN passages AS w ON w.paragraph_id = g.id
JOIN dates AS d ON d.passage_id = w.id
WHERE g.article_id = :id
