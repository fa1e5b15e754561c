SELECT p.id, p.name, p.kind
FROM parties AS p
LEFT JOIN organisations AS o ON o.id = p.id
LEFT JOIN groups AS t ON t.id = p.id
WHERE (o.parent_id = :id OR t.parent_party_id = :id)
ORDER BY p.kind, p.name
