SELECT country_code AS id, name FROM stored.country_list AS c
WHERE EXISTS (SELECT 1 FROM stored.event_months AS m WHERE m.scope = 'country:' || c.country_code)
ORDER BY name
