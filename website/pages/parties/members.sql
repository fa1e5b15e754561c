SELECT id, name, kind FROM organisations WHERE parent_id = :id
UNION
SELECT id, name, kind FROM groups WHERE parent_party_id = :id
ORDER BY kind, name
