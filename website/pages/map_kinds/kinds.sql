SELECT kind, places, named FROM stored.kind_list ORDER BY places DESC, kind
