SELECT id, name FROM event_types AS t
WHERE EXISTS (SELECT 1 FROM stored.event_months AS m WHERE m.scope = 'type:' || t.id)
ORDER BY name
