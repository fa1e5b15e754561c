-- Where do people go to and come from?
--
-- Figures that name a place of departure or of arrival. A net flow leaves returns out, a gross one counts every trip.
-- The figures of one article often count the same people, so never add them up.
-- :group: Places
WITH spot AS (
    SELECT figure_id, role, group_concat(name, '; ') AS names
    FROM (
        SELECT fp.figure_id, fp.role, p.name
        FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
        ORDER BY fp.figure_id, fp.role, p.name)
    GROUP BY figure_id, role
)
SELECT
    origin.names AS from_where,
    target.names AS to_where,
    example.names AS for_example,
    f.claim,
    f.printed,
    f.measure,
    f.accumulation,
    coalesce(f.period, f.as_of) AS period_or_as_of,
    f.claimant,
    f.words,
    f.article,
    f.paragraph,
    f.figure_id,
    f.article_id
FROM figure_claims AS f
LEFT JOIN spot AS origin ON origin.figure_id = f.figure_id AND origin.role = 'from'
LEFT JOIN spot AS target ON target.figure_id = f.figure_id AND target.role = 'to'
LEFT JOIN spot AS example ON example.figure_id = f.figure_id AND example.role = 'example'
WHERE origin.names IS NOT NULL OR target.names IS NOT NULL
ORDER BY origin.names IS NULL, origin.names, target.names IS NULL, target.names, f.measure, f.figure_id
