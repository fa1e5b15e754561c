SELECT id, verdict, kind, reason FROM comparisons INDEXED BY ix_comparisons_left_place_id WHERE left_place_id = :id
UNION
SELECT id, verdict, kind, reason FROM comparisons INDEXED BY ix_comparisons_right_place_id WHERE right_place_id = :id
ORDER BY verdict, id
