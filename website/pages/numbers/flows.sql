WITH spot AS (
    SELECT fp.figure_id, fp.role, group_concat(p.name, ', ') AS names
    FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
    WHERE fp.role IN ('from', 'to')
    GROUP BY fp.figure_id, fp.role
)
SELECT f.id, f.claim, f.printed, f.value, f.interval_low, f.interval_high, f.unit, f.per, f.figure_kind, f.accumulation,
    f.modality, f.as_of, f.period, p.name AS said_by,
    coalesce(origin.names, '?') || ' to ' || coalesce(target.names, 'abroad') AS claimant,
    EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS echo
FROM figures AS f
LEFT JOIN spot AS origin ON origin.figure_id = f.id AND origin.role = 'from'
LEFT JOIN spot AS target ON target.figure_id = f.id AND target.role = 'to'
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
WHERE f.figure_kind IN ('count', 'rate') AND coalesce(origin.names, target.names) IS NOT NULL
ORDER BY f.figure_kind, f.unit, f.per, target.names IS NULL, target.names, f.id
