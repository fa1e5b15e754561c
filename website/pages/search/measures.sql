WITH hit AS (SELECT rowid AS number FROM stored.measure_words WHERE measure_words MATCH :begins ORDER BY rowid LIMIT 100)
SELECT m.id, m.name, m.meaning, max(found_in(m.name, :q), 0.8 * found_in(m.meaning, :q)) AS score
FROM hit CROSS JOIN measures AS m ON m.rowid = hit.number
WHERE score > 0
ORDER BY score DESC, m.name
