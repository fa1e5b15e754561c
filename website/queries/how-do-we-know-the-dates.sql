-- How do we know this date?
--
-- Every time expression of the articles in their order: its words, the days it means, whether it is printed, inferred
-- or known from outside, and by what reasoning or source. Where no day can be told, that is said, and why.
-- :group: How it is known
SELECT
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    coalesce(d.date, 'no day is given') AS date,
    coalesce(e.basis, 'printed') AS known_by,
    coalesce(e.reasoning, r.meaning) AS how,
    e.source,
    d.anchor AS counted_from,
    d.date_earliest,
    d.date_latest,
    g.article_id
FROM dates AS d
JOIN passages AS w ON w.id = d.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
JOIN reading_rules AS r ON r.id = d.rule_id
LEFT JOIN evidence AS e ON e.table_name = 'dates' AND e.row_id = CAST(d.id AS TEXT) AND e.column_name = 'date'
ORDER BY article, g.number, w.start_offset
