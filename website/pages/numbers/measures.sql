SELECT m.id, m.name, m.meaning, m.unit, count(*) AS figures, count(DISTINCT f.article_id) AS articles,
    count(DISTINCT coalesce(s.speaker_id, '')) AS claimants
FROM measures AS m
JOIN figures AS f ON f.measure_id = m.id
LEFT JOIN statements AS s ON s.id = f.statement_id
GROUP BY m.id
ORDER BY figures DESC, m.name
