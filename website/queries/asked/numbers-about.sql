FROM stored.claims_asked AS o CROSS JOIN figure_claims USING (figure_id)
WHERE instr(o.looked_through, lower(trim(:about))) > 0
ORDER BY o.position
