SELECT id, name, kind, status, country_code, latitude, longitude, point_precision, mentions, articles, drafts
FROM stored.place_list WHERE kind = 'country' AND :kind IN ('', 'country') ORDER BY position
