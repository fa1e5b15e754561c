WITH RECURSIVE origin (id) AS (
    SELECT :id
    UNION
    SELECT r.other_figure_id FROM origin JOIN figure_relations AS r ON r.figure_id = origin.id AND r.relation = 'repeats'
),
same (id) AS (
    SELECT id FROM origin
    UNION
    SELECT r.figure_id FROM same JOIN figure_relations AS r ON r.other_figure_id = same.id AND r.relation = 'repeats'
)
SELECT f.id, f.claim, f.printed, a.id AS article_id, a.title, a.reading, a.published, g.number AS paragraph, w.words,
    NOT EXISTS (SELECT 1 FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS is_origin,
    (SELECT r.reasoning FROM figure_relations AS r WHERE r.figure_id = f.id AND r.relation = 'repeats') AS reasoning,
    f.id = :id AS is_this
FROM same
JOIN figures AS f ON f.id = same.id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
ORDER BY is_origin DESC, a.published_earliest, a.id
