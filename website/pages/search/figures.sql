WITH hit AS (SELECT rowid AS number FROM stored.figure_words WHERE figure_words MATCH :begins ORDER BY rowid DESC LIMIT 100)
SELECT f.id, f.claim, f.as_of, f.period, f.modality, 0 AS differs, w.words, a.id AS article_id, a.title, a.reading,
    g.number AS paragraph, max(found_in(f.claim, :q), 0.9 * found_in(w.words, :q)) AS score
FROM hit
CROSS JOIN figures AS f ON f.rowid = hit.number
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE score > 0
ORDER BY score DESC, f.id
