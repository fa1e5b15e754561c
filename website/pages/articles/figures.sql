SELECT g.number AS paragraph, f.id, f.claim, f.modality,
    EXISTS (SELECT 1 FROM comparisons AS c
        WHERE c.verdict IN ('disagrees', 'revised', 'drifts') AND (c.left_figure_id = f.id OR c.right_figure_id = f.id)) AS differs
FROM figures AS f
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE f.article_id = :id
ORDER BY g.number, w.start_offset
