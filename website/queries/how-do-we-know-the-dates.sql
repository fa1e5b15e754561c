-- How do we know this date?
--
-- Every time expression of the articles: its words, the days it means, and by which rule, reasoning or outside source.
-- :group: How it is known
SELECT
    w.words,
    d.date,
    d.date_earliest,
    d.date_latest,
    coalesce(e.basis, 'printed') AS known_by,
    coalesce(e.reasoning, r.meaning) AS how,
    e.source,
    d.anchor AS read_from,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    g.article_id
FROM dates AS d
JOIN passages AS w ON w.id = d.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN articles AS a ON a.id = g.article_id
JOIN reading_rules AS r ON r.id = d.rule_id
LEFT JOIN evidence AS e ON e.table_name = 'dates' AND e.row_id = CAST(d.id AS TEXT) AND e.column_name = 'date'
ORDER BY article, g.number, w.start_offset
