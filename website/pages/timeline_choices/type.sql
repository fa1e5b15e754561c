SELECT DISTINCT t.id, t.name FROM events AS e JOIN event_types AS t ON t.id = e.event_type_id ORDER BY t.name
