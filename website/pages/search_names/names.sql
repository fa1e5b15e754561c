WITH named AS (
    SELECT p.kind, p.id, p.name, n.name AS found_as, spelled_like(n.name, :q) AS score
    FROM party_names AS n JOIN parties AS p ON p.id = n.party_id
    UNION ALL
    SELECT 'place', p.id, p.name, n.name, spelled_like(n.name, :q)
    FROM place_names AS n JOIN places AS p ON p.id = n.place_id
)
SELECT kind, id, name, found_as, max(score) AS score
FROM named
WHERE score > 0
GROUP BY kind, id
ORDER BY score DESC, kind <> 'person', length(name), name
