SELECT c.id, c.verdict, c.kind, c.reason
FROM comparisons AS c
LEFT JOIN figures AS lf ON lf.id = c.left_figure_id
LEFT JOIN figures AS rf ON rf.id = c.right_figure_id
LEFT JOIN statements AS ls ON ls.id = c.left_statement_id
LEFT JOIN statements AS rs ON rs.id = c.right_statement_id
WHERE c.verdict <> 'not_comparable'
    AND (c.article_id = :id OR lf.article_id = :id OR rf.article_id = :id OR ls.article_id = :id OR rs.article_id = :id)
ORDER BY c.verdict = 'disagrees' DESC, c.verdict, c.id
