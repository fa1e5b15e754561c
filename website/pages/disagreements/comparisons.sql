SELECT c.id, c.verdict, c.kind, c.reason, coalesce(lf.claim, ls.gist, lp.name) AS left_claim,
    coalesce(rf.claim, rs.gist, rp.name) AS right_claim, coalesce(lw.words, lsw.words) AS left_words,
    coalesce(rw.words, rsw.words) AS right_words,
    coalesce(la.title, lsa.title, pa.title) AS left_title, coalesce(la.id, lsa.id, pa.id) AS left_article_id,
    coalesce(ra.title, rsa.title) AS right_title, coalesce(ra.id, rsa.id) AS right_article_id,
    coalesce(la.reading, lsa.reading, pa.reading) AS left_reading, coalesce(ra.reading, rsa.reading) AS right_reading,
    lsp.name AS left_claimant, rsp.name AS right_claimant, c.left_place_id
FROM json_each(:positions) AS asked
CROSS JOIN stored.comparison_list AS listed ON listed.position = asked.value
CROSS JOIN comparisons AS c ON c.id = listed.id
LEFT JOIN figures AS lf ON lf.id = c.left_figure_id
LEFT JOIN passages AS lw ON lw.id = lf.passage_id
LEFT JOIN articles AS la ON la.id = lf.article_id
LEFT JOIN figures AS rf ON rf.id = c.right_figure_id
LEFT JOIN passages AS rw ON rw.id = rf.passage_id
LEFT JOIN articles AS ra ON ra.id = rf.article_id
LEFT JOIN statements AS ls ON ls.id = c.left_statement_id
LEFT JOIN passages AS lsw ON lsw.id = ls.passage_id
LEFT JOIN articles AS lsa ON lsa.id = ls.article_id
LEFT JOIN statements AS rs ON rs.id = c.right_statement_id
LEFT JOIN passages AS rsw ON rsw.id = rs.passage_id
LEFT JOIN articles AS rsa ON rsa.id = rs.article_id
LEFT JOIN places AS lp ON lp.id = c.left_place_id
LEFT JOIN places AS rp ON rp.id = c.right_place_id
LEFT JOIN articles AS pa ON pa.id = c.article_id
LEFT JOIN statements AS lfs ON lfs.id = coalesce(lf.statement_id, ls.id)
LEFT JOIN parties AS lsp ON lsp.id = lfs.speaker_id
LEFT JOIN statements AS rfs ON rfs.id = coalesce(rf.statement_id, rs.id)
LEFT JOIN parties AS rsp ON rsp.id = rfs.speaker_id
ORDER BY listed.position
