SELECT id, verdict, kind, reason FROM comparisons
WHERE (left_place_id = :id OR right_place_id = :id)
ORDER BY verdict, id
