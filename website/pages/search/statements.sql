SELECT s.id, coalesce(p.name || ': ', '') || s.gist AS gist, s.form, s.modality, s.condition, s.said, s.channel,
    via.name AS via, w.words, a.id AS article_id, a.title, a.reading, g.number AS paragraph,
    max(found_in(coalesce(p.name || ' ', '') || s.gist, :q), 0.9 * found_in(w.words, :q)) AS score
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
WHERE score > 0
ORDER BY score DESC, s.id
