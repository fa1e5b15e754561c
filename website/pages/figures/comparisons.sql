SELECT c.id, c.verdict, c.kind, c.reason, f.id AS other_id, f.claim AS other_claim, coalesce(p.name, 'the author') AS claimant,
    coalesce(f.as_of, f.period) AS date, w.words, a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM comparisons AS c
JOIN figures AS f ON f.id = CASE :id WHEN c.left_figure_id THEN c.right_figure_id ELSE c.left_figure_id END
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
WHERE (c.left_figure_id = :id OR c.right_figure_id = :id)
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.id
