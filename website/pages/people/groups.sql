SELECT p.id, p.name, count(m.id) AS mentions
FROM groups AS p
LEFT JOIN mentions AS m ON m.party_id = p.id
GROUP BY p.id
ORDER BY mentions DESC, p.name
