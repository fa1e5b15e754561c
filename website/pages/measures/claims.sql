SELECT f.id, f.claim, f.printed, f.value, f.low, f.high, f.interval_low, f.interval_high, f.unit, f.per, f.comparator,
    f.figure_kind, f.accumulation, f.modality, f.as_of, f.period, s.said, p.id AS claimant_id, p.name AS claimant,
    p.kind AS claimant_kind, w.words, a.id AS article_id, a.title, a.reading, g.number AS paragraph,
    EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS echo,
    EXISTS (SELECT 1 FROM comparisons AS c
        WHERE c.verdict IN ('disagrees', 'revised', 'drifts') AND (c.left_figure_id = f.id OR c.right_figure_id = f.id)) AS differs
FROM stored.figure_list AS l
CROSS JOIN figures AS f ON f.id = l.id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
WHERE l.measure_id = :id
ORDER BY l.position
