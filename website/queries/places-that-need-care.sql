-- Which places are disputed, occupied, informal or unnamed?
--
-- Places whose name alone would mislead, with how often they are named. A macro-region, border or zone has no point on
-- the map on purpose.
-- :group: Places
SELECT place, status, kind, parent, country_code, mentions, articles, events, figures, place_id
FROM place_map
WHERE status <> 'ordinary'
ORDER BY status, place
