SELECT id, verdict, kind, reason FROM comparisons INDEXED BY ix_comparisons_left_statement_id WHERE left_statement_id = :id
UNION
SELECT id, verdict, kind, reason FROM comparisons INDEXED BY ix_comparisons_right_statement_id WHERE right_statement_id = :id
ORDER BY verdict, id
