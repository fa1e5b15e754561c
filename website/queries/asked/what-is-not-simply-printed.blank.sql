FROM stored.evidence_asked AS k CROSS JOIN evidence AS e ON e.id = k.id
WHERE k.basis = ''
ORDER BY k.position
