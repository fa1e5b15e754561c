SELECT name, kind FROM party_names WHERE party_id = :id ORDER BY kind <> 'full', kind, name
