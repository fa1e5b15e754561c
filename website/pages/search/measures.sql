SELECT id, name, meaning, max(found_in(name, :q), 0.8 * found_in(meaning, :q)) AS score
FROM measures
WHERE score > 0
ORDER BY score DESC, name
