WITH side AS (
    SELECT 1 AS place, left_figure_id AS figure_id, left_statement_id AS statement_id FROM comparisons WHERE id = :id
    UNION ALL
    SELECT 2, right_figure_id, right_statement_id FROM comparisons WHERE id = :id
)
SELECT side.place, side.figure_id, side.statement_id, coalesce(f.claim, s.gist) AS claim, p.id AS claimant_id,
    p.name AS claimant, p.kind AS claimant_kind, coalesce(f.as_of, f.period) AS date, coalesce(fs.said, s.said) AS said,
    f.printed, f.comparator, f.modality, f.accumulation, m.id AS measure_id, m.name AS measure,
    substr(g.text, 1, w.start_offset) AS before, w.words, substr(g.text, w.end_offset + 1) AS after,
    a.id AS article_id, a.title, a.reading, a.published, g.number AS paragraph
FROM side
LEFT JOIN figures AS f ON f.id = side.figure_id
LEFT JOIN measures AS m ON m.id = f.measure_id
LEFT JOIN statements AS fs ON fs.id = f.statement_id
LEFT JOIN statements AS s ON s.id = side.statement_id
LEFT JOIN parties AS p ON p.id = coalesce(fs.speaker_id, s.speaker_id)
JOIN passages AS w ON w.id = coalesce(f.passage_id, s.passage_id)
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
ORDER BY side.place
