SELECT r.relation, p.id, p.name, r.source FROM place_relations AS r JOIN places AS p ON p.id = r.other_place_id
WHERE r.place_id = :id
UNION ALL
SELECT CASE r.relation WHEN 'capital_of' THEN 'has as its capital' WHEN 'formerly_part_of' THEN 'once held' ELSE r.relation END,
    p.id, p.name, r.source
FROM place_relations AS r JOIN places AS p ON p.id = r.place_id
WHERE r.other_place_id = :id AND r.relation <> 'borders'
ORDER BY 1, 3
