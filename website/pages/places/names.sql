SELECT name, kind FROM place_names WHERE place_id = :id ORDER BY kind = 'demonym', kind <> 'name', name
