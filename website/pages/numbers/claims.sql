WITH drawn AS (SELECT id, name, figures FROM stored.measure_list WHERE figures > 1 ORDER BY position LIMIT 12)
SELECT f.id, f.claim, f.measure_id, drawn.name AS measure, f.printed, f.value, f.interval_low, f.interval_high, f.unit, f.per,
    f.figure_kind, f.accumulation, f.modality, f.as_of, f.period, p.name AS claimant,
    drawn.figures AS of_measure,
    EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS echo
FROM drawn
CROSS JOIN stored.figure_list AS l ON l.measure_id = drawn.id AND l.recency <= :most
CROSS JOIN figures AS f ON f.id = l.id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
ORDER BY f.measure_id, f.figure_kind, f.unit, f.per, f.accumulation,
    coalesce(f.as_of_earliest, f.period_earliest) IS NULL, coalesce(f.as_of_earliest, f.period_earliest), f.id
