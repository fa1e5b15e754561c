SELECT p.id, p.name, p.kind, p.status, p.country_code, p.latitude, p.longitude, p.point_precision,
    coalesce((SELECT mentions FROM stored.place_list WHERE id = p.id), 0) AS mentions, 1 AS articles, 0 AS drafts
FROM places AS p
WHERE p.id = :id AND (p.point_precision = 'point' OR p.kind = 'country')
UNION ALL
SELECT c.id, c.name, c.kind, c.status, c.country_code, NULL, NULL, 'area', 1, 1, 0
FROM places AS p
CROSS JOIN stored.country_list AS l ON l.country_code = p.country_code
CROSS JOIN places AS c ON c.id = l.id AND c.id <> p.id
WHERE p.id = :id AND p.point_precision = 'point'
