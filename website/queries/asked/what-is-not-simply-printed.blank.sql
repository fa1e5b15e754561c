FROM stored.evidence_asked AS k CROSS JOIN evidence AS e ON e.id = k.id
WHERE (k.basis IN ('inferred', 'external'))
ORDER BY k.position
