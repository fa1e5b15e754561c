SELECT id, verdict, kind, reason FROM comparisons WHERE (left_statement_id = :id OR right_statement_id = :id) ORDER BY verdict, id
