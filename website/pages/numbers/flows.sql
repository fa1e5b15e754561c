SELECT f.id, f.claim, f.printed, f.value, f.interval_low, f.interval_high, f.unit, f.per, f.figure_kind, f.accumulation,
    f.modality, f.as_of, f.period, p.name AS said_by,
    coalesce(l.from_where, '?') || ' to ' || coalesce(l.to_where, 'abroad') AS claimant,
    EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS echo
FROM stored.flow_list AS l
CROSS JOIN figures AS f ON f.id = l.id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
ORDER BY l.position
