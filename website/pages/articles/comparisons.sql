SELECT id, verdict, kind, reason FROM comparisons
WHERE verdict <> 'not_comparable' AND id IN (
    SELECT id FROM comparisons WHERE article_id = :id
    UNION
    SELECT c.id FROM figures AS f JOIN comparisons AS c INDEXED BY ix_comparisons_left_figure_id ON c.left_figure_id = f.id
    WHERE f.article_id = :id
    UNION
    SELECT c.id FROM figures AS f JOIN comparisons AS c INDEXED BY ix_comparisons_right_figure_id ON c.right_figure_id = f.id
    WHERE f.article_id = :id
    UNION
    SELECT c.id FROM statements AS s JOIN comparisons AS c INDEXED BY ix_comparisons_left_statement_id
        ON c.left_statement_id = s.id
    WHERE s.article_id = :id
    UNION
    SELECT c.id FROM statements AS s JOIN comparisons AS c INDEXED BY ix_comparisons_right_statement_id
        ON c.right_statement_id = s.id
    WHERE s.article_id = :id)
ORDER BY verdict = 'disagrees' DESC, verdict, id
