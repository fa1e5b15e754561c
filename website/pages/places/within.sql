SELECT id, name, kind, status FROM places WHERE parent_id = :id ORDER BY kind, name
