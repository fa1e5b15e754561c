WITH drawn AS (SELECT measure_id FROM figures GROUP BY measure_id HAVING count(*) > 1 ORDER BY count(*) DESC LIMIT 12)
SELECT f.id, f.claim, f.measure_id, m.name AS measure, f.printed, f.value, f.interval_low, f.interval_high, f.unit, f.per,
    f.figure_kind, f.accumulation, f.modality, f.as_of, f.period, p.name AS claimant,
    EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS echo
FROM figures AS f
JOIN measures AS m ON m.id = f.measure_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
WHERE f.measure_id IN drawn
ORDER BY f.measure_id, f.figure_kind, f.unit, f.per, f.accumulation,
    coalesce(f.as_of_earliest, f.period_earliest) IS NULL, coalesce(f.as_of_earliest, f.period_earliest), f.id
