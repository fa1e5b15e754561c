FROM stored.evidence_asked AS k CROSS JOIN evidence AS e ON e.id = k.id
WHERE k.basis = trim(:basis)
ORDER BY k.position
