SELECT p.id, p.name, p.organisation_kind, count(m.id) AS mentions
FROM organisations AS p
LEFT JOIN mentions AS m ON m.party_id = p.id
GROUP BY p.id
ORDER BY mentions DESC, p.name
