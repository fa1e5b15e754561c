SELECT f.id, f.claim, f.as_of, f.period, f.modality, w.words, a.id AS article_id, a.title, a.reading,
    g.number AS paragraph, s.speaker_id = :id AS claims, f.subject_id = :id AS counted,
    EXISTS (SELECT 1 FROM comparisons AS c
        WHERE c.verdict IN ('disagrees', 'revised', 'drifts') AND (c.left_figure_id = f.id OR c.right_figure_id = f.id)) AS differs
FROM (
    SELECT id FROM (SELECT f.id FROM (SELECT id FROM statements WHERE speaker_id = :id LIMIT 1000) AS said
        CROSS JOIN figures AS f INDEXED BY ix_figures_statement_id ON f.statement_id = said.id LIMIT 1000)
    UNION
    SELECT id FROM (SELECT id FROM figures INDEXED BY ix_figures_subject_id
        WHERE subject_id = :id ORDER BY rowid DESC LIMIT 1000)
) AS own
CROSS JOIN figures AS f ON f.id = own.id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
ORDER BY claims DESC, coalesce(f.as_of_earliest, f.period_earliest), f.id
