WITH hit AS (SELECT rowid AS number FROM stored.statement_words WHERE statement_words MATCH :begins ORDER BY rowid DESC LIMIT 100)
SELECT s.id, coalesce(p.name || ': ', '') || s.gist AS gist, s.form, s.modality, s.condition, s.said, s.channel,
    via.name AS via, w.words, a.id AS article_id, a.title, a.reading, g.number AS paragraph,
    max(found_in(coalesce(p.name || ' ', '') || s.gist, :q), 0.9 * found_in(w.words, :q)) AS score
FROM hit
CROSS JOIN statements AS s ON s.rowid = hit.number
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
WHERE score > 0
ORDER BY score DESC, s.id
