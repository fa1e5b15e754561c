SELECT id, name, kind, status, country_code, latitude, longitude, point_precision, mentions, articles, drafts
FROM stored.place_list INDEXED BY place_list_of_points
WHERE point_precision = 'point' AND latitude IS NOT NULL
    AND (:kind = '' OR kind = :kind)
    AND (:west IS NULL OR (latitude BETWEEN :south AND :north AND longitude BETWEEN :west AND :east))
ORDER BY position
