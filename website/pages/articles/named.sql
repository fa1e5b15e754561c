SELECT coalesce(p.kind, 'place') AS kind, coalesce(p.id, l.id) AS id, coalesce(p.name, l.name) AS name,
    count(*) AS mentions, min(g.number) AS paragraph
FROM paragraphs AS g
JOIN passages AS w ON w.paragraph_id = g.id
JOIN mentions AS m ON m.passage_id = w.id
LEFT JOIN parties AS p ON p.id = m.party_id
LEFT JOIN places AS l ON l.id = m.place_id
WHERE g.article_id = :id AND coalesce(p.id, l.id) IS NOT NULL
GROUP BY 1, 2
ORDER BY mentions DESC, paragraph
